#include "studio/coaching/frame_analyser.h"

#include <kiss_fftr.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <cstdlib>
#include <numbers>
#include <utility>

namespace gladi {
namespace {

constexpr int kRateHz = FrameAnalyser::kSampleRateHz;
constexpr int kStep = kRateHz / SoundFrame::kPerSecond;
constexpr int kWindow = 3 * kRateHz * 10 / 750;  // three of the longest periods
static_assert(kWindow == 640);
constexpr int kFft = 1024;  // a window and the longest period behind it
constexpr int kBins = kFft / 2 + 1;
// Back again at twice the rate: maxima between the samples come out well.
constexpr int kFine = 2;
constexpr int kLags = kFine * kFft;
constexpr double kFineRateHz = kFine * kRateHz;
// Boersma's octave cost, and half of the voicing threshold, below which no maximum is of interest.
constexpr float kOctaveCost = 0.01F;
constexpr float kLeastLikeness = 0.225F;

struct FreePlan {
  void operator()(kiss_fftr_state* plan) const { kiss_fftr_free(plan); }
};
using Plan = std::unique_ptr<kiss_fftr_state, FreePlan>;

int bin_of(double hz) {
  return static_cast<int>(std::lround(hz * kFft / kRateHz));
}
float decibels(double power) {
  return static_cast<float>(10 * std::log10(std::max(power, 1e-12)));
}

// Edges of the bands, even on the mel scale (O'Shaughnessy 1987).
std::array<int, SoundFrame::kBands + 1> band_edges() {
  const auto mel = [](double hz) { return 2595 * std::log10(1 + hz / 700); };
  const double low = mel(100), high = mel(4000);
  std::array<int, SoundFrame::kBands + 1> edges{};
  for (size_t i = 0; i < edges.size(); ++i) {
    const double at = low + (high - low) * static_cast<double>(i) / SoundFrame::kBands;
    edges[i] = bin_of(700 * (std::pow(10, at / 2595) - 1));
    if (i > 0) edges[i] = std::max(edges[i], edges[i - 1] + 1);
  }
  return edges;
}

}  // namespace

struct FrameAnalyser::Transform {
  Plan forward{kiss_fftr_alloc(kFft, 0, nullptr, nullptr)};
  Plan back{kiss_fftr_alloc(kLags, 1, nullptr, nullptr)};
  std::array<float, kFft> input{};
  std::array<kiss_fft_cpx, kBins> spectrum{};
  std::array<kiss_fft_cpx, kLags / 2 + 1> power{};  // the upper part stays 0
  std::array<float, kLags> likeness{};
  std::array<float, kWindow> window{};
  std::array<float, kLags> of_window{};  // the window's own autocorrelation, inverted
  double power_scale = 0;                // from the sum of bins to the mean square, ×2: a full sine is 0 dB
  const std::array<int, SoundFrame::kBands + 1> edges = band_edges();

  Transform() {
    double squares = 0;
    for (size_t i = 0; i < window.size(); ++i) {
      const double phase = (static_cast<double>(i) + 0.5) / kWindow;
      window[i] = static_cast<float>(0.5 - 0.5 * std::cos(2 * std::numbers::pi * phase));
      squares += static_cast<double>(window[i]) * window[i];
    }
    power_scale = 4.0 / (squares * kFft);
    std::copy(window.begin(), window.end(), input.begin());
    correlate();
    for (size_t i = 0; i < of_window.size(); ++i)
      of_window[i] = likeness[0] / std::max(likeness[i], 1e-3F * likeness[0]);
  }

