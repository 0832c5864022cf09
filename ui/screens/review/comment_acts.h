// What the reviewer does with comments: written, spoken, changed, deleted, undone.
#pragma once

#include <functional>

#include "ui/app/comment_desk.h"
#include "ui/app/services.h"
#include "ui/screens/review/review_model.h"
#include "ui/screens/review/voice_desk.h"

namespace gladi {

// Main thread. Works on the screen's model and desk, which must outlive it.
class CommentActs {
 public:
  // `run_player` carries out what is asked of the player.
  CommentActs(Services& services, const std::filesystem::path& session_folder, ReviewModel& model,
              CommentDesk& desk, std::function<void(const ReviewIntent&)> run_player);

  void carry_out(const ReviewIntent& intent);  // what isn't about comments is left alone
  bool tick();                                 // true: something is to be drawn anew

 private:
  const Comment* own(const std::string& id) const;  // null: not there, or somebody else's
  void add(Comment comment, bool play_on);
  void edit(const review::EditComment& edit);
  void speak(const ReviewIntent& intent);
  void keep_spoken();
  void play_on(MediaTime from);

  Services& services_;
  ReviewModel& model_;
  CommentDesk& desk_;
  const std::function<void(const ReviewIntent&)> run_player_;
  VoiceDesk voice_;
  MediaTime spoken_at_;         // the moment that the voice note is about
  bool played_before_ = false;  // the take, until somebody spoke
};

}  // namespace gladi
