#include "ui/screens/library/library_screen.h"

#include "tests/unit/ui/screen_fixture.h"

namespace gladi {
namespace {

class LibraryScreen : public test::ScreenTest {
 protected:
  LibraryScreen() { model_.person_name = "Siti Aminah"; }

  void add_take(const std::string& folder, const std::string& title) {
    TakeCard card;
    card.take.folder = "/takes/" + folder;
    card.take.title = title;
    card.take.started_at = *parse_iso8601("2026-11-21T02:30:00.000Z");
    card.take.duration = MediaTime::from_ms(252'000);
    model_.cards.push_back(card);
  }
  std::function<std::optional<LibraryIntent>(Ui&)> drawing() {
    return [this](Ui& ui) { return draw_library(ui, model_, view_); };
  }
  void show() {
    for (int i = 0; i < 3; ++i) frame<LibraryIntent>(drawing());
  }

  LibraryModel model_;
  LibraryView view_;
};

TEST_F(LibraryScreen, OpensTheTakeThatIsClicked) {
  add_take("a", "Batik Ecoprint");
  add_take("b", "Jamu & Camilan");
  const auto intent = click<LibraryIntent>("library.take.b", drawing());
  ASSERT_TRUE(intent && std::holds_alternative<library::OpenTake>(*intent));
  EXPECT_EQ(std::get<library::OpenTake>(*intent).folder, "/takes/b");
}

TEST_F(LibraryScreen, FindsByProductAndDateWhateverTheCase) {
  add_take("a", "Batik Ecoprint");
  const TakeSummary& take = model_.cards[0].take;
  EXPECT_TRUE(matches(take, "", Language::kIndonesian));
  EXPECT_TRUE(matches(take, "BATIK nov", Language::kIndonesian));
  EXPECT_TRUE(matches(take, "2026", Language::kIndonesian));
  EXPECT_FALSE(matches(take, "batik jamu", Language::kIndonesian));
}

TEST_F(LibraryScreen, ShowsOnlyWhatIsFound) {
  add_take("a", "Batik Ecoprint");
  add_take("b", "Jamu & Camilan");
  view_.search = "jamu";
  show();
  EXPECT_FALSE(widgets_.places().contains("library.take.a"));
  EXPECT_TRUE(widgets_.places().contains("library.take.b"));
}

TEST_F(LibraryScreen, AnEmptyListLeadsToTheFirstRehearsal) {
  const auto intent = click<LibraryIntent>("library.first", drawing());
  ASSERT_TRUE(intent && std::holds_alternative<library::GoBack>(*intent));
}

TEST_F(LibraryScreen, EscapeGoesBack) {
  const auto intent = press_key<LibraryIntent>(SDL_SCANCODE_ESCAPE, drawing());
  ASSERT_TRUE(intent && std::holds_alternative<library::GoBack>(*intent));
}

TEST_F(LibraryScreen, AThousandTakesDrawOnlyWhatIsSeen) {
  for (int i = 0; i < 1000; ++i) add_take(std::to_string(i), "Batik Ecoprint");
  show();
  EXPECT_LT(widgets_.places().size(), 40u);
}

TEST_F(LibraryScreen, FitsSmallScreensInBothLanguages) {
  for (int i = 0; i < 3; ++i) add_take(std::to_string(i), "Batik Ecoprint");
  for (const Language language : {Language::kIndonesian, Language::kEnglish}) {
    for (const Box& size : {Box{0, 0, 1024, 700}, Box{0, 0, 1366, 768}}) {
      translator_.set_language(language);
      area_ = size;
      show();
      expect_everything_inside();
    }
  }
}

TEST_F(LibraryScreen, TheFirstTrainerChoosesAPinTwice) {
  view_.name = "Bu Sri";  // typed while the field has the keyboard, it would be the field's
  click<LibraryIntent>("library.trainer", drawing());
  EXPECT_EQ(view_.sheet, LibraryView::Sheet::kNewTrainer);
  view_.pin = "4711";
  view_.pin_again = "4712";
  EXPECT_FALSE(click<LibraryIntent>("library.trainer.open", drawing()));
  view_.pin_again = "4711";
  const auto intent = click<LibraryIntent>("library.trainer.open", drawing());
  ASSERT_TRUE(intent && std::holds_alternative<library::AddTrainer>(*intent));
  EXPECT_EQ(std::get<library::AddTrainer>(*intent).pin, "4711");
}

TEST_F(LibraryScreen, ATrainerIsAskedForHerPinWhichIsForgottenAtOnce) {
  model_.trainers = {"Bu Sri", "Pak Agus"};
  click<LibraryIntent>("library.trainer", drawing());
  EXPECT_EQ(view_.sheet, LibraryView::Sheet::kPin);
  view_.trainer = 1;
  view_.pin = "471";
  EXPECT_FALSE(click<LibraryIntent>("library.trainer.open", drawing())) << "too short";
  view_.pin = "4711";
  const auto intent = click<LibraryIntent>("library.trainer.open", drawing());
  ASSERT_TRUE(intent && std::holds_alternative<library::BeginTrainerMode>(*intent));
  EXPECT_EQ(std::get<library::BeginTrainerMode>(*intent).trainer, 1);
  EXPECT_EQ(std::get<library::BeginTrainerMode>(*intent).pin, "4711");
  EXPECT_EQ(view_.pin, "");
  model_.trainer_mode = true;
  show();
  EXPECT_EQ(view_.sheet, LibraryView::Sheet::kNone);
  EXPECT_TRUE(widgets_.places().contains("library.lock"));
}

TEST_F(LibraryScreen, ATrainerSeesWhoseTakesTheyAreAndWhichWait) {
  add_take("a", "Batik Ecoprint");
  add_take("b", "Jamu & Camilan");
  model_.cards[0].take.person_name = "Ani";
  model_.cards[1].take.person_name = "Budi";
  model_.cards[0].take.reviewed = true;
  model_.trainer_mode = true;
  view_.search = "budi";
  show();
  EXPECT_FALSE(widgets_.places().contains("library.take.a"));
  view_.search.clear();
  click<LibraryIntent>("library.unreviewed", drawing());
  show();
  EXPECT_FALSE(widgets_.places().contains("library.take.a"));
  EXPECT_TRUE(widgets_.places().contains("library.take.b"));
  const auto intent = click<LibraryIntent>("library.lock", drawing());
  ASSERT_TRUE(intent && std::holds_alternative<library::EndTrainerMode>(*intent));
}

TEST_F(LibraryScreen, TrainerModeFitsASmallScreen) {
  add_take("a", "Batik Ecoprint");
  model_.trainer_name = "Bu Sri Wahyuningsih Kusumawardani";
  area_ = {0, 0, 1024, 700};
  for (const bool on : {false, true}) {
    model_.trainer_mode = on;
    show();
    expect_everything_inside();
  }
}

}  // namespace
}  // namespace gladi
