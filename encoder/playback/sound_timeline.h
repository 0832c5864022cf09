// The sound of all parts of a take as one row. Private to encoder.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "encoder/playback/picture_timeline.h"
#include "encoder/playback/sound_reader.h"

namespace gladi {

// One thread at a time. Exact to the frame across the parts' borders; silence where a part has no sound, and
// behind the end. Files are opened when their sound is first needed.
class SoundTimeline {
 public:
  SoundTimeline(std::vector<SoundPart> parts, int sample_rate_hz);

  void seek(MediaTime take_time);
  // Always fills `frames` stereo frames.
  void read(float* interleaved, int frames);

  const std::optional<Error>& problem() const { return problem_; }

 private:
  struct Part {
    SoundPart what;
    int64_t first_frame = 0;
    std::unique_ptr<SoundReader> reader;
    bool tried = false;
  };
  void enter(size_t index);

  const int sample_rate_hz_;
  std::vector<Part> parts_;
  size_t current_ = 0;
  int64_t position_ = 0;
  std::optional<Error> problem_;
};

}  // namespace gladi
