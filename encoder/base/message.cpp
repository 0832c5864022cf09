#include "encoder/base/message.h"

#include <cstdlib>

namespace gladi {

std::string Message::format(const std::string& pattern) const {
  std::string out;
  out.reserve(pattern.size() + 32);
  for (size_t i = 0; i < pattern.size();) {
    const size_t close = pattern[i] == '{' ? pattern.find('}', i) : std::string::npos;
    const bool numbered = close != std::string::npos && close > i + 1 &&
                          pattern.find_first_not_of("0123456789", i + 1) == close;
    const size_t place = numbered ? std::strtoul(pattern.c_str() + i + 1, nullptr, 10) : values_.size();
    if (place < values_.size()) {
      out += values_[place];
      i = close + 1;
    } else {
      out += pattern[i++];
    }
  }
  return out;
}

}  // namespace gladi
