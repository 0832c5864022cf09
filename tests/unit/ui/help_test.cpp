#include "ui/app/help.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/support/temp_folder.h"
#include "tests/unit/ui/screen_fixture.h"
#include "ui/app/screen.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

// A screen that notes which keys it hears.
class Listening final : public Screen {
 public:
  ScreenName name() const override { return where; }
  bool never_covered() const override { return where == ScreenName::kStudio; }
  bool tick(MediaTime) override { return false; }
  std::optional<Navigation> draw(Ui& ui) override {
    const ScreenScope screen(
        ui, "under", never_covered() ? ScreenScope::Keyboard::kShortcuts : ScreenScope::Keyboard::kMoves);
    header(ui);
    markers += key_pressed(Key::kMarker) ? 1 : 0;
    cancels += key_pressed(Key::kCancel) ? 1 : 0;
    if (sheet_open) draw_sheet(ui);
    return {};
  }
  void draw_sheet(Ui& ui) {
    const SheetScope sheet(ui, sheet_name, "A sheet", 300);
    if (sheet.closed()) sheet_open = false;
    if (!sheet.open()) return;
    text_field(ui, "sheet.text", {sheet.box().x, sheet.box().y, 300, 44}, "", &text, focus);
    focus = false;
    entered += enter_pressed() ? 1 : 0;
    sheet_pressed +=
        button(ui, "sheet.button", {sheet.box().x, sheet.box().y + 100, 300, 44}, {.label = "Press"});
  }
  bool sheet_open = false;
  const char* sheet_name = "home.settings";
  bool focus = true;
  std::string text;
  int sheet_pressed = 0;
  int entered = 0;
  ScreenName where = ScreenName::kHome;
  int markers = 0;
  int cancels = 0;
};

class HelpOnF1 : public test::ScreenTest {
 protected:
  HelpOnF1() { widgets_.log_to(log_); }

  std::optional<bool> draw(Ui& ui) {
    help_.take_keys();  // as the App draws
    const std::function<void(Ui&)> over_sheet = [this](Ui& within) { help_.draw(within, screen_, true); };
    ui.over_sheet = &over_sheet;
    screen_.draw(ui);
    if (std::exchange(ui.over_sheet, nullptr) == nullptr) return {};
    return help_.draw(ui, screen_, false) ? std::optional(true) : std::nullopt;
  }
  void show() {
    for (int i = 0; i < 3; ++i) frame<bool>([this](Ui& ui) { return draw(ui); });
  }
  bool press(int scancode) {
    return press_key<bool>(scancode, [this](Ui& ui) { return draw(ui); }).value_or(false);
  }
  bool click_on(const std::string& name) {
    return click<bool>(name, [this](Ui& ui) { return draw(ui); }).value_or(false);
  }
  std::string note(const std::string& name) {
    std::ifstream file(log_);
    return nlohmann::json::parse(file).at("notes").at(name);
  }

  test::TempFolder folder_;
  const std::filesystem::path log_ = folder_.path() / "widgets.json";
  Listening screen_;
  Help help_;
};

constexpr ScreenName kScreens[] = {ScreenName::kHome,    ScreenName::kStudio,  ScreenName::kFeedback,
                                   ScreenName::kLibrary, ScreenName::kReview,  ScreenName::kEditor,
                                   ScreenName::kPeople,  ScreenName::kCompare, ScreenName::kProgress};

TEST_F(HelpOnF1, OpensAndClosesByKeyOnEveryScreen) {
  for (const ScreenName place : kScreens) {
    screen_.where = place;
    for (const int closing : {SDL_SCANCODE_F1, SDL_SCANCODE_ESCAPE}) {
      press(SDL_SCANCODE_F1);
      show();
      EXPECT_TRUE(help_.open());
      EXPECT_TRUE(widgets_.places().contains("help.close"));
      press(closing);
      show();
      EXPECT_FALSE(help_.open());
      EXPECT_FALSE(widgets_.places().contains("help.close"));
    }
  }
}

TEST_F(HelpOnF1, OpensAndClosesByMouse) {
  click_on("app.help");
  show();
  EXPECT_EQ(widgets_.screen(), "help");
  EXPECT_FALSE(click_on("help.close"));
  EXPECT_FALSE(help_.open());
}

TEST_F(HelpOnF1, OffersTheTourButNotDuringATake) {
  click_on("app.help");
  EXPECT_TRUE(click_on("help.tour"));
  EXPECT_FALSE(help_.open());
  screen_.where = ScreenName::kStudio;
  press(SDL_SCANCODE_F1);
  show();
  EXPECT_FALSE(widgets_.places().contains("help.tour"));
}

