#include "encoder/file/house_video.h"

#include <algorithm>
#include <cmath>
#include <system_error>

#include "encoder/base/platform.h"
#include "encoder/file/finalise.h"
#include "encoder/file/media_info.h"
#include "encoder/file/reencode.h"
#include "encoder/file/scratch_file.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr double kEncodingShare = 0.95;
constexpr double kMostLongSide = 1920, kMostShortSide = 1080;
constexpr int kLeastSide = 32;
constexpr int kMostFps = 30;
constexpr int64_t kSpareBytes = 128 << 20;
// Less is the last picture's own length, or sound that goes on a little.
constexpr MediaTime kMostMissing = MediaTime::from_ms(1000);
constexpr MediaTime kMostStill = MediaTime::from_ms(5000);

tl::unexpected<Error> cut_off(const fs::path& source) {
  return fail(ErrorKind::kDamaged,
              Message(GLADI_TEXT("{0} was cut off while it was copied. Please copy it once more."),
                      {source.filename().string()}));
}

int even(double pixels) {
  return std::max(kLeastSide, static_cast<int>(std::lround(pixels / 2)) * 2);
}

// Films of 24 or 25 pictures a second keep them; everything else moves best at 30.
int fps_for(double fps) {
  for (const int exact : {24, 25}) {
    if (std::abs(fps - exact) < 0.1) return exact;
  }
  return kMostFps;
}

Canvas canvas_for(const Picture& picture, double fps) {
  double width = picture.width_px, height = picture.height_px;
  if (picture.quarter_turns % 2 != 0) std::swap(width, height);
  const double scale =
      std::min({1.0, kMostLongSide / std::max(width, height), kMostShortSide / std::min(width, height)});
  Canvas canvas;
  canvas.width_px = even(width * scale);
  canvas.height_px = even(height * scale);
  canvas.fps_num = fps_for(fps);
  return canvas;
}

Status check_room(const fs::path& folder, const EncoderSettings& settings, MediaTime length) {
  const auto space = platform::disk_space(folder);
  const double bytes =
      static_cast<double>(settings.max_bitrate_bps + settings.audio_bitrate_bps) / 8 * length.seconds();
  // The draft and the final file lie side by side for a moment.
  const auto needed = static_cast<int64_t>(2 * bytes) + kSpareBytes;
  if (!space || static_cast<int64_t>(space->free_bytes) >= needed) return {};
  return fail(
      ErrorKind::kNoSpace,
      Message(GLADI_TEXT("There is not enough room in {0}: {1} MB are needed, {2} MB are free."),
              {folder.string(), std::to_string(needed >> 20), std::to_string(space->free_bytes >> 20)}));
}

}  // namespace

Result<HouseVideo> make_house_video(const fs::path& source, const fs::path& target, const std::string& title,
                                    const std::function<void(double)>& progress,
                                    const std::atomic<bool>* cancel) {
  // It also refuses what leads to other files or to the network.
  const auto info = probe_media(source);
  if (!info) return tl::unexpected(info.error());
  if (!info->has_video) {
    return fail(ErrorKind::kUnsupported,
                Message(GLADI_TEXT("{0} holds no moving picture that Gladi can show."),
                        {source.filename().string()}));
  }
  auto opened = PictureTimeline::open({{source, {}}});
  if (!opened) return fail(std::move(opened));
  PictureTimeline& pictures = **opened;
  const MediaTime length = pictures.duration();
  if (info->duration - length > kMostMissing) return cut_off(source);
  const PicturePtr first = pictures.at({});
  if (!first) return fail(ErrorKind::kDamaged, Message(GLADI_TEXT("The pictures can't be read there.")));
  if (std::min(first->width_px, first->height_px) < kLeastSide) {
    return fail(ErrorKind::kUnsupported,
                Message(GLADI_TEXT("The picture of {0} is too small."), {source.filename().string()}));
  }

  ReencodeSpec spec;
  spec.canvas = canvas_for(*first, info->fps);
  spec.settings = default_encoder_settings(spec.canvas);
  spec.title = title;
  spec.frames = std::max<int64_t>(1, length.to_count(spec.canvas.fps_num));
  if (Status room = check_room(target.parent_path(), spec.settings, length); !room)
    return fail(std::move(room));
  const ScratchFile draft(target, ".part.mp4");
  spec.file = draft.path();
  const auto share = [&](double from, double to) {
    return [&progress, from, to](double done) {
      if (progress) progress(from + (to - from) * done);
    };
  };
  if (Status encoded = reencode(pictures, spec, share(0, kEncodingShare), cancel); !encoded)
    return fail(std::move(encoded));
  // What promised more pictures than came stands still at its end.
  const PicturePtr last = pictures.at(length);
  if (last && length - last->stamp > std::max(kMostStill, length / 10)) return cut_off(source);
  auto made = finalise({draft.path(), target, {}, title}, share(kEncodingShare, 1), cancel);
  if (!made) return fail(std::move(made));
  return HouseVideo{made->duration, spec.canvas, info->has_audio, describe(spec.settings)};
}

}  // namespace gladi
