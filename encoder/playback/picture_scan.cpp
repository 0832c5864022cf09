#include "encoder/playback/picture_scan.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>
#include <utility>

#include "encoder/playback/picture_reader.h"

namespace gladi {
namespace {

// One part's file, opened for its pictures. Places in the file are the file's own.
struct Film {
  std::unique_ptr<MediaStream> stream;
  libav::FramePictures pictures;
  MediaTime start;  // on the take's timeline
  MediaTime first;  // what the file calls the time of its first picture
  MediaTime end;    // on the take's timeline: of its content, or where the next part starts
};

Result<Film> open_film(const PlayerPart& part) {
  auto known = PictureReader::open(part.file, part.start);
  if (!known) return fail(std::move(known));
  auto stream = MediaStream::open(part.file, AVMEDIA_TYPE_VIDEO);
  if (!stream) return fail(std::move(stream));
  const int turns = libav::quarter_turns_of((*stream)->stream());
  return Film{std::move(*stream), libav::FramePictures(turns), part.start, (*known)->file_time_of_first(),
              (*known)->end()};
}

// The next picture in the file; null at its end or where it can't be shown.
PicturePtr next_picture(Film& film) {
  libav::Frame frame = libav::make_frame();
  if (!film.stream->read(*frame) || frame->best_effort_timestamp == AV_NOPTS_VALUE) return nullptr;
  const MediaTime at = film.stream->to_time(frame->best_effort_timestamp) - film.first + film.start;
  auto made = film.pictures.make(std::move(frame), at);
  return made ? *std::move(made) : nullptr;
}

}  // namespace

Status scan_pictures(std::vector<PlayerPart> parts, MediaTime interval, const PictureVisitor& visit,
                     const std::atomic<bool>* cancel, const std::function<void(double)>& progress) {
  std::stable_sort(parts.begin(), parts.end(),
                   [](const PlayerPart& a, const PlayerPart& b) { return a.start < b.start; });
  std::optional<Error> problem;
  std::vector<Film> films;
  for (const PlayerPart& part : parts) {
    auto film = open_film(part);
    if (!film) {
      if (!problem) problem = std::move(film).error();
      continue;
    }
    if (!films.empty()) films.back().end = std::min(films.back().end, part.start);
    films.push_back(*std::move(film));
  }
  if (films.empty() && problem) return tl::unexpected(*std::move(problem));
  for (Film& film : films) {
    std::optional<MediaTime> seen;  // the last keyframe
    for (MediaTime at = film.start; at < film.end; at += interval) {
      if (cancel != nullptr && *cancel)
        return fail(ErrorKind::kCancelled, Message(GLADI_TEXT("The work was cancelled.")));
      const auto point = film.stream->seek(at - film.start + film.first);
      if (!point) break;
      if (seen && point->shown <= *seen) continue;  // no keyframe has come since
      seen = point->shown;
      const PicturePtr first = next_picture(film);
      if (!first) continue;
      const PicturePtr second = next_picture(film);
      if (auto seen_by = second ? visit(*second, first.get()) : visit(*first, nullptr); !seen_by)
        return seen_by;
      if (progress) progress(at.seconds() / films.back().end.seconds());
    }
    film.stream.reset();  // its file isn't needed any more
  }
  if (progress) progress(1);
  return {};
}

}  // namespace gladi