TEST_F(HelpOnF1, LeavesTheKeysToATakeExceptTheOneThatClosesIt) {
  screen_.where = ScreenName::kStudio;
  press(SDL_SCANCODE_F1);
  press(SDL_SCANCODE_M);
  EXPECT_EQ(screen_.markers, 1);
  press(SDL_SCANCODE_ESCAPE);
  EXPECT_FALSE(help_.open());
  EXPECT_EQ(screen_.cancels, 0) << "Escape closed the help and nothing else";
  press(SDL_SCANCODE_ESCAPE);
  EXPECT_EQ(screen_.cancels, 1);
}

TEST_F(HelpOnF1, KeepsTheKeysFromTheOtherScreens) {
  press(SDL_SCANCODE_F1);
  press(SDL_SCANCODE_M);
  press(SDL_SCANCODE_ESCAPE);
  EXPECT_EQ(screen_.markers, 0);
  EXPECT_EQ(screen_.cancels, 0);
}

TEST_F(HelpOnF1, OpensOverASheetAndLeavesItAsItWas) {
  for (const ScreenName place : kScreens) {
    screen_.where = place;
    screen_.sheet_open = screen_.focus = true;
    screen_.sheet_pressed = 0;
    show();
    ImGui::GetIO().AddInputCharacter('a');
    show();
    ASSERT_EQ(screen_.text, "a") << "the field has the keyboard";
    for (const int closing : {SDL_SCANCODE_F1, SDL_SCANCODE_ESCAPE}) {
      press(SDL_SCANCODE_F1);
      show();
      EXPECT_EQ(widgets_.screen(), "help");
      EXPECT_EQ(note("help.page"), "Help: settings");
      EXPECT_FALSE(widgets_.places().contains("help.tour")) << "the tour begins on the first screen";
      ImGui::GetIO().AddInputCharacter('b');
      show();
      press(SDL_SCANCODE_RETURN);
      EXPECT_EQ(screen_.text, "a") << "typed into the help";
      EXPECT_EQ(screen_.entered, 0) << "pressed in the help";
      press(closing);
      show();
      EXPECT_FALSE(help_.open());
      EXPECT_TRUE(screen_.sheet_open);
      EXPECT_EQ(widgets_.screen(), "home.settings");
    }
    press(SDL_SCANCODE_F1);
    click_on("help.close");
    show();
    EXPECT_FALSE(help_.open());
    EXPECT_TRUE(screen_.sheet_open);
    click_on("sheet.button");
    EXPECT_EQ(screen_.sheet_pressed, 1) << "the sheet can be used again";
    press(SDL_SCANCODE_ESCAPE);
    show();
    EXPECT_FALSE(screen_.sheet_open);
    screen_.text.clear();
  }
  EXPECT_EQ(screen_.cancels, 0);
}

TEST_F(HelpOnF1, OfASheetFitsSmallScreensInBothLanguages) {
  std::set<std::string> titles;
  for (const Language language : {Language::kIndonesian, Language::kEnglish}) {
    translator_.set_language(language);
    for (const Box& area : {Box{0, 0, 1024, 700}, Box{0, 0, 1366, 768}}) {
      area_ = area;
      for (const char* name : {"home.settings", "home.name", "files", "people.paste", "editor.report",
                               "editor.camera", "review.words"}) {
        screen_.sheet_open = true;
        screen_.sheet_name = name;
        show();
        press(SDL_SCANCODE_F1);
        show();
        expect_everything_inside();
        titles.insert(note("help.page"));
        EXPECT_EQ(note("help.fits"), "yes") << name << " at " << area.w;
        press(SDL_SCANCODE_F1);
        press(SDL_SCANCODE_ESCAPE);
        show();
        EXPECT_FALSE(screen_.sheet_open);
      }
    }
  }
  EXPECT_EQ(titles.size(), 7U) << "six have words of their own, the others their screen's";
}

TEST_F(HelpOnF1, FitsSmallScreensInBothLanguages) {
  for (const Language language : {Language::kIndonesian, Language::kEnglish}) {
    translator_.set_language(language);
    for (const Box& area : {Box{0, 0, 1024, 700}, Box{0, 0, 1366, 768}}) {
      area_ = area;
      for (const ScreenName place : kScreens) {
        screen_.where = place;
        press(SDL_SCANCODE_F1);
        show();
        expect_everything_inside();
        EXPECT_EQ(note("help.fits"), "yes") << static_cast<int>(place) << " at " << area.w;
        press(SDL_SCANCODE_F1);
        show();
      }
    }
  }
}

}  // namespace
}  // namespace gladi
