#include "ui/screens/compare/compare_screen.h"

#include "tests/unit/ui/screen_fixture.h"

namespace gladi {
namespace {

MediaTime seconds(double s) {
  return MediaTime::from_seconds(s);
}

class CompareScreen : public test::ScreenTest {
 protected:
  CompareScreen() {
    model_.opening = false;
    model_.person_name = "Siti Aminah";
    for (ComparedTake& take : model_.takes) {
      take.player.duration = seconds(100);
      take.player.frame_duration = MediaTime::from_ms(33);
    }
    model_.others = {{"a", "Batik Ecoprint", {}}, {"b", "Camilan", {}}};
    model_.alignment = TakeAlignment({{"opening", {"Pembukaan", ""}, false, {}, seconds(20)},
                                      {"kain", {"Kain Daun Jati", ""}, true, seconds(20), seconds(100)}},
                                     {{"opening", {"Pembukaan", ""}, false, {}, seconds(10)},
                                      {"kain", {"Kain Daun Jati", ""}, true, seconds(10), seconds(50)},
                                      {"tas", {"Tas Selempang", ""}, true, seconds(50), seconds(100)}});
    TakeFacts before, now;
    before.replies = {.asked = 10, .answered = 5, .median = seconds(14), .missed = {}};
    now.replies = {.asked = 9, .answered = 8, .median = seconds(8), .missed = {}};
    model_.comparison = compare_takes(model_.alignment, before, now);
  }

  std::function<std::optional<CompareIntent>(Ui&)> drawing() {
    return [this](Ui& ui) { return draw_compare(ui, model_, view_); };
  }
  template <class T>
  static std::optional<T> wanted(const std::optional<CompareIntent>& intent) {
    if (!intent || !std::holds_alternative<T>(*intent)) return std::nullopt;
    return std::get<T>(*intent);
  }
  template <class T>
  std::optional<T> clicked(const std::string& name) {
    return wanted<T>(click<CompareIntent>(name, drawing()));
  }
  template <class T>
  std::optional<T> pressed(int scancode, bool ctrl = false) {
    ImGui::GetIO().KeyCtrl = ctrl;
    const auto intent = press_key<CompareIntent>(scancode, drawing());
    ImGui::GetIO().KeyCtrl = false;
    return wanted<T>(intent);
  }
  void show() {
    for (int i = 0; i < 3; ++i) frame<CompareIntent>(drawing());
  }
  // Presses in the middle of the widget, moves the mouse, releases; the last answer.
  template <class T>
  std::optional<T> dragged(const std::string& name, float by_dp) {
    show();
    const Box box = widgets_.places().at(name).box;
    ImGuiIO& io = ImGui::GetIO();
    std::optional<CompareIntent> last;
    const auto step = [&] {
      if (auto intent = frame<CompareIntent>(drawing())) last = intent;
    };
    io.MousePos = {box.middle_x(), box.middle_y()};
    step();
    io.MouseDown[0] = true;
    step();
    io.MousePos.x += by_dp / 2;
    step();
    io.MousePos.x += by_dp / 2;
    step();
    io.MouseDown[0] = false;
    step();
    return wanted<T>(last);
  }

