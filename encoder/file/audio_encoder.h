// Sound of a take in, AAC-LC packets out. Private to encoder/file.
#pragma once

#include <functional>
#include <memory>

#include "encoder/file/encoder_settings.h"
#include "encoder/libav/handles.h"

namespace gladi {

// One thread at a time. pts and duration count samples at SoundFormat's rate.
//
// AAC needs one packet of run-up before its first sample. A fragmented file has no edit list to hide it
// (empty_moov), and not every player minds one, so the run-up is left out: the next packet begins with sample
// 0 at time 0. What it costs is that the first 21 ms of a take fade in.
class AudioEncoder {
 public:
  using PacketSink = std::function<void(libav::Packet)>;

  static Result<std::unique_ptr<AudioEncoder>> create(const EncoderSettings& settings, PacketSink sink);

  // Any number of interleaved stereo frames. What is no number or absurdly loud becomes silence: AAC refuses
  // it.
  Status encode(const float* interleaved, int frames);
  // Gives out the rest; nothing can be encoded afterwards.
  Status flush();

  const AVCodecContext& context() const { return *codec_; }

 private:
  AudioEncoder(libav::CodecContext codec, libav::Frame frame, PacketSink sink);
  Status send(AVFrame* frame);

  libav::CodecContext codec_;
  const PacketSink sink_;
  libav::Frame frame_;
  int filled_ = 0;        // samples in frame_
  int64_t next_pts_ = 0;  // of frame_'s first sample
};

}  // namespace gladi
