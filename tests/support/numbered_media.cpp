#include "tests/support/numbered_media.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <fstream>

#include "tests/support/command.h"

namespace gladi::test {
namespace {

// Two rows of eight blocks: sixteen bits, the lowest first. Large and high in contrast, so that no encoder
// changes one.
constexpr int kBlockPx = 20;
constexpr int kBlocksInRow = 8;
constexpr uint8_t kDark = 40;
constexpr uint8_t kBright = 215;
constexpr int kSampleRateHz = 48'000;

uint8_t luma_at(const NumberedMedia& media, int index, int x, int y) {
  const int number = media.first_number + index;
  const int column = x / kBlockPx;
  const int row = y / kBlockPx;
  if (row < 2 && column < kBlocksInRow) {
    return (number >> (row * kBlocksInRow + column) & 1) != 0 ? kBright : kDark;
  }
  return number % media.fps < 2 ? kBright : static_cast<uint8_t>(60 + (x + y + 3 * number) % 40);
}

void write_pictures(const std::filesystem::path& file, const NumberedMedia& media) {
  std::ofstream out(file, std::ios::binary);
  const std::string chroma(static_cast<size_t>(media.width_px) * static_cast<size_t>(media.height_px) / 2,
                           '\x80');
  std::string luma(chroma.size() * 2, '\0');
  for (int index = 0; index < media.frames; ++index) {
    auto pixel = luma.begin();
    for (int y = 0; y < media.height_px; ++y) {
      for (int x = 0; x < media.width_px; ++x) *pixel++ = static_cast<char>(luma_at(media, index, x, y));
    }
    out << luma << chroma;
  }
}

void write_sound(const std::filesystem::path& file, const NumberedMedia& media) {
  const double seconds =
      media.sound_seconds >= 0 ? media.sound_seconds : static_cast<double>(media.frames) / media.fps;
  const auto samples = static_cast<int64_t>(std::llround(seconds * kSampleRateHz));
  std::vector<int16_t> sound(static_cast<size_t>(samples));
  for (int64_t i = 0; i < samples; ++i) {
    const bool beeps = media.sound == TestSound::kBeeps;
    const double hz = beeps ? 1000 : 440;
    const bool on = !beeps || i % kSampleRateHz < kSampleRateHz / 20;
    const double value = on ? std::sin(2 * M_PI * hz * static_cast<double>(i) / kSampleRateHz) : 0;
    sound[static_cast<size_t>(i)] = static_cast<int16_t>(std::lround(value * 12000));
  }
  std::ofstream out(file, std::ios::binary);
  out.write(reinterpret_cast<const char*>(sound.data()),
            static_cast<std::streamsize>(sound.size() * sizeof(int16_t)));
}

uint8_t luma(const Picture& picture, int x, int y) {
  return picture.y.data[y * picture.y.stride + x];
}

}  // namespace

bool make_media(const std::filesystem::path& file, const NumberedMedia& media) {
  const std::filesystem::path pictures = file.string() + ".yuv";
  const std::filesystem::path sound = file.string() + ".s16";
  write_pictures(pictures, media);
  std::vector<std::string> command = {"ffmpeg",
                                      "-v",
                                      "error",
                                      "-nostdin",
                                      "-y",
                                      "-f",
                                      "rawvideo",
                                      "-pix_fmt",
                                      "yuv420p",
                                      "-s",
                                      std::to_string(media.width_px) + "x" + std::to_string(media.height_px),
                                      "-r",
                                      std::to_string(media.fps),
                                      "-i",
                                      pictures.string()};
  const auto add = [&](const std::vector<std::string>& more) {
    command.insert(command.end(), more.begin(), more.end());
  };
  if (media.sound != TestSound::kNone) {
    write_sound(sound, media);
    add({"-f", "s16le", "-ar", std::to_string(kSampleRateHz), "-ac", "1", "-i", sound.string(), "-c:a",
         "aac"});
  }
  if (!media.video_filter.empty()) add({"-vf", media.video_filter});
  add(media.video_options);
  add(media.file_options);
  add({file.string()});
  const CommandOutput made = run_command(command);
  std::filesystem::remove(pictures);
  std::filesystem::remove(sound);
  if (made.exit_code != 0) ADD_FAILURE() << "ffmpeg can't make " << file << ": " << made.err;
  return made.exit_code == 0;
}

int number_of(const Picture& picture) {
  int number = 0;
  for (int bit = 0; bit < 2 * kBlocksInRow; ++bit) {
    const int x = bit % kBlocksInRow * kBlockPx + kBlockPx / 2;
    const int y = bit / kBlocksInRow * kBlockPx + kBlockPx / 2;
    if (luma(picture, x, y) > 128) number |= 1 << bit;
  }
  return number;
}

bool is_flash(const Picture& picture) {
  return luma(picture, picture.width_px / 2, picture.height_px - 20) > 160;
}

}  // namespace gladi::test
