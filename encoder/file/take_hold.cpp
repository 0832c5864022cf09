#include "encoder/file/take_hold.h"

#include <algorithm>
#include <utility>

#include "encoder/sound/sound_sink.h"

namespace gladi {
namespace {

size_t bytes_of(const HeldPicture& held) {
  const Picture& picture = *held.picture;
  return static_cast<size_t>(picture.y.stride) * static_cast<size_t>(picture.height_px) +
         2 * static_cast<size_t>(picture.u.stride) * static_cast<size_t>(picture.chroma_height_px());
}

constexpr int64_t kChannels = SoundFormat::kChannels;

}  // namespace

void HeldPictures::add(HeldPicture picture) {
  next_index_ = picture.end();
  bytes_ += bytes_of(picture);
  pictures_.push_back(std::move(picture));
  while (bytes_ > most_bytes_ && pictures_.size() > 1) {
    bytes_ -= bytes_of(pictures_.front());
    pictures_.pop_front();
  }
}

void HeldPictures::drop_before(int64_t index) {
  while (!pictures_.empty() && pictures_.front().end() <= index) {
    bytes_ -= bytes_of(pictures_.front());
    pictures_.pop_front();
  }
}

const HeldPicture* HeldPictures::from(int64_t index) const {
  const auto found = std::find_if(pictures_.begin(), pictures_.end(),
                                  [&](const HeldPicture& held) { return held.end() > index; });
  return found == pictures_.end() ? nullptr : &*found;
}

int64_t HeldSound::held() const {
  return static_cast<int64_t>(samples_.size()) / kChannels;
}

void HeldSound::add(const float* interleaved, int frames) {
  samples_.insert(samples_.end(), interleaved, interleaved + frames * kChannels);
  if (held() > most_frames_) drop_before(end() - most_frames_);
}

void HeldSound::drop_before(int64_t frame) {
  const int64_t count = std::min(frame - first_, held());
  if (count <= 0) return;
  samples_.erase(samples_.begin(), samples_.begin() + count * kChannels);
  first_ += count;
}

std::vector<float> HeldSound::copy(int64_t first, int64_t frames) const {
  frames = std::min(frames, end() - first);
  if (frames <= 0) return {};
  std::vector<float> copied(static_cast<size_t>(frames * kChannels), 0.0F);
  const int64_t lost = std::clamp<int64_t>(first_ - first, 0, frames);
  const int64_t from = std::max(first, first_) - first_;
  std::copy_n(samples_.begin() + from * kChannels, (frames - lost) * kChannels,
              copied.begin() + lost * kChannels);
  return copied;
}

}  // namespace gladi
