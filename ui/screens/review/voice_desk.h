// Records voice notes for the review screen and plays them.
#pragma once

#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <string>

#include "encoder/playback/voice_player.h"
#include "studio/review/comment.h"
#include "ui/screens/review/review_model.h"

namespace gladi {

// Main thread; what takes time is done on threads of its own. One note at a time: what is recorded lies under
// a hidden name beside the reviews until it is kept.
class VoiceDesk {
 public:
  VoiceDesk(std::filesystem::path session_folder, Clock& clock, std::function<void()> wake);
  ~VoiceDesk();  // waits for the disk; what wasn't kept is taken away
  VoiceDesk(const VoiceDesk&) = delete;
  VoiceDesk& operator=(const VoiceDesk&) = delete;

  // With the microphone of `sources`; a note that wasn't kept is gone.
  void speak(SourceOptions sources);
  void stop();
  void drop();
  // The note under the name that it keeps; nothing while there is none, or where that failed: tell why.
  Result<VoiceNote> keep();

  // Plays what was recorded, or the note of a comment; silence if it is what is heard already.
  void hear_spoken(float volume);
  void hear(const Comment& comment, float volume);
  void hush() { voice_.reset(); }

  // Fills its part of the model; true when something changed. The problem of a note that can't be heard is
  // told once.
  bool tick(ReviewModel& model);
  std::optional<Error> take_problem() { return std::exchange(problem_, std::nullopt); }

 private:
  std::filesystem::path folder() const { return session_folder_ / "reviews"; }
  void look_at_recorder();

  const std::filesystem::path session_folder_;
  Clock& clock_;
  const std::function<void()> wake_;
  std::unique_ptr<VoiceRecorder> recorder_;  // while its sheet is open
  std::future<Status> saving_;
  std::string name_;  // of the note, once it is kept
  std::filesystem::path draft_;
  bool saved_ = false;
  std::optional<Message> failed_;  // why it could not be saved
  std::unique_ptr<VoicePlayer> voice_;
  std::string heard_comment_;  // empty: what was recorded
  std::optional<Error> problem_;
};

}  // namespace gladi
