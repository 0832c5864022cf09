#include "ui/screens/studio/projector_words.h"

#include <gtest/gtest.h>

namespace gladi {
namespace {

class WordsOnTheProjector : public testing::Test {
 protected:
  WordsOnTheProjector() {
    plan_.person.name = "Siti";
    plan_.catalogue.name = {"Batik Ecoprint", "Ecoprint batik"};
    for (const char* id : {"kain", "tas"}) {
      plan_.catalogue.products.emplace_back().id = id;
      plan_.rundown.segments.push_back({SegmentKind::kProduct, {}, id, MediaTime::from_ms(60'000), {}});
    }
    model_.plan = &plan_;
    model_.phase = StudioModel::Phase::kRecording;
    model_.state.segment = 1;
    model_.state.segment_planned = MediaTime::from_ms(60'000);
    model_.state.total_planned = MediaTime::from_ms(120'000);
  }

  TakePlan plan_;
  StudioModel model_;
  Translator translator_{Language::kEnglish};
};

TEST_F(WordsOnTheProjector, TellWhoIsOnHowLongAndWhoComesNext) {
  model_.state.segment_elapsed = MediaTime::from_ms(12'000);
  const ProjectorWords words = projector_words(model_, translator_, {"Budi", "Citra"});
  EXPECT_EQ(words.name, "Siti");
  EXPECT_EQ(words.clock, "00:48");
  EXPECT_EQ(words.line, "left for this part · Product 2 of 2 · 2 min in all");
  EXPECT_EQ(words.next, (std::vector<std::string>{"Budi", "Citra"}));
}

TEST_F(WordsOnTheProjector, CountOnInWordsWhenTheTimeIsOver) {
  model_.state.segment_elapsed = MediaTime::from_ms(72'500);
  const ProjectorWords words = projector_words(model_, translator_, {});
  EXPECT_EQ(words.clock, "00:12");
  EXPECT_EQ(words.line.substr(0, 9), "over time");
}

TEST_F(WordsOnTheProjector, CountDownBeforeTheTake) {
  model_.phase = StudioModel::Phase::kCountdown;
  model_.countdown = 2;
  const ProjectorWords words = projector_words(model_, translator_, {});
  EXPECT_EQ(words.clock, "2");
  EXPECT_EQ(words.line, "Ecoprint batik");
}

}  // namespace
}  // namespace gladi
