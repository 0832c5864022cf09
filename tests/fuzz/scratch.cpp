#include "tests/fuzz/scratch.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <system_error>

#include "encoder/base/platform.h"

namespace gladi::fuzz {
namespace fs = std::filesystem;
namespace {

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("gladi-fuzz-" + std::to_string(platform::process_id()))) {
    fs::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  const fs::path path_;
};

}  // namespace

const fs::path& scratch() {
  static const Folder folder;
  return folder.path();
}

void write(const fs::path& file, const std::string& content) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(content.data(), static_cast<std::streamsize>(content.size()));
}

Input::Input(const uint8_t* data, size_t size) {
  if (size == 0) return;
  choice = data[0];
  text.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
}

void expect(bool kept, const char* promise) {
  if (kept) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

}  // namespace gladi::fuzz
