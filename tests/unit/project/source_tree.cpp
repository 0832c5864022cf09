#include "tests/unit/project/source_tree.h"

#include <fstream>
#include <regex>
#include <sstream>

namespace gladi::test {
namespace {

namespace fs = std::filesystem;

SourceFile read_source(const fs::path& root, const fs::path& path) {
  static const std::regex include(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
  SourceFile source;
  source.path = fs::relative(path, root).generic_string();
  std::ifstream file(path);
  std::string line;
  while (std::getline(file, line)) {
    ++source.lines;
    std::smatch match;
    if (std::regex_search(line, match, include)) source.includes.push_back({source.lines, match[1]});
    source.text += line + '\n';
  }
  return source;
}

}  // namespace

std::vector<SourceFile> read_source_tree(const fs::path& root) {
  std::vector<SourceFile> sources;
  for (const char* folder : {"encoder", "studio", "ui", "tests"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string ending = entry.path().extension().string();
      if (entry.is_regular_file() && (ending == ".h" || ending == ".cpp")) {
        sources.push_back(read_source(root, entry.path()));
      }
    }
  }
  return sources;
}

}  // namespace gladi::test
