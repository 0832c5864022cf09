// Media files whose pictures carry their number, made by the ffmpeg program: tells exactly which frame a
// player shows.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "encoder/program/picture.h"

namespace gladi::test {

enum class TestSound {
  kNone,
  kBeeps,  // 50 ms of 1 kHz from each whole second, as the white flash that the pictures show there
  kSine,   // 440 Hz throughout
};

struct NumberedMedia {
  int width_px = 160;  // multiples of 16, at least 160
  int height_px = 288;
  int fps = 30;
  int frames = 150;
  int first_number = 0;
  // Keyframe each half second and no reordering, as a take has.
  std::vector<std::string> video_options = {"-c:v", "libx264", "-preset", "ultrafast",
                                            "-g",   "15",      "-bf",     "0"};
  std::string video_filter;  // ffmpeg's -vf; empty: none
  TestSound sound = TestSound::kNone;
  double sound_seconds = -1;  // as long as the pictures when negative
  std::vector<std::string> file_options = {"-movflags", "+faststart"};
};

// The options of a part file that is still being recorded.
inline std::vector<std::string> fragmented() {
  return {"-movflags", "+frag_keyframe+empty_moov+delay_moov+default_base_moof"};
}

// False, with ffmpeg's words as a failure of the test, when it can't be made.
bool make_media(const std::filesystem::path& file, const NumberedMedia& media);

// The number that make_media drew into this picture, 0 to 65535.
int number_of(const Picture& picture);
// Whether its lower part is white: in frames 0 and 1 of each second (by number).
bool is_flash(const Picture& picture);

}  // namespace gladi::test