  CompareModel model_;
  CompareView view_;
};

TEST_F(CompareScreen, WhatIsDifferentWaitsWhereATakeIsNotRated) {
  show();
  EXPECT_TRUE(widgets_.places().contains("compare.part.kain"));
  model_.results_wait = Message("First say how you found it.");
  show();
  EXPECT_FALSE(widgets_.places().contains("compare.part.kain"));
  EXPECT_TRUE(widgets_.places().contains("compare.lane.0")) << "both are watched all the same";
}

TEST_F(CompareScreen, KeysRunBothPlayers) {
  EXPECT_TRUE(pressed<compare::TogglePlay>(SDL_SCANCODE_SPACE));
  EXPECT_EQ(pressed<compare::SeekBy>(SDL_SCANCODE_LEFT)->by, seconds(-5));
  EXPECT_EQ(pressed<compare::Step>(SDL_SCANCODE_PERIOD)->frames, 1);
  EXPECT_EQ(pressed<compare::SetSpeed>(SDL_SCANCODE_LEFTBRACKET)->speed, 0.75);
  EXPECT_EQ(pressed<compare::Hear>(SDL_SCANCODE_S)->take, 0);
  EXPECT_EQ(pressed<compare::ChooseOther>(SDL_SCANCODE_T)->other, 1);
  EXPECT_TRUE(pressed<compare::Watch>(SDL_SCANCODE_V));
  EXPECT_TRUE(pressed<compare::GoBack>(SDL_SCANCODE_ESCAPE));
}

TEST_F(CompareScreen, PagesGoFromProductToProductOfTheTakeThatIsHeard) {
  model_.takes[1].player.position = seconds(12);
  EXPECT_EQ(pressed<compare::Seek>(SDL_SCANCODE_PAGEDOWN)->to, seconds(50));
  EXPECT_EQ(pressed<compare::Seek>(SDL_SCANCODE_PAGEUP)->to, seconds(10));
  model_.heard = 0;
  model_.takes[0].player.position = seconds(5);
  const auto next = pressed<compare::Seek>(SDL_SCANCODE_PAGEDOWN);
  EXPECT_EQ(next->take, 0);
  EXPECT_EQ(next->to, seconds(20));
}

TEST_F(CompareScreen, ByHandTheTakesFirstLieAsTheyDid) {
  model_.takes[0].player.position = seconds(30);
  model_.takes[1].player.position = seconds(20);
  EXPECT_FALSE(pressed<compare::AlignByHand>(SDL_SCANCODE_MINUS)) << "by product there is nothing to shift";
  EXPECT_EQ(pressed<compare::AlignByHand>(SDL_SCANCODE_A)->offset, seconds(-10));
  model_.alignment.align_by_hand(seconds(-10));
  EXPECT_EQ(pressed<compare::AlignByHand>(SDL_SCANCODE_MINUS)->offset, seconds(-9.9));
  EXPECT_EQ(pressed<compare::AlignByHand>(SDL_SCANCODE_EQUALS)->offset, seconds(-10.1));
  EXPECT_EQ(pressed<compare::AlignByHand>(SDL_SCANCODE_RIGHT, true)->offset, seconds(-11));
  EXPECT_EQ(clicked<compare::AlignByHand>("compare.earlier")->offset, seconds(-9.9));
  EXPECT_TRUE(pressed<compare::AlignByProduct>(SDL_SCANCODE_A));
}

TEST_F(CompareScreen, APressOnALaneGoesThereAndByHandADragShiftsIt) {
  const auto there = clicked<compare::Seek>("compare.lane.0");
  ASSERT_TRUE(there);
  EXPECT_EQ(there->take, 0);
  EXPECT_NEAR(there->to.seconds(), 50, 0.2);
  model_.alignment.align_by_hand({});
  const float lane = widgets_.places().at("compare.lane.1").box.w;
  const auto later = dragged<compare::AlignByHand>("compare.lane.1", lane / 10);
  ASSERT_TRUE(later);
  EXPECT_NEAR(later->offset.seconds(), -10, 0.2) << "the later take was dragged to the right";
  EXPECT_NEAR(dragged<compare::AlignByHand>("compare.lane.0", lane / 10)->offset.seconds(), 10, 0.2);
  EXPECT_NEAR(clicked<compare::Seek>("compare.lane.1")->to.seconds(), 50, 0.2) << "no drag: go there";
}

TEST_F(CompareScreen, APartLeadsToItsBeginning) {
  const auto bag = clicked<compare::Seek>("compare.part.tas");
  ASSERT_TRUE(bag);
  EXPECT_EQ(bag->take, 1);
  EXPECT_EQ(bag->to, seconds(50));
}

TEST_F(CompareScreen, WithoutAnotherTakeItSaysSoAndKeysDoNothing) {
  model_.problem = Message(
      GLADI_TEXT("There is only this recording so far. After the next rehearsal the two can be compared."));
  model_.others.clear();
  show();
  EXPECT_FALSE(widgets_.places().contains("compare.play"));
  EXPECT_FALSE(pressed<compare::TogglePlay>(SDL_SCANCODE_SPACE));
  EXPECT_TRUE(pressed<compare::GoBack>(SDL_SCANCODE_ESCAPE));
}

TEST_F(CompareScreen, FitsSmallScreensInBothLanguages) {
  model_.person_name = "Siti Aminah binti Abdul Rahman";
  model_.takes[0].player.duration = seconds(4000);
  for (const Language language : {Language::kIndonesian, Language::kEnglish}) {
    translator_.set_language(language);
    for (const Box& area : {Box{0, 0, 1024, 700}, Box{0, 0, 1366, 768}}) {
      area_ = area;
      for (const bool by_hand : {false, true}) {
        by_hand ? model_.alignment.align_by_hand(seconds(-12.3)) : model_.alignment.align_by_product();
        show();
        expect_everything_inside();
        expect_no_overlap("compare.sound", "compare.align");
        if (by_hand) {
          expect_no_overlap("compare.sound", "compare.earlier");
          EXPECT_EQ(pressed<compare::Step>(SDL_SCANCODE_PERIOD)->frames, 1)
              << "by key where there is no button";
          EXPECT_GT(widgets_.places().at("compare.earlier").box.w, 40) << "there is room for it";
        }
        expect_no_overlap("compare.other", "compare.back");
      }
    }
  }
}

}  // namespace
}  // namespace gladi
