#include "tests/unit/ui/screen_fixture.h"
#include "ui/screens/home/home_screen.h"

namespace gladi {
namespace {

class HomeSettings : public test::ScreenTest {
 protected:
  HomeSettings() {
    model_.cameras = model_.microphones = std::vector<DeviceChoice>{{"", "Kamera pertama"}};
    model_.checkup = check_up({});
  }

  std::optional<HomeIntent> draw(Ui& ui) { return draw_home(ui, model_, view_); }
  std::optional<HomeIntent> click_on(const std::string& name) {
    return click<HomeIntent>(name, [this](Ui& ui) { return draw(ui); });
  }
  std::optional<HomeIntent> press(int scancode) {
    return press_key<HomeIntent>(scancode, [this](Ui& ui) { return draw(ui); });
  }
  void show() {
    for (int i = 0; i < 3; ++i) frame<HomeIntent>([this](Ui& ui) { return draw(ui); });
  }

  HomeModel model_;
  HomeView view_;
};

TEST_F(HomeSettings, F2OpensTheSettings) {
  const auto intent = press(SDL_SCANCODE_F2);
  EXPECT_TRUE(intent && std::holds_alternative<home::LookForDevices>(*intent));
  show();
  EXPECT_EQ(widgets_.screen(), "home.settings");
}

TEST_F(HomeSettings, EachPageOfTheSettingsChangesWhatItSays) {
  const auto changed_by = [this](const std::string& what) {
    const auto intent = click_on("home.settings." + what);
    const auto* change = intent ? std::get_if<home::ChangeSettings>(&*intent) : nullptr;
    EXPECT_NE(change, nullptr) << what;
    return change ? change->settings : Settings{};
  };
  const auto ticked = [&](const std::string& page, const std::string& what) {
    click_on("home.settings.page." + page);
    return changed_by(what);
  };
  const auto choose = [&](const std::string& page, const std::string& what, int row) {
    click_on("home.settings.page." + page);
    click_on("home.settings." + what);
    return changed_by(what + "." + std::to_string(row));
  };
  click_on("home.settings");
  EXPECT_EQ(choose("recording", "canvas", 2).canvas, "1280x720@30");
  EXPECT_EQ(choose("recording", "quality", 2).quality, "best");
  EXPECT_EQ(choose("picture", "layout", 1).layout, "camera-over-product");
  EXPECT_FALSE(ticked("picture", "show.chat").feed_parts.chat);
  EXPECT_FALSE(ticked("picture", "show.number").feed_parts.number);
  EXPECT_TRUE(ticked("rehearsing", "cues").cues);
  EXPECT_TRUE(ticked("rehearsing", "follow").follow_rundown);
  EXPECT_EQ(choose("rehearsing", "letters", 3).prompter_size, 3);
  EXPECT_EQ(choose("screen", "language", 1).language, Language::kEnglish);
  EXPECT_FLOAT_EQ(choose("screen", "scale", 4).ui_scale, 1.1F);
  model_.displays = {"HDMI-1", "DP-2"};
  EXPECT_EQ(choose("devices", "projector", 2).projector, "DP-2");
}

}  // namespace
}  // namespace gladi
