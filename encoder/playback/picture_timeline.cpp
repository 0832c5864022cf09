#include "encoder/playback/picture_timeline.h"

#include <algorithm>

namespace gladi {

Result<std::unique_ptr<PictureTimeline>> PictureTimeline::open(std::vector<PlayerPart> parts) {
  if (parts.empty())
    return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("This take holds no file to play.")));
  std::stable_sort(parts.begin(), parts.end(),
                   [](const PlayerPart& a, const PlayerPart& b) { return a.start < b.start; });
  std::unique_ptr<PictureTimeline> timeline(new PictureTimeline);
  for (PlayerPart& part : parts) {
    auto reader = PictureReader::open(part.file, part.start);
    if (reader) {
      timeline->parts_.push_back({std::move(part.file), part.start, std::move(*reader)});
    } else if (!timeline->open_problem_) {
      timeline->open_problem_ = std::move(reader).error();
    }
  }
  if (timeline->parts_.empty()) return tl::unexpected(*std::move(timeline->open_problem_));
  return timeline;
}

size_t PictureTimeline::part_at(MediaTime time) const {
  const auto later = std::upper_bound(parts_.begin(), parts_.end(), time,
                                      [](MediaTime t, const Part& part) { return t < part.start; });
  return later == parts_.begin() ? 0 : static_cast<size_t>(later - parts_.begin()) - 1;
}

PicturePtr PictureTimeline::at(MediaTime time, const SearchProgress& progress) {
  return parts_[part_at(time)].reader->at(time, progress);
}

PicturePtr PictureTimeline::after(MediaTime stamp, const SearchProgress& progress) {
  const size_t index = part_at(stamp);
  PicturePtr next = parts_[index].reader->after(stamp, progress);
  if (index + 1 == parts_.size()) return next;
  const Part& following = parts_[index + 1];
  return next && next->stamp < following.start ? next : following.reader->at(following.start, progress);
}

PicturePtr PictureTimeline::before(MediaTime stamp, const SearchProgress& progress) {
  const size_t index = part_at(stamp);
  PicturePtr previous = parts_[index].reader->before(stamp, progress);
  if (previous || index == 0) return previous;
  return parts_[index - 1].reader->before(parts_[index].start, progress);
}

std::vector<SoundPart> PictureTimeline::sound_parts() const {
  std::vector<SoundPart> sounds;
  for (const Part& part : parts_) {
    SoundPart sound{part.file, part.start, part.reader->file_time_of_first(), part.reader->has_sound(),
                    nullptr};
    if (sound.has_sound) {
      if (auto stream = MediaStream::open(part.file, AVMEDIA_TYPE_AUDIO)) sound.stream = std::move(*stream);
    }
    sounds.push_back(std::move(sound));
  }
  return sounds;
}

std::optional<Error> PictureTimeline::problem() const {
  if (open_problem_) return open_problem_;
  for (const Part& part : parts_) {
    if (part.reader->damaged_packets() == 0) continue;
    return Error{
        ErrorKind::kDamaged,
        Message(GLADI_TEXT("{0} is damaged in places: pictures are missing there."), {part.file.string()}),
        {}};
  }
  return std::nullopt;
}

}  // namespace gladi
