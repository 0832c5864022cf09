#include "studio/review/rubric.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using testing::HasSubstr;

const char* const kTwo = R"(name = "Singkat"
name_en = "Short"
[[criterion]]
id = "hook"
name = "Kail"
name_en = "Hook"
levels = ["Tidak ada", "Ada"]
levels_en = ["None", "There"]
[[criterion]]
id = "price"
name = "Harga"
levels = ["Tidak disebut", "Sekali", "Jelas"]
)";

class RubricTest : public testing::Test {
 protected:
  fs::path write(const std::string& name, const std::string& content) {
    test::write_text(temp_ / name, content);
    return temp_ / name;
  }
  test::TempFolder temp_;
};

TEST_F(RubricTest, IsReadWithItsLevelsInBothLanguages) {
  const auto loaded = load_rubric(write("singkat.toml", kTwo));
  ASSERT_TRUE(loaded) << loaded.error().english();
  EXPECT_TRUE(loaded->faults.empty());
  const Rubric& rubric = loaded->rubric;
  EXPECT_EQ(rubric.id, "singkat");
  EXPECT_EQ(rubric.name, (LocalText{"Singkat", "Short"}));
  ASSERT_EQ(rubric.criteria.size(), 2u);
  ASSERT_EQ(rubric.criteria[0].levels.size(), 2u);
  EXPECT_EQ(rubric.criteria[0].levels[1], (LocalText{"Ada", "There"}));
  ASSERT_NE(rubric.find("price"), nullptr);
  EXPECT_EQ(rubric.find("price")->levels.size(), 3u);
  EXPECT_EQ(rubric.find("voice"), nullptr);
}

TEST_F(RubricTest, ThatComesWithGladiHasNineCriteriaWithFiveLevelsInBothLanguages) {
  const auto loaded = load_rubric(fs::path(GLADI_SOURCE_DIR) / "assets/rubrics/live-selling.toml");
  ASSERT_TRUE(loaded) << loaded.error().english();
  EXPECT_TRUE(loaded->faults.empty());
  EXPECT_EQ(loaded->rubric.criteria.size(), 9u);
  for (const Criterion& criterion : loaded->rubric.criteria) {
    EXPECT_EQ(criterion.levels.size(), 5u) << criterion.id;
    EXPECT_FALSE(criterion.name.english.empty()) << criterion.id;
    for (const LocalText& level : criterion.levels) EXPECT_FALSE(level.english.empty()) << level.indonesian;
  }
}

TEST_F(RubricTest, KeepsWhatCanBeUsedAndNamesTheRestWithItsLine) {
  const auto loaded = load_rubric(write("own.toml", std::string(kTwo) + R"([[criterion]]
id = "hook"
name = "Lagi"
levels = ["a", "b"]
[[criterion]]
id = "Big Letters"
name = "X"
levels = ["a", "b"]
[[criterion]]
id = "one"
name = "Satu"
levels = ["a"]
[[criterion]]
id = "empty"
name = "Kosong"
levels = ["a", ""]
[[criterion]]
id = "nameless"
levels = ["a", "b"]
points = 3
)"));
  ASSERT_TRUE(loaded) << loaded.error().english();
  EXPECT_EQ(loaded->rubric.criteria.size(), 2u);
  ASSERT_EQ(loaded->faults.size(), 6u);
  EXPECT_THAT(loaded->faults[0].english(), HasSubstr("own.toml:14: the criterion \"hook\" is there twice"));
  EXPECT_THAT(loaded->faults[1].english(), HasSubstr("18: a criterion's id is made of small letters"));
  EXPECT_THAT(loaded->faults[2].english(), HasSubstr("24: the criterion \"one\" needs 2 to 9"));
  EXPECT_THAT(loaded->faults[3].english(), HasSubstr("28: a level of the criterion \"empty\""));
}

TEST_F(RubricTest, WithoutACriterionIsNone) {
  const auto loaded = load_rubric(write("none.toml", "name = \"Kosong\"\n"));
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().kind, ErrorKind::kDamaged);
  EXPECT_FALSE(load_rubric(write("torn.toml", "name = \"")));
  EXPECT_EQ(load_rubric(temp_ / "nowhere.toml").error().kind, ErrorKind::kNotFound);
}

TEST_F(RubricTest, OfOnesOwnStandsForTheOneThatCameWithGladi) {
  fs::create_directories(temp_ / "own");
  fs::create_directories(temp_ / "came");
  write("own/a.toml", kTwo);
  write("own/broken.toml", "[[");
  write("came/a.toml", std::string("name = \"Lama\"\n") + std::string(kTwo).substr(16));
  write("came/b.toml", kTwo);
  write("came/notes.txt", "x");
  const RubricShelf shelf = load_rubrics({temp_ / "own", temp_ / "nowhere", temp_ / "came"});
  ASSERT_EQ(shelf.rubrics.size(), 2u);
  EXPECT_EQ(shelf.rubrics[0].rubric.id, "a");
  EXPECT_EQ(shelf.rubrics[0].rubric.name.indonesian, "Singkat");
  EXPECT_EQ(shelf.rubrics[1].rubric.id, "b");
  EXPECT_EQ(shelf.broken.size(), 1u);
}

}  // namespace
}  // namespace gladi
