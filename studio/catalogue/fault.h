// What is wrong in a file that people edit: where and why.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "encoder/base/message.h"

namespace gladi {

struct Fault {
  std::filesystem::path file;
  int line = 0;  // 1 is the first; 0 concerns the whole file
  Message reason;

  // "catalogue.toml:12: the price "12rb?" is no number"
  std::string english() const;
};

}  // namespace gladi
