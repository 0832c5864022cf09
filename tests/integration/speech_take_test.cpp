// Somebody speaks into the microphone while the real program records: the words are in the take, whole and in
// their place. A second recorder, not ours, hears the same microphone: on a busy machine the player itself
// may stumble, and then what was heard counts and not what should have been said.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <future>
#include <numeric>
#include <thread>

#include "tests/support/child_program.h"
#include "tests/support/gladi_program.h"
#include "tests/support/temp_folder.h"

namespace gladi::test {
namespace {

namespace fs = std::filesystem;

constexpr int kRateHz = 48'000;
constexpr int kBandHz = 8000;  // speech needs no more, and AAC keeps no more exactly
constexpr size_t kCoarse = kRateHz / kBandHz;
// In the first seconds of a device the take's sound still moves by some milliseconds with what is learnt of
// its clock.
constexpr auto kClockLearnt = std::chrono::seconds(4);

// The file's sound as mono samples, decoded by the ffmpeg program. `format` tells it what it can't see.
std::vector<float> samples_of(const fs::path& file, const std::vector<std::string>& format = {}) {
  std::vector<std::string> command = {"ffmpeg", "-v", "error"};
  command.insert(command.end(), format.begin(), format.end());
  command.insert(command.end(),
                 {"-i", file, "-map", "0:a", "-ac", "1", "-ar", std::to_string(kRateHz), "-f", "s16le", "-"});
  const CommandOutput raw = run_command(command);
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

// Half a second.
std::vector<float> cut(const std::vector<float>& whole, size_t at) {
  const size_t begin = std::min(at, whole.size()), end = std::min(begin + kRateHz / 2, whole.size());
  return {whole.begin() + static_cast<std::ptrdiff_t>(begin),
          whole.begin() + static_cast<std::ptrdiff_t>(end)};
}

// Where the loudest half second begins.
size_t loudest(const std::vector<float>& whole, size_t from, size_t to) {
  size_t best = from;
  double most = 0;
  for (size_t at = from; at < to; at += kRateHz / 100) {
    const std::vector<float> part = cut(whole, at);
    const double energy = std::inner_product(part.begin(), part.end(), part.begin(), 0.0);
    if (energy > most) {
      most = energy;
      best = at;
    }
  }
  return best;
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

// The same sound at kBandHz: each sample is the mean of its neighbours, or high tones would look like low
// ones.
std::vector<float> coarse(const std::vector<float>& fine) {
  std::vector<float> means(fine.size() / kCoarse);
  for (size_t i = 0; i < means.size(); ++i) {
    const auto begin = fine.begin() + static_cast<std::ptrdiff_t>(i * kCoarse);
    means[i] = std::accumulate(begin, begin + kCoarse, 0.0F) / kCoarse;
  }
  return means;
}

// The same as best_place() to an eighth of a millisecond, and quicker.
Place coarse_place(const std::vector<float>& part, const std::vector<float>& whole, size_t from, size_t to) {
  const Place found = best_place(coarse(part), coarse(whole), from / kCoarse, to / kCoarse);
  return {found.at * kCoarse, found.likeness};
}

// How alike `part` and `whole` from `at` on are, 50 ms by 50 ms, each where it fits best within 5 ms: the
// take follows the device's clock, so its sound is a little longer or shorter, which a comparison of half a
// second as one would take for another sound.
double held(const std::vector<float>& part, const std::vector<float>& whole, size_t at) {
  constexpr size_t kStretch = kRateHz / 20, kAside = kRateHz / 200;
  double sum = 0, weight = 0;
  for (size_t i = 0; i + kStretch <= part.size(); i += kStretch) {
    const auto begin = part.begin() + static_cast<std::ptrdiff_t>(i);
    const std::vector<float> stretch(begin, begin + kStretch);
    const double energy = std::inner_product(stretch.begin(), stretch.end(), stretch.begin(), 0.0);
    const size_t from = at + i - std::min(at + i, kAside);
    sum += energy * best_place(stretch, whole, from, at + i + kAside).likeness;
    weight += energy;
  }
  return sum / std::max(1e-12, weight);
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
  const std::string sink = std::getenv("GLADI_TEST_SINK");
  const fs::path witness = folder / "witness.raw";
  ChildProgram witnessing({"parec", "--raw", "--format=s16le", "--rate=48000", "--channels=1",
                           "--latency-msec=50", "-d", sink + ".monitor", witness});
  auto recorded = std::async(std::launch::async, [&] {
    return gladi({"record", "--library", folder / "library", "--person", "Bu Sari", "--camera", "test",
                  "--canvas", "320x568@30", "--seconds", "15"});
  });
  // The speaker begins once the take runs and the other one listens: their files are there.
  while (recorded.wait_for(std::chrono::milliseconds(100)) != std::future_status::ready) {
    const CommandOutput found =
        run_command({"find", folder / "library", "-name", "take.part.mp4", "-size", "+20k"});
    std::error_code absent;
    if (!found.out.empty() && fs::file_size(witness, absent) > 0 && !absent) break;
  }
  std::this_thread::sleep_for(kClockLearnt);
  EXPECT_EQ(run_command({"paplay", "-d", sink, speech}).exit_code, 0);
  const CommandOutput output = recorded.get();
  ASSERT_EQ(output.exit_code, 0) << output.err;
  witnessing.kill();

  const std::vector<float> said = samples_of(speech);
  const std::vector<float> played = samples_of(witness, {"-f", "s16le", "-ar", "48000", "-ac", "1"});
  const std::vector<float> heard = samples_of(fs::path(last_line(output.out)) / "take.mp4");
  ASSERT_GT(said.size(), 3u * kRateHz);
  ASSERT_GT(played.size(), said.size());
  ASSERT_GT(heard.size(), said.size());

  const Place spoken = coarse_place(cut(said, kRateHz / 2), played, 0, played.size());
  ASSERT_GT(spoken.likeness, 0.3) << "the player didn't play";
  // Half a second of the first half and one of the second are found again, equally far apart: nothing was
  // lost or packed together between them.
  const size_t middle = spoken.at + said.size() / 2;
  const size_t early = loudest(played, spoken.at, middle);
  const size_t late = loudest(played, middle, spoken.at + said.size() - kRateHz);
  const auto first_piece = cut(played, early), last_piece = cut(played, late);
  const Place first = coarse_place(first_piece, heard, 0, heard.size());
  const size_t expected = first.at + late - early;
  const Place last = coarse_place(last_piece, heard, expected - kRateHz / 2, expected + kRateHz / 2);
  EXPECT_GT(held(first_piece, heard, first.at), 0.9);
  EXPECT_GT(held(last_piece, heard, last.at), 0.9);
  EXPECT_NEAR(static_cast<double>(last.at), static_cast<double>(expected), 0.005 * kRateHz);
}

}  // namespace
}  // namespace gladi::test
