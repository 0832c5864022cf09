#include "ui/app/keys.h"

#include <SDL2/SDL_scancode.h>
#include <imgui.h>

#include <algorithm>
#include <deque>
#include <map>
#include <string>

#include "encoder/base/message.h"
#include "ui/app/key_lines.h"

namespace gladi {
namespace {

std::vector<KeyLine> studio_lines() {
  using P = KeyPlace;
  return {
      {P::kStudio, GLADI_TEXT("Start and stop"), {{Key::kStartStop, "F9", {{SDL_SCANCODE_F9}}}}},
      {P::kStudio,
       GLADI_TEXT("Product before, next product"),
       {{Key::kPreviousSegment, "←", {{SDL_SCANCODE_LEFT}}},
        {Key::kNextSegment, "→", {{SDL_SCANCODE_RIGHT}}}}},
      {P::kStudio,
       GLADI_TEXT("To this product"),
       {{Key::kProduct, "1–9", {{SDL_SCANCODE_1}, {SDL_SCANCODE_KP_1}}}}},
      {P::kStudio,
       GLADI_TEXT("The question is answered"),
       {{Key::kAnswer, "Enter", {{SDL_SCANCODE_RETURN}, {SDL_SCANCODE_KP_ENTER}}}}},
      {P::kStudio, GLADI_TEXT("Pin the question"), {{Key::kPin, "P", {{SDL_SCANCODE_P}}}}},
      {P::kStudio, GLADI_TEXT("Hide a rude line"), {{Key::kMute, "B", {{SDL_SCANCODE_B}}}}},
      {P::kStudio, GLADI_TEXT("Flash sale"), {{Key::kFlashSale, "F", {{SDL_SCANCODE_F}}}}},
      {P::kStudio, GLADI_TEXT("Mark the moment"), {{Key::kMarker, "M", {{SDL_SCANCODE_M}}}}},
      {P::kStudio,
       GLADI_TEXT("Who watches comments on this moment"),
       {{Key::kLiveWord, GLADI_TEXT("Shift+F1–F9"), {{SDL_SCANCODE_F1, false, true}}}}},
      {P::kStudio, GLADI_TEXT("Another layout"), {{Key::kLayout, "L", {{SDL_SCANCODE_L}}}}},
      {P::kStudio,
       GLADI_TEXT("What viewers see on the picture"),
       {{Key::kFeedParts, "O", {{SDL_SCANCODE_O}}}}},
      {P::kStudio,
       GLADI_TEXT("When offered: another microphone, another disk"),
       {{Key::kOtherMicrophone, "F6", {{SDL_SCANCODE_F6}}}, {Key::kOtherDisk, "D", {{SDL_SCANCODE_D}}}}},
      {P::kStudio, GLADI_TEXT("Cancel, before it begins"), {{Key::kCancel, "Esc", {{SDL_SCANCODE_ESCAPE}}}}},
      {P::kPrompter,
       GLADI_TEXT("Tick off a key point, let a text roll"),
       {{Key::kSaid, GLADI_TEXT("Space"), {{SDL_SCANCODE_SPACE}}}}},
      {P::kPrompter,
       GLADI_TEXT("Take the last tick back"),
       {{Key::kUnsaid, GLADI_TEXT("Backspace"), {{SDL_SCANCODE_BACKSPACE}}}}},
      {P::kPrompter,
       GLADI_TEXT("Another key point; a text faster, slower"),
       {{Key::kAimUp, "↑", {{SDL_SCANCODE_UP}}}, {Key::kAimDown, "↓", {{SDL_SCANCODE_DOWN}}}}},
      {P::kPrompter, GLADI_TEXT("Key points or text"), {{Key::kScript, "T", {{SDL_SCANCODE_T}}}}},
      {P::kPrompter,
       GLADI_TEXT("Larger, smaller letters"),
       {{Key::kLarger, "+", {{SDL_SCANCODE_EQUALS}, {SDL_SCANCODE_KP_PLUS}}},
        {Key::kSmaller, "−", {{SDL_SCANCODE_MINUS}, {SDL_SCANCODE_KP_MINUS}}}}},
      {P::kLight,
       GLADI_TEXT("Screen light for dark rooms: white, warm, off"),
       {{Key::kLamp, "F3", {{SDL_SCANCODE_F3}}}}},
      {P::kLight,
       GLADI_TEXT("The screen light dimmer, brighter"),
       {{Key::kDimmer, "F4", {{SDL_SCANCODE_F4}}}, {Key::kBrighter, "F5", {{SDL_SCANCODE_F5}}}}},
  };
}

std::vector<KeyLine> other_lines() {
  using P = KeyPlace;
  return {
      {P::kAnywhere, GLADI_TEXT("Help"), {{Key::kHelp, "F1", {{SDL_SCANCODE_F1}}}}},
      {P::kAnywhere, GLADI_TEXT("Projector on and off"), {{Key::kProjector, "F8", {{SDL_SCANCODE_F8}}}}},
      {P::kAnywhere, GLADI_TEXT("Full screen"), {{Key::kFullScreen, "F11", {{SDL_SCANCODE_F11}}}}},
      {P::kMoving, GLADI_TEXT("To the next button or field"), {{Key::kNextWidget, "← ↑ ↓ →", {}}}},
      {P::kMoving, GLADI_TEXT("To the next field to write in"), {{Key::kNextField, "Tab", {}}}},
      {P::kMoving,
       GLADI_TEXT("Press this button"),
       {{Key::kPress, "Enter", {{SDL_SCANCODE_RETURN}, {SDL_SCANCODE_KP_ENTER}}}}},
      {P::kMoving, GLADI_TEXT("Back; nothing is lost"), {{Key::kBack, "Esc", {{SDL_SCANCODE_ESCAPE}}}}},
      {P::kAnywhere, GLADI_TEXT("Close the program"), {{Key::kQuit, "Ctrl+Q", {}}}},
      {P::kHome, GLADI_TEXT("Start rehearsing"), {{Key::kStartStop, "F9", {{SDL_SCANCODE_F9}}}}},
      {P::kHome, GLADI_TEXT("Settings"), {{Key::kSettings, "F2", {{SDL_SCANCODE_F2}}}}},
      {P::kHome, GLADI_TEXT("The next person of the class"), {{Key::kNextPerson, "N", {{SDL_SCANCODE_N}}}}},
      {P::kFeedback,
       GLADI_TEXT("How you found it"),
       {{Key::kRate, "1–3", {{SDL_SCANCODE_1}, {SDL_SCANCODE_KP_1}}}}},
      {P::kFeedback, GLADI_TEXT("Watch the recording"), {{Key::kWatch, "V", {{SDL_SCANCODE_V}}}}},
      {P::kFeedback,
       GLADI_TEXT("The next person of the class"),
       {{Key::kNextPerson, "N", {{SDL_SCANCODE_N}}}}},
      {P::kEditor, GLADI_TEXT("Add a new one"), {{Key::kNew, "Ctrl+N", {{SDL_SCANCODE_N, true}}}}},
      {P::kEditor,
       GLADI_TEXT("Choose another one"),
       {{Key::kChooseAbove, "PgUp", {{SDL_SCANCODE_PAGEUP}}},
        {Key::kChooseBelow, "PgDn", {{SDL_SCANCODE_PAGEDOWN}}}}},
      {P::kEditor,
       GLADI_TEXT("Move it up or down (or drag it with the mouse)"),
       {{Key::kMoveUp, "Ctrl+↑", {{SDL_SCANCODE_UP, true}}},
        {Key::kMoveDown, "Ctrl+↓", {{SDL_SCANCODE_DOWN, true}}}}},
      {P::kEditor, GLADI_TEXT("Undo"), {{Key::kUndo, "Ctrl+Z", {{SDL_SCANCODE_Z, true}}}}},
      {P::kEditor,
       GLADI_TEXT("Redo"),
       {{Key::kRedo, "Ctrl+Shift+Z", {{SDL_SCANCODE_Z, true, true}, {SDL_SCANCODE_Y, true}}}}},
      {P::kPeople, GLADI_TEXT("Add names"), {{Key::kNew, "Ctrl+N", {{SDL_SCANCODE_N, true}}}}},
      {P::kPeople,
       GLADI_TEXT("Earlier or later in the class (or drag it with the mouse)"),
       {{Key::kMoveUp, "Ctrl+↑", {{SDL_SCANCODE_UP, true}}},
        {Key::kMoveDown, "Ctrl+↓", {{SDL_SCANCODE_DOWN, true}}}}},
      {P::kPeople, GLADI_TEXT("Undo"), {{Key::kUndo, "Ctrl+Z", {{SDL_SCANCODE_Z, true}}}}},
      {P::kLibrary, GLADI_TEXT("Search"), {{Key::kSearch, "Ctrl+F", {{SDL_SCANCODE_F, true}}}}},
      {P::kLibrary, GLADI_TEXT("Rename this recording"), {{Key::kRename, "F2", {{SDL_SCANCODE_F2}}}}},
      {P::kLibrary,
       GLADI_TEXT("This recording into the trash"),
       {{Key::kThrowAway, "Del", {{SDL_SCANCODE_DELETE}}}}},
      {P::kLibrary,
       GLADI_TEXT("Beside another take of this person; progress"),
       {{Key::kCompareTakes, "B", {{SDL_SCANCODE_B}}}, {Key::kResults, "H", {{SDL_SCANCODE_H}}}}},
      {P::kLibrary, GLADI_TEXT("Undo"), {{Key::kUndo, "Ctrl+Z", {{SDL_SCANCODE_Z, true}}}}},
      {P::kLibrary, GLADI_TEXT("The trash"), {{Key::kTrash, "T", {{SDL_SCANCODE_T}}}}},
      {P::kTour,
       GLADI_TEXT("Next"),
       {{Key::kTourNext, "Enter", {{SDL_SCANCODE_RETURN}, {SDL_SCANCODE_KP_ENTER}, {SDL_SCANCODE_RIGHT}}}}},
      {P::kTour, GLADI_TEXT("Back"), {{Key::kTourBack, "←", {{SDL_SCANCODE_LEFT}}}}},
      {P::kTour, GLADI_TEXT("Skip"), {{Key::kTourSkip, "Esc", {{SDL_SCANCODE_ESCAPE}}}}},
  };
}

// Built once: caps of a line joined, and the bindings by themselves.
struct KeyTable {
  std::vector<KeyBinding> bindings;
  std::map<KeyPlace, std::vector<KeyHelp>> lists;
  std::deque<std::string> joined;  // what the lists point at

