// The sound of one part, from any sample on. Private to encoder.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "encoder/playback/media_stream.h"

namespace gladi {

// One thread at a time. Whatever the file holds comes out as stereo float at one rate, each frame at its
// place: frame k belongs to `file_time_of_zero` + k / rate. Where the file has no sound there is silence.
class SoundReader {
 public:
  // `stream` is read by nobody else.
  SoundReader(std::shared_ptr<MediaStream> stream, MediaTime file_time_of_zero, int sample_rate_hz)
      : stream_(std::move(stream)), zero_(file_time_of_zero), rate_hz_(sample_rate_hz) {}

  void seek(int64_t frame);
  // Always fills `frames` frames and goes on behind them.
  void read(float* interleaved, int frames);

 private:
  bool decode_more();
  bool prepare_resampler(const AVFrame& frame);
  void convert(const uint8_t** data, int frames);

  std::shared_ptr<MediaStream> stream_;
  MediaTime zero_;
  int rate_hz_;
  libav::Frame frame_ = libav::make_frame();
  libav::Resampler resampler_;
  int from_rate_hz_ = 0;
  int from_format_ = -1;
  int from_channels_ = 0;

  int64_t position_ = 0;      // the frame read() gives next
  std::vector<float> ready_;  // decoded, interleaved
  size_t ready_taken_ = 0;    // floats of ready_ that are used up
  int64_t ready_first_ = 0;   // the frame that ready_[ready_taken_] belongs to
  int64_t ready_end_ = 0;     // the frame behind ready_
  bool placed_ = false;       // ready_end_ is known
  bool ended_ = false;
};

}  // namespace gladi
