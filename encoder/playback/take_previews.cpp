#include "encoder/playback/take_previews.h"

#include <algorithm>
#include <utility>

namespace gladi {

TakePreviews::TakePreviews(std::vector<PlayerPart> parts) {
  std::stable_sort(parts.begin(), parts.end(),
                   [](const PlayerPart& a, const PlayerPart& b) { return a.start < b.start; });
  for (PlayerPart& part : parts) parts_.push_back({std::move(part), nullptr});
}

Result<Image> TakePreviews::at(MediaTime at, int width_px) {
  if (parts_.empty())
    return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("This take holds no file to play.")));
  const auto later = std::upper_bound(parts_.begin(), parts_.end(), at, [](MediaTime time, const Part& part) {
    return time < part.what.start;
  });
  Part& part = later == parts_.begin() ? parts_.front() : *std::prev(later);
  if (!part.pictures) {
    auto opened = VideoThumbnails::open(part.what.file);
    if (!opened) return fail(std::move(opened));
    part.pictures = std::move(*opened);
  }
  return part.pictures->at(at - part.what.start, width_px);
}

}  // namespace gladi
