// The house rules of docs/HACKING.md, read from the #include lines of the tree.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "tests/unit/project/source_tree.h"

namespace gladi::test {
namespace {

constexpr int kMostLines = 400;
constexpr int kMostHeaderLines = 120;

const std::vector<SourceFile>& tree() {
  static const std::vector<SourceFile> sources = read_source_tree(GLADI_SOURCE_DIR);
  return sources;
}

bool begins_with_one_of(const std::string& file, const std::vector<std::string>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&file](const std::string& beginning) { return file.rfind(beginning, 0) == 0; });
}

// "ui/a.cpp:3 includes SDL.h": every include of `library` that begins with one of `beginnings`.
std::vector<std::string> includes_of(const std::string& library, const std::vector<std::string>& beginnings,
                                     bool headers_only = false) {
  std::vector<std::string> found;
  for (const SourceFile& source : tree()) {
    if (source.library() != library || (headers_only && !source.is_header())) continue;
    for (const Include& include : source.includes) {
      if (begins_with_one_of(include.file, beginnings)) {
        found.push_back(source.path + ":" + std::to_string(include.line) + " includes " + include.file);
      }
    }
  }
  return found;
}

const std::vector<std::string> kWindow = {"SDL", "imgui", "misc/cpp/imgui", "misc/freetype/imgui"};
const std::vector<std::string> kMedia = {"libav",   "libsw", "portaudio", "libyuv",
                                         "ebur128", "pa_",   "alsa/",     "pulse/"};
const std::vector<std::string> kStorageAndDrawing = {"sqlite3", "SQLiteCpp", "cairo", "pango",
                                                     "librsvg", "toml++",    "toml",  "opencv2"};

#define EXPECT_NONE(expression) \
  for (const std::string& fault : (expression)) ADD_FAILURE_AT(__FILE__, __LINE__) << fault

TEST(Layering, TheTreeIsReallyRead) {
  EXPECT_GT(tree().size(), 60U);
  const auto uses = [](const std::string& library, const std::string& file) {
    return !includes_of(library, {file}).empty();
  };
  EXPECT_TRUE(uses("encoder", "libavcodec/"));
  EXPECT_TRUE(uses("studio", "encoder/"));
  EXPECT_TRUE(uses("ui", "studio/"));
}

TEST(Layering, EncoderKnowsNeitherStudioNorUi) {
  EXPECT_NONE(includes_of("encoder", {"studio/", "ui/", "tests/"}));
}

TEST(Layering, StudioDoesNotKnowUi) {
  EXPECT_NONE(includes_of("studio", {"ui/", "tests/"}));
}

TEST(Layering, UiDoesNotKnowTheTests) {
  EXPECT_NONE(includes_of("ui", {"tests/"}));
}

TEST(Layering, OnlyUiKnowsTheWindow) {
  EXPECT_NONE(includes_of("encoder", kWindow));
  EXPECT_NONE(includes_of("studio", kWindow));
}

TEST(Layering, OnlyEncoderKnowsTheMediaLibraries) {
  EXPECT_NONE(includes_of("studio", kMedia));
  EXPECT_NONE(includes_of("ui", kMedia));
}

TEST(Layering, OnlyStudioKnowsTheDatabaseAndTheDrawing) {
  EXPECT_NONE(includes_of("encoder", kStorageAndDrawing));
  EXPECT_NONE(includes_of("ui", {"sqlite3", "SQLiteCpp", "cairo", "pango", "librsvg", "opencv2"}));
}

// What studio and ui see of encoder, directly or through other headers.
std::set<std::string> public_headers_of_encoder() {
  std::map<std::string, const SourceFile*> by_path;
  std::vector<std::string> to_visit;
  for (const SourceFile& source : tree()) {
    by_path[source.path] = &source;
    if (source.library() == "studio" || source.library() == "ui") to_visit.push_back(source.path);
  }
  std::set<std::string> seen;
  while (!to_visit.empty()) {
    const std::string path = to_visit.back();
    to_visit.pop_back();
    if (!by_path.contains(path) || !seen.insert(path).second) continue;
    for (const Include& include : by_path[path]->includes) to_visit.push_back(include.file);
  }
  std::erase_if(seen, [](const std::string& path) { return path.rfind("encoder/", 0) != 0; });
  return seen;
}

TEST(Layering, PublicHeadersOfEncoderNameNoLibavType) {
  static const std::regex type(R"(\b(AV[A-Z][A-Za-z]+|Swr?s?Context|PaStream\w*)\b)");
  const std::set<std::string> headers = public_headers_of_encoder();
  EXPECT_TRUE(headers.contains("encoder/file/recorder.h"));
  for (const SourceFile& source : tree()) {
    if (!headers.contains(source.path)) continue;
    for (const Include& include : source.includes) {
      EXPECT_FALSE(begins_with_one_of(include.file, kMedia)) << source.path << " includes " << include.file;
    }
    std::smatch match;
    EXPECT_FALSE(std::regex_search(source.text, match, type)) << source.path << " names " << match[0];
  }
}

TEST(Layering, StudioAndUiDoNotUseEncodersHandles) {
  EXPECT_NONE(includes_of("studio", {"encoder/libav/"}));
  EXPECT_NONE(includes_of("ui", {"encoder/libav/"}));
}

// Many users run Windows: what only POSIX has stands in one file a library, and with the camera driver.
TEST(Layering, PosixHeadersAreKeptInFewFiles) {
  static const std::vector<std::string> posix = {"unistd.h",  "fcntl.h",  "sys/",   "poll.h",
                                                 "pthread.h", "dirent.h", "linux/", "dlfcn.h"};
  for (const char* library : {"encoder", "studio", "ui"}) {
    for (const SourceFile& source : tree()) {
      if (source.library() != library || source.path.ends_with("base/platform.cpp")) continue;
      if (source.path.find("capture/v4l2") != std::string::npos) continue;
      for (const Include& include : source.includes) {
        EXPECT_FALSE(begins_with_one_of(include.file, posix)) << source.path << " includes " << include.file;
      }
    }
  }
}

TEST(Size, NoFileIsLongerThanItCanBeRead) {
  for (const SourceFile& source : tree()) {
    EXPECT_LE(source.lines, source.is_header() ? kMostHeaderLines : kMostLines) << source.path;
  }
}

TEST(Style, EveryHeaderSaysWhatItIsForAndIsReadOnce) {
  for (const SourceFile& source : tree()) {
    if (!source.is_header()) continue;
    EXPECT_EQ(source.text.rfind("// ", 0), 0U) << source.path << " does not begin with a sentence";
    EXPECT_NE(source.text.find("#pragma once"), std::string::npos) << source.path;
  }
}

TEST(Style, NothingIsLeftForLater) {
  // Put together here, so that this file does not find itself.
  const std::vector<std::string> words = {std::string("TO") + "DO", std::string("FIX") + "ME",
                                          std::string("XX") + "X:"};
  for (const SourceFile& source : tree()) {
    for (const std::string& word : words) {
      EXPECT_EQ(source.text.find(word), std::string::npos) << source.path << " holds " << word;
    }
  }
}

}  // namespace
}  // namespace gladi::test
