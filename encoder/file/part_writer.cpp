#include "encoder/file/part_writer.h"

#include <algorithm>
#include <utility>

#include "encoder/base/platform.h"

namespace gladi {
namespace {

constexpr AVRational kNanoseconds{1, 1'000'000'000};

tl::unexpected<Error> mux_failed(int code) {
  return fail(ErrorKind::kInternal, Message(GLADI_TEXT("The recording could not be put into its file.")),
              libav::describe(code));
}

AVStream* add_stream(AVFormatContext& muxer, const AVCodecContext& codec) {
  AVStream* stream = avformat_new_stream(&muxer, nullptr);
  if (stream == nullptr || avcodec_parameters_from_context(stream->codecpar, &codec) < 0) return nullptr;
  stream->time_base = codec.time_base;
  stream->avg_frame_rate = codec.framerate;
  stream->codecpar->initial_padding = 0;  // AudioEncoder has left the run-up out
  return stream;
}

// Of an odd number of frames, one of them alone as well.
int first_half(int frames_per_group) {
  return (frames_per_group + 1) / 2;
}

}  // namespace

MediaTime PartWriter::Stream::written_until() const {
  return {av_rescale_q(written_end, time_base, kNanoseconds)};
}

Result<std::unique_ptr<PartWriter>> PartWriter::create(const Options& options, RecorderListener& listener) {
  auto file = options.open_file(options.file);
  if (!file) return fail(std::move(file));
  auto output = std::make_unique<DurableOutput>(std::move(*file));
  AVFormatContext* made = nullptr;
  int code = avformat_alloc_output_context2(&made, nullptr, "mp4", nullptr);
  if (code < 0) return mux_failed(code);
  libav::OutputContext muxer(made);
  muxer->pb = output->io();
  muxer->flags |= AVFMT_FLAG_FLUSH_PACKETS | AVFMT_FLAG_CUSTOM_IO;
  if (!options.title.empty()) av_dict_set(&muxer->metadata, "title", options.title.c_str(), 0);

  std::unique_ptr<PartWriter> writer(
      new PartWriter(listener, std::move(output), std::move(muxer), options.frames_per_group));
  writer->video_.stream = add_stream(*writer->muxer_, *options.video);
  writer->audio_.stream = add_stream(*writer->muxer_, *options.audio);
  if (writer->video_.stream == nullptr || writer->audio_.stream == nullptr)
    return mux_failed(AVERROR(ENOMEM));
  writer->video_.time_base = options.video->time_base;
  writer->audio_.time_base = options.audio->time_base;

  libav::Options muxing;
  muxing.set("movflags", "empty_moov+default_base_moof+frag_custom");
  code = avformat_write_header(writer->muxer_.get(), muxing.get());
  if (Status synced = writer->output_->sync(); !synced) return fail(std::move(synced));
  if (code < 0) return mux_failed(code);
  writer->bytes_written_ = writer->output_->bytes_written();
  writer->sync_ = std::make_unique<PartSync>(*writer->output_, listener, [&to = *writer] {
    to.ended_ = true;
    to.queue_.close();
  });
  writer->thread_ = std::thread(&PartWriter::run, writer.get());
  return writer;
}

PartWriter::PartWriter(RecorderListener& listener, std::unique_ptr<DurableOutput> output,
                       libav::OutputContext muxer, int frames_per_group)
    : listener_(listener),
      output_(std::move(output)),
      muxer_(std::move(muxer)),
      frames_per_group_(frames_per_group),
      fragment_end_(first_half(frames_per_group)) {}

PartWriter::~PartWriter() {
  if (!thread_.joinable()) return;
  abandoned_ = true;
  ended_ = true;
  queue_.close();
  thread_.join();
}

void PartWriter::write_video(libav::Packet packet) {
  packet->stream_index = video_.stream->index;
  if (!ended_) queue_.push({std::move(packet), std::nullopt}, kPicturesWaitAt);
}

void PartWriter::write_audio(libav::Packet packet) {
  packet->stream_index = audio_.stream->index;
  if (ended_) return;
  if (queue_.try_push({std::move(packet), std::nullopt}) || ended_) return;
  too_slow_ = true;
  ended_ = true;
  queue_.close();
}

void PartWriter::fail_part(Error error) {
  if (ended_.exchange(true)) return;
  // With a full queue the reason is lost, not the failure.
  if (!queue_.try_push({nullptr, std::move(error)})) too_slow_ = true;
  queue_.close();
}

Status PartWriter::finish() {
  if (!thread_.joinable()) return result_;
  ended_ = true;
  queue_.close();
  thread_.join();
  return result_;
}

void PartWriter::run() {
  platform::name_this_thread("writer");
  std::optional<Error> encoder_failure;
  while (result_) {
    std::optional<Item> item = queue_.pop();
    if (abandoned_) return;
    result_ = sync_->status();
    if (!item || !result_) break;
    if (item->failure) {
      encoder_failure = std::move(item->failure);
    } else {
      result_ = take(std::move(item->packet));
    }
  }
  ended_ = true;
  Status synced = sync_->finish();
  if (result_) result_ = std::move(synced);
  if (result_) result_ = write_rest();
  if (result_ && too_slow_) {
    result_ = fail(ErrorKind::kIo, Message(GLADI_TEXT("The disk is too slow: the recording had to end.")));
  }
  if (result_ && encoder_failure) result_ = tl::unexpected(std::move(*encoder_failure));
  queue_.close();
  if (!result_) listener_.on_recorder_failed(result_.error());
}

Status PartWriter::take(libav::Packet packet) {
  Stream& stream = packet->stream_index == video_.stream->index ? video_ : audio_;
  stream.waiting_end = packet->pts + packet->duration;
  stream.waiting.push_back(std::move(packet));
  while (fragment_is_complete()) {
    const bool group_ends = fragment_end_ % frames_per_group_ == 0;
    if (Status written = write_fragment(fragment_end_); !written) return written;
    if (group_ends) sync_->ask(written_until());
    const int half = first_half(frames_per_group_);
    fragment_end_ += group_ends ? half : frames_per_group_ - half;
  }
  return {};
}

bool PartWriter::fragment_is_complete() const {
  if (video_.waiting_end < fragment_end_) return false;
  // Sound that doesn't come must not hold the picture back for long: it may follow in a later fragment.
  return av_compare_ts(audio_.waiting_end, audio_.time_base, fragment_end_, video_.time_base) >= 0 ||
         video_.waiting_end >= fragment_end_ + first_half(frames_per_group_);
}

MediaTime PartWriter::written_until() const {
  return std::min(video_.written_until(), audio_.written_until());
}

Status PartWriter::write_fragment(int64_t end_frame) {
  Status written = write_waiting(video_, video_.time_base, end_frame);
  if (written) written = write_waiting(audio_, video_.time_base, end_frame);
  if (!written) return written;
  const int code = av_write_frame(muxer_.get(), nullptr);  // closes the fragment
  written = output_->flush();
  bytes_written_ = output_->bytes_written();
  if (!written) return written;
  return code < 0 ? Status(mux_failed(code)) : Status();
}

// Hands the muxer what begins before `end`.
Status PartWriter::write_waiting(Stream& stream, AVRational end_base, int64_t end) {
  while (!stream.waiting.empty()) {
    AVPacket& packet = *stream.waiting.front();
    if (av_compare_ts(packet.pts, stream.time_base, end, end_base) >= 0) break;
    stream.written_end = packet.pts + packet.duration;
    av_packet_rescale_ts(&packet, stream.time_base, stream.stream->time_base);
    if (const int code = av_write_frame(muxer_.get(), &packet); code < 0) {
      const Status synced = output_->sync();  // knows better what went wrong with the disk
      return synced ? mux_failed(code) : synced;
    }
    stream.waiting.pop_front();
  }
  return {};
}

Status PartWriter::write_rest() {
  const bool anything = !video_.waiting.empty() || !audio_.waiting.empty();
  Status written = anything ? write_fragment(INT32_MAX) : Status();
  if (written && written_until() > safe_until()) written = sync_->sync_now(written_until());
  if (!written) return written;
  const int code = av_write_trailer(muxer_.get());
  if (Status synced = output_->sync(); !synced) return synced;
  bytes_written_ = output_->bytes_written();
  if (code < 0) return mux_failed(code);
  return output_->close();
}

}  // namespace gladi
