#include "tests/unit/ui/screen_fixture.h"
#include "ui/screens/library/library_screen.h"

namespace gladi {
namespace {

// The sheet in which a trainer types her PIN.
class TrainerSheet : public test::ScreenTest {
 protected:
  TrainerSheet() { model_.trainers_known = true; }
  std::function<std::optional<LibraryIntent>(Ui&)> drawing() {
    return [this](Ui& ui) { return draw_library(ui, model_, view_); };
  }
  void show() {
    for (int i = 0; i < 3; ++i) frame<LibraryIntent>(drawing());
  }
  void open() {
    click<LibraryIntent>("library.trainer", drawing());
    show();
  }
  void type(const char* words) {
    ImGui::GetIO().AddInputCharactersUTF8(words);
    show();
  }
  std::optional<LibraryIntent> press_enter() {
    return press_key<LibraryIntent>(SDL_SCANCODE_RETURN, drawing());
  }

  LibraryModel model_;
  LibraryView view_;
};

TEST_F(TrainerSheet, TheFirstTrainerChoosesAPinTwice) {
  open();
  EXPECT_EQ(view_.sheet, LibraryView::Sheet::kNewTrainer);
  type("Bu Sri");
  click<LibraryIntent>("library.trainer.again", drawing());
  view_.pin = "4711";
  type("4711");
  const auto add = click<LibraryIntent>("library.trainer.open", drawing());
  ASSERT_TRUE(add);
  EXPECT_EQ(std::get<library::AddTrainer>(*add).name, "Bu Sri");
  EXPECT_EQ(std::get<library::AddTrainer>(*add).pin, "4711");
}

TEST_F(TrainerSheet, TwoPinsThatDifferAreTypedAnew) {
  open();
  type("Bu Sri");
  click<LibraryIntent>("library.trainer.again", drawing());
  view_.pin = "4711";
  type("4712");
  ASSERT_EQ(view_.pin_again, "4712");
  EXPECT_FALSE(press_enter());
  EXPECT_TRUE(view_.pins_differ);
  EXPECT_EQ(view_.pin + view_.pin_again, "");
  show();
  type("4711");
  EXPECT_EQ(view_.pin, "4711") << "the keyboard is on the first of the two";
  EXPECT_TRUE(view_.pins_differ) << "told until she types the second one";
}

TEST_F(TrainerSheet, AWrongPinIsTypedAnewWithoutTheMouse) {
  model_.trainers = {"Bu Sri"};
  open();
  show();
  for (const char* pin : {"1234", "4711"}) {
    type(pin);
    const auto begin = press_enter();
    ASSERT_TRUE(begin);
    EXPECT_EQ(std::get<library::BeginTrainerMode>(*begin).pin, pin);
    EXPECT_EQ(view_.pin, "");
    model_.checking_pin = true;
    show();
    model_.checking_pin = false;
    model_.pin_problem = Message("This isn't Bu Sri's PIN.");
    show();
  }
  // Too short: nothing is asked, and the keyboard stays.
  type("12");
  EXPECT_FALSE(press_enter());
  show();
  type("34");
  EXPECT_EQ(view_.pin, "1234");
}

}  // namespace
}  // namespace gladi
