// The feedback screen's data: what a person is told after her take, in steps.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "studio/review/feedback.h"
#include "studio/review/voice_history.h"
#include "studio/session/session.h"

namespace gladi {

// Filled by the FeedbackController; const for whoever draws.
struct FeedbackModel {
  bool opening = true;
  std::optional<Message> problem;  // the take can't be read: why
  std::string person_name;
  std::string next_name;  // whose turn is next; empty: nobody's
  LocalText title;
  MediaTime duration;
  // How she found it herself. Until that is saved or skipped, nothing else is shown.
  std::optional<SelfRated> rating;
  bool saving = false;  // it is being written
  TakeFacts facts;
  VoiceHistory voice;  // of her takes before this one
  Feedback feedback;
  // What is told of her voice and face isn't known yet, but will be: until then there is no praise and no
  // thing to try, for these would change under her eyes.
  bool listening = false;
  std::optional<int> judging_percent;  // how much of it is measured; nothing when it hasn't begun
};

// Remembered between frames by the screen itself.
struct FeedbackView {
  int level = 0;     // chosen, not saved yet; 0: none
  std::string wish;  // being typed
};

namespace feedback {
struct GoBack {};
struct RehearseAgain {};
struct NextPerson {};
struct Watch {
  std::optional<MediaTime> at;  // from this moment on
};
struct Rate {
  SelfRated rating;
};
}  // namespace feedback

using FeedbackIntent = std::variant<feedback::GoBack, feedback::RehearseAgain, feedback::NextPerson,
                                    feedback::Watch, feedback::Rate>;

}  // namespace gladi
