// Synthetic takes: pictures with a flash and sound with a beep at each whole second, and real files made of
// them.
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <vector>

#include "encoder/file/recorder.h"
#include "encoder/file/take_recorder.h"
#include "encoder/program/picture_pool.h"

namespace gladi::test {

// A small canvas that encodes quickly.
inline constexpr Canvas kSmallCanvas{320, 240, 30, 1};

// What a recorder told. Any thread.
class RecordingListener final : public RecorderListener {
 public:
  void on_fragment_safe(MediaTime safe_until) override;
  void on_recorder_failed(const Error& error) override;

  std::vector<MediaTime> safe() const;
  std::vector<Error> failures() const;

 private:
  mutable std::mutex mutex_;
  std::vector<MediaTime> safe_;
  std::vector<Error> failures_;
};

// Draws frames and sound. Frame n is white in the first two frames of each whole second, else dark with a
// moving pattern; the sound is 50 ms of 1 kHz from each whole second.
class FlashBeepMaker {
 public:
  explicit FlashBeepMaker(const Canvas& canvas) : canvas_(canvas) {}
  PicturePtr picture(int64_t index);
  // The next `frames` stereo frames from `first` on.
  static std::vector<float> sound(int64_t first, int frames);

 private:
  const Canvas canvas_;
  PicturePool pool_;
};

// Gives the recorder `frames` frames and their sound, as fast as the encoder takes them; `first` continues a
// take.
void feed_take(Recorder& recorder, const Canvas& canvas, int64_t frames, int64_t first = 0);

// After a frame was given to a take: waits until the encoder has room for more, and lets a new part catch up,
// as a camera would.
void keep_pace(const TakeRecorder& take);

// A finished part file of `frames` frames. Fails the test (and gives false) when it can't be made.
bool record_part(const std::filesystem::path& file, int64_t frames, const Canvas& canvas = kSmallCanvas);

}  // namespace gladi::test
