// Runs of sound in, one unbroken line of samples out: silence between runs, what overlaps cut off, ends
// faded.
#pragma once

#include <limits>
#include <vector>

#include "encoder/sound/sound_gap.h"
#include "encoder/sound/sound_sink.h"

namespace gladi {

// Positions are frames of SoundFormat since the take's start. One thread at a time. The newest 5 ms are held
// back, so that they can still be faded out if nothing follows them.
class SoundTimeline {
 public:
  explicit SoundTimeline(SoundSink& sink) : sink_(sink) {}

  // The next append() begins at `position`. Before 0 it is cut without a fade; what has been written already
  // stays and the new run's overlap is left out; a hole becomes silence, `hole` says why.
  void begin_run(int64_t position, SoundGap::Cause hole);
  void append(const float* stereo, int64_t frames);
  // Silence up to `position`, at once.
  void fill_to(int64_t position, SoundGap::Cause cause);

  // Nothing at or after `position` is written any more; what the sink already has can't be taken back.
  void set_end(int64_t position);
  // Writes everything up to the end set before, silence where nothing came; without an end, all there is.
  void finish();

  // Where the next frame comes, held-back ones included.
  int64_t position() const { return position_; }
  const SoundCounters& counters() const { return counters_; }
  // The gaps that have ended since this was asked last; after finish() all of them.
  std::vector<SoundGap> take_gaps();

 private:
  static constexpr int64_t kFadeFrames = 5 * SoundFormat::kSampleRateHz / 1000;

  static constexpr int64_t kOpen = std::numeric_limits<int64_t>::max();

  void fade_out_held();
  void write_silence(int64_t frames, SoundGap::Cause cause);
  void end_silence();
  void emit_held(int64_t keep);

  SoundSink& sink_;
  std::vector<float> held_;
  int64_t position_ = 0;
  int64_t end_ = kOpen;
  int64_t skip_ = 0;          // frames of the run that are still to be left out
  bool skip_counts_ = false;  // they overlap, not just lie before the start
  int64_t fade_in_ = 0;       // frames of the run that are still to be faded in
  bool silent_ = false;       // the line ends in silence put in
  int64_t silent_from_ = 0;
  SoundGap::Cause silent_because_ = SoundGap::Cause::kNothingCame;
  std::vector<SoundGap> gaps_;
  SoundCounters counters_;
};

}  // namespace gladi
