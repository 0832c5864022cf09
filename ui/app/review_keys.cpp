// The keys of the screens on which recordings are watched.
#include <SDL2/SDL_scancode.h>

#include "encoder/base/message.h"
#include "ui/app/key_lines.h"

namespace gladi {

std::vector<KeyLine> review_key_lines() {
  using P = KeyPlace;
  return {
      {P::kReview,
       GLADI_TEXT("Play and pause"),
       {{Key::kPlay, GLADI_TEXT("Space"), {{SDL_SCANCODE_SPACE}, {SDL_SCANCODE_K}}}}},
      {P::kReview,
       GLADI_TEXT("5 seconds back, on; one frame back, on"),
       {{Key::kSeekBack, "←", {{SDL_SCANCODE_LEFT}}},
        {Key::kSeekForward, "→", {{SDL_SCANCODE_RIGHT}}},
        {Key::kFrameBack, ",", {{SDL_SCANCODE_COMMA}}},
        {Key::kFrameForward, ".", {{SDL_SCANCODE_PERIOD}}}}},
      {P::kReview,
       GLADI_TEXT("To the beginning, to the end"),
       {{Key::kToBeginning, "Home", {{SDL_SCANCODE_HOME}}}, {Key::kToEnd, "End", {{SDL_SCANCODE_END}}}}},
      {P::kReview,
       GLADI_TEXT("Play backwards, forwards; again: faster"),
       {{Key::kBackwards, "J", {{SDL_SCANCODE_J}}}, {Key::kForwards, "L", {{SDL_SCANCODE_L}}}}},
      {P::kTimeline,
       GLADI_TEXT("Slower, faster"),
       {{Key::kSlower, "[", {{SDL_SCANCODE_LEFTBRACKET}}},
        {Key::kFaster, "]", {{SDL_SCANCODE_RIGHTBRACKET}}}}},
      {P::kReview,
       GLADI_TEXT("Again and again: from here, to here, no more"),
       {{Key::kLoopBegin, "I", {{SDL_SCANCODE_I}}},
        {Key::kLoopEnd, "O", {{SDL_SCANCODE_O}}},
        {Key::kNoLoop, "X", {{SDL_SCANCODE_X}}}}},
      {P::kReview,
       GLADI_TEXT("Louder, quieter; sound off and on"),
       {{Key::kLouder, "↑", {{SDL_SCANCODE_UP}}},
        {Key::kQuieter, "↓", {{SDL_SCANCODE_DOWN}}},
        {Key::kSilent, "M", {{SDL_SCANCODE_M}}}}},
      {P::kTimeline,
       GLADI_TEXT("To the mark before, to the next one"),
       {{Key::kMarkBefore, "PgUp", {{SDL_SCANCODE_PAGEUP}}},
        {Key::kMarkAfter, "PgDn", {{SDL_SCANCODE_PAGEDOWN}}}}},
      {P::kTimeline,
       GLADI_TEXT("The timeline closer, farther, all of it; lanes below it"),
       {{Key::kCloser, "+", {{SDL_SCANCODE_EQUALS}, {SDL_SCANCODE_KP_PLUS}}},
        {Key::kFarther, "−", {{SDL_SCANCODE_MINUS}, {SDL_SCANCODE_KP_MINUS}}},
        {Key::kWholeTake, "0", {{SDL_SCANCODE_0}, {SDL_SCANCODE_KP_0}}},
        {Key::kMeasures, "U", {{SDL_SCANCODE_U}}}}},
      {P::kTimeline,
       GLADI_TEXT("A finding before, the next; right, not so"),
       {{Key::kFindingBefore, "A", {{SDL_SCANCODE_A}}},
        {Key::kFindingAfter, "G", {{SDL_SCANCODE_G}}},
        {Key::kFindingRight, "Y", {{SDL_SCANCODE_Y}}},
        {Key::kFindingWrong, "T", {{SDL_SCANCODE_T}}}}},
      {P::kReview,
       GLADI_TEXT("The picture on the whole screen, on the projector"),
       {{Key::kLargePicture, "F", {{SDL_SCANCODE_F}}}, {Key::kOnProjector, "P", {{SDL_SCANCODE_P}}}}},
      {P::kReview,
       GLADI_TEXT("Share; beside another take of this person"),
       {{Key::kShare, "S", {{SDL_SCANCODE_S}}}, {Key::kCompareTakes, "B", {{SDL_SCANCODE_B}}}}},
      {P::kComments,
       GLADI_TEXT("Write a comment, speak one; hear one"),
       {{Key::kComment, "C", {{SDL_SCANCODE_C}}},
        {Key::kVoiceNote, "R", {{SDL_SCANCODE_R}}},
        {Key::kListen, "V", {{SDL_SCANCODE_V}}}}},
      {P::kComments,
       GLADI_TEXT("Comment with one of your words; change them"),
       {{Key::kProduct, "1–9", {{SDL_SCANCODE_1}, {SDL_SCANCODE_KP_1}}},
        {Key::kWords, "W", {{SDL_SCANCODE_W}}}}},
      {P::kComments,
       GLADI_TEXT("Change your comment on this moment, delete it"),
       {{Key::kEditComment, "E", {{SDL_SCANCODE_E}}},
        {Key::kDeleteComment, GLADI_TEXT("Del"), {{SDL_SCANCODE_DELETE}}}}},
      {P::kComments,
       GLADI_TEXT("Undo, redo"),
       {{Key::kUndo, "Ctrl+Z", {{SDL_SCANCODE_Z, true}}},
        {Key::kRedo, "Ctrl+Shift+Z", {{SDL_SCANCODE_Z, true, true}, {SDL_SCANCODE_Y, true}}}}},
      {P::kComments,
       GLADI_TEXT("Draw on the picture; arrow, circle or pen"),
       {{Key::kDraw, "D", {{SDL_SCANCODE_D}}}, {Key::kNextTool, "Q", {{SDL_SCANCODE_Q}}}}},
      {P::kReview, GLADI_TEXT("How it went"), {{Key::kResults, "H", {{SDL_SCANCODE_H}}}}},
      {P::kReview, GLADI_TEXT("Back; nothing is lost"), {{Key::kBack, "Esc", {{SDL_SCANCODE_ESCAPE}}}}},
      {P::kReview, GLADI_TEXT("The next person of the class"), {{Key::kNextPerson, "N", {{SDL_SCANCODE_N}}}}},
  };
}

std::vector<KeyLine> rubric_key_lines() {
  using P = KeyPlace;
  return {
      {P::kRubric,
       GLADI_TEXT("A level of the rubric; another criterion"),
       {{Key::kScoreLevel, "Ctrl+1–9", {{SDL_SCANCODE_1, true}, {SDL_SCANCODE_KP_1, true}}},
        {Key::kCriterionBefore, "Ctrl+↑", {{SDL_SCANCODE_UP, true}}},
        {Key::kCriterionAfter, "Ctrl+↓", {{SDL_SCANCODE_DOWN, true}}}}},
      {P::kRubric,
       GLADI_TEXT("The moment of a score; another rubric"),
       {{Key::kScoreMoment, "Ctrl+M", {{SDL_SCANCODE_M, true}}},
        {Key::kRubrics, "Ctrl+R", {{SDL_SCANCODE_R, true}}}}},
  };
}

// What runs the two players is bound where the review lists it.
std::vector<KeyLine> compare_key_lines() {
  using P = KeyPlace;
  const auto same = [](Key key) {
    for (const KeyLine& line : review_key_lines()) {
      for (const KeyBinding& binding : line.bindings) {
        if (binding.key == key) return binding;
      }
    }
    return KeyBinding{key, "", {}};
  };
  return {
      {P::kCompare, GLADI_TEXT("Play and pause"), {same(Key::kPlay)}},
      {P::kCompare, GLADI_TEXT("5 seconds back, on"), {same(Key::kSeekBack), same(Key::kSeekForward)}},
      {P::kCompare, GLADI_TEXT("One frame back, on"), {same(Key::kFrameBack), same(Key::kFrameForward)}},
      {P::kCompare, GLADI_TEXT("To the beginning, to the end"), {same(Key::kToBeginning), same(Key::kToEnd)}},
      {P::kCompare,
       GLADI_TEXT("To the product before, to the next one"),
       {same(Key::kMarkBefore), same(Key::kMarkAfter)}},
      {P::kCompare, GLADI_TEXT("Slower, faster"), {same(Key::kSlower), same(Key::kFaster)}},
      {P::kCompare, GLADI_TEXT("The sound of the other take"), {{Key::kOtherSound, "S", {{SDL_SCANCODE_S}}}}},
      {P::kCompare,
       GLADI_TEXT("Beside each other by product or by hand"),
       {{Key::kAlign, "A", {{SDL_SCANCODE_A}}}}},
      {P::kCompare,
       GLADI_TEXT("By hand: the later take a little earlier, later"),
       {{Key::kShiftEarlier, "−", {{SDL_SCANCODE_MINUS}, {SDL_SCANCODE_KP_MINUS}}},
        {Key::kShiftLater, "+", {{SDL_SCANCODE_EQUALS}, {SDL_SCANCODE_KP_PLUS}}}}},
      {P::kCompare,
       GLADI_TEXT("The same by a whole second"),
       {{Key::kShiftMuchEarlier, "Ctrl+←", {{SDL_SCANCODE_LEFT, true}}},
        {Key::kShiftMuchLater, "Ctrl+→", {{SDL_SCANCODE_RIGHT, true}}}}},
      {P::kCompare, GLADI_TEXT("Progress over all rehearsals"), {same(Key::kResults)}},
      {P::kCompare, GLADI_TEXT("Another take of this person"), {{Key::kOtherTake, "T", {{SDL_SCANCODE_T}}}}},
      {P::kCompare, GLADI_TEXT("Watch this recording alone"), {{Key::kWatch, "V", {{SDL_SCANCODE_V}}}}},
      {P::kCompare, GLADI_TEXT("Back; nothing is lost"), {same(Key::kBack)}},
  };
}

}  // namespace gladi
