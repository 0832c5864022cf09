// Cuts decoded sound into blocks that follow each other without a hole. Private to encoder.
#pragma once

#include <deque>
#include <vector>

#include "encoder/libav/handles.h"
#include "encoder/sound/sound_block.h"

namespace gladi {

// Sound at 48 kHz in one or two channels, whatever comes in: more channels are mixed down, other rates
// resampled. One thread at a time.
class SoundCutter {
 public:
  static constexpr int kRateHz = 48'000;
  static constexpr int kBlockFrames = 480;

  explicit SoundCutter(int channels_in) : channels_(channels_in == 1 ? 1 : 2) {}
  int channels() const { return channels_; }

  // `at` is the time of the frame's first sample on the timeline that starts with 0. Holes become silence,
  // overlaps and what lies before 0 are left out; jitter of the stamps below 40 ms is not acted upon, except at the start and after end_at().
  Status add(const AVFrame& frame, MediaTime at);
  // The sound ends: what the resampler holds comes out, then silence or a cut brings the end to exactly
  // `end`.
  void end_at(MediaTime end);
  // Time of the end of everything added so far.
  MediaTime end() const { return MediaTime::from_count(written_ + waiting_frames(), kRateHz); }

  // Finished blocks; arrived_at is the block's end on the timeline.
  std::deque<SoundBlock>& blocks() { return blocks_; }

 private:
  int64_t waiting_frames() const { return static_cast<int64_t>(waiting_.size()) / channels_; }
  Status prepare(const AVFrame& frame);
  void append_silence(int64_t frames);
  void append_converted(const AVFrame* frame, int64_t skip);
  void cut();

  const int channels_;
  libav::Resampler resampler_;
  int rate_in_ = 0;
  int format_in_ = -1;
  int channels_in_ = 0;
  bool exact_ = true;           // the next frame is placed by its time, however small the hole
  int64_t written_ = 0;         // frames in finished blocks
  std::vector<float> waiting_;  // less than a block, after cut()
  std::deque<SoundBlock> blocks_;
};

}  // namespace gladi
