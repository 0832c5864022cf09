// Media files for tests, made by the ffmpeg program.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace gladi::test {

// Runs ffmpeg with these arguments and the file's name behind them; a failure is a failure of the test.
void make_media(const std::filesystem::path& file, const std::vector<std::string>& arguments);

// 320x180 at 30 fps and 48 kHz sound, exact stamps: in the first frame of each second the picture is white,
// and a beep of 50 ms begins with it.
void make_flash_and_beep(const std::filesystem::path& file, int seconds);

}  // namespace gladi::test
