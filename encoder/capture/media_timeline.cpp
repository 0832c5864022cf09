#include "encoder/capture/media_timeline.h"

#include <algorithm>
#include <utility>

namespace gladi {
namespace {

constexpr double kUsualFps = 30;      // where a file doesn't tell
constexpr size_t kMostPictures = 12;  // what is held where sound and picture lie far apart in the file
constexpr size_t kMostBlocks = 400;   // 4 s
// Encoders pad sound to whole packets: an end that near to the last picture's is meant to be the same.
constexpr MediaTime kSameEnd = MediaTime::from_ms(100);

MediaTime to_time(int64_t value, AVRational base) {
  return {av_rescale_q(value, base, {1, 1'000'000'000})};
}

}  // namespace

Result<std::unique_ptr<MediaTimeline>> MediaTimeline::open(std::unique_ptr<MediaInput> input,
                                                           bool want_picture, bool want_sound) {
  std::unique_ptr<MediaTimeline> timeline(new MediaTimeline(std::move(input)));
  if (auto opened = timeline->open_decoders(want_picture, want_sound); !opened)
    return fail(std::move(opened));
  return timeline;
}

Status MediaTimeline::open_decoders(bool want_picture, bool want_sound) {
  const std::string name = input_->place().shown_name();
  if (want_picture) {
    const AVStream* stream = input_->picture();
    if (stream == nullptr)
      return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("{0} holds no moving picture."), {name}));
    auto decoder = libav::Decoder::open(*stream);
    if (!decoder) return fail(std::move(decoder));
    if (picture_decoder_) broken_before_ += picture_decoder_->broken();
    picture_decoder_.emplace(std::move(*decoder));
    maker_.emplace(libav::quarter_turns_of(*stream));
    const AVRational rate = stream->avg_frame_rate.num > 0 ? stream->avg_frame_rate : stream->r_frame_rate;
    fps_ = rate.num > 0 && rate.den > 0 ? av_q2d(rate) : kUsualFps;
  }
  if (want_sound) {
    const AVStream* stream = input_->sound();
    if (stream == nullptr)
      return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("{0} holds no sound."), {name}));
    auto decoder = libav::Decoder::open(*stream);
    if (!decoder) return fail(std::move(decoder));
    sound_decoder_.emplace(std::move(*decoder));
    if (!sound_) sound_.emplace(stream->codecpar->ch_layout.nb_channels);
  }
  input_->use(want_picture, want_sound);
  return {};
}

Status MediaTimeline::fill(size_t pictures_ahead) {
  while (true) {
    const bool need_picture = picture_decoder_ && pictures_.size() < pictures_ahead;
    const bool need_block = sound_ && sound_->blocks().empty();
    if (!need_picture && !need_block) return {};
    // One of them may be missing for long in a badly interleaved file: then the other goes on alone.
    if (pictures_.size() >= kMostPictures || (sound_ && sound_->blocks().size() >= kMostBlocks)) return {};
    if (still_) {
      repeat_still();
    } else if (auto decoded = decode_next(); !decoded) {
      return decoded;
    }
  }
}

Status MediaTimeline::decode_next() {
  const int code = input_->read(*packet_);
  if (code == AVERROR_EOF && input_->place().kind == MediaPlace::Kind::kFile) {
    if (picture_decoder_) {
      if (auto decoded = decode_pictures(nullptr); !decoded) return decoded;
    }
    if (sound_) {
      if (auto decoded = decode_sound(nullptr); !decoded) return decoded;
    }
    return begin_again();
  }
  if (code < 0) return tl::unexpected(input_->read_error(code));
  const bool is_picture = input_->picture() != nullptr && packet_->stream_index == input_->picture()->index;
  Status decoded = is_picture ? decode_pictures(packet_.get()) : decode_sound(packet_.get());
  av_packet_unref(packet_.get());
  return decoded;
}

Status MediaTimeline::decode_pictures(const AVPacket* packet) {
  for (libav::Frame& frame : picture_decoder_->decode(packet)) {
    const AVStream& stream = *input_->picture();
    const MediaTime at = time_of(*frame, stream, pictures_end_);
    const MediaTime lasts = frame->pkt_duration > 0 ? to_time(frame->pkt_duration, stream.time_base)
                                                    : MediaTime::from_seconds(1 / fps_);
    auto picture = maker_->make(std::move(frame), at);
    if (!picture) return fail(std::move(picture));
    pictures_end_ = std::max(pictures_end_, at + lasts);
    pictures_.push_back(std::move(*picture));
    ++pictures_in_loop_;
  }
  return {};
}

Status MediaTimeline::decode_sound(const AVPacket* packet) {
  for (const libav::Frame& frame : sound_decoder_->decode(packet)) {
    const MediaTime at = time_of(*frame, *input_->sound(), sound_end_);
    if (auto added = sound_->add(*frame, at); !added) return added;
    sound_end_ = std::max(sound_end_, at + MediaTime::from_count(frame->nb_samples, frame->sample_rate));
  }
  return {};
}

MediaTime MediaTimeline::time_of(const AVFrame& frame, const AVStream& stream, MediaTime otherwise) const {
  if (frame.best_effort_timestamp == AV_NOPTS_VALUE) return otherwise;
  return loop_start_ + to_time(frame.best_effort_timestamp, stream.time_base) - input_->start();
}

// The end of the file: the next loop starts where the longer of both is over, on a whole sample.
Status MediaTimeline::begin_again() {
  MediaTime end = std::max(pictures_end_, sound_end_);
  if (picture_decoder_ && abs(pictures_end_ - sound_end_) < kSameEnd) end = pictures_end_;
  const int64_t samples = end.to_count(SoundCutter::kRateHz);
  end = MediaTime::from_count(samples, SoundCutter::kRateHz);
  if (end <= loop_start_) {
    return fail(ErrorKind::kDamaged,
                Message(GLADI_TEXT("Nothing in {0} can be decoded."), {input_->place().shown_name()}));
  }
  if (pictures_in_loop_ == 1 && !sound_) {
    still_ = pictures_.empty() ? nullptr : pictures_.back();
    if (still_) return {};
  }
  if (sound_) sound_->end_at(end);
  loop_start_ = end;
  pictures_end_ = end;
  sound_end_ = end;
  pictures_in_loop_ = 0;

  auto opened_anew = input_->rewind();
  if (!opened_anew) return fail(std::move(opened_anew));
  if (*opened_anew) return open_decoders(picture_decoder_.has_value(), sound_.has_value());
  if (picture_decoder_) picture_decoder_->flush();
  if (sound_decoder_) sound_decoder_->flush();
  return {};
}

// A still is decoded once and given again and again: the copies share its pixels.
void MediaTimeline::repeat_still() {
  auto copy = std::make_shared<Picture>(*still_);
  copy->stamp = still_->stamp + MediaTime::from_seconds(static_cast<double>(pictures_in_loop_++) / fps_);
  pictures_.push_back(std::move(copy));
}

}  // namespace gladi
