#include "encoder/file/part_scan.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <system_error>

#include "encoder/file/finalise.h"
#include "encoder/file/media_input.h"

namespace gladi {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> nothing_whole(const fs::path& file) {
  return fail(ErrorKind::kDamaged,
              Message(GLADI_TEXT("{0} holds nothing that can be played: the recording ended too early."),
                      {file.string()}));
}

struct Box {
  uint32_t type = 0;
  int64_t end = 0;
};

constexpr uint32_t fourcc(const char (&name)[5]) {
  uint32_t value = 0;
  for (int i = 0; i < 4; ++i) value = value << 8 | static_cast<uint8_t>(name[i]);
  return value;
}

uint64_t big_endian(const uint8_t* bytes, int count) {
  uint64_t value = 0;
  for (int i = 0; i < count; ++i) value = value << 8 | bytes[i];
  return value;
}

// The box at `at` if it is whole.
std::optional<Box> whole_box(std::ifstream& in, int64_t at, int64_t file_size) {
  std::array<uint8_t, 16> bytes{};
  in.clear();
  in.seekg(at);
  in.read(reinterpret_cast<char*>(bytes.data()), 8);
  if (in.gcount() != 8) return std::nullopt;
  uint64_t size = big_endian(bytes.data(), 4);
  const auto type = static_cast<uint32_t>(big_endian(bytes.data() + 4, 4));
  uint64_t header = 8;
  if (size == 1) {  // a 64-bit size follows
    in.read(reinterpret_cast<char*>(bytes.data()) + 8, 8);
    if (in.gcount() != 8) return std::nullopt;
    size = big_endian(bytes.data() + 8, 8);
    header = 16;
  }
  if (size < header || size > static_cast<uint64_t>(file_size - at)) return std::nullopt;
  return Box{type, at + static_cast<int64_t>(size)};
}

// Decodes the last group of pictures of what lies before `limit`.
bool last_pictures_decode(const fs::path& file, int64_t limit) {
  auto input = Mp4Input::open(file, limit);
  if (!input) return false;
  AVStream* stream = (*input)->stream(AVMEDIA_TYPE_VIDEO);
  if (stream == nullptr) return (*input)->stream(AVMEDIA_TYPE_AUDIO) != nullptr;
  const AVIndexEntry* last = avformat_index_get_entry(stream, avformat_index_get_entries_count(stream) - 1);
  if (last == nullptr) return false;

  const AVCodec* codec = avcodec_find_decoder(stream->codecpar->codec_id);
  libav::CodecContext decoder(codec != nullptr ? avcodec_alloc_context3(codec) : nullptr);
  if (!decoder || avcodec_parameters_to_context(decoder.get(), stream->codecpar) < 0) return false;
  decoder->err_recognition = AV_EF_EXPLODE;
  decoder->thread_count = 1;
  if (avcodec_open2(decoder.get(), codec, nullptr) < 0) return false;
  if (av_seek_frame((*input)->context(), stream->index, last->timestamp, AVSEEK_FLAG_BACKWARD) < 0)
    return false;

  const libav::Packet packet = libav::make_packet();
  const libav::Frame frame = libav::make_frame();
  int64_t sent = 0, received = 0;
  const auto receive = [&] {
    while (avcodec_receive_frame(decoder.get(), frame.get()) >= 0) {
      if ((frame->flags & AV_FRAME_FLAG_CORRUPT) == 0 && frame->decode_error_flags == 0) ++received;
    }
  };
  int code = 0;
  while ((code = av_read_frame((*input)->context(), packet.get())) >= 0) {
    const bool video = packet->stream_index == stream->index;
    const bool taken = !video || avcodec_send_packet(decoder.get(), packet.get()) >= 0;
    av_packet_unref(packet.get());
    if (!taken) return false;
    if (video) ++sent;
    receive();
  }
  if (code != AVERROR_EOF) return false;
  avcodec_send_packet(decoder.get(), nullptr);
  receive();
  return sent > 0 && received == sent;
}

}  // namespace

Result<std::vector<int64_t>> whole_fragments(const fs::path& part_file) {
  std::error_code error;
  if (!fs::is_regular_file(part_file, error)) {
    return fail(ErrorKind::kNotFound, Message(GLADI_TEXT("{0} is not there."), {part_file.string()}));
  }
  const auto size = static_cast<int64_t>(fs::file_size(part_file, error));
  std::ifstream in(part_file, std::ios::binary);
  if (error || !in)
    return fail(ErrorKind::kRefused, Message(GLADI_TEXT("{0} can't be read."), {part_file.string()}));

  std::vector<int64_t> ends;
  bool header_seen = false, in_fragment = false;
  int64_t at = 0;
  while (const std::optional<Box> box = whole_box(in, at, size)) {
    at = box->end;
    switch (box->type) {
      case fourcc("moov"):
        header_seen = true;
        break;
      case fourcc("moof"):
        in_fragment = header_seen;
        break;
      case fourcc("mdat"):
        if (in_fragment) ends.push_back(at);
        in_fragment = false;
        break;
      default:
        break;
    }
  }
  if (ends.empty()) return nothing_whole(part_file);
  return ends;
}

Result<int64_t> playable_bytes(const fs::path& part_file) {
  auto ends = whole_fragments(part_file);
  if (!ends) return fail(std::move(ends));
  // A crash spoils the last few fragments at most. Where far more is broken, ever longer steps keep the
  // search short, and what they passed over is looked through by halves.
  constexpr size_t kSingleSteps = 8;
  size_t step = 1;
  size_t good = ends->size(), bad = good + 1;  // numbers of fragments
  for (size_t tried = 1; good > 0 && !last_pictures_decode(part_file, (*ends)[good - 1]); ++tried) {
    bad = good;
    good -= std::min(step, good);
    if (tried >= kSingleSteps) step *= 2;
  }
  while (bad - good > 1) {
    const size_t middle = good + (bad - good) / 2;
    (last_pictures_decode(part_file, (*ends)[middle - 1]) ? good : bad) = middle;
  }
  if (good == 0) return nothing_whole(part_file);
  return (*ends)[good - 1];
}

Result<MediaTime> playable_duration(const fs::path& part_file) {
  const auto bytes = playable_bytes(part_file);
  if (!bytes) return tl::unexpected(bytes.error());
  auto input = Mp4Input::open(part_file, *bytes);
  if (!input) return fail(std::move(input));
  return (*input)->duration();
}

}  // namespace gladi
