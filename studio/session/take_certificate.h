// What a take can be trusted for, in words: that it is perfect, or what was lost and why.
#pragma once

#include <vector>

#include "studio/session/session.h"
#include "studio/session/take_event.h"

namespace gladi {

// Made of session.json and the journal, so it can be had for every take at any time. Pictures shown twice by
// the engine's own fault count from 0.1 % on, sound beside the picture from +15/−5 ms on (ENGINE.md); lost
// sound and a missing camera always. A camera that is slower than the canvas is no loss.
class TakeCertificate {
 public:
  TakeCertificate(const Session& session, const std::vector<TakeEvent>& events);

  bool perfect() const { return losses_.empty(); }
  // One kind line for the screen: that all is well, or the weightiest loss. Of a video from elsewhere nothing
  // is known but where it came from.
  Message line() const;
  // A sentence each, the weightiest first.
  const std::vector<Message>& losses() const { return losses_; }

  MediaTime sound_missing() const { return sound_missing_; }
  MediaTime camera_missing() const { return camera_missing_; }

 private:
  void judge_end(const Session& session, const std::vector<TakeEvent>& events);
  void judge_sound(const Session& session, const std::vector<TakeEvent>& events);
  void judge_picture(const Session& session, const std::vector<TakeEvent>& events);
  void judge_sync(const Session& session);

  std::string imported_from_;
  std::vector<Message> losses_;
  MediaTime sound_missing_;
  MediaTime camera_missing_;
};

}  // namespace gladi
