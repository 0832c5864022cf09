#include "ui/app/keys.h"

#include <algorithm>
#include <set>

#include "tests/unit/ui/screen_fixture.h"

namespace gladi {
namespace {

constexpr KeyPlace kPlaces[] = {
    KeyPlace::kAnywhere, KeyPlace::kMoving,   KeyPlace::kHome,     KeyPlace::kLight,
    KeyPlace::kStudio,   KeyPlace::kPrompter, KeyPlace::kFeedback, KeyPlace::kReview,
    KeyPlace::kTimeline, KeyPlace::kComments, KeyPlace::kEditor,   KeyPlace::kPeople,
    KeyPlace::kLibrary,  KeyPlace::kTour,     KeyPlace::kCompare,  KeyPlace::kRubric};

std::vector<std::string> caps_of(KeyPlace place) {
  std::vector<std::string> caps;
  for (const KeyHelp& line : keys_of(place)) {
    const std::string keys = line.keys;
    for (size_t at = 0; at < keys.size();) {
      const size_t gap = std::min(keys.find("  ", at), keys.size());
      caps.push_back(keys.substr(at, gap - at));
      at = gap + 2;
    }
  }
  return caps;
}

TEST(Keys, EachIsListedWithItsCapAndWhatItDoes) {
  std::set<std::string> listed;
  for (const KeyPlace place : kPlaces) {
    EXPECT_STRNE(name_of(place), "");
    EXPECT_FALSE(keys_of(place).empty());
    for (const KeyHelp& line : keys_of(place)) EXPECT_STRNE(line.what, "") << line.keys;
    for (const std::string& cap : caps_of(place)) listed.insert(cap);
  }
  for (const KeyBinding& binding : all_keys()) EXPECT_TRUE(listed.contains(binding.cap)) << binding.cap;
}

TEST(Keys, NoneDoesTwoThingsAtOneTime) {
  const std::vector<std::vector<KeyPlace>> together = {
      {KeyPlace::kStudio, KeyPlace::kPrompter, KeyPlace::kLight, KeyPlace::kAnywhere},
      {KeyPlace::kHome, KeyPlace::kLight, KeyPlace::kMoving, KeyPlace::kAnywhere},
      {KeyPlace::kFeedback, KeyPlace::kMoving, KeyPlace::kAnywhere},
      {KeyPlace::kReview, KeyPlace::kTimeline, KeyPlace::kComments, KeyPlace::kRubric, KeyPlace::kAnywhere},
      {KeyPlace::kCompare, KeyPlace::kAnywhere},
      {KeyPlace::kEditor, KeyPlace::kMoving, KeyPlace::kAnywhere},
      {KeyPlace::kPeople, KeyPlace::kMoving, KeyPlace::kAnywhere},
      {KeyPlace::kLibrary, KeyPlace::kMoving, KeyPlace::kAnywhere}};
  for (const std::vector<KeyPlace>& places : together) {
    std::set<std::string> seen;
    for (const KeyPlace place : places) {
      for (const std::string& cap : caps_of(place)) EXPECT_TRUE(seen.insert(cap).second) << cap;
    }
  }
}

class KeysPressed : public test::ScreenTest {
 protected:
  bool press(int scancode, const std::function<bool()>& asked) {
    return press_key<bool>(scancode,
                           [&](Ui& ui) -> std::optional<bool> {
                             const ScreenScope screen(ui, "keys", ScreenScope::Keyboard::kShortcuts);
                             return asked() ? std::optional(true) : std::nullopt;
                           })
        .value_or(false);
  }
};

TEST_F(KeysPressed, EachWayToPressAKeyIsHeard) {
  for (const KeyBinding& binding : all_keys()) {
    for (const KeyBinding::Way& way : binding.ways) {
      ImGui::GetIO().KeyCtrl = way.ctrl;
      ImGui::GetIO().KeyShift = way.shift;
      EXPECT_TRUE(press(way.scancode, [&] { return key_pressed(binding.key); })) << binding.cap;
      ImGui::GetIO().KeyCtrl = !way.ctrl;
      EXPECT_FALSE(press(way.scancode, [&] { return key_pressed(binding.key); })) << binding.cap;
    }
  }
}

TEST_F(KeysPressed, ShiftDoesNotHideAKeyThatNeedsIt) {
  ImGui::GetIO().KeyShift = true;
  EXPECT_TRUE(press(SDL_SCANCODE_EQUALS, [] { return key_pressed(Key::kLarger); }));
}

TEST_F(KeysPressed, NumbersAreCounted) {
  int number = 0;
  EXPECT_TRUE(press(SDL_SCANCODE_7, [&] {
    number = std::max(number, number_pressed());
    return number > 0;
  }));
  EXPECT_EQ(number, 7);
  number = 0;
  EXPECT_TRUE(press(SDL_SCANCODE_KP_9, [&] {
    number = std::max(number, number_pressed());
    return number > 0;
  }));
  EXPECT_EQ(number, 9);
  EXPECT_FALSE(press(SDL_SCANCODE_0, [] { return number_pressed() > 0; }));
}

TEST_F(KeysPressed, AFunctionKeyWithShiftIsAnotherOne) {
  int word = 0;
  EXPECT_TRUE(press(SDL_SCANCODE_F9, [] { return key_pressed(Key::kStartStop); }));
  ImGui::GetIO().KeyShift = true;
  EXPECT_FALSE(press(SDL_SCANCODE_F9, [] { return key_pressed(Key::kStartStop); }))
      << "who comments must not end the take";
  EXPECT_TRUE(press(SDL_SCANCODE_F9, [&] {
    word = std::max(word, live_word_pressed());
    return word > 0;
  }));
  EXPECT_EQ(word, 9);
  ImGui::GetIO().KeyShift = false;
  EXPECT_FALSE(press(SDL_SCANCODE_F9, [] { return live_word_pressed() > 0; }));
}

TEST_F(KeysPressed, WhatSomebodyTookNobodyElseSees) {
  EXPECT_FALSE(press(SDL_SCANCODE_ESCAPE, [] {
    if (key_pressed(Key::kBack)) take_key(Key::kBack);
    return key_pressed(Key::kCancel);
  }));
  EXPECT_TRUE(press(SDL_SCANCODE_ESCAPE, [] { return key_pressed(Key::kCancel); })) << "only in that frame";
}

}  // namespace
}  // namespace gladi
