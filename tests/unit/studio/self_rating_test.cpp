#include "studio/review/self_rating.h"

#include <gtest/gtest.h>

#include <fstream>

#include "studio/session/journal.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

MediaTime seconds(int64_t s) {
  return MediaTime::from_ms(s * 1000);
}

class SelfRating : public testing::Test {
 protected:
  SelfRating() {
    auto journal = JournalWriter::open(temp_.path());
    static_cast<void>((*journal)->add({seconds(0), TakeStarted{"x"}}));
    static_cast<void>((*journal)->add({seconds(60), TakeEnded{"stopped"}}));
  }
  std::optional<SelfRated> kept() { return self_rating_of(read_journal(temp_.path())->events); }

  test::TempFolder temp_;
};

TEST_F(SelfRating, IsNothingBeforeItWasAsked) {
  EXPECT_FALSE(kept());
}

TEST_F(SelfRating, IsAddedBehindTheTakeAndReadAgain) {
  ASSERT_TRUE(save_self_rating(temp_.path(), seconds(60), {1, "Lebih pelan"}));
  ASSERT_TRUE(kept());
  EXPECT_EQ(kept()->level, 1);
  EXPECT_EQ(kept()->wish, "Lebih pelan");
  EXPECT_EQ(read_journal(temp_.path())->events.size(), 3u) << "what was there stays";
}

TEST_F(SelfRating, SkippedIsAnAnswerToo) {
  ASSERT_TRUE(save_self_rating(temp_.path(), seconds(60), {}));
  ASSERT_TRUE(kept());
  EXPECT_EQ(kept()->level, 0);
}

TEST_F(SelfRating, TheLastOneCounts) {
  ASSERT_TRUE(save_self_rating(temp_.path(), seconds(60), {1, ""}));
  ASSERT_TRUE(save_self_rating(temp_.path(), seconds(60), {3, "Senyum"}));
  EXPECT_EQ(kept()->level, 3);
}

TEST_F(SelfRating, OfALevelThatDoesNotExistIsNoRating) {
  std::ofstream(temp_ / "journal.jsonl", std::ios::app)
      << R"({"at_ns":60000000000,"type":"self_rated","level":9,"wish":"?"})" << '\n';
  ASSERT_TRUE(kept());
  EXPECT_EQ(kept()->level, 0);
}

TEST_F(SelfRating, IsFoundWithoutReadingTheWholeJournal) {
  EXPECT_FALSE(is_self_rated(temp_ / "nowhere"));
  EXPECT_FALSE(is_self_rated(temp_.path()));
  auto journal = JournalWriter::open(temp_.path());
  ASSERT_TRUE((*journal)->add({seconds(9), MarkerSet{R"("type":"self_rated")"}}));
  EXPECT_FALSE(is_self_rated(temp_.path())) << "a word is no event";
  ASSERT_TRUE(save_self_rating(temp_.path(), seconds(60), {}));
  EXPECT_TRUE(is_self_rated(temp_.path()));
}

TEST_F(SelfRating, ThatCannotBeWrittenSaysSo) {
  EXPECT_FALSE(save_self_rating(temp_ / "nowhere", seconds(60), {2, ""}));
}

}  // namespace
}  // namespace gladi
