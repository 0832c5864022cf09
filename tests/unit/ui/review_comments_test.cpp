#include "tests/unit/ui/review_screen_fixture.h"
#include "ui/screens/review/comment_draft.h"

namespace gladi {
namespace {

class ReviewComments : public test::ReviewScreenTest {};

TEST_F(ReviewComments, TypingPausesThePictureAndEnterSavesAndGoesOn) {
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

TEST_F(ReviewComments, PlayerKeysAreLettersWhileTyping) {
  press_key<ReviewIntent>(SDL_SCANCODE_C, drawing());
  type("a");
  EXPECT_FALSE(press_key<ReviewIntent>(SDL_SCANCODE_SPACE, drawing()));
  EXPECT_FALSE(press_key<ReviewIntent>(SDL_SCANCODE_PERIOD, drawing()));
}

TEST_F(ReviewComments, AnEmptyCommentIsNotSent) {
  press_key<ReviewIntent>(SDL_SCANCODE_C, drawing());
  EXPECT_FALSE(press_key<ReviewIntent>(SDL_SCANCODE_RETURN, drawing()));
}

TEST_F(ReviewComments, OnlyOnesOwnCommentsCanBeChangedAndDeleted) {
  show();
  EXPECT_FALSE(widgets_.places().contains("review.delete.c2"));
  EXPECT_FALSE(widgets_.places().contains("review.edit.c2"));
  EXPECT_EQ(clicked<review::RemoveComment>("review.delete.c1")->id, "c1");
  model_.read_only = true;
  EXPECT_FALSE(clicked<review::RemoveComment>("review.delete.c1"));
}

TEST_F(ReviewComments, ACommentIsWrittenAnew) {
  EXPECT_EQ(clicked<review::PauseAt>("review.edit.c1")->at, MediaTime::from_ms(42'000));
  EXPECT_EQ(view_.draft.text, "Harga sudah jelas");
  type(" sekali");
  const auto saved = pressed<review::EditComment>(SDL_SCANCODE_RETURN);
  ASSERT_TRUE(saved);
  EXPECT_EQ(saved->id, "c1");
  EXPECT_EQ(saved->text, "Harga sudah jelas sekali");
  EXPECT_TRUE(view_.draft.of.empty());
}

TEST_F(ReviewComments, EscapeLeavesAChangeAsItWasAndNotTheScreen) {
  clicked<review::PauseAt>("review.edit.c1");
  EXPECT_FALSE(press_key<ReviewIntent>(SDL_SCANCODE_ESCAPE, drawing()));
  EXPECT_TRUE(view_.draft.of.empty()) << "nothing was changed";
  clicked<review::PauseAt>("review.edit.c1");
  type("x");
  EXPECT_FALSE(press_key<ReviewIntent>(SDL_SCANCODE_ESCAPE, drawing()));
  EXPECT_EQ(view_.draft.of, "c1") << "first the field is left";
  EXPECT_EQ(view_.draft.text, "Harga sudah jelasx");
  EXPECT_FALSE(press_key<ReviewIntent>(SDL_SCANCODE_ESCAPE, drawing()));
  EXPECT_TRUE(view_.draft.of.empty());
  EXPECT_EQ(view_.draft.text, "");
  EXPECT_TRUE(clicked<review::PauseAt>("review.undo")) << "and that can be taken back";
  EXPECT_EQ(view_.draft.of, "c1");
  EXPECT_EQ(view_.draft.text, "Harga sudah jelasx");
  EXPECT_FALSE(press_key<ReviewIntent>(SDL_SCANCODE_ESCAPE, drawing()));
  show();
  EXPECT_TRUE(pressed<review::GoBack>(SDL_SCANCODE_ESCAPE));
}

TEST_F(ReviewComments, EscapeLeavesTheFieldAndKeepsWhatWasTyped) {
  press_key<ReviewIntent>(SDL_SCANCODE_C, drawing());
  type("Bagus");
  EXPECT_FALSE(press_key<ReviewIntent>(SDL_SCANCODE_ESCAPE, drawing()));
  show();
  EXPECT_EQ(view_.draft.text, "Bagus");
  EXPECT_TRUE(pressed<review::GoBack>(SDL_SCANCODE_ESCAPE));
  const auto kept = drafts_to_keep(view_);
  ASSERT_EQ(kept.size(), 1u);
  EXPECT_EQ(kept[0].comment.text, "Bagus");
  EXPECT_EQ(kept[0].comment.at, MediaTime::from_ms(30'000));
  ReviewView later;
  bring_back(later, kept, model_);
  EXPECT_EQ(later.draft.text, "Bagus");
  EXPECT_EQ(drafts_to_keep(later).size(), 1u) << "until it is sent";
}

TEST_F(ReviewComments, ChangingAnotherCommentOnlyInterruptsTheOneThatIsWritten) {
  press_key<ReviewIntent>(SDL_SCANCODE_C, drawing());
  type("Bagus");
  clicked<review::PauseAt>("review.edit.c1");
  type("!");
  EXPECT_EQ(drafts_to_keep(view_).size(), 2u);
  ASSERT_TRUE(pressed<review::EditComment>(SDL_SCANCODE_RETURN));
  EXPECT_EQ(view_.draft.text, "Bagus");
  EXPECT_TRUE(view_.draft.of.empty());
  const auto added = clicked<review::AddComment>("review.send");
  ASSERT_TRUE(added);
  EXPECT_EQ(added->at, MediaTime::from_ms(30'000));
  EXPECT_TRUE(drafts_to_keep(view_).empty());
}

TEST_F(ReviewComments, ACommentKeepsTheMomentAtWhichItWasBegun) {
  model_.player.playing = true;
  press_key<ReviewIntent>(SDL_SCANCODE_C, drawing());
  type("Bagus");
  model_.player.playing = false;
  show();
  EXPECT_FALSE(widgets_.places().contains("review.draft_moment"));
  model_.player.position = MediaTime::from_ms(70'000);
  EXPECT_EQ(clicked<review::PauseAt>("review.draft_moment")->at, MediaTime::from_ms(30'000))
      << "the way back";
  const auto added = clicked<review::AddComment>("review.send");
  ASSERT_TRUE(added);
  EXPECT_EQ(added->at, MediaTime::from_ms(30'000));
  EXPECT_FALSE(added->play_on) << "whoever looks elsewhere stays there";
  EXPECT_FALSE(pressed<review::AddComment>(SDL_SCANCODE_1)->at) << "a word is about what is played";
}

TEST_F(ReviewComments, ACommentThatWasEmptiedIsBegunAnew) {
  press_key<ReviewIntent>(SDL_SCANCODE_C, drawing());
  type("x");
  press_key<ReviewIntent>(SDL_SCANCODE_BACKSPACE, drawing());
  view_.draft.text.clear();
  model_.player.position = MediaTime::from_ms(50'000);
  press_key<ReviewIntent>(SDL_SCANCODE_C, drawing());
  type("Bagus");
  EXPECT_EQ(view_.draft.at, MediaTime::from_ms(50'000));
}

TEST_F(ReviewComments, WhatIsNotSavedIsTriedAgainAndNotLeftWithoutAQuestion) {
  show();
  EXPECT_FALSE(widgets_.places().contains("review.save_again.c1"));
  model_.comments[0].unsaved = true;
  model_.unsaved = 1;
  EXPECT_TRUE(clicked<review::SaveAgain>("review.save_again.c1"));
  EXPECT_FALSE(press_key<ReviewIntent>(SDL_SCANCODE_ESCAPE, drawing())) << "asks first";
  show();
  EXPECT_EQ(widgets_.screen(), "review.leaving");
  EXPECT_TRUE(clicked<review::SaveAgain>("review.leaving.again"));
  EXPECT_FALSE(clicked<review::GoBack>("review.leaving.stay"));
  show();
  EXPECT_EQ(widgets_.screen(), "review");
  EXPECT_FALSE(clicked<review::RehearseAgain>("review.again"));
  EXPECT_TRUE(clicked<review::RehearseAgain>("review.leaving.leave"));
}

TEST_F(ReviewComments, ClosingTheWindowAsksToo) {
  model_.unkept = 1;
  EXPECT_TRUE(clicked<review::GoBack>("review.back"))
      << "a draft that could not be kept on the disk is remembered";
  view_.leaving = review::CloseGladi{};
  show();
  EXPECT_EQ(widgets_.screen(), "review.leaving");
  EXPECT_TRUE(clicked<review::CloseGladi>("review.leaving.leave"));
  EXPECT_TRUE(view_.gives_up);
}

TEST_F(ReviewComments, ClosingAsksAboveALargePictureToo) {
  model_.unsaved = 1;
  view_.large = true;
  view_.leaving = review::CloseGladi{};
  show();
  EXPECT_EQ(widgets_.screen(), "review.leaving");
  EXPECT_FALSE(clicked<review::CloseGladi>("review.leaving.stay"));
  show();
  EXPECT_FALSE(view_.leaving);
}

class ReviewDrawing : public ReviewComments {
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
  ImGui::GetIO().KeyCtrl = true;
  EXPECT_TRUE(pressed<review::PauseAt>(SDL_SCANCODE_Z)) << "what was given up can be taken back";
  ImGui::GetIO().KeyCtrl = false;
  EXPECT_EQ(view_.draft.drawing.strokes.size(), 1u);
}

TEST_F(ReviewDrawing, StaysWithItsPicture) {
  press_key<ReviewIntent>(SDL_SCANCODE_D, drawing());
  model_.player.playing = false;
  model_.player.position = MediaTime::from_ms(40'000);
  drag({{0.2F, 0.2F}, {0.6F, 0.5F}});
  EXPECT_EQ(view_.draft.at, MediaTime::from_ms(40'000))
      << "the picture that is drawn on, not where the pen was taken";
  model_.player.position = MediaTime::from_ms(90'000);
  drag({{0.3F, 0.3F}, {0.8F, 0.5F}});
  EXPECT_EQ(view_.draft.drawing.strokes.size(), 1u) << "this is another picture";
  const auto back = clicked<review::PauseAt>("review.canvas");
  ASSERT_TRUE(back);
  EXPECT_EQ(back->at, MediaTime::from_ms(40'000));
  EXPECT_EQ(pressed<review::AddComment>(SDL_SCANCODE_RETURN)->at, MediaTime::from_ms(40'000));
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

}  // namespace
}  // namespace gladi
