// What was measured, on the review screen: its lanes, the list of findings, confirming and dismissing them.
#include <algorithm>

#include "tests/support/measured_sound.h"
#include "tests/unit/ui/screen_fixture.h"
#include "ui/screens/review/lane_view.h"
#include "ui/screens/review/measure_lanes.h"
#include "ui/screens/review/review_screen.h"

namespace gladi {
namespace {
using Look = LanePiece::Look;

MediaTime s(double seconds) {
  return MediaTime::from_seconds(seconds);
}

class Measures : public test::ScreenTest {
 protected:
  Measures() {
    model_.opening = false;
    model_.person_name = "Siti Aminah";
    model_.title = {"Batik Ecoprint", ""};
    model_.player.duration = s(100);
    model_.player.frame_duration = MediaTime::from_count(1, 30);
    model_.segments = {{"Kain daun jati", true, {}, s(100), {}, {}}};
    sound_ = test::measured_talk(10);
    sound_.windows[3].syllables = 60;
    sound_.pauses = {{s(50), s(55)}};
    sound_.held = {{s(72), s(72.4)}};
    know(sound_);
  }
  void know(const SoundMetrics& sound, const std::string& dismissed = {}) {
    model_.measures = {};
    model_.measures.version = ++versions_;
    for (const TakeFinding& finding : findings_in(sound)) {
      const Message words = finding.words(translator_.language());
      const bool gone = finding.id() == dismissed;
      model_.measures.findings.push_back({finding,
                                          translator_.tr(words),
                                          gone ? ReviewVerdict::kDismissed : ReviewVerdict::kOpen,
                                          gone,
                                          {}});
    }
    make_sound_lanes(model_.measures, {sound, {}}, translator_);
  }

  std::function<std::optional<ReviewIntent>(Ui&)> drawing() {
    return [this](Ui& ui) { return draw_review(ui, model_, view_); };
  }
  void show() {
    for (int i = 0; i < 3; ++i) frame<ReviewIntent>(drawing());
  }
  template <class T>
  static std::optional<T> wanted(const std::optional<ReviewIntent>& intent) {
    if (!intent || !std::holds_alternative<T>(*intent)) return std::nullopt;
    return std::get<T>(*intent);
  }
  template <class T>
  std::optional<T> pressed(int scancode) {
    return wanted<T>(press_key<ReviewIntent>(scancode, drawing()));
  }
  template <class T>
  std::optional<T> clicked(const std::string& name) {
    return wanted<T>(click<ReviewIntent>(name, drawing()));
  }
  // Presses in the given lane, at a moment of the take.
  std::optional<review::Seek> press_lane(size_t lane, double at) {
    show();
    const Box box = widgets_.places().at("review.timeline").box;
    const float top = box.bottom() - kMeasuresHeight;
    ImGui::GetIO().MousePos = {box.x + static_cast<float>(at / 100) * box.w,
                               top + (static_cast<float>(lane) + 0.5F) * (kMeasureLane + kMeasureGap) - 1};
    show();
    ImGui::GetIO().MouseDown[0] = true;
    std::optional<ReviewIntent> intent = frame<ReviewIntent>(drawing());
    if (auto other = frame<ReviewIntent>(drawing()); !intent) intent = other;
    ImGui::GetIO().MouseDown[0] = false;
    show();
    return wanted<review::Seek>(intent);
  }
  int looks(size_t lane, Look look) const {
    const auto& pieces = model_.measures.lanes[lane].pieces;
    return static_cast<int>(std::count_if(pieces.begin(), pieces.end(),
                                          [&](const LanePiece& piece) { return piece.look == look; }));
  }

