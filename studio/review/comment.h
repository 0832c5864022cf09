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
  std::optional<WallTime> changed_at = {};  // null: never since it was written

  WallTime last_changed() const { return changed_at.value_or(written_at); }
  // Whether they say the same; when they were changed is no part of it.
  friend bool operator==(const Comment& a, const Comment& b) {
    return a.id == b.id && a.at == b.at && a.text == b.text && a.written_at == b.written_at &&
           a.drawing == b.drawing && a.voice == b.voice;
  }
};

// What stays of a comment that was deleted: no older copy of it comes back.
struct RemovedComment {
  std::string id;
  std::optional<WallTime> at = {};  // null in files of older versions

  // Whether the deletion came after all that `comment` says. One of which nobody knows when it was holds
  // against what was never changed since it was written.
  bool outlasts(const Comment& comment) const {
    return at ? *at >= comment.last_changed() : comment.last_changed() <= comment.written_at;
  }
};

}  // namespace gladi
