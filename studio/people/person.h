// Somebody who rehearses, and what she has agreed to.
#pragma once

#include <optional>
#include <string>

#include "studio/text/format.h"

namespace gladi {

// Asked once per person in plain words, each tick on its own (UU 27/2022); kept with its date.
struct Consent {
  bool review = false;      // a trainer may watch the takes
  bool class_show = false;  // the projector may show them to the class
  bool promotion = false;   // clips may be used to promote
  std::optional<WallTime> asked_at;
  friend bool operator==(const Consent&, const Consent&) = default;
};

struct Person {
  std::string id;  // UUID
  std::string name;
  Consent consent;
  WallTime created_at;
};

}  // namespace gladi
