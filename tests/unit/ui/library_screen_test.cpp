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

}  // namespace
}  // namespace gladi
