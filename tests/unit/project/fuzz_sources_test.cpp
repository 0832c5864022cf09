// The fuzzed readers are linked from a list of sources of their own (tests/fuzz/CMakeLists.txt), built last
// of all.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "tests/unit/project/source_tree.h"

namespace gladi::test {
namespace {
namespace fs = std::filesystem;

// Included, but not linked: the fuzzers have their own photos (no_photos.cpp) and an empty trash
// (no_trash.cpp), and of the withdrawal only what its header holds.
const std::set<std::string> kNotLinked = {"studio/catalogue/photo_check.cpp", "studio/library/trash.cpp",
                                          "studio/library/withdrawal.cpp"};

std::set<std::string> listed_sources() {
  std::ifstream file(fs::path(GLADI_SOURCE_DIR) / "tests/fuzz/CMakeLists.txt");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const std::regex source(R"((encoder|studio)/[a-z0-9_/]+\.cpp)");
  std::set<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), source), end; it != end; ++it)
    found.insert(it->str());
  return found;
}

TEST(FuzzSources, HaveWhatTheyInclude) {
  const std::set<std::string> listed = listed_sources();
  ASSERT_GT(listed.size(), 30U);
  for (const std::string& path : listed)
    EXPECT_TRUE(fs::exists(fs::path(GLADI_SOURCE_DIR) / path)) << path << " is gone";
  for (const SourceFile& source : read_source_tree(GLADI_SOURCE_DIR)) {
    if (!listed.contains(source.path)) continue;
    for (const Include& include : source.includes) {
      if (!include.file.ends_with(".h")) continue;
      const std::string made_of = include.file.substr(0, include.file.size() - 2) + ".cpp";
      if (!fs::exists(fs::path(GLADI_SOURCE_DIR) / made_of) || kNotLinked.contains(made_of)) continue;
      EXPECT_TRUE(listed.contains(made_of))
          << made_of << " is missing in tests/fuzz/CMakeLists.txt: " << source.path << " includes it";
    }
  }
}

}  // namespace
}  // namespace gladi::test
