// Gladi's own source files, for tests about the house rules.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace gladi::test {

struct Include {
  int line = 0;
  std::string file;  // what stands between the quotes or brackets
};

struct SourceFile {
  std::string path;  // from the project's root, with '/': "ui/cli/console.h"
  int lines = 0;
  std::vector<Include> includes;
  std::string text;

  std::string library() const { return path.substr(0, path.find('/')); }
  bool is_header() const { return path.ends_with(".h"); }
};

// All .h and .cpp files below encoder, studio, ui and tests.
std::vector<SourceFile> read_source_tree(const std::filesystem::path& root);

}  // namespace gladi::test
