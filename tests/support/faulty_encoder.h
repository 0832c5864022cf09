// Video encoders with a fault in front of the real one: for RecorderOptions::video_encoder and the like.
#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "encoder/file/encoder_settings.h"

namespace gladi::test {

// Everything works until `frames` have been encoded; the next one fails, as a driver does that went away.
// Encoders named `only` fail, all of them when it is empty; behind that name stands libx264, so that hardware
// can fail where there is none.
VideoEncoderFactory failing_after(int64_t frames, const std::string& only = {});

// Each picture that is encoded takes `ms` longer than it needs, as on a machine that is too slow.
VideoEncoderFactory slowed_by(int ms);

// Encodes nothing before it is opened.
class Gate {
 public:
  void open();
  void wait();

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool open_ = false;
};
VideoEncoderFactory held_by(std::shared_ptr<Gate> gate);
// From the frame of that number on nothing is encoded before its gate is opened; repeats aren't encoded.
VideoEncoderFactory held_at(std::vector<std::pair<int64_t, std::shared_ptr<Gate>>> gates);

}  // namespace gladi::test
