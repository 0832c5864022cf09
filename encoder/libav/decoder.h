// One stream's decoder. Private to encoder.
#pragma once

#include <optional>
#include <vector>

#include "encoder/libav/handles.h"
#include "encoder/libav/jpeg_decoder.h"

namespace gladi::libav {

// One thread at a time.
class Decoder {
 public:
  // Motion JPEG and sound decode on the calling thread, which costs least CPU; other pictures on two more.
  // kUnsupported when libav has no decoder for the stream.
  static Result<Decoder> open(const AVStream& stream);

  // The frames that became ready with this packet; a null packet asks for those still inside. What can't be
  // decoded is left out and counted, damaged MJPEG pictures as well.
  std::vector<Frame> decode(const AVPacket* packet);
  void flush();  // before packets from another place of the stream, and after the null packet

  int64_t broken() const { return broken_; }

 private:
  explicit Decoder(CodecContext context) : context_(std::move(context)) {}
  CodecContext context_;
  std::optional<JpegDecoder> jpeg_;  // the quicker way, while it knows what comes
  int refused_by_jpeg_ = 0;          // in a row
  int64_t broken_ = 0;
};

}  // namespace gladi::libav
