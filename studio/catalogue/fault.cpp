#include "studio/catalogue/fault.h"

namespace gladi {

std::string Fault::english() const {
  const std::string place = line > 0 ? ":" + std::to_string(line) : std::string();
  return file.filename().string() + place + ": " + reason.english();
}

}  // namespace gladi
