#include "encoder/file/audio_encoder.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "encoder/sound/sound_feed.h"

namespace gladi {
namespace {

tl::unexpected<Error> failed(int code) {
  return fail(ErrorKind::kInternal, Message(GLADI_TEXT("The sound could not be encoded.")),
              libav::describe(code));
}

float usable(float sample) {
  constexpr float kAbsurd = 16.0F;                     // +24 dBFS
  return std::abs(sample) <= kAbsurd ? sample : 0.0F;  // false for what is no number
}

}  // namespace

Result<std::unique_ptr<AudioEncoder>> AudioEncoder::create(const EncoderSettings& settings, PacketSink sink) {
  const AVCodec* encoder = avcodec_find_encoder_by_name("aac");
  libav::CodecContext codec(encoder != nullptr ? avcodec_alloc_context3(encoder) : nullptr);
  libav::Frame frame = libav::make_frame();
  if (!codec || !frame) return failed(AVERROR_ENCODER_NOT_FOUND);
  codec->sample_fmt = AV_SAMPLE_FMT_FLTP;
  codec->sample_rate = SoundFormat::kSampleRateHz;
  av_channel_layout_default(&codec->ch_layout, SoundFormat::kChannels);
  codec->bit_rate = settings.audio_bitrate_bps;
  codec->profile = FF_PROFILE_AAC_LOW;
  codec->time_base = {1, SoundFormat::kSampleRateHz};
  codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
  if (const int code = avcodec_open2(codec.get(), encoder, nullptr); code < 0) return failed(code);

  frame->format = codec->sample_fmt;
  frame->sample_rate = codec->sample_rate;
  frame->nb_samples = codec->frame_size;
  if (const int code = av_channel_layout_copy(&frame->ch_layout, &codec->ch_layout); code < 0)
    return failed(code);
  if (const int code = av_frame_get_buffer(frame.get(), 0); code < 0) return failed(code);
  return std::unique_ptr<AudioEncoder>(new AudioEncoder(std::move(codec), std::move(frame), std::move(sink)));
}

AudioEncoder::AudioEncoder(libav::CodecContext codec, libav::Frame frame, PacketSink sink)
    : codec_(std::move(codec)), sink_(std::move(sink)), frame_(std::move(frame)) {}

Status AudioEncoder::encode(const float* interleaved, int frames) {
  const int frame_size = codec_->frame_size;
  while (frames > 0) {
    // The encoder may still hold the last frame's memory.
    if (filled_ == 0) {
      if (const int code = av_frame_make_writable(frame_.get()); code < 0) return failed(code);
    }
    const int count = std::min(frames, frame_size - filled_);
    for (int channel = 0; channel < SoundFormat::kChannels; ++channel) {
      float* to = reinterpret_cast<float*>(frame_->data[channel]) + filled_;
      for (int i = 0; i < count; ++i) to[i] = usable(interleaved[i * SoundFormat::kChannels + channel]);
    }
    interleaved += static_cast<std::ptrdiff_t>(count) * SoundFormat::kChannels;
    frames -= count;
    filled_ += count;
    if (filled_ < frame_size) continue;
    frame_->pts = next_pts_;
    next_pts_ += std::exchange(filled_, 0);
    if (Status sent = send(frame_.get()); !sent) return sent;
  }
  return {};
}

Status AudioEncoder::flush() {
  if (filled_ > 0) {
    frame_->nb_samples = std::exchange(filled_, 0);
    frame_->pts = next_pts_;
    if (Status sent = send(frame_.get()); !sent) return sent;
  }
  return send(nullptr);
}

Status AudioEncoder::send(AVFrame* frame) {
  if (const int code = avcodec_send_frame(codec_.get(), frame); code < 0) return failed(code);
  for (;;) {
    libav::Packet packet = libav::make_packet();
    const int code = avcodec_receive_packet(codec_.get(), packet.get());
    if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return {};
    if (code < 0) return failed(code);
    if (packet->pts < 0) continue;  // the run-up
    sink_(std::move(packet));
  }
}

}  // namespace gladi
