#include "studio/rehearsal/clap_meter.h"

#include <algorithm>
#include <numeric>

namespace gladi {
namespace {

// For each sound the end of a motion that is nearest to it; what has none near is no clap.
std::vector<MediaTime> offsets_of(const std::vector<MediaTime>& heard, const std::vector<MediaTime>& seen) {
  std::vector<MediaTime> offsets;
  for (const MediaTime sound : heard) {
    const auto nearer = [sound](MediaTime a, MediaTime b) { return abs(a - sound) < abs(b - sound); };
    const auto nearest = std::min_element(seen.begin(), seen.end(), nearer);
    if (nearest != seen.end() && abs(sound - *nearest) <= ClapMeter::kMost)
      offsets.push_back(sound - *nearest);
  }
  std::sort(offsets.begin(), offsets.end());
  return offsets;
}

}  // namespace

void ClapMeter::on_program_frame(const PicturePtr& frame, int64_t, int) {
  const auto ended = motions_.add(*frame);
  if (!ended) return;
  MutexLock lock(mutex_);
  seen_.push_back(*ended);
}

void ClapMeter::on_sound(const float* interleaved, int frames) {
  std::vector<MediaTime> began;
  onsets_.add(interleaved, frames, began);
  if (began.empty()) return;
  MutexLock lock(mutex_);
  for (const MediaTime at : began) heard_.push_back(start_ + at);
}

int ClapMeter::claps() const {
  const auto found = agreed();
  return found ? found->claps : 0;
}

std::optional<ClapResult> ClapMeter::result() const {
  auto found = agreed();
  if (found && found->claps < kEnough) found.reset();
  return found;
}

// The most claps that lie within kAgree to both sides of one of them: a word or a bang in between changes
// nothing.
std::optional<ClapResult> ClapMeter::agreed() const {
  std::vector<MediaTime> offsets;
  {
    MutexLock lock(mutex_);
    offsets = offsets_of(heard_, seen_);
  }
  std::vector<MediaTime> best;
  for (const MediaTime middle : offsets) {
    std::vector<MediaTime> near;
    std::copy_if(offsets.begin(), offsets.end(), std::back_inserter(near),
                 [middle](MediaTime offset) { return abs(offset - middle) <= kAgree; });
    if (near.size() > best.size()) best = std::move(near);
  }
  // As many that don't agree make it chance.
  if (best.empty() || best.size() * 2 <= offsets.size()) return std::nullopt;
  const auto count = static_cast<int64_t>(best.size());
  const MediaTime mean = std::accumulate(best.begin(), best.end(), MediaTime{}) / count;
  const MediaTime spread = std::max(abs(best.front() - mean), abs(best.back() - mean));
  return ClapResult{mean, spread, static_cast<int>(count)};
}

}  // namespace gladi
