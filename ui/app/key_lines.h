// Lines of the table of keys. Private to ui/app.
#pragma once

#include <vector>

#include "ui/app/keys.h"

namespace gladi {

// A line of the table: keys that belong together, in one sentence.
struct KeyLine {
  KeyPlace place;
  const char* what;
  std::vector<KeyBinding> bindings;
};

std::vector<KeyLine> review_key_lines();  // with those of comments and timeline
std::vector<KeyLine> rubric_key_lines();
std::vector<KeyLine> compare_key_lines();

}  // namespace gladi
