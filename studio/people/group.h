// A class: people who rehearse together, in the order in which they take their turns.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "studio/text/format.h"

namespace gladi {

struct Group {
  std::string id;  // UUID
  std::string name;
  std::vector<std::string> members;  // people's UUIDs; nobody twice
  WallTime created_at;
  friend bool operator==(const Group&, const Group&) = default;

  bool has(const std::string& person_id) const {
    return std::ranges::find(members, person_id) != members.end();
  }
};

}  // namespace gladi
