// Plays sound faster or slower with its pitch kept (libavfilter's atempo). Private to encoder.
#pragma once

#include <vector>

#include "encoder/libav/handles.h"

namespace gladi {

// One thread at a time. Stereo float. `speed` seconds of sound go in for each second that comes out; the
// first frame that comes out is the first that went in.
class SpeedFilter {
 public:
  // `speed` 0.25 to 2.
  static Result<std::unique_ptr<SpeedFilter>> create(double speed, int sample_rate_hz);

  void push(const float* interleaved, int frames);
  // Up to `frames` frames; 0 when more has to be pushed first.
  int pull(float* interleaved, int frames);

 private:
  SpeedFilter() = default;

  int sample_rate_hz_ = 0;
  libav::FilterGraph graph_;
  AVFilterContext* source_ = nullptr;  // belong to graph_
  AVFilterContext* sink_ = nullptr;
  libav::Frame in_ = libav::make_frame();
  libav::Frame out_ = libav::make_frame();
  int out_taken_ = 0;  // frames of out_ that are used up
  int64_t pushed_ = 0;
};

}  // namespace gladi
