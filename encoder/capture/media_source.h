// Plays a file or a network stream as if it were a camera, a microphone, or both.
#pragma once

#include <memory>
#include <string>

#include "encoder/capture/media_input.h"
#include "encoder/capture/picture_source.h"
#include "encoder/capture/sound_source.h"

namespace gladi {

// Files run in real time and begin again at their end without a jump in the stamps; a network stream that
// ends is a failure. One thread reads, decodes and delivers both, so picture and sound keep the file's own
// sync: a picture is stamped start + its time in the file, a block of sound with the exact time of its end.
class MediaSource final : public PictureSource, public SoundSource {
 public:
  // `frames` null: no pictures wanted; `ring` null: no sound. The input must have what is wanted, else
  // kInvalid. `name`: what the screen calls it; empty: the file's or stream's own.
  static Result<std::unique_ptr<MediaSource>> start(std::unique_ptr<MediaInput> input, FrameSelector* frames,
                                                    SoundRing* ring, Clock& clock, std::string name = {});
  ~MediaSource() override;

  std::string name() const override;
  PictureMode mode() const override;
  int sample_rate_hz() const override;  // always 48 kHz: the source resamples
  int channels() const override;
  std::optional<Error> failure() const override;
  int64_t broken_frames() const override;

 private:
  struct Impl;
  explicit MediaSource(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
