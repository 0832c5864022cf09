#include "encoder/capture/media_input.h"

#include <algorithm>
#include <filesystem>

namespace gladi {
namespace {

constexpr auto kNetworkPatience = std::chrono::seconds(5);

}  // namespace

std::string MediaPlace::shown_name() const {
  if (kind == Kind::kFile) return std::filesystem::path(name).filename().string();
  // rtsp://user:password@host/… is shown as rtsp://host/….
  const size_t scheme = name.find("://");
  if (scheme == std::string::npos) return name;
  const size_t host = scheme + 3;
  const size_t path = std::min(name.find('/', host), name.size());
  const size_t at = name.rfind('@', path);
  return at == std::string::npos || at < host ? name : name.substr(0, host) + name.substr(at + 1);
}

Result<std::unique_ptr<MediaInput>> MediaInput::open(const MediaPlace& place, const StopSignal* stop) {
  std::unique_ptr<MediaInput> input(new MediaInput(place));
  input->stop_with(stop);
  if (auto opened = input->open_context(); !opened) return fail(std::move(opened));
  return input;
}

Status MediaInput::open_context() {
  avformat_network_init();
  context_.reset();
  AVFormatContext* context = avformat_alloc_context();
  context->interrupt_callback = {&MediaInput::is_over, &waiting_};
  libav::Options options;
  std::string where = place_.name;
  if (place_.kind == MediaPlace::Kind::kFile) {
    where.insert(0, "file:");                               // a path may look like a URL
    options.set("protocol_whitelist", "file,crypto,data");  // a playlist must not reach into the network
  } else {
    options.set("rtsp_transport", "tcp");
    options.set("fflags", "nobuffer");
  }
  begin_waiting();
  int code =
      avformat_open_input(&context, where.c_str(), nullptr, options.get());  // frees the context if it fails
  if (code < 0) return tl::unexpected(read_error(code));
  context_.reset(context);
  code = avformat_find_stream_info(context, nullptr);
  if (code < 0) return tl::unexpected(read_error(code));

  const AVCodec* decoder = nullptr;  // asking for it leaves out streams that nothing here can decode
  picture_index_ = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, &decoder, 0);
  if (picture_index_ >= 0) {
    const AVStream& found = *context->streams[picture_index_];
    const bool usable = (found.disposition & AV_DISPOSITION_ATTACHED_PIC) == 0 && found.codecpar->width > 0;
    if (!usable) picture_index_ = -1;
  }
  sound_index_ = av_find_best_stream(context, AVMEDIA_TYPE_AUDIO, -1, -1, &decoder, 0);
  if (sound_index_ >= 0) {
    const AVCodecParameters& found = *context->streams[sound_index_]->codecpar;
    if (found.sample_rate <= 0 || found.ch_layout.nb_channels <= 0) sound_index_ = -1;
  }
  if (picture_index_ < 0 && sound_index_ < 0) {
    return fail(
        ErrorKind::kDamaged,
        Message(GLADI_TEXT("{0} holds no picture and no sound that Gladi can read."), {place_.shown_name()}));
  }
  use(use_picture_, use_sound_);
  return {};
}

const AVStream* MediaInput::stream(int index) const {
  return index < 0 ? nullptr : context_->streams[index];
}

void MediaInput::use(bool picture, bool sound) {
  use_picture_ = picture;
  use_sound_ = sound;
  for (unsigned i = 0; i < context_->nb_streams; ++i) {
    const int index = static_cast<int>(i);
    const bool used = (picture && index == picture_index_) || (sound && index == sound_index_);
    context_->streams[i]->discard = used ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
  }
}

int MediaInput::read(AVPacket& packet) {
  while (true) {
    begin_waiting();
    const int code = av_read_frame(context_.get(), &packet);
    if (code < 0) return code;
    if (context_->streams[packet.stream_index]->discard == AVDISCARD_DEFAULT) return 0;
    av_packet_unref(&packet);
  }
}

MediaTime MediaInput::start() const {
  if (context_->start_time == AV_NOPTS_VALUE) return {};
  return {av_rescale(context_->start_time, 1'000'000'000, AV_TIME_BASE)};
}

Result<bool> MediaInput::rewind() {
  begin_waiting();
  const int64_t start = context_->start_time == AV_NOPTS_VALUE ? 0 : context_->start_time;
  if (avformat_seek_file(context_.get(), -1, INT64_MIN, start, start, 0) >= 0) return false;
  if (auto opened = open_context(); !opened) return fail(std::move(opened));
  return true;
}

Error MediaInput::read_error(int code) const {
  const std::string name = place_.shown_name();
  const std::string words = libav::describe(code);
  if (place_.kind == MediaPlace::Kind::kUrl) {
    if (code == AVERROR_EOF)
      return {ErrorKind::kIo, Message(GLADI_TEXT("The stream {0} has ended."), {name}), words};
    if (code == AVERROR_INVALIDDATA) {
      return {ErrorKind::kDamaged,
              Message(GLADI_TEXT("{0} sends no picture or sound that Gladi can read."), {name}), words};
    }
    return {ErrorKind::kIo, Message(GLADI_TEXT("The stream {0} can't be reached."), {name}), words};
  }
  switch (code) {
    case AVERROR(ENOENT):
      return {ErrorKind::kNotFound, Message(GLADI_TEXT("The file {0} is not there."), {place_.name}), words};
    case AVERROR(EACCES):
      return {ErrorKind::kRefused, Message(GLADI_TEXT("The file {0} may not be read."), {place_.name}),
              words};
    case AVERROR(EIO):
      return {ErrorKind::kIo,
              Message(GLADI_TEXT("The file {0} can't be read: the disk reports an error."), {place_.name}),
              words};
    default:
      return {ErrorKind::kDamaged,
              Message(GLADI_TEXT("{0} holds no picture and no sound that Gladi can read."), {name}), words};
  }
}

void MediaInput::begin_waiting() {
  waiting_.deadline = std::chrono::steady_clock::now() + kNetworkPatience;
}

int MediaInput::is_over(void* waiting) {
  const auto& state = *static_cast<const Waiting*>(waiting);
  if (state.stop != nullptr && state.stop->requested()) return 1;
  return std::chrono::steady_clock::now() > state.deadline ? 1 : 0;
}

}  // namespace gladi
