#include "encoder/playback/media_stream.h"

#include <algorithm>
#include <thread>

namespace gladi {
namespace {

// Decoding on two threads costs a picture of delay at each seek; worth it only above full HD.
constexpr int64_t kPixelsForOneThread = 1920 * 1088;
// Encoders fill sound up to whole packets: that doesn't make the content longer.
constexpr MediaTime kSoundPadding = MediaTime::from_ms(100);

bool is_picture_of_music(const AVStream& stream) {
  return (stream.disposition & AV_DISPOSITION_ATTACHED_PIC) != 0;
}

tl::unexpected<Error> unreadable(const std::filesystem::path& file, int code) {
  return fail(ErrorKind::kDamaged,
              Message(GLADI_TEXT("{0} is no sound or picture that Gladi can read."), {file.string()}),
              libav::describe(code));
}

}  // namespace

Result<std::unique_ptr<MediaStream>> MediaStream::open(const std::filesystem::path& file, AVMediaType type) {
  std::unique_ptr<MediaStream> media(new MediaStream);
  AVFormatContext* input = nullptr;
  const int opened = avformat_open_input(&input, file.c_str(), nullptr, nullptr);
  if (opened == AVERROR(ENOENT)) {
    return fail(ErrorKind::kNotFound, Message(GLADI_TEXT("The file {0} is not there."), {file.string()}));
  }
  if (opened < 0) return unreadable(file, opened);
  media->input_.reset(input);
  if (const int found = avformat_find_stream_info(input, nullptr); found < 0) return unreadable(file, found);

  const AVCodec* codec = nullptr;
  const int index = av_find_best_stream(input, type, -1, -1, &codec, 0);
  if (index < 0 || is_picture_of_music(*input->streams[index])) {
    if (index == AVERROR_DECODER_NOT_FOUND) {
      return fail(ErrorKind::kUnsupported,
                  Message(GLADI_TEXT("{0} is stored in a way that Gladi can't play."), {file.string()}));
    }
    return fail(ErrorKind::kNotFound,
                type == AVMEDIA_TYPE_VIDEO
                    ? Message(GLADI_TEXT("{0} holds no moving picture."), {file.string()})
                    : Message(GLADI_TEXT("{0} holds no sound."), {file.string()}));
  }
  for (unsigned i = 0; i < input->nb_streams; ++i) input->streams[i]->discard = AVDISCARD_ALL;
  media->stream_ = input->streams[index];
  media->stream_->discard = AVDISCARD_DEFAULT;

  media->decoder_.reset(avcodec_alloc_context3(codec));
  AVCodecContext& decoder = *media->decoder_;
  avcodec_parameters_to_context(&decoder, media->stream_->codecpar);
  decoder.pkt_timebase = media->stream_->time_base;  // the decoder cuts encoder priming by it
  const bool large = static_cast<int64_t>(decoder.width) * decoder.height > kPixelsForOneThread;
  decoder.thread_count =
      large ? static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 4U)) : 1;
  if (const int result = avcodec_open2(&decoder, codec, nullptr); result < 0) return unreadable(file, result);
  media->find_end();
  return media;
}

bool MediaStream::file_has(AVMediaType type) const {
  const int index = av_find_best_stream(input_.get(), type, -1, -1, nullptr, 0);
  return index >= 0 && !is_picture_of_music(*input_->streams[index]);
}

MediaTime MediaStream::to_time(int64_t ticks) const {
  return MediaTime::from_count(ticks, stream_->time_base.den, stream_->time_base.num);
}

