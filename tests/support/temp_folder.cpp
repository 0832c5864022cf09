#include "tests/support/temp_folder.h"

#include <random>

namespace gladi::test {
namespace fs = std::filesystem;

TempFolder::TempFolder() {
  std::random_device random;
  do {
    path_ = fs::temp_directory_path() / ("gladi-test-" + std::to_string(random()));
  } while (!fs::create_directories(path_));
}

TempFolder::~TempFolder() {
  std::error_code ignored;  // a folder made read-only by its test stays behind, nothing worse
  fs::remove_all(path_, ignored);
}

}  // namespace gladi::test
