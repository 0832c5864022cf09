// Every key of the window in one table: what is pressed, what stands on its cap, what it does, and where. The
// screens ask for keys by their names in it, buttons take their caps from it, settings and help list it: a
// key that isn't here can't be used, and one that is changed is changed everywhere.
//
// Main thread, between ImGui::NewFrame and ImGui::Render.
#pragma once

#include <span>
#include <vector>

#include "ui/app/key_names.h"

namespace gladi {

// A key or chord; each of the ways to press it does the same.
struct KeyBinding {
  struct Way {
    int scancode;  // SDL's
    bool ctrl = false;
    bool shift = false;
  };
  Key key;
  const char* cap;        // "F9"; a word in GLADI_TEXT
  std::vector<Way> ways;  // empty: somebody else looks after it
};
const std::vector<KeyBinding>& all_keys();
const KeyBinding& binding_of(Key key);

// Whether it was pressed in this frame. False while a text field has the keyboard or a sheet is open, except
// for function keys while no sheet is open.
bool key_pressed(Key key);
bool key_pressed_in_sheet(Key key);  // the same, also while a sheet is open
int number_pressed();                // which of 1–9; 0: none
int level_pressed();                 // the same with Ctrl
int live_word_pressed();             // the same with Shift and F1–F9
void take_key(Key key);              // nobody who asks later in this frame finds it pressed

// A line of a list of keys; it may name several that belong together.
struct KeyHelp {
  const char* keys;  // what stands on the caps, separated by two spaces; a single word is translated
  const char* what;  // English id of what it does
};
const char* name_of(KeyPlace place);  // an English id
// Never empty; the ones that are asked for most come first.
std::span<const KeyHelp> keys_of(KeyPlace place);

}  // namespace gladi
