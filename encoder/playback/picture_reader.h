// The pictures of one part, at any time, forward and backward. Private to encoder.
#pragma once

#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include "encoder/libav/frame_picture.h"
#include "encoder/playback/media_stream.h"

namespace gladi {

// Called with each picture that is decoded on the way to the one asked for; false gives the search up.
using SearchProgress = std::function<bool(const PicturePtr&)>;

// One thread at a time. All times are take times: the part's first picture is at `start`, whatever the file
// calls it.
//
// Keeps the run of pictures that were decoded last, up to 64 MB, without a hole between its first and its
// last. What lies in the run costs nothing: that makes stepping back through a group of pictures instant.
class PictureReader {
 public:
  static Result<std::unique_ptr<PictureReader>> open(const std::filesystem::path& file, MediaTime start);

  // The picture shown at `time`: the newest one not later, or the first of all. Null when `progress` gave up
  // or when nothing can be decoded.
  PicturePtr at(MediaTime time, const SearchProgress& progress = {});
  // The next picture after a stamp; null at the end.
  PicturePtr after(MediaTime stamp, const SearchProgress& progress = {});
  // The last picture before a stamp; null at the start.
  PicturePtr before(MediaTime stamp, const SearchProgress& progress = {});

  MediaTime end() const { return end_; }
  MediaTime frame_duration() const { return frame_duration_; }
  // What the file calls the time of the first picture: the zero of the part's sound too.
  MediaTime file_time_of_first() const { return origin_; }
  bool has_sound() const { return stream_->file_has(AVMEDIA_TYPE_AUDIO); }
  int64_t damaged_packets() const { return stream_->damaged_packets(); }

 private:
  PictureReader() = default;
  MediaTime to_file(MediaTime take) const { return take - start_ + origin_; }
  MediaTime to_take(MediaTime file) const { return file - origin_ + start_; }
  bool covers(MediaTime time) const;
  bool can_decode_on_to(MediaTime time) const;
  void go_to_sync_point(MediaTime time);
  bool extend();
  PicturePtr newest_not_after(MediaTime time) const;

  std::unique_ptr<MediaStream> stream_;
  std::optional<libav::FramePictures> pictures_;
  libav::Frame frame_ = libav::make_frame();
  MediaTime start_;
  MediaTime origin_;
  MediaTime end_;
  MediaTime frame_duration_;

  std::deque<PicturePtr> run_;  // by rising stamps; the decoder stands behind the last
  bool run_has_first_ = false;  // the run begins with the part's first picture
  bool run_has_last_ = false;   // nothing follows the run
  MediaTime sync_point_;  // take time of the picture the run was begun at; what decodes to less is incomplete
};

}  // namespace gladi