  SoundMetrics sound_;
  ReviewModel model_;
  ReviewView view_;
  uint64_t versions_ = 0;
};

TEST_F(Measures, LieInTheirLanesWithFindingsOnTop) {
  EXPECT_EQ(looks(0, Look::kFine), 2) << "speech before and after the pause";
  EXPECT_EQ(looks(0, Look::kFound), 2) << "the dead air and the held sound";
  EXPECT_EQ(looks(1, Look::kFine), 9);
  EXPECT_EQ(looks(1, Look::kFound), 1);
  EXPECT_EQ(looks(2, Look::kFine), 10);
  know(sound_, "dead-air-50000");
  EXPECT_EQ(looks(0, Look::kFound), 1);
  EXPECT_EQ(looks(0, Look::kDismissed), 1);
}

TEST_F(Measures, OfThePictureLieBelowThoseOfTheSound) {
  PictureMetrics picture;
  picture.lack = PictureLack::kNone;
  picture.out_of_frame = PictureTrait{0.1, {{s(40), s(50)}}};
  picture.dark = PictureTrait{0.2, {{s(10), s(30)}}};
  picture.looked = {{{}, s(30)}, {s(38), s(70)}};
  for (const TakeFinding& finding : findings_in(picture))
    model_.measures.findings.push_back({finding, "words", ReviewVerdict::kOpen, false, {}});
  make_picture_lanes(model_.measures, picture, translator_);
  EXPECT_EQ(looks(3, Look::kFound), 1);
  EXPECT_EQ(looks(4, Look::kFound), 1);
  for (const size_t lane : {3u, 4u}) {
    EXPECT_EQ(looks(lane, Look::kFine), 2);
    for (const LanePiece& piece : model_.measures.lanes[lane].pieces)
      EXPECT_LE(piece.at.to, s(70)) << "nobody looked later: nothing is told of it";
  }
  EXPECT_EQ(press_lane(3, 45)->to, s(40));
  EXPECT_EQ(view_.measures.finding, "out-of-frame-40000");
  picture.out_of_frame.reset();
  picture.still_face = true;
  make_picture_lanes(model_.measures, picture, translator_);
  EXPECT_FALSE(model_.measures.lanes[3].lack.empty()) << "perhaps a poster";
  make_picture_lanes(model_.measures, std::nullopt, translator_);
  EXPECT_FALSE(model_.measures.lanes[3].lack.empty());
  EXPECT_TRUE(model_.measures.lanes[4].pieces.empty());
}

TEST_F(Measures, AFindingInALaneIsJumpedToExactly) {
  EXPECT_EQ(press_lane(0, 52)->to, s(50)) << "to where the dead air begins";
  EXPECT_EQ(view_.measures.finding, "dead-air-50000");
  EXPECT_EQ(press_lane(0, 72.3)->to, s(72)) << "short as it is";
  EXPECT_EQ(press_lane(1, 36)->to, s(30));
  EXPECT_NEAR(press_lane(1, 65)->to.seconds(), 65, 0.2) << "nothing was found there";
  EXPECT_EQ(view_.measures.finding, "fast-30000");
}

TEST_F(Measures, TheListJumpsConfirmsAndDismisses) {
  view_.panel = SidePanel::kFindings;
  EXPECT_EQ(clicked<review::Seek>("review.finding.dead-air-50000")->to, s(50));
  const auto right = clicked<review::JudgeFinding>("review.confirm.held-72000");
  ASSERT_TRUE(right);
  EXPECT_EQ(right->id, "held-72000");
  EXPECT_EQ(right->verdict, ReviewVerdict::kConfirmed);
  EXPECT_EQ(clicked<review::JudgeFinding>("review.dismiss.held-72000")->verdict, ReviewVerdict::kDismissed);
  know(sound_, "held-72000");
  EXPECT_EQ(clicked<review::JudgeFinding>("review.dismiss.held-72000")->verdict, ReviewVerdict::kOpen)
      << "once more takes it back";
  model_.read_only = true;
  EXPECT_FALSE(clicked<review::JudgeFinding>("review.confirm.held-72000"));
}

TEST_F(Measures, KeysGoThroughTheFindingsAndJudgeThem) {
  EXPECT_FALSE(pressed<review::JudgeFinding>(SDL_SCANCODE_Y)) << "none is chosen";
  EXPECT_EQ(pressed<review::Seek>(SDL_SCANCODE_G)->to, s(30));
  model_.player.position = s(30);
  EXPECT_EQ(pressed<review::JudgeFinding>(SDL_SCANCODE_T)->id, "fast-30000");
  EXPECT_EQ(pressed<review::Seek>(SDL_SCANCODE_G)->to, s(50));
  model_.player.position = s(50);
  EXPECT_EQ(pressed<review::JudgeFinding>(SDL_SCANCODE_Y)->verdict, ReviewVerdict::kConfirmed);
  EXPECT_EQ(pressed<review::Seek>(SDL_SCANCODE_A)->to, s(30));
  know(sound_, "fast-30000");
  model_.player.position = s(50);
  view_.measures.finding = "dead-air-50000";
  EXPECT_FALSE(pressed<review::Seek>(SDL_SCANCODE_A)) << "what was dismissed is passed over";
  model_.player.position = s(80);
  EXPECT_EQ(pressed<review::Seek>(SDL_SCANCODE_A)->to, s(72)) << "from where the take stands";
}

TEST_F(Measures, CanBeFoldedAndTheListStays) {
  show();
  const float open = widgets_.places().at("review.timeline").box.h;
  const auto folded = pressed<review::ShowMeasures>(SDL_SCANCODE_U);
  ASSERT_TRUE(folded);
  EXPECT_FALSE(folded->shown);
  show();
  EXPECT_LT(widgets_.places().at("review.timeline").box.h, open - kMeasuresHeight + 5);
  EXPECT_TRUE(clicked<review::ShowMeasures>("review.measures")->shown);
}

TEST_F(Measures, SayWhyThereIsNothing) {
  SoundMetrics little = sound_;
  little.lack = SpeechLack::kTooLittle;
  know(little);
  EXPECT_EQ(model_.measures.lanes[0].lack, lack_words(little, translator_));
  EXPECT_TRUE(model_.measures.lanes[0].pieces.empty());
  EXPECT_FALSE(model_.measures.lanes[0].lack.empty());
  make_sound_lanes(model_.measures, {std::nullopt, "Sedang diukur… 40 %"}, translator_);
  EXPECT_EQ(model_.measures.lanes[0].lack, "Sedang diukur… 40 %");
  view_.panel = SidePanel::kFindings;
  show();
  expect_everything_inside();
}

// An hour of it is seen as bars that are made once for each view of it, however often it is drawn.
TEST_F(Measures, OfAnHourAreBarsMadeOncePerZoom) {
  sound_ = test::measured_talk(360);
  for (int i = 0; i < 1700; ++i) sound_.pauses.push_back({s(2.1 * i + 1.4), s(2.1 * i + 2.0)});
  for (int i = 0; i < 900; ++i) sound_.held.push_back({s(4.0 * i), s(4.0 * i + 0.4)});
  know(sound_);
  model_.player.duration = s(3600);
  show();
  const size_t most = MeasureModel::kLanes * 1400;
  EXPECT_LT(view_.measures.bars.size(), most);
  const auto* made = view_.measures.bars.data();
  const uint64_t version = view_.measures.version;
  view_.measures.bars.back().place.h = 77;  // seen again: they were not made anew
  model_.player.position = s(40);
  show();
  EXPECT_EQ(view_.measures.bars.data(), made);
  EXPECT_EQ(view_.measures.bars.back().place.h, 77);
  view_.timeline.span.zoom_by(4, s(40));
  show();
  EXPECT_NE(view_.measures.bars.back().place.h, 77);
  EXPECT_EQ(view_.measures.version, version);
}

TEST_F(Measures, FitSmallScreensInBothLanguages) {
  for (int i = 0; i < 60; ++i) sound_.held.push_back({s(i + 0.2), s(i + 0.6)});
  for (const Language language : {Language::kIndonesian, Language::kEnglish}) {
    translator_.set_language(language);
    know(sound_);
    for (const bool trainer : {false, true}) {
      model_.trainer = trainer;
      if (trainer) {
        model_.rubric.id = "r";
        model_.rubric.criteria.push_back({"c", {"Kebenaran produk", "Truth"}, {}});
        model_.rubric.criteria.back().levels.resize(5);
      }
      for (const SidePanel panel : {SidePanel::kFindings, SidePanel::kAsRun}) {
        for (const Box& size : {Box{0, 0, 1024, 700}, Box{0, 0, 1366, 768}, Box{0, 0, 1920, 1080}}) {
          view_.panel = panel;
          area_ = size;
          show();
          for (const auto& [name, place] : widgets_.places()) {
            if (name.starts_with("review.finding.") || name.starts_with("review.confirm.") ||
                name.starts_with("review.dismiss."))
              continue;  // these scroll
            EXPECT_TRUE(area_.contains(place.box)) << name;
          }
          expect_no_overlap("review.tab.findings", "review.tab.as_run");
          expect_no_overlap("review.measures", "review.segment.0");
          expect_no_overlap("review.measures", "review.play");
        }
      }
    }
  }
}

}  // namespace
}  // namespace gladi
