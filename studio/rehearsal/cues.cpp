#include "studio/rehearsal/cues.h"

namespace gladi {

// What helps the buyers most comes first.
std::optional<Cue> Cues::due(const CueInput& input) {
  if (input.waiting > 0 && input.oldest_waiting_for >= kQuestion) {
    const Message what = input.waiting == 1 ? Message(GLADI_TEXT("1 question is waiting"))
                                            : Message(GLADI_TEXT("{0} questions are waiting"),
                                                      {std::to_string(input.waiting)});
    return Cue{"question", what, Message(GLADI_TEXT("Say the name, answer, then press Enter"))};
  }
  if (input.face_away_for >= kFaceAway) {
    return Cue{"face", Message(GLADI_TEXT("Your face is out of the picture")),
               Message(GLADI_TEXT("Come back to the middle"))};
  }
  if (input.too_quiet_for >= kTooQuiet) {
    return Cue{"quiet", Message(GLADI_TEXT("You can hardly be heard")),
               Message(GLADI_TEXT("Come closer to the microphone"))};
  }
  const bool dead_air = input.silent_for > kDeadAir && input.still_for.value_or(MediaTime{}) > kDeadAir;
  if (input.silent_for >= kSilence || dead_air) {
    return Cue{"silence", Message(GLADI_TEXT("It has gone quiet")),
               Message(GLADI_TEXT("Tell what your hands are doing"))};
  }
  if (input.segment_share.value_or(0) >= kPriceByShare && input.price_said == false) {
    return Cue{"price", Message(GLADI_TEXT("Has the price been said?")),
               Message(GLADI_TEXT("Say it with the basket number, then tick it off"))};
  }
  return std::nullopt;
}

const std::optional<Cue>& Cues::update(const CueInput& input) {
  is_new_ = false;
  if (shown_ && input.now - *shown_at_ >= kShownFor) shown_.reset();
  if (!on_ || (shown_at_ && input.now - *shown_at_ < kAtMostEvery)) return shown_;
  if (std::optional<Cue> cue = due(input)) {
    shown_ = std::move(cue);
    shown_at_ = input.now;
    is_new_ = true;
  }
  return shown_;
}

}  // namespace gladi
