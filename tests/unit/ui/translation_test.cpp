// Every sentence that a person may see has its Indonesian form in po/id.po.
#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tests/support/command.h"
#include "tests/support/temp_folder.h"

namespace gladi::test {
namespace {

struct Entry {
  std::string id;
  std::string plural;
  std::vector<std::string> translations;
  bool fuzzy = false;
};

// What gettext's tools write without wrapping: keyword "text", continued by lines of "text".
std::vector<Entry> read_po(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::vector<Entry> entries;
  Entry entry;
  std::string* target = nullptr;
  const auto finish = [&] {
    if (!entry.id.empty()) entries.push_back(entry);
    entry = {};
    target = nullptr;
  };
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) finish();
    if (line.rfind("#,", 0) == 0 && line.find("fuzzy") != std::string::npos) entry.fuzzy = true;
    if (line.empty() || line[0] == '#') continue;
    if (line.rfind("msgid_plural", 0) == 0) {
      target = &entry.plural;
    } else if (line.rfind("msgid", 0) == 0) {
      target = &entry.id;
    } else if (line.rfind("msgstr", 0) == 0) {
      target = &entry.translations.emplace_back();
    }
    const size_t open = line.find('"');
    const size_t close = line.rfind('"');
    if (target != nullptr && close > open) *target += line.substr(open + 1, close - open - 1);
  }
  finish();
  return entries;
}

std::multiset<std::string> places(const std::string& text) {
  static const std::regex place(R"(\{[0-9]+\})");
  std::multiset<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), place), end; it != end; ++it)
    found.insert(it->str());
  return found;
}

TEST(IndonesianCatalogue, HoldsEverySentenceOfTheSourcesWithItsPlaces) {
  const TempFolder folder;
  const std::string sources = GLADI_SOURCE_DIR;
  const std::filesystem::path pot = folder.path() / "gladi.pot";
  const std::filesystem::path merged = folder.path() / "id.po";
  ASSERT_EQ(run_command({sources + "/po/extract", sources, pot}).exit_code, 0);
  ASSERT_EQ(run_command({"msgmerge", "--quiet", "--no-fuzzy-matching", "--no-wrap", "-o", merged,
                         sources + "/po/id.po", pot})
                .exit_code,
            0);
  const std::vector<Entry> entries = read_po(merged);
  EXPECT_GT(entries.size(), 150U) << "the sources were not really read";
  for (const Entry& entry : entries) {
    EXPECT_FALSE(entry.fuzzy) << entry.id;
    ASSERT_EQ(entry.translations.size(), 1U) << entry.id;  // Indonesian has no plural form
    const std::string& translation = entry.translations.front();
    EXPECT_FALSE(translation.empty()) << "not translated: " << entry.id;
    if (translation.empty()) continue;
    EXPECT_EQ(places(translation), places(entry.plural.empty() ? entry.id : entry.plural))
        << entry.id << " → " << translation;
  }
}

// Adults are addressed as "Anda" (docs/glossary.md); "kamu" here and there would sound as if two people
// spoke.
TEST(IndonesianCatalogue, AddressesThePersonInOneWay) {
  static const std::regex familiar(
      R"((^|[^a-z])(kamu|(gambar|latihan|milik|nama|rekaman|suara)mu)([^a-z]|$))", std::regex::icase);
  for (const Entry& entry : read_po(std::string(GLADI_SOURCE_DIR) + "/po/id.po")) {
    for (const std::string& translation : entry.translations)
      EXPECT_FALSE(std::regex_search(translation, familiar)) << translation;
  }
}

}  // namespace
}  // namespace gladi::test
