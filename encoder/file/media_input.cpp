#include "encoder/file/media_input.h"

#include <algorithm>
#include <new>
#include <system_error>

namespace gladi {
namespace {

constexpr int kBufferBytes = 128 * 1024;

constexpr const char* kFormats =
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,asf,flv,mpeg,mpegts,mpegvideo,h264,hevc,mjpeg,ogg,wav,w64,"
    "aiff,flac,"
    "mp3,aac,amr,image2,jpeg_pipe,png_pipe,webp_pipe,yuv4mpegpipe";

tl::unexpected<Error> no_media(const std::filesystem::path& file, std::string detail) {
  return fail(ErrorKind::kDamaged,
              Message(GLADI_TEXT("{0} is no sound or picture that Gladi can read."), {file.string()}),
              std::move(detail));
}

// Missing and forbidden files are told apart from files with the wrong content.
Status readable(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) {
    return fail(ErrorKind::kNotFound, Message(GLADI_TEXT("{0} is not there."), {file.string()}));
  }
  if (std::filesystem::is_directory(file, error)) return no_media(file, "a folder");
  if (!std::ifstream(file, std::ios::binary)) {
    return fail(ErrorKind::kRefused, Message(GLADI_TEXT("{0} can't be read."), {file.string()}));
  }
  return {};
}

}  // namespace

Result<libav::InputContext> open_media(const std::filesystem::path& file) {
  if (Status status = readable(file); !status) return fail(std::move(status));
  libav::Options options;
  options.set("format_whitelist", kFormats);
  options.set("protocol_whitelist", "file");
  AVFormatContext* opened = nullptr;
  // The protocol is named so that a colon in a file's name is just a colon.
  int code = avformat_open_input(&opened, ("file:" + file.string()).c_str(), nullptr, options.get());
  if (code < 0) return no_media(file, libav::describe(code));
  libav::InputContext context(opened);
  code = avformat_find_stream_info(context.get(), nullptr);
  if (code < 0) return no_media(file, libav::describe(code));
  return context;
}

Result<std::unique_ptr<Mp4Input>> Mp4Input::open(const std::filesystem::path& file, int64_t limit) {
  if (Status status = readable(file); !status) return fail(std::move(status));
  std::unique_ptr<Mp4Input> input(new Mp4Input(file, limit));
  AVFormatContext* context = avformat_alloc_context();
  if (context == nullptr) throw std::bad_alloc();
  context->pb = input->io_;
  context->flags |= AVFMT_FLAG_CUSTOM_IO;
  // Frees the context when it fails.
  const int code = avformat_open_input(&context, nullptr, av_find_input_format("mov"), nullptr);
  if (code < 0) return no_media(file, libav::describe(code));
  input->context_.reset(context);
  return input;
}

Mp4Input::Mp4Input(const std::filesystem::path& file, int64_t limit)
    : file_(file, std::ios::binary), limit_(limit) {
  auto* buffer = static_cast<uint8_t*>(av_malloc(kBufferBytes));
  io_ = avio_alloc_context(buffer, kBufferBytes, 0, this, &Mp4Input::read, nullptr, &Mp4Input::seek);
  if (buffer == nullptr || io_ == nullptr) throw std::bad_alloc();
}

Mp4Input::~Mp4Input() {
  context_.reset();
  av_freep(&io_->buffer);
  avio_context_free(&io_);
}

AVStream* Mp4Input::stream(AVMediaType type) const {
  for (unsigned i = 0; i < context_->nb_streams; ++i) {
    AVStream* stream = context_->streams[i];
    if (stream->codecpar->codec_type == type && avformat_index_get_entries_count(stream) > 0) return stream;
  }
  return nullptr;
}

MediaTime Mp4Input::duration() const {
  MediaTime longest;
  for (const AVMediaType type : {AVMEDIA_TYPE_VIDEO, AVMEDIA_TYPE_AUDIO}) {
    const AVStream* of_type = stream(type);
    if (of_type == nullptr || of_type->duration == AV_NOPTS_VALUE) continue;
    longest =
        std::max(longest, MediaTime{av_rescale_q(of_type->duration, of_type->time_base, {1, 1'000'000'000})});
  }
  return longest;
}

double Mp4Input::position() const {
  return limit_ > 0 ? std::clamp(static_cast<double>(at_) / static_cast<double>(limit_), 0.0, 1.0) : 1.0;
}

int Mp4Input::read(void* self, uint8_t* bytes, int size) {
  auto& input = *static_cast<Mp4Input*>(self);
  const int64_t wanted = std::min<int64_t>(size, input.limit_ - input.at_);
  if (wanted <= 0) return AVERROR_EOF;
  input.file_.clear();
  input.file_.seekg(input.at_);
  input.file_.read(reinterpret_cast<char*>(bytes), wanted);
  const auto got = static_cast<int>(input.file_.gcount());
  if (input.file_.bad()) input.disk_failed_ = true;
  if (got == 0) return input.disk_failed_ ? AVERROR(EIO) : AVERROR_EOF;
  input.at_ += got;
  return got;
}

int64_t Mp4Input::seek(void* self, int64_t offset, int whence) {
  auto& input = *static_cast<Mp4Input*>(self);
  if ((whence & AVSEEK_SIZE) != 0) return input.limit_;
  switch (whence & ~AVSEEK_FORCE) {
    case SEEK_SET:
      break;
    case SEEK_CUR:
      offset += input.at_;
      break;
    case SEEK_END:
      offset += input.limit_;
      break;
    default:
      return AVERROR(EINVAL);
  }
  if (offset < 0) return AVERROR(EINVAL);
  return input.at_ = offset;
}

}  // namespace gladi
