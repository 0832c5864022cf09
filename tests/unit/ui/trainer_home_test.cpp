#include "tests/unit/ui/screen_fixture.h"
#include "ui/screens/home/home_screen.h"

namespace gladi {
namespace {

class TrainerAtHome : public test::ScreenTest {
 protected:
  std::function<std::optional<HomeIntent>(Ui&)> drawing() {
    return [this](Ui& ui) { return draw_home(ui, model_, view_); };
  }
  void show() {
    for (int i = 0; i < 3; ++i) frame<HomeIntent>(drawing());
  }

  HomeModel model_;
  HomeView view_;
};

TEST_F(TrainerAtHome, TellsWhoIsInTrainerModeAndHasTheWayOut) {
  show();
  EXPECT_FALSE(widgets_.places().contains("home.lock"));
  model_.trainer_name = "Bu Sri Wahyuningsih";
  model_.groups.push_back({});
  for (const float width : {1366.0F, 1024.0F}) {
    area_.w = width;
    show();
    expect_everything_inside();
    expect_no_overlap("home.lock", "home.group");
    EXPECT_GT(widgets_.places().at("home.lock").box.w, 140) << "her name is on it";
    EXPECT_GT(widgets_.places().at("home.group").box.w, 150) << "the class can be read";
    const auto intent = click<HomeIntent>("home.lock", drawing());
    ASSERT_TRUE(intent);
    EXPECT_TRUE(std::holds_alternative<home::EndTrainerMode>(*intent));
  }
}

}  // namespace
}  // namespace gladi
