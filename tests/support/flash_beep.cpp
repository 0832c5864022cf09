#include "tests/support/flash_beep.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <sstream>
#include <utility>

#include "tests/support/command.h"

namespace gladi::test {
namespace {

constexpr int kRateHz = 48'000;

// The number after `key` in `line`; false when it isn't there.
bool number_after(const std::string& line, const std::string& key, double& value) {
  const size_t at = line.find(key);
  if (at == std::string::npos) return false;
  const char* text = line.c_str() + at + key.size();
  char* end = nullptr;
  value = std::strtod(text, &end);
  return end != text;
}

void find_flashes(const std::filesystem::path& file, double white_luma, FlashesAndBeeps& found) {
  const CommandOutput decoded = run_command(
      {"ffmpeg", "-v", "error", "-nostdin", "-copyts", "-i", file.string(), "-map", "0:v:0", "-fps_mode",
       "passthrough", "-vf", "scale=32:32:flags=area,format=gray,signalstats,metadata=print:file=-", "-f",
       "null", "-"});
  if (decoded.exit_code != 0 || !decoded.err.empty()) found.problem += "video: " + decoded.err;
  std::istringstream lines(decoded.out);
  double pts_seconds = 0;
  bool was_white = false;
  for (std::string line; std::getline(lines, line);) {
    double luma = 0;
    if (number_after(line, "pts_time:", pts_seconds)) {
      if (found.video_frames++ == 0) found.video_start = MediaTime::from_seconds(pts_seconds);
    } else if (number_after(line, "signalstats.YAVG=", luma)) {
      const bool white = luma > white_luma;
      if (white && !was_white) found.flashes.push_back(MediaTime::from_seconds(pts_seconds));
      was_white = white;
    }
  }
}

void find_beeps(const std::filesystem::path& file, FlashesAndBeeps& found) {
  // The level is "info" so that ashowinfo tells each decoded frame's place in the file.
  const CommandOutput decoded = run_command(
      {"ffmpeg", "-v", "info", "-nostats", "-hide_banner", "-nostdin", "-copyts", "-i", file.string(), "-map",
       "0:a:0", "-af", "aresample=48000,aformat=sample_fmts=flt:channel_layouts=mono,ashowinfo", "-f",
       "f32le", "-"});
  if (decoded.exit_code != 0) found.problem += "audio: " + decoded.err;
  std::vector<float> samples(decoded.out.size() / sizeof(float));
  if (samples.empty()) return;
  std::memcpy(samples.data(), decoded.out.data(), samples.size() * sizeof(float));
  found.audio_samples = static_cast<int64_t>(samples.size());
  float peak = 0;
  for (const float sample : samples) peak = std::max(peak, std::abs(sample));
  if (peak < 0.01F) return;  // silence

  std::istringstream lines(decoded.err);
  size_t at = 0;
  bool first = true;
  int64_t last_loud = -kRateHz;
  for (std::string line; std::getline(lines, line);) {
    double pts = 0, count = 0;
    if (!number_after(line, " pts:", pts) || !number_after(line, "nb_samples:", count)) continue;
    if (std::exchange(first, false))
      found.audio_start = MediaTime::from_count(static_cast<int64_t>(pts), kRateHz);
    for (int64_t i = 0; i < static_cast<int64_t>(count) && at < samples.size(); ++i, ++at) {
      if (std::abs(samples[at]) < 0.25F * peak) continue;
      const int64_t place = static_cast<int64_t>(pts) + i;
      if (place - last_loud > kRateHz / 10) found.beeps.push_back(MediaTime::from_count(place, kRateHz));
      last_loud = place;
    }
  }
}

}  // namespace

FlashesAndBeeps find_flashes_and_beeps(const std::filesystem::path& file, double white_luma) {
  FlashesAndBeeps found;
  find_flashes(file, white_luma, found);
  find_beeps(file, found);
  return found;
}

std::vector<double> sound_minus_picture_ms(const FlashesAndBeeps& found) {
  std::vector<double> differences;
  for (const MediaTime flash : found.flashes) {
    const auto nearer = [&](MediaTime a, MediaTime b) { return abs(a - flash) < abs(b - flash); };
    const auto beep = std::min_element(found.beeps.begin(), found.beeps.end(), nearer);
    if (beep == found.beeps.end() || abs(*beep - flash) > MediaTime::from_ms(500)) continue;
    differences.push_back((*beep - flash).seconds() * 1000);
  }
  return differences;
}

double median(std::vector<double> values) {
  if (values.empty()) return std::nan("");
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace gladi::test
