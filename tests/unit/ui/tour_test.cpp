#include "ui/app/tour.h"

#include "tests/unit/ui/screen_fixture.h"
#include "ui/screens/home/home_screen.h"

namespace gladi {
namespace {

class TourOfHome : public test::ScreenTest {
 protected:
  TourOfHome() {
    for (const char* slug : {"batik-ecoprint", "tas-sepatu", "jamu-camilan"})
      model_.catalogues.push_back({slug, {slug, ""}, 5, 10, {}});
    model_.chosen_catalogue = "batik-ecoprint";
    tour_.begin();
  }

  // As the App draws: the screen, then the tour. Its answer: it is over.
  std::optional<bool> draw(Ui& ui) {
    draw_home(ui, model_, view_);
    const bool over = tour_.draw(ui);
    return over ? std::optional(true) : std::nullopt;
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

  HomeModel model_;
  HomeView view_;
  Tour tour_;
};

TEST_F(TourOfHome, GoesOnAndBackByKeyAndEndsBehindTheLastStep) {
  show();
  EXPECT_EQ(tour_.step(), 0);
  press(SDL_SCANCODE_LEFT);
  EXPECT_EQ(tour_.step(), 0) << "before the first one there is nothing";
  press(SDL_SCANCODE_RIGHT);
  press(SDL_SCANCODE_RETURN);
  EXPECT_EQ(tour_.step(), 2);
  press(SDL_SCANCODE_LEFT);
  EXPECT_EQ(tour_.step(), 1);
  for (int step = 1; step + 1 < Tour::steps(); ++step) EXPECT_FALSE(press(SDL_SCANCODE_RETURN));
  EXPECT_EQ(tour_.step(), Tour::steps() - 1);
  EXPECT_TRUE(press(SDL_SCANCODE_RETURN));
  EXPECT_FALSE(tour_.running());
}

TEST_F(TourOfHome, GoesOnAndBackByMouseAndCanBeSkipped) {
  EXPECT_FALSE(click_on("tour.next"));
  EXPECT_EQ(tour_.step(), 1);
  EXPECT_FALSE(click_on("tour.back"));
  EXPECT_EQ(tour_.step(), 0);
  EXPECT_TRUE(click_on("tour.skip"));
  EXPECT_FALSE(tour_.running());
}

TEST_F(TourOfHome, EscapeSkipsTheRest) {
  show();
  EXPECT_TRUE(press(SDL_SCANCODE_ESCAPE));
  EXPECT_FALSE(tour_.running());
}

TEST_F(TourOfHome, TheButtonThatItPointsAtCanBePressedAndTheOthersCannot) {
  click_on("home.settings");
  EXPECT_EQ(view_.sheet, HomeView::Sheet::kNone) << "outside the hole";
  click_on("home.new_name");
  EXPECT_EQ(view_.sheet, HomeView::Sheet::kName);
}

TEST_F(TourOfHome, WaitsWhileASheetIsOpenAndKeepsItsKeysOut) {
  click_on("home.new_name");
  ASSERT_EQ(view_.sheet, HomeView::Sheet::kName);
  show();
  EXPECT_FALSE(widgets_.places().contains("tour.card"));
  EXPECT_FALSE(press(SDL_SCANCODE_ESCAPE)) << "closes the sheet, not the tour";
  show();
  EXPECT_TRUE(tour_.running());
  EXPECT_EQ(tour_.step(), 0);
  EXPECT_TRUE(widgets_.places().contains("tour.card"));
}

TEST_F(TourOfHome, LeavesOutWhatIsNotThere) {
  model_.catalogues.clear();
  show();
  press(SDL_SCANCODE_RIGHT);
  EXPECT_EQ(tour_.step(), 2) << "there are no goods to point at";
  press(SDL_SCANCODE_LEFT);
  EXPECT_EQ(tour_.step(), 0);
}

TEST_F(TourOfHome, EveryCardFitsSmallScreensInBothLanguagesAndCoversNothingItExplains) {
  const std::string targets[] = {"home.new_name", "home.catalogue.batik-ecoprint",
                                 "home.check",    "home.audience.calm",
                                 "home.start",    "app.help"};
  for (const Language language : {Language::kIndonesian, Language::kEnglish}) {
    translator_.set_language(language);
    for (const Box& area : {Box{0, 0, 1024, 700}, Box{0, 0, 1024, 768}, Box{0, 0, 1366, 768}}) {
      area_ = area;
      tour_.begin();
      for (int step = 0; step < Tour::steps(); ++step) {
        show();
        ASSERT_EQ(tour_.step(), step);
        expect_everything_inside();
        expect_no_overlap("tour.card", targets[step]);
        for (const char* name : {"tour.next", "tour.back", "tour.skip"}) {
          const auto found = widgets_.places().find(name);
          if (found == widgets_.places().end()) continue;
          EXPECT_TRUE(widgets_.places().at("tour.card").box.contains(found->second.box)) << name;
        }
        if (step > 0 && step + 1 < Tour::steps()) expect_no_overlap("tour.back", "tour.skip");
        press(SDL_SCANCODE_RIGHT);
      }
      EXPECT_FALSE(tour_.running());
    }
  }
}

TEST(TourPlace, TakesTheSideWithTheMostRoom) {
  const Box window{0, 0, 1024, 700};
  EXPECT_EQ(place_beside(window, {0, 200, 300, 300}, 400, 200).side, TourPlace::Side::kRight);
  EXPECT_EQ(place_beside(window, {700, 100, 300, 500}, 400, 200).side, TourPlace::Side::kLeft);
  EXPECT_EQ(place_beside(window, {0, 0, 1024, 64}, 400, 200).side, TourPlace::Side::kBelow);
  EXPECT_EQ(place_beside(window, {0, 600, 1024, 100}, 400, 200).side, TourPlace::Side::kAbove);
}

}  // namespace
}  // namespace gladi
