#include "encoder/file/media_info.h"

#include "encoder/file/media_input.h"

namespace gladi {
namespace {

constexpr AVRational kNanoseconds{1, 1'000'000'000};

std::string codec_name(const AVStream& stream) {
  return avcodec_get_name(stream.codecpar->codec_id);
}

// The stream of a type that a player would choose; null when there is none that libav can decode.
const AVStream* best_stream(AVFormatContext& context, AVMediaType type) {
  const int index = av_find_best_stream(&context, type, -1, -1, nullptr, 0);
  if (index < 0) return nullptr;
  const AVStream* stream = context.streams[index];
  return avcodec_find_decoder(stream->codecpar->codec_id) != nullptr ? stream : nullptr;
}

std::vector<Chapter> chapters_of(const AVFormatContext& context) {
  std::vector<Chapter> chapters;
  for (unsigned i = 0; i < context.nb_chapters; ++i) {
    const AVChapter& chapter = *context.chapters[i];
    const AVDictionaryEntry* title = av_dict_get(chapter.metadata, "title", nullptr, 0);
    chapters.push_back(
        {{av_rescale_q(chapter.start, chapter.time_base, kNanoseconds)}, title ? title->value : ""});
  }
  return chapters;
}

}  // namespace

Result<MediaInfo> probe_media(const std::filesystem::path& file) {
  auto opened = open_media(file);
  if (!opened) return fail(std::move(opened));
  AVFormatContext& context = **opened;
  MediaInfo info;
  if (context.duration != AV_NOPTS_VALUE)
    info.duration = {av_rescale(context.duration, 1'000'000'000, AV_TIME_BASE)};
  if (const AVStream* video = best_stream(context, AVMEDIA_TYPE_VIDEO); video && video->codecpar->width > 0) {
    info.has_video = true;
    info.width_px = video->codecpar->width;
    info.height_px = video->codecpar->height;
    const AVRational rate = video->avg_frame_rate.num > 0 ? video->avg_frame_rate : video->r_frame_rate;
    info.fps = rate.den > 0 ? av_q2d(rate) : 0;
    info.video_codec = codec_name(*video);
  }
  if (const AVStream* audio = best_stream(context, AVMEDIA_TYPE_AUDIO);
      audio && audio->codecpar->sample_rate > 0) {
    info.has_audio = true;
    info.sample_rate_hz = audio->codecpar->sample_rate;
    info.channels = audio->codecpar->ch_layout.nb_channels;
    info.audio_codec = codec_name(*audio);
  }
  if (!info.has_video && !info.has_audio) {
    return fail(ErrorKind::kDamaged,
                Message(GLADI_TEXT("{0} is no sound or picture that Gladi can read."), {file.string()}));
  }
  if (const auto* made = av_dict_get(context.metadata, "creation_time", nullptr, 0))
    info.recorded_at = made->value;
  info.chapters = chapters_of(context);
  return info;
}

}  // namespace gladi
