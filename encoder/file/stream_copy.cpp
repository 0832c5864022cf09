#include "encoder/file/stream_copy.h"

extern "C" {
#include <libavutil/adler32.h>
}

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <utility>

namespace gladi {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> cancelled() {
  return fail(ErrorKind::kCancelled, Message(GLADI_TEXT("The work was cancelled.")));
}

tl::unexpected<Error> read_failed(int code) {
  return fail(ErrorKind::kIo, Message(GLADI_TEXT("The recording can't be read: the disk reports an error.")),
              libav::describe(code));
}

tl::unexpected<Error> damaged_recording(int code) {
  return fail(ErrorKind::kDamaged, Message(GLADI_TEXT("The recording is damaged in the middle.")),
              libav::describe(code));
}

tl::unexpected<Error> write_failed(const fs::path& file, int code) {
  if (code == AVERROR(ENOSPC) || code == AVERROR(EDQUOT)) {
    return fail(ErrorKind::kNoSpace,
                Message(GLADI_TEXT("The disk is full: {0} could not be written."), {file.string()}),
                libav::describe(code));
  }
  return fail(ErrorKind::kIo,
              Message(GLADI_TEXT("{0} could not be written: the disk reports an error."), {file.string()}),
              libav::describe(code));
}

MediaTime time_of(int64_t pts, const AVStream& stream) {
  return MediaTime{av_rescale_q(pts, stream.time_base, {1, 1'000'000'000})};
}

// Whether packets follow each other as the recorder makes them, without holes. What stands a minute apart has
// been moved by damage: MP4 can't even write such durations again. One for each stream.
class Succession {
 public:
  bool takes(const AVPacket& packet, const AVStream& stream) {
    if (packet.pts == AV_NOPTS_VALUE) return false;
    const MediaTime from = end_;
    end_ = time_of(packet.pts + packet.duration, stream);
    return abs(time_of(packet.pts, stream) - from) <= kMostJump && abs(end_ - from) <= kMostJump * 2;
  }

 private:
  static constexpr MediaTime kMostJump = MediaTime::from_seconds(60);
  MediaTime end_;
};

// Reads all packets of the first video and the first audio stream; `use` gets them with 0 for video, 1 for
// audio.
template <class Use>
Result<PacketTally> for_each_packet(Mp4Input& input, const KeepGoing& keep_going, const Use& use) {
  const std::array<AVStream*, 2> streams{input.stream(AVMEDIA_TYPE_VIDEO), input.stream(AVMEDIA_TYPE_AUDIO)};
  PacketTally result;
  const libav::Packet packet = libav::make_packet();
  for (;;) {
    if (!keep_going(input.position())) return cancelled();
    const int code = av_read_frame(input.context(), packet.get());
    if (input.disk_failed()) return read_failed(code);
    if (code == AVERROR_EOF) return result;
    // Not only "invalid data": a count of samples that isn't one makes libav ask for more memory than it may.
    if (code < 0) return damaged_recording(code);
    for (size_t i = 0; i < streams.size(); ++i) {
      if (streams[i] == nullptr || packet->stream_index != streams[i]->index) continue;
      PacketTally::OfStream& of = result.streams[i];
      ++of.packets;
      of.bytes += packet->size;
      of.checksum = static_cast<uint32_t>(
          av_adler32_update(of.checksum, packet->data, static_cast<size_t>(packet->size)));
      of.last = std::max(of.last, time_of(packet->pts, *streams[i]));
      of.end = std::max(of.end, time_of(packet->pts + packet->duration, *streams[i]));
      if (Status used = use(i, packet.get()); !used) return fail(std::move(used));
      break;
    }
    av_packet_unref(packet.get());
  }
}

// The muxer's memory for chapters is libav's: it frees them with the context.
bool add_chapter(AVFormatContext& muxer, MediaTime start, MediaTime end, const std::string& title) {
  auto** chapters =
      static_cast<AVChapter**>(av_realloc_array(muxer.chapters, muxer.nb_chapters + 1, sizeof(AVChapter*)));
  if (chapters == nullptr) return false;
  muxer.chapters = chapters;
  auto* chapter = static_cast<AVChapter*>(av_mallocz(sizeof(AVChapter)));
  if (chapter == nullptr) return false;
  chapter->id = muxer.nb_chapters;
  chapter->time_base = {1, 1000};
  chapter->start = start.ms();
  chapter->end = end.ms();
  av_dict_set(&chapter->metadata, "title", title.c_str(), 0);
  muxer.chapters[muxer.nb_chapters++] = chapter;
  return true;
}

bool add_chapters(AVFormatContext& muxer, std::vector<Chapter> chapters, MediaTime duration) {
  std::stable_sort(chapters.begin(), chapters.end(),
                   [](const Chapter& a, const Chapter& b) { return a.start < b.start; });
  for (size_t i = 0; i < chapters.size(); ++i) {
    const MediaTime start = std::max(chapters[i].start, MediaTime());
    const MediaTime end = i + 1 < chapters.size() ? std::min(chapters[i + 1].start, duration) : duration;
    // What lies behind a torn end, or is shorter than the file can tell, is left out.
    if (end.ms() <= start.ms()) continue;
    if (!add_chapter(muxer, start, end, chapters[i].title)) return false;
  }
  return true;
}

AVStream* add_stream(AVFormatContext& muxer, AVStream& from) {
  AVStream* to = avformat_new_stream(&muxer, nullptr);
  if (to == nullptr || avcodec_parameters_copy(to->codecpar, from.codecpar) < 0) return nullptr;
  to->codecpar->codec_tag = 0;
  to->time_base = from.time_base;
  to->avg_frame_rate = from.avg_frame_rate;
  to->disposition = from.disposition;
  return to;
}

struct CloseIo {
  void operator()(AVIOContext* io) const { avio_closep(&io); }
};

}  // namespace

bool PacketTally::holds_the_same_as(const PacketTally& other) const {
  for (size_t i = 0; i < streams.size(); ++i) {
    const OfStream &a = streams[i], &b = other.streams[i];
    if (a.packets != b.packets || a.bytes != b.bytes || a.checksum != b.checksum) return false;
    if (abs(a.last - b.last) > MediaTime::from_ms(1)) return false;
  }
  return true;
}

Result<PacketTally> tally(Mp4Input& input, const KeepGoing& keep_going) {
  return for_each_packet(input, keep_going, [](size_t, const AVPacket*) { return Status(); });
}

Result<PacketTally> copy_streams(Mp4Input& input, const fs::path& to, const std::vector<Chapter>& chapters,
                                 const std::string& title, const KeepGoing& keep_going) {
  const std::string url = "file:" + to.string();
  AVFormatContext* made = nullptr;
  int code = avformat_alloc_output_context2(&made, nullptr, "mp4", url.c_str());
  if (code < 0) return write_failed(to, code);
  const libav::OutputContext muxer(made);
  std::array<AVStream*, 2> from{input.stream(AVMEDIA_TYPE_VIDEO), input.stream(AVMEDIA_TYPE_AUDIO)};
  std::array<AVStream*, 2> out{};
  for (size_t i = 0; i < from.size(); ++i) {
    if (from[i] == nullptr) continue;
    out[i] = add_stream(*muxer, *from[i]);
    if (out[i] == nullptr) return write_failed(to, AVERROR(ENOMEM));
  }
  if (!title.empty()) av_dict_set(&muxer->metadata, "title", title.c_str(), 0);
  if (!add_chapters(*muxer, chapters, input.duration())) return write_failed(to, AVERROR(ENOMEM));

  code = avio_open(&muxer->pb, url.c_str(), AVIO_FLAG_WRITE);
  std::unique_ptr<AVIOContext, CloseIo> io(muxer->pb);
  libav::Options muxing;
  muxing.set("movflags", "faststart");
  if (code >= 0) code = avformat_write_header(muxer.get(), muxing.get());
  if (code < 0) return write_failed(to, code);

  std::array<Succession, 2> successions;
  auto copied = for_each_packet(input, keep_going, [&](size_t i, AVPacket* packet) -> Status {
    if (!successions[i].takes(*packet, *from[i])) return damaged_recording(AVERROR_INVALIDDATA);
    av_packet_rescale_ts(packet, from[i]->time_base, out[i]->time_base);
    packet->stream_index = out[i]->index;
    packet->pos = -1;
    const int written = av_interleaved_write_frame(muxer.get(), packet);
    // Times that run backwards: something in the middle of the recording is damaged.
    if (written == AVERROR(EINVAL) || written == AVERROR_INVALIDDATA) return damaged_recording(written);
    if (written < 0) return write_failed(to, written);
    return {};
  });
  if (!copied) return copied;
  code = av_write_trailer(muxer.get());
  avio_flush(io.get());
  if (code >= 0) code = io->error;
  const int closed = avio_close(io.release());
  if (code >= 0) code = closed;
  muxer->pb = nullptr;
  if (code < 0) return write_failed(to, code);
  return copied;
}

}  // namespace gladi
