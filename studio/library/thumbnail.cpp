#include <algorithm>

#include "encoder/base/platform.h"
#include "encoder/file/image.h"
#include "studio/library/library.h"
#include "studio/session/part_place.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr int kWidthPx = 360;  // twice what the list shows, for large displays

}  // namespace

Status make_thumbnail(const fs::path& session_folder, const Session& session) {
  const fs::path thumbnail = session_folder / "cache" / "thumbnail.jpg";
  std::error_code error;
  if (fs::exists(thumbnail, error)) return {};
  for (const TakePart& part : session.parts) {
    const fs::path media = media_of(session_folder, session, part);
    if (media.empty() || !fs::exists(media, error)) continue;
    // A third in, people have settled and hold something up.
    auto image = video_thumbnail(media, part.duration / 3, kWidthPx);
    if (!image) return fail(std::move(image));
    if (auto made = platform::create_private_folder(thumbnail.parent_path()); !made) return made;
    const fs::path temporary = thumbnail.parent_path() / "thumbnail.tmp.jpg";
    if (auto saved = save_jpeg(*image, temporary); !saved) return saved;
    fs::rename(temporary, thumbnail, error);
    if (!error) return {};
    return fail(
        ErrorKind::kIo,
        Message(GLADI_TEXT("{0} could not be written: the disk reports an error."), {thumbnail.string()}),
        error.message());
  }
  return fail(ErrorKind::kNotFound,
              Message(GLADI_TEXT("In {0} there is no recording."), {session_folder.string()}));
}

}  // namespace gladi
