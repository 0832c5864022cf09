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
  EXPECT_EQ(view_.draft.text, "");
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

TEST_F(ReviewScreen, OnlyOnesOwnCommentsCanBeChangedAndDeleted) {
  show();
  EXPECT_FALSE(widgets_.places().contains("review.delete.c2"));
  EXPECT_FALSE(widgets_.places().contains("review.edit.c2"));
  EXPECT_EQ(clicked<review::RemoveComment>("review.delete.c1")->id, "c1");
  model_.read_only = true;
  EXPECT_FALSE(clicked<review::RemoveComment>("review.delete.c1"));
}

TEST_F(ReviewScreen, ACommentIsWrittenAnew) {
  EXPECT_EQ(clicked<review::PauseAt>("review.edit.c1")->at, MediaTime::from_ms(42'000));
  EXPECT_EQ(view_.draft.text, "Harga sudah jelas");
  type(" sekali");
  const auto saved = pressed<review::EditComment>(SDL_SCANCODE_RETURN);
  ASSERT_TRUE(saved);
  EXPECT_EQ(saved->id, "c1");
  EXPECT_EQ(saved->text, "Harga sudah jelas sekali");
  EXPECT_TRUE(view_.draft.of.empty());
}

TEST_F(ReviewScreen, EscapeLeavesAChangeAsItWasAndNotTheScreen) {
  clicked<review::PauseAt>("review.edit.c1");
  type("x");
  EXPECT_FALSE(press_key<ReviewIntent>(SDL_SCANCODE_ESCAPE, drawing()));
  EXPECT_TRUE(view_.draft.of.empty());
  EXPECT_EQ(view_.draft.text, "");
  show();
  EXPECT_TRUE(pressed<review::GoBack>(SDL_SCANCODE_ESCAPE));
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

class ReviewDrawing : public ReviewScreen {
 protected:
  ReviewDrawing() {
    static int texture;
    model_.picture = {&texture, 720, 1280};
    model_.player.playing = true;
  }
  // Across the picture, as shares of it.
  void drag(std::vector<ImVec2> points) {
    show();
    const Box place = widgets_.places().at("review.canvas").box;
    ImGuiIO& io = ImGui::GetIO();
    for (size_t i = 0; i < points.size(); ++i) {
      io.MousePos = {place.x + points[i].x * place.w, place.y + points[i].y * place.h};
      if (i == 0) frame<ReviewIntent>(drawing());
      io.MouseDown[0] = true;
      frame<ReviewIntent>(drawing());
    }
    io.MouseDown[0] = false;
    frame<ReviewIntent>(drawing());
  }
};

TEST_F(ReviewDrawing, PausesThePictureAndIsSentWithItsStrokes) {
  EXPECT_FALSE(pressed<review::SetPlaying>(SDL_SCANCODE_D)->playing);
  model_.player.playing = false;
  drag({{0.2F, 0.2F}, {0.4F, 0.4F}, {0.6F, 0.5F}});
  press_key<ReviewIntent>(SDL_SCANCODE_Q, drawing());
  drag({{0.5F, 0.5F}, {0.7F, 0.7F}});
  press_key<ReviewIntent>(SDL_SCANCODE_Q, drawing());
  drag({{0.1F, 0.9F}, {0.3F, 0.8F}, {0.5F, 0.9F}});
  const auto added = pressed<review::AddComment>(SDL_SCANCODE_RETURN);
  ASSERT_TRUE(added);
  EXPECT_TRUE(added->play_on);
  ASSERT_EQ(added->drawing.strokes.size(), 3u);
  const Stroke& arrow = added->drawing.strokes[0];
  EXPECT_EQ(arrow.shape, Stroke::Shape::kArrow);
  ASSERT_EQ(arrow.points.size(), 2u);
  EXPECT_NEAR(arrow.points[0].x, 0.2F, 0.01F);
  EXPECT_NEAR(arrow.points[1].y, 0.5F, 0.01F);
  EXPECT_EQ(added->drawing.strokes[1].shape, Stroke::Shape::kCircle);
  EXPECT_EQ(added->drawing.strokes[2].shape, Stroke::Shape::kPen);
  EXPECT_EQ(added->drawing.strokes[2].points.size(), 3u);
  EXPECT_FALSE(view_.pen.on);
}

TEST_F(ReviewDrawing, LosesItsLastStrokeOnCtrlZAndAllOnEscape) {
  model_.can_undo = true;
  press_key<ReviewIntent>(SDL_SCANCODE_D, drawing());
  drag({{0.2F, 0.2F}, {0.6F, 0.5F}});
  drag({{0.3F, 0.3F}, {0.8F, 0.5F}});
  ImGui::GetIO().KeyCtrl = true;
  EXPECT_FALSE(press_key<ReviewIntent>(SDL_SCANCODE_Z, drawing())) << "the stroke, not a comment";
  ImGui::GetIO().KeyCtrl = false;
  EXPECT_EQ(view_.draft.drawing.strokes.size(), 1u);
  EXPECT_FALSE(press_key<ReviewIntent>(SDL_SCANCODE_ESCAPE, drawing())) << "the screen stays";
  EXPECT_TRUE(view_.draft.empty());
  EXPECT_FALSE(view_.pen.on);
}

TEST_F(ReviewDrawing, OfAPressWithoutAMoveIsNone) {
  press_key<ReviewIntent>(SDL_SCANCODE_D, drawing());
  drag({{0.5F, 0.5F}});
  EXPECT_TRUE(view_.draft.drawing.empty());
  EXPECT_FALSE(pressed<review::AddComment>(SDL_SCANCODE_RETURN));
}

TEST_F(ReviewDrawing, IsSeenWhileItsMomentIsPlayedOver) {
  model_.comments[1].comment.drawing.strokes = {{Stroke::Shape::kArrow, {{0.1F, 0.1F}, {0.9F, 0.9F}}}};
  const auto seen_at = [this](int ms) {
    model_.player.position = MediaTime::from_ms(ms);
    show();
    return widgets_.notes().at("review.drawings");
  };
  EXPECT_EQ(seen_at(79'000), "0");
  EXPECT_EQ(seen_at(80'000), "1");
  EXPECT_EQ(seen_at(82'900), "1");
  EXPECT_EQ(seen_at(83'100), "0");
  press_key<ReviewIntent>(SDL_SCANCODE_D, drawing());
  EXPECT_EQ(seen_at(80'000), "0") << "one's own drawing has the picture for itself";
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
