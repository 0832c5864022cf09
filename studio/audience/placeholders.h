// The words in braces of a chat line.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "studio/audience/audience_lines.h"

namespace gladi {

struct Placeholder {
  const char* name;
  std::optional<Fact> needs;  // besides a product
  size_t longest = 0;         // characters it may become, when lines are checked
};
const std::vector<Placeholder>& placeholders();

// `text` with each {name} replaced by `value_of(name)`; nullopt when braces don't match.
std::optional<std::string> fill_placeholders(const std::string& text,
                                             const std::function<std::string(const std::string&)>& value_of);

}  // namespace gladi
