// What the review screen knows of a comment that is being made: written, drawn, spoken.
#pragma once

#include <optional>
#include <string>

#include "encoder/base/media_time.h"
#include "encoder/capture/voice_recorder.h"
#include "studio/review/drawing.h"

namespace gladi {

// A voice note that is being recorded: its sheet is open.
struct SpeakingModel {
  VoiceRecording recording;
  bool ready = false;  // it has ended, and what was recorded can be heard and kept
  bool hearing = false;
  MediaTime heard;                 // while hearing
  std::optional<Message> problem;  // why it ended by itself, or can't be kept
};

// The comment that is being written: words and drawing belong together until they are sent.
struct CommentDraft {
  std::string text;
  Drawing drawing;
  MediaTime at;              // what it is about, wherever the take is played meanwhile; once begun
  std::string of;            // the comment that is being changed; empty: a new one
  bool begun = false;        // playing was paused for it
  bool was_playing = false;  // before
  bool changed = false;      // somebody has written or drawn something
  bool empty() const { return text.empty() && drawing.empty(); }
  // Something would be lost with it.
  bool counts() const { return changed && (!empty() || !of.empty()); }
};

// The pen over the picture.
struct DrawingView {
  bool on = false;
  Stroke::Shape tool = Stroke::Shape::kArrow;
  std::optional<Stroke> stroke;  // while the mouse is pressed
};

}  // namespace gladi
