// Program pictures in, H.264 packets out. Private to encoder/file and its tests.
#pragma once

#include <functional>
#include <memory>

#include "encoder/file/encoder_settings.h"
#include "encoder/libav/handles.h"
#include "encoder/program/picture.h"

namespace gladi {

// One thread at a time. No B-frames: pts and dts are the frame's number. Every interval() frames, counted
// from 0, comes a keyframe with a closed GOP, and only there. An interface, so that tests can put faults
// before the real one (RecorderOptions::video_encoder).
class VideoEncoder {
 public:
  using PacketSink = std::function<void(libav::Packet)>;

  // The most that any preset holds back: what the recorder keeps waiting comes on top of it.
  static constexpr MediaTime kMaxDelay = MediaTime::from_ms(200);

  virtual ~VideoEncoder() = default;

  // `number` counts the file's frames from 0 without a hole. The picture's pixels may be used in place.
  // `sink` is called within the call, for no packet, one or several.
  virtual Status encode(const PicturePtr& picture, int64_t number, const PacketSink& sink) = 0;
  // Frame `number` shows the picture before it again, at next to no cost. False when this encoder can't do
  // that, or a keyframe is due: then it must be encoded.
  virtual bool repeat(int64_t number, const PacketSink& sink) = 0;
  // Gives out what is held back; nothing can be encoded afterwards.
  virtual Status flush(const PacketSink& sink) = 0;

  virtual const AVCodecContext& context() const = 0;
  virtual int64_t held() const = 0;  // encoded pictures that have not been given out yet
  virtual int interval() const = 0;  // frames from keyframe to keyframe
};

// The encoder that `settings` name. kUnsupported when this libavcodec doesn't have it, no such hardware is
// there, or it refuses the settings. That it opens doesn't mean that it works: probe_encoder() tells.
Result<std::unique_ptr<VideoEncoder>> open_video_encoder(const Canvas& canvas,
                                                         const EncoderSettings& settings);

}  // namespace gladi
