// Comments and deletions are known by their "id".
#pragma once

#include <algorithm>
#include <string>

namespace gladi {

template <class List>
auto find_by_id(List& list, const std::string& id) {
  return std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.id == id; });
}

}  // namespace gladi
