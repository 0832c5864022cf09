// Scoring with the keyboard, the choice of a rubric, and what waits until something else is done.
#include "tests/unit/ui/screen_fixture.h"
#include "ui/screens/review/review_screen.h"

namespace gladi {
namespace {

class Scoring : public test::ScreenTest {
 protected:
  Scoring() {
    model_.opening = false;
    model_.person_name = "Siti Aminah";
    model_.player.duration = MediaTime::from_ms(100'000);
    model_.trainer = true;
    model_.rubric = rubric("jualan", 9);
    model_.choice.rubrics = {rubric("jualan", 9), rubric("singkat", 3)};
    model_.choice.folder = "/home/siti/Gladi/rubrics";
  }
  static Rubric rubric(const std::string& id, int criteria) {
    Rubric made{id, {"Rubrik " + id, ""}, {}};
    for (int i = 0; i < criteria; ++i) {
      made.criteria.push_back({"c" + std::to_string(i), {"Kebenaran produk", ""}, {}});
      for (int level = 1; level <= 5; ++level)
        made.criteria.back().levels.push_back({"Tingkat " + std::to_string(level), ""});
    }
    return made;
  }
  void give(const std::string& criterion, int level) {
    model_.scores.push_back({criterion, {"Harga", ""}, level, 5, {"Disebut sekali", ""}, {}});
  }

  std::function<std::optional<ReviewIntent>(Ui&)> drawing() {
    return [this](Ui& ui) { return draw_review(ui, model_, view_); };
  }
  template <class T>
  static std::optional<T> wanted(const std::optional<ReviewIntent>& intent) {
    if (!intent || !std::holds_alternative<T>(*intent)) return std::nullopt;
    return std::get<T>(*intent);
  }
  std::optional<ReviewIntent> press(int scancode, bool ctrl = true) {
    ImGui::GetIO().KeyCtrl = ctrl;
    auto intent = press_key<ReviewIntent>(scancode, drawing());
    ImGui::GetIO().KeyCtrl = false;
    return intent;
  }
  template <class T>
  std::optional<T> clicked(const std::string& name) {
    return wanted<T>(click<ReviewIntent>(name, drawing()));
  }
  void show() {
    for (int i = 0; i < 3; ++i) frame<ReviewIntent>(drawing());
  }
  bool drawn(const std::string& name) { return widgets_.places().contains(name); }

  ReviewModel model_;
  ReviewView view_;
};

TEST_F(Scoring, KeysChooseACriterionAndGiveItALevel) {
  press(SDL_SCANCODE_DOWN);
  EXPECT_EQ(view_.criterion, "c0");
  press(SDL_SCANCODE_DOWN);
  press(SDL_SCANCODE_DOWN);
  press(SDL_SCANCODE_UP);
  EXPECT_EQ(view_.criterion, "c1");
  const auto set = wanted<review::SetScore>(press(SDL_SCANCODE_4));
  ASSERT_TRUE(set);
  EXPECT_EQ(set->criterion, "c1");
  EXPECT_EQ(set->level, 4);
  EXPECT_FALSE(wanted<review::SetScore>(press(SDL_SCANCODE_4, false))) << "a number alone is no score";
  EXPECT_FALSE(wanted<review::SetScore>(press(SDL_SCANCODE_6))) << "there are five levels";
  give("c1", 4);
  EXPECT_EQ(wanted<review::ClearScore>(press(SDL_SCANCODE_4))->criterion, "c1");
  EXPECT_TRUE(wanted<review::SetScoreMoment>(press(SDL_SCANCODE_M))->here);
}

TEST_F(Scoring, IsShownFirstEvenWhereTheRubricIsReadAMomentLater) {
  const Rubric later = std::exchange(model_.rubric, {});
  show();
  EXPECT_FALSE(drawn("review.tab.rubric"));
  model_.rubric = later;
  show();
  EXPECT_TRUE(drawn("review.tab.rubric"));
  EXPECT_EQ(view_.panel, SidePanel::kRubric);
  EXPECT_TRUE(drawn("review.score.c0.3"));
}

TEST_F(Scoring, TheCriterionThatKeysChooseIsInSight) {
  area_ = {0, 0, 1024, 700};
  for (int i = 0; i < 9; ++i) press(SDL_SCANCODE_DOWN);
  show();
  EXPECT_EQ(view_.criterion, "c8");
  ASSERT_TRUE(drawn("review.score.c8.1"));
  expect_everything_inside();
}

TEST_F(Scoring, AfterHandingInNothingIsScoredUntilItIsTakenBack) {
  give("c1", 4);
  model_.finished = true;
  view_.criterion = "c1";
  EXPECT_FALSE(press(SDL_SCANCODE_2));
  EXPECT_FALSE(clicked<review::SetScore>("review.score.c1.2"));
  EXPECT_FALSE(clicked<review::ClearScore>("review.score.c1.4")) << "it is seen and stays";
  model_.finished = false;
  EXPECT_TRUE(wanted<review::SetScore>(press(SDL_SCANCODE_2)));
}

TEST_F(Scoring, AnotherRubricIsChosenFromTheSheet) {
  press(SDL_SCANCODE_R);
  EXPECT_TRUE(view_.choosing_rubric);
  EXPECT_EQ(clicked<review::ChooseRubric>("review.rubrics.singkat")->id, "singkat");
  EXPECT_FALSE(view_.choosing_rubric);
  press(SDL_SCANCODE_R);
  EXPECT_FALSE(clicked<review::ChooseRubric>("review.rubrics.close"));
  EXPECT_FALSE(view_.choosing_rubric);
}

TEST_F(Scoring, ScoresAreGivenUpForAnotherRubricOnlyAfterAQuestion) {
  give("c1", 4);
  view_.choosing_rubric = true;
  EXPECT_FALSE(clicked<review::ChooseRubric>("review.rubrics.singkat"));
  show();
  ASSERT_TRUE(drawn("review.rubrics.no"));
  EXPECT_FALSE(clicked<review::ChooseRubric>("review.rubrics.no"));
  EXPECT_FALSE(clicked<review::ChooseRubric>("review.rubrics.singkat"));
  EXPECT_EQ(clicked<review::ChooseRubric>("review.rubrics.yes")->id, "singkat");
}

TEST_F(Scoring, WhatIsWrongInARubricIsToldInTheSheetAndItFits) {
  model_.choice.faults = {{"/home/siti/Gladi/rubrics/singkat.toml", 7,
                           Message(GLADI_TEXT("the criterion \"{0}\" is there twice"), {"c1"})}};
  model_.choice.problems = {
      Message(GLADI_TEXT("{0}, line {1}: this line can't be understood."), {"kelas.toml", "3"})};
  for (const bool asking : {false, true}) {
    for (const Box& area : {Box{0, 0, 1024, 700}, Box{0, 0, 1366, 768}}) {
      area_ = area;
      view_.choosing_rubric = true;
      view_.new_rubric = asking ? "singkat" : "";
      show();
      EXPECT_EQ(widgets_.screen(), "review.rubrics");
      expect_everything_inside();
    }
  }
}

TEST_F(Scoring, ATraineeIsToldWhyHerTrainersReviewWaits) {
  model_.trainer = false;
  show();
  EXPECT_FALSE(drawn("review.rate_first"));
  model_.rating_first = true;
  show();
  EXPECT_FALSE(drawn("review.rate_first")) << "nobody has reviewed it";
  model_.waiting = 1;
  EXPECT_TRUE(clicked<review::SeeResults>("review.rate_first"));
  area_ = {0, 0, 1024, 700};
  show();
  expect_everything_inside();
}

TEST_F(Scoring, TheAgreementFitsBelowTheRubric) {
  model_.finished = true;
  model_.given = {{"Bu Ratna Kusumaningtyas", {{"c1", {"Harga", ""}, 2, 5, {}, {}}}}};
  Agreement agreement{9, 5.0 / 9, 8.0 / 9, {}};
  model_.agreements = {{"Bu Ratna Kusumaningtyas", agreement}};
  agreement.weighted_kappa = 0.71;
  model_.all_agreement = DoubleReviewed{23, agreement};
  for (const Box& area : {Box{0, 0, 1024, 700}, Box{0, 0, 1366, 768}}) {
    area_ = area;
    show();
    expect_everything_inside();
  }
}

}  // namespace
}  // namespace gladi
