#include "studio/rehearsal/onset_finder.h"

#include <algorithm>
#include <cmath>

#include "encoder/sound/sound_sink.h"

namespace gladi {
namespace {

constexpr int kSlice = SoundFormat::kSampleRateHz / 1000;
constexpr float kLoud = 0.06F;    // -24 dBFS: a clap at two metres is louder in any room
constexpr float kSudden = 6;      // times as loud as usual: 16 dB
constexpr float kForget = 0.01F;  // what is usual follows within 100 ms
constexpr float kQuietest = 0.005F;
constexpr int64_t kOnceIn = SoundFormat::kSampleRateHz / 4;

}  // namespace

void OnsetFinder::add(const float* interleaved, int frames, std::vector<MediaTime>& onsets) {
  for (int i = 0; i < frames; ++i, ++at_) {
    const float level = std::max(std::abs(interleaved[2 * i]), std::abs(interleaved[2 * i + 1]));
    if (loud_at_ < 0 && level >= std::max(kLoud, kSudden * usual_)) loud_at_ = at_;
    peak_ = std::max(peak_, level);
    if (at_ % kSlice == kSlice - 1) end_slice(onsets);
  }
}

void OnsetFinder::end_slice(std::vector<MediaTime>& onsets) {
  if (loud_at_ >= 0 && loud_at_ - last_onset_ >= kOnceIn) {
    last_onset_ = loud_at_;
    onsets.push_back(MediaTime::from_count(loud_at_, SoundFormat::kSampleRateHz));
  }
  usual_ = std::max(kQuietest, usual_ + (peak_ - usual_) * kForget);
  peak_ = 0;
  loud_at_ = -1;
}

}  // namespace gladi
