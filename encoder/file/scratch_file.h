// A file on its way to another one: beside it, under a name that nobody takes for it. For encoder and studio.
#pragma once

#include <filesystem>
#include <string>

namespace gladi {

// Removed when it begins, where a program that was killed left one, and when it ends; who renames it in
// between has nothing removed.
class ScratchFile {
 public:
  // ".<name of `target`><ending>" in `target`'s folder.
  ScratchFile(const std::filesystem::path& target, const std::string& ending);
  ~ScratchFile();
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  const std::filesystem::path path_;
};

}  // namespace gladi
