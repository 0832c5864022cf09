#include "encoder/playback/picture_reader.h"

#include <algorithm>
#include <utility>

namespace gladi {
namespace {

constexpr int64_t kRunBytes = 64 << 20;
constexpr int64_t kFewestPictures = 4;  // whatever their size
constexpr int64_t kMostPictures = 128;
// Without an index nobody knows whether a sync point lies ahead: this far it is cheaper to decode on.
constexpr MediaTime kDecodeOn = MediaTime::from_ms(1000);
// Sync points whose pictures are all later than asked for happen with reordered pictures, a few in a row at
// most.
constexpr int kMostSyncPoints = 8;
constexpr MediaTime kLongAgo{INT64_MIN / 4};

bool earlier(const PicturePtr& picture, MediaTime time) {
  return picture->stamp < time;
}
bool later(MediaTime time, const PicturePtr& picture) {
  return time < picture->stamp;
}

size_t pictures_kept(const Picture& picture) {
  const int64_t luma_bytes = static_cast<int64_t>(picture.y.stride) * picture.height_px;
  return static_cast<size_t>(
      std::clamp(kRunBytes / std::max<int64_t>(1, luma_bytes * 3 / 2), kFewestPictures, kMostPictures));
}

}  // namespace

Result<std::unique_ptr<PictureReader>> PictureReader::open(const std::filesystem::path& file,
                                                           MediaTime start) {
  auto stream = MediaStream::open(file, AVMEDIA_TYPE_VIDEO);
  if (!stream) return fail(std::move(stream));
  std::unique_ptr<PictureReader> reader(new PictureReader);
  reader->stream_ = std::move(*stream);
  reader->start_ = start;
  const AVStream& video = reader->stream_->stream();
  reader->pictures_.emplace(libav::quarter_turns_of(video));
  const AVRational rate = video.avg_frame_rate.num > 0 && video.avg_frame_rate.den > 0 ? video.avg_frame_rate
                          : video.r_frame_rate.num > 0 && video.r_frame_rate.den > 0   ? video.r_frame_rate
                                                                                       : AVRational{25, 1};
  reader->frame_duration_ = MediaTime::from_count(1, rate.num, rate.den);

  // The first picture tells where the file's time begins: streams announce it wrongly now and then.
  reader->sync_point_ = kLongAgo;
  if (!reader->extend()) {
    return fail(ErrorKind::kDamaged,
                Message(GLADI_TEXT("No picture of {0} can be read: the file is damaged."), {file.string()}));
  }
  const MediaTime first = reader->run_.front()->stamp;
  reader->origin_ = first - start;  // while origin_ was 0, stamps were file time + start
  auto moved = std::make_shared<Picture>(*reader->run_.front());
  moved->stamp = start;
  reader->run_.front() = std::move(moved);
  reader->run_has_first_ = true;
  reader->end_ = std::max(reader->to_take(reader->stream_->end()), start + reader->frame_duration_);
  return reader;
}

// Decodes the next picture into the run. False at the end.
bool PictureReader::extend() {
  while (stream_->read(*frame_)) {
    const int64_t ticks = frame_->best_effort_timestamp;
    MediaTime stamp;
    if (ticks != AV_NOPTS_VALUE) {
      stamp = to_take(stream_->to_time(ticks));
    } else {
      stamp = run_.empty() ? std::max(sync_point_, start_) : run_.back()->stamp + frame_duration_;
    }
    // Pictures before the sync point refer to ones that were never decoded; times that don't rise are broken.
    if (stamp < sync_point_ || (!run_.empty() && stamp <= run_.back()->stamp)) continue;
    auto picture = pictures_->make(std::exchange(frame_, libav::make_frame()), stamp);
    if (!picture) continue;
    const size_t limit = pictures_kept(**picture);
    run_.push_back(std::move(*picture));
    while (run_.size() > limit) {
      run_.pop_front();
      run_has_first_ = false;
    }
    return true;
  }
  run_has_last_ = true;
  return false;
}

bool PictureReader::covers(MediaTime time) const {
  return !run_.empty() && (run_has_first_ || run_.front()->stamp <= time) &&
         (run_has_last_ || time < run_.back()->stamp);
}

bool PictureReader::can_decode_on_to(MediaTime time) const {
  if (run_.empty() || run_has_last_ || time < run_.back()->stamp) return false;
  const MediaTime reached = run_.back()->stamp;
  if (const auto sync_point = stream_->sync_point_before(to_file(time)))
    return to_take(*sync_point) <= reached;
  return time - reached < kDecodeOn;
}

// Puts the decoder to a sync point from which `time` can be reached.
void PictureReader::go_to_sync_point(MediaTime time) {
  MediaTime wanted = to_file(time);
  MediaTime further_back = kDecodeOn;
  for (int tries = 1; tries <= kMostSyncPoints; ++tries) {
    run_.clear();
    run_has_first_ = run_has_last_ = false;
    if (tries == kMostSyncPoints) wanted = origin_ - kDecodeOn;
    const auto found = stream_->seek(wanted);
    if (found) {
      sync_point_ = to_take(found->shown);
      run_has_first_ = sync_point_ <= start_ || wanted < origin_;
      if (run_has_first_ || (sync_point_ <= time && extend())) return;
      // The pictures shown at `time` hang on an earlier sync point (reordered pictures), or nothing decodes
      // here.
      wanted = std::min(wanted, found->stored - MediaTime{2});
    } else if (const auto before = stream_->sync_point_before(wanted)) {
      wanted =
          std::min(wanted, *before - MediaTime{2});  // torn off or damaged: what comes before may be whole
    }
    // Some formats (MPEG-TS) seek to where no sync point is, and the one found lies behind it: further back
    // then.
    if (tries > 1) {
      wanted -= further_back;
      further_back += further_back;
    }
  }
  run_has_last_ = true;
}

PicturePtr PictureReader::newest_not_after(MediaTime time) const {
  if (run_.empty()) return nullptr;
  const auto next = std::upper_bound(run_.begin(), run_.end(), time, later);
  return next == run_.begin() ? *next : *std::prev(next);
}

PicturePtr PictureReader::at(MediaTime time, const SearchProgress& progress) {
  time = std::max(time, start_);
  if (!covers(time)) {
    if (!can_decode_on_to(time)) go_to_sync_point(time);
    while ((run_.empty() || run_.back()->stamp <= time) && extend()) {
      if (progress && !progress(run_.back())) return nullptr;
    }
  }
  return newest_not_after(time);
}

PicturePtr PictureReader::after(MediaTime stamp, const SearchProgress& progress) {
  if (!at(stamp, progress)) return nullptr;
  const auto next = std::upper_bound(run_.begin(), run_.end(), stamp, later);
  return next == run_.end() ? nullptr : *next;
}

PicturePtr PictureReader::before(MediaTime stamp, const SearchProgress& progress) {
  PicturePtr picture = at(stamp - MediaTime{1}, progress);
  return picture && earlier(picture, stamp) ? picture : nullptr;
}

}  // namespace gladi
