#include "encoder/file/voice_file.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "encoder/base/platform.h"
#include "encoder/libav/handles.h"
#include "encoder/sound/sound_sink.h"

namespace gladi {
namespace {

tl::unexpected<Error> failed(int code) {
  return fail(ErrorKind::kInternal, Message(GLADI_TEXT("The sound could not be encoded.")),
              libav::describe(code));
}

// Down to the file's rate.
Result<std::vector<float>> resampled(std::span<const float> mono) {
  AVChannelLayout layout;
  av_channel_layout_default(&layout, 1);
  SwrContext* context = nullptr;
  int code = swr_alloc_set_opts2(&context, &layout, AV_SAMPLE_FMT_FLT, VoiceFile::kSampleRateHz, &layout,
                                 AV_SAMPLE_FMT_FLT, SoundFormat::kSampleRateHz, 0, nullptr);
  const libav::Resampler resampler(context);
  if (code >= 0) code = swr_init(context);
  if (code < 0) return failed(code);
  std::vector<float> usable(mono.begin(), mono.end());
  for (float& sample : usable) sample = std::isfinite(sample) ? std::clamp(sample, -1.0F, 1.0F) : 0.0F;
  std::vector<float> out(usable.size() / 2 + 4096);
  size_t got = 0;
  const auto take = [&](const float* from, int frames) {
    auto* to = reinterpret_cast<uint8_t*>(out.data() + got);
    const auto* in = reinterpret_cast<const uint8_t*>(from);
    code = swr_convert(context, &to, static_cast<int>(out.size() - got), from == nullptr ? nullptr : &in,
                       frames);
    if (code > 0) got += static_cast<size_t>(code);
  };
  take(usable.data(), static_cast<int>(usable.size()));
  if (code >= 0) take(nullptr, 0);
  if (code < 0) return failed(code);
  out.resize(got);
  return out;
}

// The whole file in memory: it is smaller than a picture.
class VoiceMuxer {
 public:
  ~VoiceMuxer() {
    if (!context_ || context_->pb == nullptr) return;
    uint8_t* bytes = nullptr;
    avio_close_dyn_buf(context_->pb, &bytes);
    av_free(bytes);
  }

  Status begin(const AVCodecContext& codec) {
    AVFormatContext* context = nullptr;
    int code = avformat_alloc_output_context2(&context, nullptr, "ipod", "note.m4a");
    context_.reset(context);
    if (code < 0) return failed(code);
    AVStream* stream = avformat_new_stream(context, nullptr);
    if (stream == nullptr) return failed(AVERROR(ENOMEM));
    stream->time_base = codec.time_base;
    code = avcodec_parameters_from_context(stream->codecpar, &codec);
    if (code >= 0) code = avio_open_dyn_buf(&context->pb);
    if (code >= 0) code = avformat_write_header(context, nullptr);
    return code < 0 ? Status(failed(code)) : Status{};
  }
  Status add(AVPacket& packet, AVRational time_base) {
    packet.stream_index = 0;
    av_packet_rescale_ts(&packet, time_base, context_->streams[0]->time_base);
    const int code = av_interleaved_write_frame(context_.get(), &packet);
    return code < 0 ? Status(failed(code)) : Status{};
  }
  Result<std::string> finish() {
    if (const int code = av_write_trailer(context_.get()); code < 0) return failed(code);
    uint8_t* bytes = nullptr;
    const int size = avio_close_dyn_buf(std::exchange(context_->pb, nullptr), &bytes);
    std::string file(reinterpret_cast<const char*>(bytes), static_cast<size_t>(std::max(size, 0)));
    av_free(bytes);
    return file;
  }

 private:
  libav::OutputContext context_;
};

Result<libav::CodecContext> open_encoder() {
  const AVCodec* encoder = avcodec_find_encoder_by_name("aac");
  libav::CodecContext codec(encoder != nullptr ? avcodec_alloc_context3(encoder) : nullptr);
  if (!codec) return failed(AVERROR_ENCODER_NOT_FOUND);
  codec->sample_fmt = AV_SAMPLE_FMT_FLTP;
  codec->sample_rate = VoiceFile::kSampleRateHz;
  av_channel_layout_default(&codec->ch_layout, 1);
  codec->bit_rate = VoiceFile::kBitrateBps;
  codec->profile = FF_PROFILE_AAC_LOW;
  codec->time_base = {1, VoiceFile::kSampleRateHz};
  codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
  if (const int code = avcodec_open2(codec.get(), encoder, nullptr); code < 0) return failed(code);
  return codec;
}

// Hands one frame over (null: the end) and puts what comes out into the file.
Status encode(AVCodecContext& codec, const AVFrame* frame, VoiceMuxer& muxer) {
  if (const int code = avcodec_send_frame(&codec, frame); code < 0) return failed(code);
  for (;;) {
    const libav::Packet packet = libav::make_packet();
    const int code = avcodec_receive_packet(&codec, packet.get());
    if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return {};
    if (code < 0) return failed(code);
    if (auto added = muxer.add(*packet, codec.time_base); !added) return added;
  }
}

}  // namespace

Status write_voice_file(const std::filesystem::path& file, std::span<const float> mono) {
  auto sound = resampled(mono);
  if (!sound) return fail(std::move(sound));
  auto codec = open_encoder();
  if (!codec) return fail(std::move(codec));
  VoiceMuxer muxer;
  if (auto begun = muxer.begin(**codec); !begun) return begun;
  const auto frame_size = static_cast<size_t>((*codec)->frame_size);
  for (size_t at = 0; at < sound->size(); at += frame_size) {
    const size_t count = std::min(frame_size, sound->size() - at);
    const libav::Frame frame = libav::make_frame();
    frame->format = AV_SAMPLE_FMT_FLTP;
    frame->sample_rate = VoiceFile::kSampleRateHz;
    frame->nb_samples = static_cast<int>(count);
    frame->pts = static_cast<int64_t>(at);
    av_channel_layout_default(&frame->ch_layout, 1);
    if (const int code = av_frame_get_buffer(frame.get(), 0); code < 0) return failed(code);
    std::copy_n(sound->data() + at, count, reinterpret_cast<float*>(frame->data[0]));
    if (auto encoded = encode(**codec, frame.get(), muxer); !encoded) return encoded;
  }
  if (auto drained = encode(**codec, nullptr, muxer); !drained) return drained;
  auto bytes = muxer.finish();
  if (!bytes) return fail(std::move(bytes));
  return platform::write_file_atomically(file, *bytes);
}

}  // namespace gladi
