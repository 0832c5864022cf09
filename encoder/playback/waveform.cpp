#include "encoder/playback/waveform.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace gladi {
namespace {

constexpr int kFactor = 4;
constexpr double kFullScale = INT16_MAX;
constexpr int kFramesOfBin = SoundFormat::kSampleRateHz / Waveform::kBinsPerSecond;

int16_t to_sample(float value) {
  return static_cast<int16_t>(std::lround(std::clamp(value, -1.0F, 1.0F) * kFullScale));
}

// Bins of any level joined to one; `weight` says how many of the finest a bin stands for.
class Joined {
 public:
  void add(const WaveformBin& bin, double weight = 1) {
    if (!bin.recorded()) return;
    all_.low = std::min(all_.low, bin.low);
    all_.high = std::max(all_.high, bin.high);
    squares_ += weight * bin.rms * bin.rms;
    weights_ += weight;
  }
  WaveformBin result() const {
    WaveformBin all = all_;
    if (weights_ > 0) all.rms = static_cast<uint16_t>(std::lround(std::sqrt(squares_ / weights_)));
    return all;
  }

 private:
  WaveformBin all_;
  double squares_ = 0;
  double weights_ = 0;
};

// Levels in dBFS are counted in steps of 1 dB from here up.
constexpr int kLowestDb = -90;

int decibels(const WaveformBin& bin) {
  const double level = 20 * std::log10(std::max<double>(bin.rms, 1) / kFullScale);
  return std::clamp(static_cast<int>(std::lround(level)), kLowestDb, 0);
}

// A voice this little above the background can't be told from it.
constexpr int kLeastContrastDb = 12;
// What never gets louder than this is no voice.
constexpr int kNoVoiceDb = -55;
// How far up from background to voice quiet reaches.
constexpr double kQuietShare = 0.4;
// A cough, a thing put down: a bin this loud for less than this time ends no silence.
constexpr int kShortNoiseBins = Waveform::kBinsPerSecond / 5;

// Bins below this are quiet.
int quiet_below_db(const std::vector<WaveformBin>& bins) {
  std::array<int64_t, -kLowestDb + 1> counts{};
  int64_t recorded = 0;
  for (const WaveformBin& bin : bins) {
    if (!bin.recorded()) continue;
    ++counts[static_cast<size_t>(decibels(bin) - kLowestDb)];
    ++recorded;
  }
  const auto percentile = [&](double share) {
    int64_t below = 0;
    for (size_t i = 0; i < counts.size(); ++i) {
      below += counts[i];
      if (static_cast<double>(below) >= share * static_cast<double>(recorded))
        return static_cast<int>(i) + kLowestDb;
    }
    return 0;
  };
  const int background = percentile(0.05);
  const int voice = percentile(0.95);
  if (voice < kNoVoiceDb) return 1;  // all of it is quiet
  if (voice - background < kLeastContrastDb) return kNoVoiceDb;
  return background + static_cast<int>(std::lround(kQuietShare * (voice - background)));
}

}  // namespace

Waveform::Waveform(std::vector<WaveformBin> bins) {
  levels_.push_back(std::move(bins));
  while (levels_.back().size() > kFactor) {
    const std::vector<WaveformBin>& finer = levels_.back();
    std::vector<WaveformBin> coarser;
    coarser.reserve(finer.size() / kFactor + 1);
    for (size_t i = 0; i < finer.size(); i += kFactor) {
      Joined joined;
      for (size_t k = i; k < std::min(finer.size(), i + kFactor); ++k) joined.add(finer[k]);
      coarser.push_back(joined.result());
    }
    levels_.push_back(std::move(coarser));
  }
  for (const WaveformBin& bin : levels_.back()) {
    if (bin.recorded()) peak_ = std::max({peak_, bin.high / kFullScale, -bin.low / kFullScale});
  }
}

WaveformBin Waveform::between(MediaTime from, MediaTime to) const {
  const auto size = static_cast<int64_t>(bins().size());
  int64_t begin = std::clamp<int64_t>(from.to_count(kBinsPerSecond), 0, size);
  int64_t end = std::clamp<int64_t>(to.to_count(kBinsPerSecond), std::min(begin + 1, size), size);
  // Fine bins at the edges, coarser ones between them.
  Joined joined;
  double weight = 1;
  for (const std::vector<WaveformBin>& level : levels_) {
    const auto add = [&](int64_t bin) { joined.add(level[static_cast<size_t>(bin)], weight); };
    const bool coarsest = &level == &levels_.back();
    while (begin < end && (coarsest || begin % kFactor != 0)) add(begin++);
    while (begin < end && end % kFactor != 0) add(--end);
    begin /= kFactor;
    end /= kFactor;
    weight *= kFactor;
  }
  return joined.result();
}

void WaveformMaker::close_bin() {
  if (samples_ > 0) {
    bins_.resize(static_cast<size_t>(bin_));
    bins_.push_back(
        {to_sample(low_), to_sample(high_),
         static_cast<uint16_t>(std::lround(std::min(1.0, std::sqrt(squares_ / samples_)) * kFullScale))});
  }
  samples_ = 0;
  squares_ = 0;
}

Status WaveformMaker::hear(const SoundStretch& sound) {
  const int frames = sound.frames();
  for (int done = 0; done < frames;) {
    const int64_t frame = sound.first_frame + done;
    const int64_t bin = frame / kFramesOfBin;
    if (bin != bin_) {
      close_bin();
      bin_ = bin;
    }
    const int count = static_cast<int>(std::min<int64_t>(frames - done, (bin + 1) * kFramesOfBin - frame));
    const auto begin = sound.interleaved.begin() + static_cast<std::ptrdiff_t>(done) * SoundFormat::kChannels;
    const auto end = begin + static_cast<std::ptrdiff_t>(count) * SoundFormat::kChannels;
    if (samples_ == 0) low_ = high_ = *begin;
    for (auto sample = begin; sample != end; ++sample) {
      low_ = std::min(low_, *sample);
      high_ = std::max(high_, *sample);
      squares_ += static_cast<double>(*sample) * *sample;
    }
    samples_ += count * SoundFormat::kChannels;
    done += count;
  }
  return {};
}

Waveform WaveformMaker::finish() {
  close_bin();
  bin_ = 0;
  return Waveform(std::exchange(bins_, {}));
}

std::vector<TakeStretch> quiet_stretches(const Waveform& waveform, MediaTime shortest) {
  const std::vector<WaveformBin>& bins = waveform.bins();
  const int limit_db = quiet_below_db(bins);
  const auto time_of = [](int64_t bin) { return MediaTime::from_count(bin, Waveform::kBinsPerSecond); };
  std::vector<TakeStretch> stretches;
  int64_t begin = -1;    // of the quiet that runs
  int64_t quiet_to = 0;  // behind its last quiet bin
  int noise = 0;         // bins of noise since
  const auto end_here = [&] {
    if (begin >= 0 && time_of(quiet_to - begin) >= shortest)
      stretches.push_back({time_of(begin), time_of(quiet_to)});
    begin = -1;
    noise = 0;
  };
  for (int64_t i = 0; i < static_cast<int64_t>(bins.size()); ++i) {
    const WaveformBin& bin = bins[static_cast<size_t>(i)];
    if (!bin.recorded()) {
      end_here();
    } else if (decibels(bin) < limit_db) {
      if (begin < 0) begin = i;
      quiet_to = i + 1;
      noise = 0;
    } else if (begin >= 0 && ++noise >= kShortNoiseBins) {
      end_here();
    }
  }
  end_here();
  return stretches;
}

}  // namespace gladi