int64_t MediaStream::to_ticks(MediaTime time) const {
  // to_time() rounds down: one nanosecond more brings a time made by it back to its own tick.
  return av_rescale_q_rnd(time.ns + 1, AVRational{1, 1'000'000'000}, stream_->time_base, AV_ROUND_DOWN);
}

// Reads until a packet of this stream or the end.
bool MediaStream::next_packet() {
  while (!packet_waiting_) {
    av_packet_unref(packet_.get());
    if (av_read_frame(input_.get(), packet_.get()) < 0) return false;
    packet_waiting_ = packet_->stream_index == stream_->index;
  }
  return true;
}

bool MediaStream::read(AVFrame& frame) {
  for (;;) {
    const int received = avcodec_receive_frame(decoder_.get(), &frame);
    if (received == 0) return true;
    if (received == AVERROR_EOF) return false;
    if (received != AVERROR(EAGAIN)) {
      ++damaged_packets_;
      if (draining_) return false;
    }
    if (next_packet()) {
      packet_waiting_ = false;
      if (avcodec_send_packet(decoder_.get(), packet_.get()) < 0) ++damaged_packets_;
    } else if (!draining_) {
      draining_ = true;
      avcodec_send_packet(decoder_.get(), nullptr);
    }
  }
}

std::optional<MediaStream::SyncPoint> MediaStream::seek(MediaTime at) {
  const int64_t ticks = to_ticks(at);
  // Some formats can't go to a time before their first sync point: those go to their beginning.
  if (avformat_seek_file(input_.get(), stream_->index, INT64_MIN, ticks, ticks, 0) < 0 &&
      avformat_seek_file(input_.get(), stream_->index, INT64_MIN, ticks, INT64_MAX, 0) < 0) {
    return std::nullopt;
  }
  avcodec_flush_buffers(decoder_.get());
  draining_ = false;
  do {
    packet_waiting_ = false;
    if (!next_packet()) return std::nullopt;
  } while ((packet_->flags & AV_PKT_FLAG_KEY) == 0);
  const int64_t stored = packet_->dts != AV_NOPTS_VALUE ? packet_->dts : packet_->pts;
  const int64_t shown = packet_->pts != AV_NOPTS_VALUE ? packet_->pts : packet_->dts;
  if (shown == AV_NOPTS_VALUE) return std::nullopt;
  return SyncPoint{to_time(shown), to_time(stored)};
}

std::optional<MediaTime> MediaStream::sync_point_before(MediaTime at) const {
  const int found = av_index_search_timestamp(stream_, to_ticks(at), AVSEEK_FLAG_BACKWARD);
  const AVIndexEntry* entry = found < 0 ? nullptr : avformat_index_get_entry(stream_, found);
  if (entry == nullptr) return std::nullopt;
  return to_time(entry->timestamp);
}

// Where a stream's content ends, in its own ticks: what its header says, or where a crash has torn it off.
std::optional<int64_t> MediaStream::end_ticks(const AVStream& stream, int64_t file_size) {
  // A torn file's last fragment header promises packets that lie behind the file's end. Indexes made while
  // reading (other formats) hold no sizes and promise nothing.
  auto* indexed = const_cast<AVStream*>(&stream);  // libav's functions only read it
  const int count = avformat_index_get_entries_count(indexed);
  int whole = count;
  while (whole > 0) {
    const AVIndexEntry* entry = avformat_index_get_entry(indexed, whole - 1);
    if (entry->size <= 0 || entry->pos + entry->size <= file_size) break;
    --whole;
  }
  if (whole < count) return avformat_index_get_entry(indexed, whole)->timestamp;
  if (stream.duration <= 0) return std::nullopt;
  return (stream.start_time == AV_NOPTS_VALUE ? 0 : stream.start_time) + stream.duration;
}

void MediaStream::find_end() {
  const int64_t file_size = avio_size(input_->pb);
  const auto own_end = end_ticks(*stream_, file_size);
  end_ = own_end ? to_time(*own_end)
                 : MediaTime{input_->duration == AV_NOPTS_VALUE ? 0 : input_->duration * 1000};
  const int sound = av_find_best_stream(input_.get(), AVMEDIA_TYPE_AUDIO, -1, -1, nullptr, 0);
  if (sound < 0) return;
  const AVStream& other = *input_->streams[sound];
  const auto sound_end = end_ticks(other, file_size);
  if (!sound_end) return;
  const MediaTime end = MediaTime::from_count(*sound_end, other.time_base.den, other.time_base.num);
  if (end > end_ + kSoundPadding) end_ = end;
}

}  // namespace gladi
