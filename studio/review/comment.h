// A comment on a moment of a take: words, and a drawing or the reviewer's voice where words aren't enough.
#pragma once

#include <optional>
#include <string>

#include "studio/review/drawing.h"
#include "studio/text/format.h"

namespace gladi {

// A spoken note: a sound file beside the review.
struct VoiceNote {
  std::string file;  // in the session folder's "reviews": a UUID and ".m4a", nothing else
  MediaTime length;
  friend bool operator==(const VoiceNote&, const VoiceNote&) = default;
};
// Whether it is such a name: it comes from a file that others may have written.
bool is_voice_file(const std::string& name);

struct Comment {
  static constexpr size_t kMostLetters = 4000;
  std::string id;    // UUID
  MediaTime at;      // take time
  std::string text;  // empty only where drawing or voice says it
  WallTime written_at;
  Drawing drawing = {};
  std::optional<VoiceNote> voice = {};

  friend bool operator==(const Comment&, const Comment&) = default;
};

}  // namespace gladi
