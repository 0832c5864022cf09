// One unbroken run of sound, brought from the source's rate and channels to SoundFormat.
#pragma once

#include <memory>
#include <vector>

#include "encoder/base/error.h"
#include "encoder/base/media_time.h"

namespace gladi {

// One thread at a time. Output frame k of a run belongs to the time of the run's first input frame + k /
// 48000 s: the filter's delay is taken back at the start of a run, its tail comes with drain().
class SoundResampler {
 public:
  // `channels` is 1 or 2; one is given to both sides at full level.
  static Result<SoundResampler> open(int source_rate_hz, int channels);
  SoundResampler(SoundResampler&&) noexcept;
  SoundResampler& operator=(SoundResampler&&) noexcept;
  ~SoundResampler();

  int channels() const;
  // Adds this many samples per million from now on, for the next ten seconds of output at most: whoever
  // steers comes again before that. The sound has no break there.
  void compensate(double ppm);
  // What has been put in and hasn't come out yet.
  MediaTime delay() const;
  // Both append stereo frames to `stereo`. After drain() the run is over: another one needs another
  // resampler.
  void convert(const float* interleaved, int frames, std::vector<float>& stereo);
  void drain(std::vector<float>& stereo);

 private:
  struct Impl;
  explicit SoundResampler(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
