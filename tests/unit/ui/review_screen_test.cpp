#include "ui/screens/review/review_screen.h"

#include "tests/unit/ui/screen_fixture.h"

namespace gladi {
namespace {

class ReviewScreen : public test::ScreenTest {
 protected:
  ReviewScreen() {
    model_.opening = false;
    model_.person_name = "Siti Aminah";
    model_.title = {"Batik Ecoprint", ""};
    model_.player.duration = MediaTime::from_ms(100'000);
    model_.player.position = MediaTime::from_ms(30'000);
    const auto segment = [](const char* title, bool product, int from_s, int to_s) {
      const MediaTime from = MediaTime::from_ms(from_s * 1000);
      return ReviewSegment{title, product, from, MediaTime::from_ms(to_s * 1000), MediaTime::from_ms(30'000),
                           from};
    };
    model_.segments = {segment("Pembukaan", false, 0, 20), segment("Kain daun jati", true, 20, 70),
                       segment("Penutup", false, 70, 100)};
    ReviewComment own{{"c1", MediaTime::from_ms(42'000), "Harga sudah jelas", {}}, "Siti Aminah", true};
    ReviewComment other{{"c2", MediaTime::from_ms(80'000), "Bagus!", {}}, "Pelatih", false};
    model_.comments = {own, other};
  }

  std::function<std::optional<ReviewIntent>(Ui&)> drawing() {
    return [this](Ui& ui) { return draw_review(ui, model_, view_); };
  }
  template <class T>
  std::optional<T> pressed(int scancode) {
    return wanted<T>(press_key<ReviewIntent>(scancode, drawing()));
  }
  template <class T>
  std::optional<T> clicked(const std::string& name) {
    return wanted<T>(click<ReviewIntent>(name, drawing()));
  }
  template <class T>
  static std::optional<T> wanted(const std::optional<ReviewIntent>& intent) {
    if (!intent || !std::holds_alternative<T>(*intent)) return std::nullopt;
    return std::get<T>(*intent);
  }
  void show() {
    for (int i = 0; i < 3; ++i) frame<ReviewIntent>(drawing());
  }
  void type(const std::string& text) {
    frame<ReviewIntent>(drawing());
    ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
    typed_ = frame<ReviewIntent>(drawing());
    if (!typed_) typed_ = frame<ReviewIntent>(drawing());
  }

  ReviewModel model_;
  ReviewView view_;
  std::optional<ReviewIntent> typed_;
};

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

TEST_F(ReviewScreen, TheStripGoesToTheMomentUnderTheMouse) {
  const auto middle = clicked<review::Seek>("review.timeline");
  ASSERT_TRUE(middle);
  EXPECT_NEAR(middle->to.seconds(), 50, 0.2);
}

TEST_F(ReviewScreen, ACommentGoesToItsMoment) {
  EXPECT_EQ(clicked<review::Seek>("review.comment.c1")->to, MediaTime::from_ms(42'000));
}

TEST_F(ReviewScreen, TypingPausesThePictureAndEnterSavesAndGoesOn) {
  model_.player.playing = true;
  press_key<ReviewIntent>(SDL_SCANCODE_C, drawing());
  type("Bagus");
  const auto paused = wanted<review::SetPlaying>(typed_);
  ASSERT_TRUE(paused);
  EXPECT_FALSE(paused->playing);
  model_.player.playing = false;
  const auto added = pressed<review::AddComment>(SDL_SCANCODE_RETURN);
  ASSERT_TRUE(added);
  EXPECT_EQ(added->text, "Bagus");
  EXPECT_TRUE(added->play_on);
  EXPECT_EQ(view_.text, "");
}

TEST_F(ReviewScreen, PlayerKeysAreLettersWhileTyping) {
  press_key<ReviewIntent>(SDL_SCANCODE_C, drawing());
  type("a");
  EXPECT_FALSE(press_key<ReviewIntent>(SDL_SCANCODE_SPACE, drawing()));
  EXPECT_FALSE(press_key<ReviewIntent>(SDL_SCANCODE_PERIOD, drawing()));
}

TEST_F(ReviewScreen, AnEmptyCommentIsNotSent) {
  press_key<ReviewIntent>(SDL_SCANCODE_C, drawing());
  EXPECT_FALSE(press_key<ReviewIntent>(SDL_SCANCODE_RETURN, drawing()));
}

TEST_F(ReviewScreen, OnlyOnesOwnCommentCanBeDeletedAndOnlyAfterAQuestion) {
  show();
  EXPECT_FALSE(widgets_.places().contains("review.delete.c2"));
  EXPECT_FALSE(click<ReviewIntent>("review.delete.c1", drawing()));
  EXPECT_EQ(view_.deleting, "c1");
  const auto removed = clicked<review::RemoveComment>("review.deleting.yes");
  ASSERT_TRUE(removed);
  EXPECT_EQ(removed->id, "c1");
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
