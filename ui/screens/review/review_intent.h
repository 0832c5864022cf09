// What the drawn review screen asks its controller for.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "encoder/base/media_time.h"
#include "encoder/playback/player.h"
#include "studio/review/drawing.h"
#include "studio/review/quick_words.h"
#include "ui/screens/review/measure_intent.h"

namespace gladi {

namespace review {
struct GoBack {};
struct SeeResults {};
struct RehearseAgain {};
struct Compare {};  // with another take of the same person
struct NextPerson {};
struct CloseGladi {};  // the window was asked to close
struct TogglePlay {};
struct SetPlaying {
  bool playing = true;
};
struct Seek {
  MediaTime to;
};
struct PauseAt {
  MediaTime at;
};
struct SeekBy {
  MediaTime by;
};
struct Step {
  int frames = 1;
};
struct SetSpeed {
  double speed = 1;
};
// Play in this direction; once more: faster.
struct Shuttle {
  bool forwards = true;
};
struct SetVolume {
  float volume = 1;
  bool muted = false;
};
struct SetLoop {
  std::optional<PlayerLoop> loop;
};
struct SetLarge {
  bool large = true;
};
struct SetProjecting {
  bool on = true;
};
struct AddComment {
  std::string text;
  Drawing drawing = {};
  bool play_on = false;
  std::optional<MediaTime> at = {};  // nothing: here
};
struct EditComment {
  std::string id;
  std::string text;
  Drawing drawing = {};
  bool play_on = false;
};
struct RemoveComment {
  std::string id;
};
struct SaveAgain {};  // what could not be written
struct UndoComment {};
struct RedoComment {};
struct SpeakComment {};  // records a voice note, on this moment
struct StopSpeaking {};
struct SpeakAgain {};
struct HearSpoken {};  // what was recorded just now, or stop hearing it
struct KeepSpoken {};
struct DropSpoken {};
struct HearVoice {  // a comment's; the same once more: silence
  std::string comment_id;
};
struct SetQuickWords {
  QuickWords words;
};
struct SetScore {
  std::string criterion;
  int level = 1;
};
struct ClearScore {
  std::string criterion;
};
struct SetScoreMoment {  // here, or none
  std::string criterion;
  bool here = true;
};
struct ChooseRubric {  // scores by another one are given up
  std::string id;
};
struct FinishReview {
  bool finished = true;
};
struct Share {};
}  // namespace review

using ReviewIntent = std::variant<
    review::GoBack, review::SeeResults, review::RehearseAgain, review::Compare, review::NextPerson,
    review::CloseGladi, review::TogglePlay, review::SetPlaying, review::Seek, review::PauseAt, review::SeekBy,
    review::Step, review::SetSpeed, review::Shuttle, review::SetVolume, review::SetLoop, review::SetLarge,
    review::SetProjecting, review::AddComment, review::EditComment, review::RemoveComment, review::SaveAgain,
    review::UndoComment, review::RedoComment, review::SpeakComment, review::StopSpeaking, review::SpeakAgain,
    review::HearSpoken, review::KeepSpoken, review::DropSpoken, review::HearVoice, review::SetQuickWords,
    review::SetScore, review::ClearScore, review::SetScoreMoment, review::ChooseRubric, review::FinishReview,
    review::JudgeFinding, review::ShowMeasures, review::Share>;

}  // namespace gladi
