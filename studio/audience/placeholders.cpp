#include "studio/audience/placeholders.h"

namespace gladi {

const std::vector<Placeholder>& placeholders() {
  static const std::vector<Placeholder> all{
      {"product", {}, 24},
      {"number", {}, 2},
      {"price", {}, 12},
      {"normal_price", Fact::kNormalPrice, 12},
      {"flash_price", Fact::kFlashSale, 12},
      {"stock", Fact::kInStock, 3},
      {"offer", {}, 9},
  };
  return all;
}

std::optional<std::string> fill_placeholders(const std::string& text,
                                             const std::function<std::string(const std::string&)>& value_of) {
  std::string filled;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '}') return std::nullopt;
    if (text[at] != '{') {
      filled += text[at];
      continue;
    }
    const size_t end = text.find_first_of("{}", at + 1);
    if (end == std::string::npos || text[end] == '{') return std::nullopt;
    filled += value_of(text.substr(at + 1, end - at - 1));
    at = end;
  }
  return filled;
}

}  // namespace gladi