  KeyTable() {
    for (const auto& lines :
         {studio_lines(), review_key_lines(), rubric_key_lines(), compare_key_lines(), other_lines()}) {
      for (const KeyLine& line : lines) add(line);
    }
  }
  void add(const KeyLine& line) {
    std::string caps;
    for (const KeyBinding& binding : line.bindings) {
      caps += (caps.empty() ? "" : "  ") + std::string(binding.cap);
      bindings.push_back(binding);
    }
    lists[line.place].push_back({joined.emplace_back(caps).c_str(), line.what});
  }
};

const KeyTable& table() {
  static const KeyTable built;
  return built;
}

bool sheet_open() {
  return ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
}

bool pressed(const KeyBinding::Way& way, int offset = 0) {
  const ImGuiIO& io = ImGui::GetIO();
  const int scancode = way.scancode + offset;
  const bool function_key = scancode >= SDL_SCANCODE_F1 && scancode <= SDL_SCANCODE_F12;
  if (io.WantTextInput && !function_key) return false;
  if (io.KeyAlt || io.KeyCtrl != way.ctrl) return false;
  // Without Ctrl Shift says nothing with letters and signs: it is how many keyboards write "+".
  if ((way.ctrl || function_key) && io.KeyShift != way.shift) return false;
  return ImGui::IsKeyPressed(scancode, false);
}

const KeyBinding& bound(Key key) {
  const auto& all = table().bindings;
  return *std::find_if(all.begin(), all.end(),
                       [key](const KeyBinding& binding) { return binding.key == key; });
}

// Which of nine keys in a row, of which `first` is the first one; 0: none.
int counted_from(Key first) {
  if (sheet_open()) return 0;
  for (int number = 1; number <= 9; ++number) {
    for (const KeyBinding::Way& one : bound(first).ways) {
      if (pressed(one, number - 1)) return number;
    }
  }
  return 0;
}

}  // namespace

const std::vector<KeyBinding>& all_keys() {
  return table().bindings;
}

const KeyBinding& binding_of(Key key) {
  return bound(key);
}

bool key_pressed(Key key) {
  return !sheet_open() && key_pressed_in_sheet(key);
}

bool key_pressed_in_sheet(Key key) {
  const auto& ways = binding_of(key).ways;
  return std::any_of(ways.begin(), ways.end(), [](const auto& way) { return pressed(way); });
}

int number_pressed() {
  return counted_from(Key::kProduct);
}

int level_pressed() {
  return counted_from(Key::kScoreLevel);
}

int live_word_pressed() {
  return counted_from(Key::kLiveWord);
}

void take_key(Key key) {
  // What has been held for a while was not pressed just now.
  for (const KeyBinding::Way& way : binding_of(key).ways) {
    float& held_s = ImGui::GetIO().KeysDownDuration[way.scancode];
    if (held_s == 0) held_s = 1e-6F;
  }
}

const char* name_of(KeyPlace place) {
  switch (place) {
    case KeyPlace::kMoving:
      return GLADI_TEXT("From button to button");
    case KeyPlace::kHome:
      return GLADI_TEXT("On the first screen");
    case KeyPlace::kLight:
      return GLADI_TEXT("The light of the screen");
    case KeyPlace::kStudio:
      return GLADI_TEXT("While rehearsing");
    case KeyPlace::kPrompter:
      return GLADI_TEXT("What you read while rehearsing");
    case KeyPlace::kFeedback:
      return GLADI_TEXT("After a rehearsal");
    case KeyPlace::kReview:
      return GLADI_TEXT("Watching a recording");
    case KeyPlace::kTimeline:
      return GLADI_TEXT("On the timeline");
    case KeyPlace::kRubric:
      return GLADI_TEXT("Scoring a recording");
    case KeyPlace::kCompare:
      return GLADI_TEXT("Two recordings side by side");
    case KeyPlace::kComments:
      return GLADI_TEXT("Comments on a recording");
    case KeyPlace::kEditor:
      return GLADI_TEXT("Editing lists");
    case KeyPlace::kPeople:
      return GLADI_TEXT("Lists of people");
    case KeyPlace::kLibrary:
      return GLADI_TEXT("In the list of recordings");
    case KeyPlace::kTour:
      return GLADI_TEXT("In the tour");
    case KeyPlace::kAnywhere:
      break;
  }
  return GLADI_TEXT("Everywhere");
}

std::span<const KeyHelp> keys_of(KeyPlace place) {
  return table().lists.at(place);
}

}  // namespace gladi
