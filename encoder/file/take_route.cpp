#include "encoder/file/take_route.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>

namespace gladi {
namespace {

// How much held sound is encoded in one go.
constexpr int64_t kSoundChunk = 4800;
constexpr auto kNap = std::chrono::milliseconds(2);

// The frames of `held` within [from, end).
void give(Recorder& recorder, const HeldPicture& held, int64_t from, int64_t end) {
  const int64_t first = std::max(held.index, from);
  const int64_t last = std::min(held.end(), end);
  if (first < last) recorder.on_program_frame(held.picture, first, static_cast<int>(last - first - 1));
}

}  // namespace

int64_t TakeRoute::sample_of(int64_t frame) const {
  return canvas_.frame_time(frame).to_count(SoundFormat::kSampleRateHz);
}

int64_t TakeRoute::frame_from(int64_t sample) const {
  const MediaTime time = MediaTime::from_count(sample, SoundFormat::kSampleRateHz);
  int64_t frame = std::max<int64_t>(0, time.to_count(canvas_.fps_num, canvas_.fps_den) - 1);
  while (sample_of(frame) < sample) ++frame;
  return frame;
}

void TakeRoute::on_program_frame(const PicturePtr& frame, int64_t index, int repeats) {
  MutexLock lock(picture_mutex_);
  const HeldPicture held{frame, index, repeats};
  pictures_.add(held);
  if (picture_to_ == nullptr) return;
  give(*picture_to_, held, picture_from_, picture_end_);
  if (held.end() >= picture_end_) picture_to_ = nullptr;
}

void TakeRoute::on_sound(const float* interleaved, int frames) {
  MutexLock lock(sound_mutex_);
  const int64_t begin = sound_.end();
  sound_.add(interleaved, frames);
  if (sound_to_ == nullptr) return;
  const int64_t from = std::max(begin, sound_from_);
  const int64_t end = std::min(begin + frames, sound_end_);
  if (from < end)
    sound_to_->on_sound(interleaved + (from - begin) * SoundFormat::kChannels, static_cast<int>(end - from));
  if (begin + frames >= sound_end_) sound_to_ = nullptr;
}

int64_t TakeRoute::cut() {
  MutexLock picture_lock(picture_mutex_);
  MutexLock sound_lock(sound_mutex_);
  const int64_t frame = std::max(pictures_.next_index(), frame_from(sound_.end()));
  picture_end_ = frame;
  sound_end_ = sample_of(frame);
  if (pictures_.next_index() >= picture_end_) picture_to_ = nullptr;
  if (sound_.end() >= sound_end_) sound_to_ = nullptr;
  return frame;
}

bool TakeRoute::cut_reached() const {
  MutexLock picture_lock(picture_mutex_);
  MutexLock sound_lock(sound_mutex_);
  return picture_to_ == nullptr && sound_to_ == nullptr;
}

void TakeRoute::take_off(const Recorder* recorder) {
  {
    MutexLock lock(picture_mutex_);
    if (picture_to_ == recorder) picture_to_ = nullptr;
  }
  MutexLock lock(sound_mutex_);
  if (sound_to_ == recorder) sound_to_ = nullptr;
}

void TakeRoute::lead_to(Recorder& recorder, int64_t from, const std::function<void(int64_t)>& first,
                        const std::function<bool()>& given_up) {
  hold_more(true);
  give_all(recorder, from, first, given_up);
  hold_more(false);
}

void TakeRoute::give_all(Recorder& recorder, int64_t from, const std::function<void(int64_t)>& first,
                         const std::function<bool()>& given_up) {
  for (bool begun = false; !given_up();) {
    std::optional<HeldPicture> next;
    {
      MutexLock lock(picture_mutex_);
      if (!begun) first(from = first_held(from));
      if (const HeldPicture* held = pictures_.from(from)) next = *held;
      if (!next) {
        picture_to_ = &recorder;
        picture_from_ = from;
        picture_end_ = kOpenEnd;
      }
    }
    // The first picture opens the file's timeline; the sound follows at once, the other pictures as fast as
    // they can be encoded.
    if (next) give(recorder, *next, from, kOpenEnd);
    if (!begun) lead_sound_to(recorder, sample_of(from), given_up);
    begun = true;
    if (!next) return;
    from = next->end();
    while (!recorder.has_room() && !given_up()) std::this_thread::sleep_for(kNap);
  }
}

// From which frame on the hold still has both picture and sound; `from`, where it has all of it.
int64_t TakeRoute::first_held(int64_t from) const {
  if (const HeldPicture* held = pictures_.from(from)) from = std::max(from, held->index);
  MutexLock lock(sound_mutex_);
  return std::max(from, frame_from(sound_.begin()));
}

void TakeRoute::hold_more(bool more) {
  MutexLock picture_lock(picture_mutex_);
  MutexLock sound_lock(sound_mutex_);
  pictures_.hold_more(more);
  sound_.hold_more(more);
}

void TakeRoute::lead_sound_to(Recorder& recorder, int64_t from, const std::function<bool()>& given_up) {
  while (!given_up()) {
    std::vector<float> chunk;
    {
      MutexLock lock(sound_mutex_);
      chunk = sound_.copy(from, kSoundChunk);
      if (chunk.empty()) {
        sound_to_ = &recorder;
        sound_from_ = from;
        sound_end_ = kOpenEnd;
        return;
      }
    }
    const int frames = static_cast<int>(chunk.size()) / SoundFormat::kChannels;
    recorder.on_sound(chunk.data(), frames);
    from += frames;
  }
}

void TakeRoute::forget_before(int64_t frame) {
  {
    MutexLock lock(picture_mutex_);
    pictures_.drop_before(frame);
  }
  MutexLock lock(sound_mutex_);
  sound_.drop_before(sample_of(frame));
}

int64_t TakeRoute::next_frame() const {
  MutexLock lock(picture_mutex_);
  return pictures_.next_index();
}

}  // namespace gladi
