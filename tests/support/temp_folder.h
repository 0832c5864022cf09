// A folder of a test's own, gone after it.
#pragma once

#include <filesystem>
#include <string>

namespace gladi::test {

class TempFolder {
 public:
  TempFolder();   // unique, empty
  ~TempFolder();  // removes everything in it
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}  // namespace gladi::test
