#include "encoder/file/clip.h"

#include <algorithm>
#include <cmath>
#include <system_error>
#include <utility>

#include "encoder/base/platform.h"
#include "encoder/file/finalise.h"
#include "encoder/file/media_info.h"
#include "encoder/file/reencode.h"
#include "encoder/file/scratch_file.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr int64_t kSoundBps = 96'000;
// Below this 480×854 falls apart (by eye, a person before a shelf; 30 pictures a second).
constexpr int64_t kLeastPictureBps = 250'000;
constexpr int64_t kSmallPictureBps = 1'200'000;  // less: the picture is scaled down to kSmallSide
constexpr int kSmallSide = 480;
constexpr double kForPackets =
    0.94;  // the rest of the bytes: what the file needs beside them, and x264's freedom
constexpr double kEncodingShare = 0.9;
constexpr MediaTime kGroup = MediaTime::from_ms(2000);

int even(double pixels) {
  return std::max(2, static_cast<int>(std::lround(pixels / 2)) * 2);
}

// Bits a second that are left for the picture.
std::optional<int64_t> picture_bps(const ClipSpec& spec, MediaTime length) {
  if (!spec.most_bytes) return std::nullopt;
  const double all =
      static_cast<double>(*spec.most_bytes) * 8 * kForPackets / std::max(length.seconds(), 1.0);
  return static_cast<int64_t>(all) - kSoundBps;
}

Canvas canvas_of(const Picture& picture, MediaTime frame_duration, std::optional<int64_t> bps) {
  Canvas canvas;
  canvas.fps_num = static_cast<int>(std::lround(1 / frame_duration.seconds()));
  canvas.width_px = even(picture.width_px);
  canvas.height_px = even(picture.height_px);
  const int side = std::min(picture.width_px, picture.height_px);
  if (!bps || *bps >= kSmallPictureBps || side <= kSmallSide) return canvas;
  const double scale = static_cast<double>(kSmallSide) / side;
  canvas.width_px = even(picture.width_px * scale);
  canvas.height_px = even(picture.height_px * scale);
  return canvas;
}

class ClipMaker {
 public:
  ClipMaker(const ClipSpec& spec, const std::function<void(double)>& progress,
            const std::atomic<bool>* cancel)
      : spec_(spec), progress_(progress), cancel_(cancel) {}

  Result<ClipFile> run(const std::vector<PlayerPart>& parts) {
    std::error_code error;
    if (fs::exists(spec_.file, error)) {
      return fail(ErrorKind::kInvalid,
                  Message(GLADI_TEXT("{0} is there already: nothing was changed."), {spec_.file.string()}));
    }
    auto pictures = PictureTimeline::open(parts);
    if (!pictures) return fail(std::move(pictures));
    pictures_ = std::move(*pictures);
    const MediaTime frame = pictures_->frame_duration();
    const MediaTime from = std::max(spec_.from, MediaTime{}), to = std::min(spec_.to, pictures_->duration());
    frames_ = (to - from).ns > 0 ? ((to - from).ns + frame.ns / 2) / frame.ns : 0;
    if (frames_ < 1)
      return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("There is nothing between these two moments.")));
    const auto bps = picture_bps(spec_, to - from);
    if (bps && *bps < kLeastPictureBps) {
      return fail(ErrorKind::kInvalid,
                  Message(GLADI_TEXT("This is too long to be sent: choose at most {0} minutes."),
                          {std::to_string(longest_clip(*spec_.most_bytes).ms() / 60'000)}));
    }
    const ScratchFile draft(spec_.file, ".part.mp4");
    if (Status encoded = encode(draft.path(), from, bps); !encoded) return fail(std::move(encoded));
    return finish(draft.path());
  }

 private:
  Status encode(const fs::path& draft, MediaTime from, std::optional<int64_t> bps) {
    const PicturePtr first = pictures_->at(from);
    if (!first) return fail(ErrorKind::kDamaged, Message(GLADI_TEXT("The pictures can't be read there.")));
    ReencodeSpec spec;
    spec.canvas = canvas_of(*first, pictures_->frame_duration(), bps);
    spec.settings = default_encoder_settings(spec.canvas);
    spec.settings.preset = "faster";
    spec.settings.keyframe_interval = kGroup;
    spec.settings.audio_bitrate_bps = kSoundBps;
    if (bps) spec.settings.max_bitrate_bps = std::min(spec.settings.max_bitrate_bps, *bps);
    spec.file = draft;
    spec.title = spec_.title;
    spec.from = from;
    spec.frames = frames_;
    if (spec_.overlays) spec.overlays = spec_.overlays(spec.canvas);
    return reencode(
        *pictures_, spec, [this](double done) { report(kEncodingShare * done); }, cancel_);
  }

  Result<ClipFile> finish(const fs::path& draft) {
    auto made = finalise(
        {draft, spec_.file, {}, spec_.title},
        [this](double done) { report(kEncodingShare + (1 - kEncodingShare) * done); }, cancel_);
    if (!made) return fail(std::move(made));
    std::error_code error;
    const auto bytes = static_cast<int64_t>(fs::file_size(spec_.file, error));
    if (spec_.most_bytes && bytes > *spec_.most_bytes) {
      static_cast<void>(platform::remove_durably(spec_.file));
      return fail(ErrorKind::kInvalid,
                  Message(GLADI_TEXT("The clip became too large: choose a shorter piece.")));
    }
    const auto info = probe_media(spec_.file);
    if (!info) return fail(info.error().kind, info.error().message, info.error().detail);
    return ClipFile{made->duration, bytes, info->width_px, info->height_px};
  }

  void report(double done) const {
    if (progress_) progress_(done);
  }

  const ClipSpec& spec_;
  const std::function<void(double)>& progress_;
  const std::atomic<bool>* cancel_;
  std::unique_ptr<PictureTimeline> pictures_;
  int64_t frames_ = 0;
};

}  // namespace

MediaTime longest_clip(int64_t most_bytes) {
  const double seconds = static_cast<double>(most_bytes) * 8 * kForPackets / (kLeastPictureBps + kSoundBps);
  return MediaTime::from_seconds(seconds);
}

Result<ClipFile> make_clip(const std::vector<PlayerPart>& parts, const ClipSpec& spec,
                           const std::function<void(double)>& progress, const std::atomic<bool>* cancel) {
  return ClipMaker(spec, progress, cancel).run(parts);
}

}  // namespace gladi
