#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <regex>

#include "tests/bench/coaching_truth/measured_take.h"
#include "tests/bench/coaching_truth/truth_rows.h"
#include "tests/support/command.h"
#include "tests/support/made_sound.h"
#include "tests/support/sound_measure.h"
#include "tests/support/temp_folder.h"

namespace gladi::test {
namespace {

struct Judged {
  double integrated_lufs = 0, peak_dbtp = 0, momentary_lufs = 0;
};

// What ffmpeg's filter says of the same sound on both sides.
Judged by_ffmpeg(const std::vector<float>& samples) {
  const TempFolder temp;
  const std::string file = (temp.path() / "sound.wav").string();
  write_wav(file, samples);
  const auto said =
      run_command({"ffmpeg", "-hide_banner", "-nostdin", "-nostats", "-i", file, "-filter_complex",
                   "pan=stereo|c0=c0|c1=c0,ebur128=peak=true:framelog=info", "-f", "null", "-"});
  Judged judged{0, 0, -1000};
  static const std::regex momentary("M:\\s*(-?[0-9.]+)"), integrated("I:\\s*(-?[0-9.]+) LUFS"),
      peak("Peak:\\s*(-?[0-9.]+) dBFS");
  const std::string& text = said.err;
  for (std::sregex_iterator at(text.begin(), text.end(), momentary), end; at != end; ++at)
    judged.momentary_lufs = std::max(judged.momentary_lufs, std::stod((*at)[1]));
  for (std::sregex_iterator at(text.begin(), text.end(), integrated), end; at != end; ++at)
    judged.integrated_lufs = std::stod((*at)[1]);  // the last one is the summary's
  for (std::sregex_iterator at(text.begin(), text.end(), peak), end; at != end; ++at)
    judged.peak_dbtp = std::stod((*at)[1]);
  return judged;
}

}  // namespace

void add_loudness_rows(TruthTable& table, const TruthSounds& sounds) {
  std::vector<double> integrated, momentary, peak, steps;
  for (size_t i = 0; i < 4; ++i) {
    const std::vector<float>& samples = i % 2 == 0 ? sounds.made[i].samples : sounds.recorded[i].take.samples;
    const Judged judged = by_ffmpeg(samples);
    const SoundMetrics metrics = metrics_of(samples);
    if (!metrics.loudness || !metrics.momentary_lufs) return;
    integrated.push_back(metrics.loudness->integrated_lufs - judged.integrated_lufs);
    momentary.push_back(*metrics.momentary_lufs - judged.momentary_lufs);
    peak.push_back(metrics.loudness->true_peak_dbtp - judged.peak_dbtp);
    for (const double step_db : {-12.0, -6.0, 3.0}) {
      std::vector<float> changed = samples;
      scale(changed, static_cast<float>(std::pow(10, step_db / 20)));
      const SoundMetrics of_changed = metrics_of(changed);
      if (!of_changed.loudness) return;
      steps.push_back(of_changed.loudness->integrated_lufs - metrics.loudness->integrated_lufs - step_db);
    }
  }
  table.add({"loudness", "4 takes against ffmpeg's ebur128", "≤ 0.1 LU",
             fmt::format("integrated ≤ {:.2f} LU, momentary ≤ {:.2f} LU, peak ≤ {:.2f} dB",
                         largest(integrated), largest(momentary), largest(peak)),
             largest(integrated) <= 0.1 && largest(momentary) <= 0.1 && largest(peak) <= 0.1});
  table.add({"loudness", "gain steps of −12, −6, +3 dB", "±0.5 LU",
             fmt::format("{:.2f} LU at most", largest(steps)), largest(steps) <= 0.5});
}

}  // namespace gladi::test
