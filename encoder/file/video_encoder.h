// Program pictures in, H.264 packets out. Private to encoder/file.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "encoder/file/encoder_settings.h"
#include "encoder/libav/handles.h"

namespace gladi {

// One thread at a time. No B-frames: pts and dts are the frame's number. Every interval() frames, counted
// from 0, comes a keyframe with a closed GOP, and only there. The encoder holds back at most kMaxDelay.
class VideoEncoder {
 public:
  using PacketSink = std::function<void(libav::Packet)>;

  static constexpr MediaTime kMaxDelay = MediaTime::from_ms(300);

  // Opens the encoder; `sink` is called within encode() and flush(). kUnsupported when libav has no such
  // encoder or it refuses the settings.
  static Result<std::unique_ptr<VideoEncoder>> create(const Canvas& canvas, const EncoderSettings& settings,
                                                      PacketSink sink);

  // `number` counts the file's frames from 0 without a hole. The picture's pixels are used in place, not
  // copied here.
  Status encode(const PicturePtr& picture, int64_t number);
  // Gives out what is held back; nothing can be encoded afterwards.
  Status flush();

  const AVCodecContext& context() const { return *codec_; }
  int interval() const { return interval_; }  // frames from keyframe to keyframe

 private:
  VideoEncoder(libav::CodecContext codec, int interval, PacketSink sink);
  Status receive();

  libav::CodecContext codec_;
  const int interval_;
  const PacketSink sink_;
  libav::Frame frame_;
};

}  // namespace gladi
