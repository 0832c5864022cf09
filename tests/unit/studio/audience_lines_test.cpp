#include "studio/audience/audience_lines.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

namespace fs = std::filesystem;

class AudienceLinesFile : public testing::Test {
 protected:
  // A sound file of 40 names and one line an intent, with `extra` lines in "price", whose list begins in the
  // line that is returned by first_price_line().
  std::string file_with(const std::string& extra) {
    std::string text = "language = \"id\"\nnames = [";
    for (int i = 0; i < 40; ++i) text += "\"wati" + std::to_string(i) + "\", ";
    text += "]\n";
    for (const std::string& intent : chat_intents()) {
      text += "[[intent]]\nname = \"" + intent + "\"\nexpects = \"answer\"\naction = \"Jawab\"\nlines = [\n";
      if (intent == "price") text += extra;
      text += "\"Kalimat " + intent + "\",\n]\n";
    }
    return text;
  }
  static constexpr int kFirstPriceLine = 15;  // two of the head, seven of "greeting", five of "price"

  std::vector<Fault> faults_of(const std::string& content) {
    test::write_text(temp_ / "id.toml", content);
    const auto loaded = load_audience_lines(temp_ / "id.toml");
    if (!loaded) return {loaded.error()};
    return loaded->faults;
  }
  void expect_fault(const std::string& extra, const std::string& words, int line = kFirstPriceLine) {
    const std::vector<Fault> faults = faults_of(file_with(extra));
    ASSERT_EQ(faults.size(), 1U) << extra;
    EXPECT_EQ(faults[0].line, line) << faults[0].english();
    EXPECT_NE(faults[0].english().find(words), std::string::npos) << faults[0].english();
  }

  test::TempFolder temp_;
};

TEST_F(AudienceLinesFile, IsReadWithItsConditions) {
  test::write_text(temp_ / "id.toml",
                   file_with("{ text = \"{stock} lagi?\", kinds = [\"bag\"], level = \"busy\" },\n"));
  const auto loaded = load_audience_lines(temp_ / "id.toml");
  ASSERT_TRUE(loaded) << loaded.error().english();
  EXPECT_TRUE(loaded->faults.empty());
  const auto& lines = loaded->lines.lines;
  const auto line =
      std::find_if(lines.begin(), lines.end(), [](const auto& l) { return l.text == "{stock} lagi?"; });
  ASSERT_NE(line, lines.end());
  EXPECT_EQ(chat_intents()[line->intent], "price");
  EXPECT_EQ(audience_levels()[line->level], "busy");
  EXPECT_EQ(line->kinds, std::vector<std::string>{"bag"});
  EXPECT_NE(std::find(line->needs.begin(), line->needs.end(), Fact::kInStock), line->needs.end());
}

TEST_F(AudienceLinesFile, NamesEachFaultWithItsLine) {
  expect_fault("\"Berapa {harga}?\",\n", "placeholder {harga}");
  expect_fault("\"Berapa {price?\",\n", "brace");
  expect_fault("\"" + std::string(73, 'a') + "\",\n", "too long");
  expect_fault("\"Baris satu\\nbaris dua\",\n", "line breaks");
  expect_fault("\"Kalimat greeting\",\n", "there already, in line 8");
  expect_fault("{ text = \"Halo\", level = \"loud\" },\n", "calm, busy or difficult");
  expect_fault("{ text = \"Halo\", kinds = [\"car\"] },\n", "kind");
  expect_fault("{ text = \"Halo\", needs = [\"rain\"] },\n", "rain");
  expect_fault("{ txt = \"salah\", text = \"Halo\" },\n", "txt");
  expect_fault("\"\",\n", "quotation marks");
}

TEST_F(AudienceLinesFile, NamesAMissingIntentAndAnUnknownOne) {
  std::string text = file_with("");
  text.replace(text.find("name = \"cod\""), 12, "name = \"cad\"");
  const std::vector<Fault> faults = faults_of(text);
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_NE(faults[0].english().find("cod"), std::string::npos);
  EXPECT_NE(faults[1].english().find("cad"), std::string::npos);
  EXPECT_GT(faults[1].line, 1);
}

TEST_F(AudienceLinesFile, TellsBrokenBytesWithTheirLine) {
  const std::vector<Fault> faults = faults_of(file_with("\"Harg\xff\xfe a\",\n"));
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].line, kFirstPriceLine);
  EXPECT_NE(faults[0].english().find("UTF-8"), std::string::npos);
}

TEST_F(AudienceLinesFile, TellsWhatIsNoToml) {
  const std::vector<Fault> faults = faults_of("language = \"id\"\nnames = [\"a\"\n");
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_GT(faults[0].line, 0);
}

TEST(AudienceLinesShipped, AreInOrderWithFifteenLinesAnIntent) {
  for (const Language language : {Language::kIndonesian, Language::kEnglish}) {
    const fs::path file = find_audience_lines({"/nowhere", GLADI_SOURCE_DIR "/assets"}, language);
    const auto loaded = load_audience_lines(file);
    ASSERT_TRUE(loaded) << loaded.error().english();
    for (const Fault& fault : loaded->faults) ADD_FAILURE() << fault.english();
    EXPECT_EQ(loaded->lines.language, language);
    std::map<std::string, int> count;
    for (const ChatTemplate& line : loaded->lines.lines) ++count[chat_intents()[line.intent]];
    for (const std::string& intent : chat_intents()) EXPECT_GE(count[intent], 15) << intent;
  }
}

}  // namespace
}  // namespace gladi
