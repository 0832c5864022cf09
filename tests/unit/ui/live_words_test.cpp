// Comments by key while a take runs.
#include "tests/unit/ui/screen_fixture.h"
#include "ui/screens/studio/studio_screen.h"

namespace gladi {
namespace {

class LiveWords : public test::ScreenTest {
 protected:
  LiveWords() {
    palette_ = &kDarkPalette;
    plan_.rundown.segments = {{SegmentKind::kOpening, {"Pembukaan", ""}, "", MediaTime::from_ms(60'000), {}}};
    model_.plan = &plan_;
    model_.phase = StudioModel::Phase::kRecording;
    model_.state.show = std::make_shared<ShowState>();
  }
  std::optional<StudioIntent> press(int scancode) {
    return press_key<StudioIntent>(scancode, [this](Ui& ui) { return draw_studio(ui, model_); });
  }

  TakePlan plan_;
  StudioModel model_;
};

TEST_F(LiveWords, AreSaidWithShiftAndAFunctionKey) {
  ImGui::GetIO().KeyShift = true;
  for (int number = 1; number <= 9; ++number) {
    const auto said = press(SDL_SCANCODE_F1 + number - 1);
    ASSERT_TRUE(said && std::holds_alternative<studio::LiveWord>(*said)) << number;
    EXPECT_EQ(std::get<studio::LiveWord>(*said).number, number);
  }
  EXPECT_FALSE(press(SDL_SCANCODE_F10));
  EXPECT_EQ(widgets_.notes().at("studio.live_words"), "shown") << "while Shift is held";
  EXPECT_FALSE(widgets_.places().contains("studio.marker"));
}

TEST_F(LiveWords, LeaveTheFunctionKeysTheirOwnMeaning) {
  EXPECT_TRUE(std::holds_alternative<studio::Stop>(*press(SDL_SCANCODE_F9)));
  EXPECT_TRUE(widgets_.places().contains("studio.marker"));
  EXPECT_EQ(widgets_.notes().at("studio.live_words"), "none");
}

TEST_F(LiveWords, AreForATakeThatRuns) {
  model_.phase = StudioModel::Phase::kCountdown;
  ImGui::GetIO().KeyShift = true;
  EXPECT_FALSE(press(SDL_SCANCODE_F2));
}

}  // namespace
}  // namespace gladi
