// Frames that show the picture before them again, made without an encoder. Private to encoder/file and its
// tests.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "encoder/libav/handles.h"

namespace gladi {

// A skip frame is a P picture whose macroblocks are all skipped (ITU-T H.264, 7.3.4): some 12 bytes, and what
// is seen is exactly the picture before. It takes a number of its own (frame_num), so the encoder's frames
// after it are renumbered up to the next keyframe; nothing else in them changes. Plain value, one thread.
class SkipFrames {
 public:
  // From the stream's parameters, with start codes. Nothing where the stream is made in a way that this
  // doesn't cover: it takes progressive 4:2:0 pictures that refer to the one before them only and are shown
  // in the order in which they are decoded.
  static std::optional<SkipFrames> for_stream(const std::vector<uint8_t>& parameters);

  // Parameters of their own, which belong behind those of the stream; with a start code.
  const std::vector<uint8_t>& parameters() const { return parameters_; }

  // Each packet of the stream goes through here, in its order. False when it can't be understood.
  bool pass(libav::Packet& packet);
  // The next frame as a skip frame.
  libav::Packet make();

 private:
  SkipFrames() = default;

  std::vector<uint8_t> parameters_;
  uint32_t macroblocks_ = 0;
  int number_bits_ = 4;    // of frame_num
  uint32_t number_ = 0;    // of the next frame since the last keyframe
  bool inserted_ = false;  // since the last keyframe
};

}  // namespace gladi
