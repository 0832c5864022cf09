#include "ui/screens/progress/progress_screen.h"

#include "tests/unit/ui/screen_fixture.h"

namespace gladi {
namespace {

class ProgressScreen : public test::ScreenTest {
 protected:
  ProgressScreen() {
    model_.loading = false;
    model_.person_name = "Siti Aminah";
  }
  void add_takes(int count, bool scored = false) {
    for (int i = 0; i < count; ++i) {
      ProgressPoint point;
      point.folder = "take-" + std::to_string(i);
      point.title = "Batik";
      point.parts = 4;
      point.on_time = i % 5;
      point.replies.asked = i == 0 ? 0 : 4;  // nobody asked in the first take
      point.replies.answered = 3;
      if (i > 0) point.replies.median = MediaTime::from_ms(1000 * (20 - i));
      point.integrated_lufs = -30 + 2 * i;
      point.own_level = 1 + i % 3;
      if (scored) point.scores = {{"demo", {"Peragaan", "Demo"}, 2.0 + i % 3, 5}};
      model_.points.push_back(point);
    }
    model_.charts = progress_charts(model_.points, translator_);
  }
  std::function<std::optional<ProgressIntent>(Ui&)> drawing() {
    return [this](Ui& ui) { return draw_progress(ui, model_); };
  }
  void show() {
    for (int i = 0; i < 3; ++i) frame<ProgressIntent>(drawing());
  }
  const ProgressChart& chart(const std::string& id) {
    for (const ProgressChart& chart : model_.charts) {
      if (chart.id == id) return chart;
    }
    throw std::runtime_error("no chart " + id);
  }

  ProgressModel model_;
};

TEST_F(ProgressScreen, APointOpensItsTake) {
  add_takes(5);
  const auto intent = click<ProgressIntent>("progress.reply.3", drawing());
  ASSERT_TRUE(intent && std::holds_alternative<progress::OpenTake>(*intent));
  EXPECT_EQ(std::get<progress::OpenTake>(*intent).folder, "take-3");
  EXPECT_FALSE(widgets_.places().contains("progress.reply.0")) << "nobody asked: there is no point";
}

TEST_F(ProgressScreen, ATakeThatWaitsIsToldWithAndWithoutOthers) {
  model_.unrated = 1;
  show();
  EXPECT_EQ(widgets_.notes().at("progress.unrated"), "1");
  add_takes(3);
  show();
  const float with = widgets_.places().at("progress.reply.2").box.y;
  model_.unrated = 0;
  show();
  EXPECT_EQ(widgets_.places().at("progress.reply.2").box.y, with);
}

TEST_F(ProgressScreen, PointsStayInTheirPlacesWhenTheMeasuringEnds) {
  add_takes(5);
  model_.measuring = "Measuring the sound of earlier rehearsals: 1 of 5 done";
  show();
  const float measuring = widgets_.places().at("progress.reply.3").box.y;
  model_.measuring.clear();
  show();
  EXPECT_EQ(widgets_.places().at("progress.reply.3").box.y, measuring);
}

TEST_F(ProgressScreen, IsHonestAboutTooFewTakes) {
  translator_.set_language(Language::kEnglish);
  add_takes(3);
  EXPECT_EQ(chart("loudness").trend, "Too few rehearsals for a trend");
  model_.points.clear();
  add_takes(6);
  EXPECT_EQ(chart("loudness").trend, "Lately just right, before quiet");
  model_.charts = progress_charts(model_.points, translator_, true);
  EXPECT_EQ(chart("loudness").trend, "Lately -21 LUFS, before -27 LUFS") << "for trainers";
}

TEST_F(ProgressScreen, CriteriaAreShownOnlyWhereScoresAreSeen) {
  add_takes(5);
  EXPECT_EQ(model_.charts.size(), 9U);
  model_.points.clear();
  add_takes(5, true);
  EXPECT_EQ(model_.charts.size(), 10U);
  EXPECT_EQ(chart("score.demo").highest, 5);
}

TEST_F(ProgressScreen, TellsTheVoiceInWordsAgainstItsBand) {
  translator_.set_language(Language::kEnglish);
  add_takes(3);
  const double paces[] = {3.0, 5.0, 7.0}, spreads[] = {1.0, 2.0, 3.0};
  for (size_t i = 0; i < 3; ++i) {
    model_.points[i].syllables_per_s = paces[i];
    model_.points[i].pitch_spread_semitones = spreads[i];
  }
  model_.points[2].longest_pause = MediaTime::from_ms(6400);
  model_.charts = progress_charts(model_.points, translator_);
  EXPECT_EQ(chart("pace").words, (std::vector<std::string>{"unhurried", "just right", "rushed"}));
  EXPECT_EQ(chart("melody").words, (std::vector<std::string>{"flat", "in between", "lively"}));
  EXPECT_EQ(chart("pause").words, (std::vector<std::string>{"", "", "6 s"}));
  ASSERT_TRUE(chart("pace").band);
  EXPECT_EQ(chart("pace").band->from, SoundMetrics::kSlowest);
}

TEST_F(ProgressScreen, OfAClassShowsMediansAndQuartilesAndNobody) {
  translator_.set_language(Language::kEnglish);
  add_takes(1);
  model_.class_name = "Kelas Jati";
  std::vector<std::vector<ProgressPoint>> people;
  for (int i = 0; i < 5; ++i) {
    ProgressPoint point;
    point.folder = "secret-" + std::to_string(i);
    point.integrated_lufs = -30 + 2 * i;
    people.push_back({point});
    if (i < 2) people.back().push_back(point);
  }
  model_.class_people = people.size();
  model_.class_charts = class_charts(people, translator_);
  const auto wanted = click<ProgressIntent>("progress.class", drawing());
  ASSERT_TRUE(wanted && std::holds_alternative<progress::ShowClass>(*wanted));
  EXPECT_TRUE(std::get<progress::ShowClass>(*wanted).shown);
  model_.of_class = true;
  for (const ProgressChart& chart : model_.class_charts) {
    if (chart.id != "loudness") continue;
    ASSERT_EQ(chart.spreads.size(), 2U);
    ASSERT_TRUE(chart.spreads[0]);
    EXPECT_EQ(chart.spreads[0]->median, -26);
    EXPECT_EQ(chart.spreads[0]->lower, -28);
    EXPECT_FALSE(chart.spreads[1]) << "two people are too few";
    EXPECT_EQ(chart.trend, "Half of 5 people between -28 LUFS and -24 LUFS");
  }
  EXPECT_FALSE(click<ProgressIntent>("progress.loudness.0", drawing())) << "it opens nobody's take";
  expect_everything_inside();
}

TEST_F(ProgressScreen, TheLastTwoCanBeCompared) {
  add_takes(1);
  show();
  EXPECT_FALSE(widgets_.places().contains("progress.compare"));
  model_.points.clear();
  add_takes(2);
  const auto intent = click<ProgressIntent>("progress.compare", drawing());
  ASSERT_TRUE(intent && std::holds_alternative<progress::Compare>(*intent));
}

TEST_F(ProgressScreen, FitsSmallScreensWithOneTakeAndWithFifty) {
  for (const Language language : {Language::kIndonesian, Language::kEnglish}) {
    translator_.set_language(language);
    for (const Box& area : {Box{0, 0, 1024, 700}, Box{0, 0, 1366, 768}}) {
      area_ = area;
      for (const int count : {0, 1, 50}) {
        model_.points.clear();
        add_takes(count);
        show();
        expect_everything_inside();
      }
    }
  }
}

}  // namespace
}  // namespace gladi
