// Decodes a file or stream into pictures and blocks of sound on one endless timeline. Private to encoder.
#pragma once

#include <deque>
#include <memory>
#include <optional>

#include "encoder/capture/media_input.h"
#include "encoder/capture/sound_cutter.h"
#include "encoder/libav/decoder.h"
#include "encoder/libav/frame_picture.h"

namespace gladi {

// The timeline starts with 0 where the media start, and goes on when a file begins again. One thread at a
// time.
class MediaTimeline {
 public:
  static Result<std::unique_ptr<MediaTimeline>> open(std::unique_ptr<MediaInput> input, bool want_picture,
                                                     bool want_sound);

  const MediaInput& input() const { return *input_; }
  void stop_with(const StopSignal* stop) { input_->stop_with(stop); }
  double fps() const { return fps_; }
  int channels() const { return sound_ ? sound_->channels() : 0; }

  // Decodes until the next picture (with its stamp on the timeline) and the next block of sound are there, as
  // far as they are wanted; `pictures_ahead` of them for a file, so that decoding is never what makes one
  // late.
  Status fill(size_t pictures_ahead);
  std::deque<PicturePtr>& pictures() { return pictures_; }
  std::deque<SoundBlock>& blocks() { return sound_->blocks(); }
  bool has_sound() const { return sound_.has_value(); }
  int64_t broken() const { return broken_before_ + (picture_decoder_ ? picture_decoder_->broken() : 0); }

 private:
  explicit MediaTimeline(std::unique_ptr<MediaInput> input) : input_(std::move(input)) {}
  Status open_decoders(bool want_picture, bool want_sound);
  Status decode_next();
  Status decode_pictures(const AVPacket* packet);
  Status decode_sound(const AVPacket* packet);
  Status begin_again();
  MediaTime time_of(const AVFrame& frame, const AVStream& stream, MediaTime otherwise) const;
  void repeat_still();

  std::unique_ptr<MediaInput> input_;
  libav::Packet packet_ = libav::make_packet();
  double fps_ = 0;
  std::optional<libav::Decoder> picture_decoder_;
  std::optional<libav::FramePictures> maker_;
  std::optional<libav::Decoder> sound_decoder_;
  std::optional<SoundCutter> sound_;
  std::deque<PicturePtr> pictures_;

  MediaTime loop_start_;    // on the timeline
  MediaTime pictures_end_;  // on the timeline: when the newest picture is over
  MediaTime sound_end_;     // on the timeline, by the stamps
  int64_t pictures_in_loop_ = 0;
  int64_t broken_before_ = 0;  // by decoders that are gone
  PicturePtr still_;           // the one picture of a still
};

}  // namespace gladi
