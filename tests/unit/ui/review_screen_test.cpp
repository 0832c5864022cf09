#include "ui/screens/review/review_screen.h"

#include <gmock/gmock.h>

#include "tests/unit/ui/review_screen_fixture.h"

namespace gladi {
namespace {

class ReviewScreen : public test::ReviewScreenTest {};

TEST_F(ReviewScreen, KeysRunThePlayer) {
  EXPECT_TRUE(pressed<review::TogglePlay>(SDL_SCANCODE_SPACE));
  EXPECT_EQ(pressed<review::SeekBy>(SDL_SCANCODE_LEFT)->by, MediaTime::from_ms(-5000));
  EXPECT_EQ(pressed<review::SeekBy>(SDL_SCANCODE_RIGHT)->by, MediaTime::from_ms(5000));
  EXPECT_EQ(pressed<review::Step>(SDL_SCANCODE_COMMA)->frames, -1);
  EXPECT_EQ(pressed<review::Step>(SDL_SCANCODE_PERIOD)->frames, 1);
  EXPECT_TRUE(pressed<review::GoBack>(SDL_SCANCODE_ESCAPE));
}

TEST_F(ReviewScreen, ASegmentAndItsRowGoToWhereItBegan) {
  EXPECT_EQ(clicked<review::Seek>("review.segment.1")->to, MediaTime::from_ms(20'000));
  EXPECT_EQ(clicked<review::Seek>("review.row.2")->to, MediaTime::from_ms(70'000));
}

// adr/0026: how it went against the plan is a result, when it ran is not.
TEST_F(ReviewScreen, TellsNothingAgainstThePlanBeforeSheHasRatedHerself) {
  show();
  EXPECT_THAT(widgets_.notes().at("review.row.1"), testing::HasSubstr("00:20"));
  model_.rating_first = true;
  model_.segments[1].said = 2;
  model_.segments[1].points = 3;
  show();
  EXPECT_EQ(widgets_.notes().at("review.row.1"), "00:50");
  EXPECT_TRUE(clicked<review::Seek>("review.row.1"));
}

TEST_F(ReviewScreen, AKeyPointAndACueGoToTheirMoments) {
  model_.segments[1].points = 3;
  model_.segments[1].said = 1;
  model_.segments[1].notes = {{ReviewNote::Kind::kPoint, MediaTime::from_ms(31'000), "Motif daun jati asli"},
                              {ReviewNote::Kind::kCue, MediaTime::from_ms(52'000), "Suara berhenti"}};
  EXPECT_EQ(clicked<review::Seek>("review.note.1.0")->to, MediaTime::from_ms(31'000));
  EXPECT_EQ(clicked<review::Seek>("review.note.1.1")->to, MediaTime::from_ms(52'000));
  expect_no_overlap("review.note.1.1", "review.row.2");
  EXPECT_EQ(clicked<review::Seek>("review.row.2")->to, MediaTime::from_ms(70'000))
      << "further down than before";
}

TEST_F(ReviewScreen, TheButtonsOfTheHeaderAreWholeBesideALongNameToo) {
  const auto width_of = [this](const std::string& name) { return widgets_.places().at(name).box.w; };
  show();
  const float compare = width_of("review.compare");
  model_.next_name = "Bambang Sulistyo Wardoyo";
  for (const Language language : {Language::kIndonesian, Language::kEnglish}) {
    translator_.set_language(language);
    for (const bool trainer : {false, true}) {
      model_.trainer = trainer;
      for (const Box& area : {Box{0, 0, 1024, 700}, Box{0, 0, 1366, 768}}) {
        area_ = area;
        show();
        EXPECT_EQ(width_of("review.compare"), compare) << area.w << " trainer " << trainer;
      }
    }
  }
}

TEST_F(ReviewScreen, TheStripGoesToTheMomentUnderTheMouse) {
  const auto middle = clicked<review::Seek>("review.timeline");
  ASSERT_TRUE(middle);
  EXPECT_NEAR(middle->to.seconds(), 50, 0.2);
}

TEST_F(ReviewScreen, ACommentGoesToItsMoment) {
  EXPECT_EQ(clicked<review::Seek>("review.comment.c1")->to, MediaTime::from_ms(42'000));
}

TEST_F(ReviewScreen, KeysWorkOnOnesOwnCommentNearby) {
  EXPECT_FALSE(pressed<review::RemoveComment>(SDL_SCANCODE_DELETE)) << "it is twelve seconds away";
  model_.player.position = MediaTime::from_ms(80'000);
  EXPECT_FALSE(pressed<review::RemoveComment>(SDL_SCANCODE_DELETE)) << "somebody else's";
  model_.player.position = MediaTime::from_ms(43'000);
  EXPECT_EQ(pressed<review::RemoveComment>(SDL_SCANCODE_DELETE)->id, "c1");
  EXPECT_TRUE(pressed<review::PauseAt>(SDL_SCANCODE_E));
  EXPECT_EQ(view_.draft.of, "c1");
}

TEST_F(ReviewScreen, WhatWasDoneCanBeUndoneByKeyAndByMouse) {
  ImGui::GetIO().KeyCtrl = true;
  EXPECT_FALSE(press_key<ReviewIntent>(SDL_SCANCODE_Z, drawing()));
  model_.can_undo = true;
  EXPECT_TRUE(pressed<review::UndoComment>(SDL_SCANCODE_Z));
  model_.can_undo = false;
  model_.can_redo = true;
  EXPECT_TRUE(pressed<review::RedoComment>(SDL_SCANCODE_Y));
  ImGui::GetIO().KeyCtrl = false;
  model_.can_undo = true;
  EXPECT_TRUE(clicked<review::UndoComment>("review.undo"));
}

TEST_F(ReviewScreen, ANumberIsACommentWithoutAPause) {
  model_.player.playing = true;
  const auto hook = pressed<review::AddComment>(SDL_SCANCODE_1);
  ASSERT_TRUE(hook);
  EXPECT_EQ(hook->text, "Kail");
  EXPECT_FALSE(hook->play_on) << "it goes on playing anyway";
  model_.words.own[7] = "Mantap";
  EXPECT_EQ(pressed<review::AddComment>(SDL_SCANCODE_KP_8)->text, "Mantap");
  EXPECT_EQ(clicked<review::AddComment>("review.word.9")->text, "Catatan");
  press_key<ReviewIntent>(SDL_SCANCODE_C, drawing());
  type("3");
  EXPECT_FALSE(pressed<review::AddComment>(SDL_SCANCODE_3)) << "a letter while typing";
}

TEST_F(ReviewScreen, TheWordsAreChangedInASheet) {
  press_key<ReviewIntent>(SDL_SCANCODE_W, drawing());
  show();
  ASSERT_TRUE(view_.new_words);
  view_.new_words->own[0] = "  Salam ";
  const auto saved = clicked<review::SetQuickWords>("review.words.save");
  ASSERT_TRUE(saved);
  EXPECT_EQ(saved->words.own[0], "Salam");
  EXPECT_FALSE(view_.new_words);
  show();
  clicked<review::SetQuickWords>("review.change_words");
  show();
  view_.new_words->own[1] = "x";
  EXPECT_FALSE(clicked<review::SetQuickWords>("review.words.usual"));
  EXPECT_EQ(*view_.new_words, QuickWords{});
  press_key<ReviewIntent>(SDL_SCANCODE_ESCAPE, drawing());
  EXPECT_FALSE(view_.new_words);
}

TEST_F(ReviewScreen, ATakeThatCannotBePlayedOffersOnlyTheWayBack) {
  model_.problem = Message(GLADI_TEXT("This take holds no file to play."));
  EXPECT_FALSE(press_key<ReviewIntent>(SDL_SCANCODE_SPACE, drawing()));
  EXPECT_TRUE(clicked<review::GoBack>("review.back"));
}

TEST_F(ReviewScreen, FitsSmallScreensInBothLanguages) {
  for (const Language language : {Language::kIndonesian, Language::kEnglish}) {
    for (const Box& size : {Box{0, 0, 1024, 700}, Box{0, 0, 1024, 768}, Box{0, 0, 1366, 768}}) {
      translator_.set_language(language);
      area_ = size;
      show();
      expect_everything_inside();
      expect_no_overlap("review.step", "review.slower");
      expect_no_overlap("review.text", "review.send");
    }
  }
}

class RubricPanel : public ReviewScreen {
 protected:
  RubricPanel() {
    model_.trainer = true;
    model_.rubric.name = {"Jualan live", "Selling live"};
    for (int i = 0; i < 9; ++i) {
      model_.rubric.criteria.push_back({"c" + std::to_string(i), {"Kebenaran produk", "Truth"}, {}});
      for (int level = 1; level <= 5; ++level)
        model_.rubric.criteria.back().levels.push_back({"Tingkat " + std::to_string(level), ""});
    }
  }
  void give(const std::string& criterion, int level, std::optional<MediaTime> at) {
    model_.scores.push_back({criterion, {"Harga", "Price"}, level, 5, {"Disebut sekali", "Said once"}, at});
  }
};

TEST_F(RubricPanel, ALevelIsGivenAndTakenBack) {
  const auto set = clicked<review::SetScore>("review.score.c2.4");
  ASSERT_TRUE(set);
  EXPECT_EQ(set->criterion, "c2");
  EXPECT_EQ(set->level, 4);
  EXPECT_EQ(view_.criterion, "c2") << "its words are shown";
  give("c2", 4, std::nullopt);
  EXPECT_EQ(clicked<review::ClearScore>("review.score.c2.4")->criterion, "c2");
}

TEST_F(RubricPanel, AScoreCarriesItsMoment) {
  give("c1", 2, std::nullopt);
  view_.criterion = "c1";
  EXPECT_TRUE(clicked<review::SetScoreMoment>("review.score_here")->here);
  model_.scores[0].at = MediaTime::from_ms(12'000);
  EXPECT_EQ(clicked<review::Seek>("review.score_moment")->to, MediaTime::from_ms(12'000));
  EXPECT_FALSE(clicked<review::SetScoreMoment>("review.score_no_moment")->here);
}

TEST_F(RubricPanel, GivesWayToWhatRanWhen) {
  show();
  EXPECT_FALSE(widgets_.places().contains("review.row.0"));
  click<ReviewIntent>("review.tab.as_run", drawing());
  show();
  EXPECT_TRUE(widgets_.places().contains("review.row.0"));
}

TEST_F(RubricPanel, IsHandedInAndTakenBack) {
  EXPECT_TRUE(clicked<review::FinishReview>("review.finish")->finished);
  model_.finished = true;
  EXPECT_FALSE(clicked<review::FinishReview>("review.finish")->finished);
}

TEST_F(RubricPanel, FitsASmallScreen) {
  area_ = {0, 0, 1024, 700};
  give("c8", 5, MediaTime::from_ms(12'000));
  view_.criterion = "c8";
  show();
  expect_everything_inside();
  // Those below are a turn of the wheel away.
  const auto visible = [this] {
    int rows = 0;
    while (widgets_.places().contains("review.score.c" + std::to_string(rows) + ".1"))
      expect_no_overlap("review.score.c" + std::to_string(rows++) + ".1", "review.score_moment");
    return rows;
  };
  EXPECT_GE(visible(), 3);
  area_ = {0, 0, 1366, 768};
  show();
  EXPECT_GE(visible(), 6);
}

TEST_F(RubricPanel, ATraineeReadsWordsAndScoresNothing) {
  model_.trainer = false;
  give("c1", 2, MediaTime::from_ms(12'000));
  model_.given = {{"Bu Sri", std::exchange(model_.scores, {})}};
  show();
  EXPECT_FALSE(widgets_.places().contains("review.score.c1.2"));
  EXPECT_FALSE(widgets_.places().contains("review.finish"));
  EXPECT_EQ(clicked<review::Seek>("review.given.0.c1")->to, MediaTime::from_ms(12'000));
}

}  // namespace
}  // namespace gladi
