#include "tests/support/take_maker.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <cstring>
#include <numbers>
#include <thread>

namespace gladi::test {

void RecordingListener::on_fragment_safe(MediaTime safe_until) {
  std::lock_guard lock(mutex_);
  safe_.push_back(safe_until);
}

void RecordingListener::on_recorder_failed(const Error& error) {
  std::lock_guard lock(mutex_);
  failures_.push_back(error);
}

std::vector<MediaTime> RecordingListener::safe() const {
  std::lock_guard lock(mutex_);
  return safe_;
}

std::vector<Error> RecordingListener::failures() const {
  std::lock_guard lock(mutex_);
  return failures_;
}

PicturePtr FlashBeepMaker::picture(int64_t index) {
  DraftPicture draft = pool_.take(canvas_.width_px, canvas_.height_px);
  const int64_t in_second =
      index - canvas_.frame_time(index).ns / 1'000'000'000 * canvas_.fps_num / canvas_.fps_den;
  const bool white = in_second < 2;
  for (int y = 0; y < draft.height_px(); ++y) {
    uint8_t* row = draft.y() + static_cast<ptrdiff_t>(y) * draft.y_stride();
    for (int x = 0; x < draft.width_px(); ++x) {
      row[x] = white ? 235 : static_cast<uint8_t>(16 + ((x + y + index * 3) & 63) + ((x * y) & 15));
    }
  }
  for (int y = 0; y < draft.height_px() / 2; ++y) {
    std::memset(draft.u() + static_cast<ptrdiff_t>(y) * draft.u_stride(), 128,
                static_cast<size_t>(draft.width_px() / 2));
    std::memset(draft.v() + static_cast<ptrdiff_t>(y) * draft.v_stride(), 128,
                static_cast<size_t>(draft.width_px() / 2));
  }
  return draft.freeze();
}

std::vector<float> FlashBeepMaker::sound(int64_t first, int frames) {
  std::vector<float> samples(static_cast<size_t>(frames) * 2, 0.0F);
  for (int i = 0; i < frames; ++i) {
    const int64_t in_second = (first + i) % 48'000;
    if (in_second >= 2400) continue;
    const double value = 0.5 * std::sin(2 * std::numbers::pi * static_cast<double>(in_second) / 48);
    samples[static_cast<size_t>(i) * 2] = samples[static_cast<size_t>(i) * 2 + 1] = static_cast<float>(value);
  }
  return samples;
}

void feed_take(Recorder& recorder, const Canvas& canvas, int64_t frames, int64_t first) {
  FlashBeepMaker maker(canvas);
  for (int64_t n = first; n < first + frames; ++n) {
    // Stay within the queue: a test's pictures come much faster than a camera's.
    while (n - first - recorder.counters().frames_encoded > 3)
      std::this_thread::sleep_for(std::chrono::microseconds(200));
    recorder.on_program_frame(maker.picture(n), n, 0);
    const int64_t sound_from = n * 48'000 * canvas.fps_den / canvas.fps_num;
    const int64_t sound_to = (n + 1) * 48'000 * canvas.fps_den / canvas.fps_num;
    const std::vector<float> sound =
        FlashBeepMaker::sound(sound_from, static_cast<int>(sound_to - sound_from));
    recorder.on_sound(sound.data(), static_cast<int>(sound.size() / 2));
  }
}

namespace {
bool encoder_is_full(const TakeRecorder& take) {
  const TakeRecorderCounters counters = take.counters();
  return counters.frames_waiting >= counters.most_waiting - 2;  // some presets hold back several frames
}

// A new part catches up with what is held, since no camera is as quick as an encoder that is to record it:
// two frames are encoded for each one that comes. While a part is only opened or closed, frames come slowly.
void wait_for_two_frames(const TakeRecorder& take) {
  const int64_t enough = take.counters().frames_encoded + 2;
  for (int i = 0; i < 100 && take.at_work() && take.counters().frames_encoded < enough; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
}
}  // namespace

void keep_pace(const TakeRecorder& take) {
  using std::chrono::milliseconds;
  std::this_thread::sleep_for(milliseconds(1));
  if (take.at_work()) wait_for_two_frames(take);
  for (int i = 0; i < 5000 && encoder_is_full(take) && !take.interrupted(); ++i)
    std::this_thread::sleep_for(milliseconds(1));
}

bool record_part(const std::filesystem::path& file, int64_t frames, const Canvas& canvas) {
  RecordingListener listener;
  auto recorder = Recorder::create({file, canvas, default_encoder_settings(canvas), "A take"}, listener);
  if (!recorder) {
    ADD_FAILURE() << recorder.error().english();
    return false;
  }
  feed_take(**recorder, canvas, frames);
  const Status finished = (*recorder)->finish();
  EXPECT_TRUE(finished) << finished.error().english();
  return finished.has_value();
}

}  // namespace gladi::test
