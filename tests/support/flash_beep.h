// Finds flashes and beeps in a media file, as the ffmpeg program decodes it: tells how well sound and picture
// fit.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "encoder/base/media_time.h"

namespace gladi::test {

struct FlashesAndBeeps {
  std::vector<MediaTime> flashes;      // the first frame of each run of white frames
  std::vector<MediaTime> beeps;        // the onset of each sound after at least 100 ms of quiet
  MediaTime video_start, audio_start;  // the first frame's and the first sample's time in the file
  int64_t video_frames = 0;
  int64_t audio_samples = 0;
  std::string problem;  // empty when the file was decoded without complaint
};

// A frame is white above `white_luma` mean luma (0..255, limited range). Times are the file's own (no shift
// to zero).
FlashesAndBeeps find_flashes_and_beeps(const std::filesystem::path& file, double white_luma = 180);

// For each flash the beep nearest to it, minus the flash, in ms: positive means that sound is late. Flashes
// without a beep within half a second are left out.
std::vector<double> sound_minus_picture_ms(const FlashesAndBeeps& found);

double median(std::vector<double> values);

}  // namespace gladi::test
