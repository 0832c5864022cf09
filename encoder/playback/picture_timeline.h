// The pictures of all parts of a take as one row. Private to encoder.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "encoder/playback/picture_reader.h"
#include "encoder/playback/player.h"

namespace gladi {

// Where the sound of a part is to be found.
struct SoundPart {
  std::filesystem::path file;
  MediaTime start;               // take time
  MediaTime file_time_of_start;  // what the file calls it
  bool has_sound = false;
  // Opened together with the pictures: the file may be replaced by its final one before anybody presses play.
  // Null: it is opened by its name when its sound is first needed.
  std::shared_ptr<MediaStream> stream;
};

// One thread at a time. All times are take times. A part is shown until the next one starts; where a part
// ends early its last picture stays.
class PictureTimeline {
 public:
  // A part that can't be opened is left out and told in problem(), as long as another one can.
  static Result<std::unique_ptr<PictureTimeline>> open(std::vector<PlayerPart> parts);

  // As PictureReader's, over all parts.
  PicturePtr at(MediaTime time, const SearchProgress& progress = {});
  PicturePtr after(MediaTime stamp, const SearchProgress& progress = {});
  PicturePtr before(MediaTime stamp, const SearchProgress& progress = {});

  MediaTime duration() const { return parts_.back().reader->end(); }
  MediaTime frame_duration() const { return parts_.front().reader->frame_duration(); }
  std::vector<SoundPart> sound_parts() const;
  // A part that couldn't be opened, or damage met since.
  std::optional<Error> problem() const;

 private:
  struct Part {
    std::filesystem::path file;
    MediaTime start;
    std::unique_ptr<PictureReader> reader;
  };
  PictureTimeline() = default;
  size_t part_at(MediaTime time) const;

  std::vector<Part> parts_;
  std::optional<Error> open_problem_;
};

}  // namespace gladi