  void correlate() {
    kiss_fftr(forward.get(), input.data(), spectrum.data());
    for (size_t i = 0; i < spectrum.size(); ++i)
      power[i].r = spectrum[i].r * spectrum[i].r + spectrum[i].i * spectrum[i].i;
    kiss_fftri(back.get(), power.data(), likeness.data());
  }
  double sum(int from, int to) const {
    double all = 0;
    for (int i = from; i < to; ++i) all += power[static_cast<size_t>(i)].r;
    return all * power_scale;
  }
};

FrameAnalyser::FrameAnalyser(Use use)
    : use_(std::move(use)), transform_(std::make_unique<Transform>()), waiting_(kWindow / 2, 0.0F) {}
FrameAnalyser::~FrameAnalyser() = default;

void FrameAnalyser::push(std::span<const float> samples, bool recorded) {
  const auto end = recorded_to_ + static_cast<int64_t>(samples.size());
  if (!recorded) {
    if (unrecorded_to_ != recorded_to_) unrecorded_from_ = recorded_to_;
    unrecorded_to_ = end;
  }
  recorded_to_ = end;
  waiting_.insert(waiting_.end(), samples.begin(), samples.end());
  analyse_waiting();
}

void FrameAnalyser::finish() {
  const int64_t last = recorded_to_ / kStep;
  waiting_.resize(waiting_.size() + kWindow, 0.0F);
  while (next_ < last && waiting_.size() >= kWindow) analyse_waiting();
  waiting_.clear();
}

void FrameAnalyser::analyse_waiting() {
  size_t at = 0;
  const int64_t last = recorded_to_ / kStep;
  for (; at + kWindow <= waiting_.size() && next_ < last; at += kStep) {
    SoundFrame frame;
    frame.index = next_++;
    const int64_t middle = frame.index * kStep;
    frame.recorded = middle < unrecorded_from_ || middle >= unrecorded_to_;
    look_at(waiting_.data() + at, frame);
    use_(std::move(frame));
  }
  waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(at));
}

void FrameAnalyser::look_at(const float* window, SoundFrame& frame) {
  Transform& transform = *transform_;
  double mean = 0;
  for (int i = 0; i < kWindow; ++i) mean += window[i];
  const auto offset = static_cast<float>(mean / kWindow);
  constexpr int kHalfPeriod = kWindow / 6;
  for (int i = kWindow / 2 - kHalfPeriod; i < kWindow / 2 + kHalfPeriod; ++i)
    frame.peak = std::max(frame.peak, std::abs(window[i] - offset));
  if (frame.peak == 0) {
    frame.bands.fill(SoundFrame::kNoLevelDb);
    return;
  }
  for (size_t i = 0; i < kWindow; ++i) transform.input[i] = (window[i] - offset) * transform.window[i];
  std::fill(transform.input.begin() + kWindow, transform.input.end(), 0.0F);
  transform.correlate();
  frame.level_db = decibels(transform.sum(bin_of(200), bin_of(7500)));
  frame.nucleus_db = decibels(transform.sum(bin_of(250), bin_of(3500)));
  for (size_t i = 0; i < SoundFrame::kBands; ++i)
    frame.bands[i] = decibels(transform.sum(transform.edges[i], transform.edges[i + 1]));
  find_pitches(frame);
}

void FrameAnalyser::find_pitches(SoundFrame& frame) {
  const Transform& transform = *transform_;
  const float all = transform.likeness[0];
  if (all <= 0) return;
  constexpr auto kShortest = static_cast<size_t>(kFineRateHz / kHighestHz);
  constexpr auto kLongest = static_cast<size_t>(kFineRateHz / kLowestHz);
  const float scale = 1 / all;
  const auto at = [&](size_t lag) { return transform.likeness[lag] * transform.of_window[lag] * scale; };
  auto& kept = frame.candidates;
  float before = at(kShortest - 1), here = at(kShortest);
  for (size_t lag = kShortest; lag <= kLongest; ++lag) {
    const float after = at(lag + 1);
    if (here > kLeastLikeness && here >= before && here > after) {
      // A parabola through three values.
      const float bend = before - 2 * here + after;
      const float shift = bend < 0 ? 0.5F * (before - after) / bend : 0;
      float top = here - 0.25F * (before - after) * shift;
      if (top > 1) top = 1 / top;
      const float lag_of_top = static_cast<float>(lag) + shift;
      const float hz = static_cast<float>(kFineRateHz) / lag_of_top;
      const PitchCandidate found{
          hz, top - kOctaveCost * std::log2(static_cast<float>(kLowestHz) / static_cast<float>(hz))};
      if (frame.candidate_count < SoundFrame::kMostCandidates) {
        kept[static_cast<size_t>(frame.candidate_count++)] = found;
      } else {
        const auto weakest = std::min_element(
            kept.begin(), kept.end(), [](const auto& a, const auto& b) { return a.strength < b.strength; });
        if (weakest->strength < found.strength) *weakest = found;
      }
    }
    before = here;
    here = after;
  }
}

}  // namespace gladi
