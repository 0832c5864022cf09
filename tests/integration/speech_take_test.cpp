// Somebody speaks into the microphone while the real program records: the words are in the take, whole and in
// their place.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <future>

#include "tests/support/gladi_program.h"
#include "tests/support/temp_folder.h"

namespace gladi::test {
namespace {

namespace fs = std::filesystem;

constexpr int kRateHz = 8000;

// The file's sound as mono samples, decoded by the ffmpeg program.
std::vector<float> samples_of(const fs::path& file) {
  const CommandOutput raw = run_command({"ffmpeg", "-v", "error", "-i", file, "-map", "0:a", "-ac", "1",
                                         "-ar", std::to_string(kRateHz), "-f", "s16le", "-"});
  EXPECT_EQ(raw.exit_code, 0) << raw.err;
  std::vector<float> samples(raw.out.size() / 2);
  for (size_t i = 0; i < samples.size(); ++i) {
    const auto low = static_cast<unsigned char>(raw.out[2 * i]);
    const auto high = static_cast<signed char>(raw.out[2 * i + 1]);
    samples[i] = static_cast<float>(high * 256 + low) / 32768.0F;
  }
  return samples;
}

// Normalised correlation of `part` with `whole` from `at` on: 1 is the same sound, whatever its level.
double likeness(const std::vector<float>& part, const std::vector<float>& whole, size_t at) {
  double product = 0, part_energy = 0, whole_energy = 0;
  for (size_t i = 0; i < part.size(); ++i) {
    product += part[i] * whole[at + i];
    part_energy += part[i] * part[i];
    whole_energy += whole[at + i] * whole[at + i];
  }
  return product / std::sqrt(std::max(1e-12, part_energy * whole_energy));
}

struct Place {
  size_t at = 0;
  double likeness = 0;
};

Place best_place(const std::vector<float>& part, const std::vector<float>& whole, size_t from, size_t to) {
  Place best;
  for (size_t at = from; at <= to && at + part.size() <= whole.size(); ++at) {
    if (const double found = likeness(part, whole, at); found > best.likeness) best = {at, found};
  }
  return best;
}

TEST(SpeechTake, HoldsWhatWasSaidIntoTheMicrophone) {
  if (std::getenv("GLADI_TEST_SINK") == nullptr) GTEST_SKIP() << "run by tests/support/with-sound.sh";
  const TempFolder folder;
  const fs::path speech = folder / "speech.wav";
  ASSERT_EQ(
      run_command({"espeak-ng", "-v", "id", "-s", "140", "-w", speech,
                   "Halo kakak kakak, selamat datang. Harganya seratus delapan puluh lima ribu rupiah."})
          .exit_code,
      0);
  auto recorded = std::async(std::launch::async, [&] {
    return gladi({"record", "--library", folder / "library", "--person", "Bu Sari", "--camera", "test",
                  "--canvas", "320x568@30", "--seconds", "10"});
  });
  // The speaker begins once the take runs: its part file is there.
  while (recorded.wait_for(std::chrono::milliseconds(100)) != std::future_status::ready) {
    const CommandOutput found =
        run_command({"find", folder / "library", "-name", "take.part.mp4", "-size", "+20k"});
    if (!found.out.empty()) break;
  }
  EXPECT_EQ(run_command({"paplay", "-d", std::getenv("GLADI_TEST_SINK"), speech}).exit_code, 0);
  const CommandOutput output = recorded.get();
  ASSERT_EQ(output.exit_code, 0) << output.err;

  const std::vector<float> said = samples_of(speech);
  const std::vector<float> heard = samples_of(fs::path(last_line(output.out)) / "take.mp4");
  ASSERT_GT(said.size(), 3u * kRateHz);
  ASSERT_GT(heard.size(), said.size());
  // Half a second near the beginning and one near the end are found again, equally far apart: nothing was
  // lost or packed together between them.
  const auto piece = [&](double at_s) {
    const auto begin = said.begin() + static_cast<std::ptrdiff_t>(at_s * kRateHz);
    return std::vector<float>(begin, begin + kRateHz / 2);
  };
  const double last_s = static_cast<double>(said.size()) / kRateHz - 1.5;
  const Place first = best_place(piece(0.5), heard, 0, heard.size());
  const auto expected = first.at + static_cast<size_t>((last_s - 0.5) * kRateHz);
  const Place last = best_place(piece(last_s), heard, expected - kRateHz / 2, expected + kRateHz / 2);
  EXPECT_GT(first.likeness, 0.9);
  EXPECT_GT(last.likeness, 0.9);
  EXPECT_NEAR(static_cast<double>(last.at), static_cast<double>(expected), 0.005 * kRateHz);
}

}  // namespace
}  // namespace gladi::test
