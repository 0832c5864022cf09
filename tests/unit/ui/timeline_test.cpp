// The timeline of the review: what its lanes show, zooming, scrolling, and what the mouse and the keys do.
#include <cmath>
#include <random>

#include "tests/unit/ui/screen_fixture.h"
#include "ui/screens/review/review_screen.h"
#include "ui/screens/review/timeline_lanes.h"
#include "ui/screens/review/timeline_marks.h"

namespace gladi {
namespace {

MediaTime seconds(double s) {
  return MediaTime::from_seconds(s);
}

TEST(TimelineSpan, KeepsWhatIsUnderThePointerWhileItZooms) {
  TimelineSpan span;
  span.set_duration(seconds(600));
  const Box lane{100, 0, 1000, 40};
  EXPECT_TRUE(span.whole());
  for (const float x : {130.0F, 600.0F, 1070.0F, 350.0F}) {
    const MediaTime pointed = span.at(lane, x);
    span.zoom_by(1.7, pointed);
    EXPECT_NEAR(span.x_of(lane, pointed), x, 0.1);
  }
  EXPECT_NEAR(span.zoom(), std::pow(1.7, 4), 0.01);
  span.show_whole();
  EXPECT_EQ(span.from(), MediaTime{});
  EXPECT_EQ(span.to(), seconds(600));
}

TEST(TimelineSpan, NeverLeavesTheTake) {
  TimelineSpan span;
  span.set_duration(seconds(60));
  std::mt19937 random(5);
  for (int i = 0; i < 2000; ++i) {
    const double number = static_cast<double>(random() % 2000) / 100 - 10;
    switch (random() % 4) {
      case 0:
        span.zoom_by(std::pow(1.3, number), seconds(number * 5));
        break;
      case 1:
        span.scroll_by(seconds(number));
        break;
      case 2:
        span.follow(seconds(number * 3 + 30));
        break;
      default:
        span.set_duration(seconds(60 + static_cast<double>(random() % 3)));
    }
    ASSERT_GE(span.from(), MediaTime{});
    ASSERT_LE(span.to(), seconds(62));
    ASSERT_GE(span.to() - span.from(), TimelineSpan::kShortest);
  }
}

TEST(TimelineSpan, TurnsThePageWhenThePlayheadLeaves) {
  TimelineSpan span;
  span.set_duration(seconds(100));
  span.zoom_by(10, {});
  span.follow(seconds(9));
  EXPECT_EQ(span.from(), MediaTime{}) << "it is still there";
  span.follow(seconds(50));
  EXPECT_LT(span.from(), seconds(50));
  EXPECT_GT(span.to(), seconds(55));
}

TEST(TimelineSpan, OfATakeOfNoLengthDoesNoHarm) {
  TimelineSpan span;
  const Box lane{0, 0, 100, 10};
  span.zoom_by(2, {});
  span.scroll_by(seconds(1));
  EXPECT_EQ(span.x_of(lane, seconds(1)), 0);
  EXPECT_EQ(span.at(lane, 50), MediaTime{});
}

TEST(MissingStretches, SayWhatIsMissingWhereAndForHowLong) {
  Translator::prepare_process(GLADI_BINARY_DIR "/locale");
  const Translator translator(Language::kEnglish);
  const auto missing = missing_stretches({{seconds(30), Gap{"recording", seconds(2.5), "disk"}},
                                          {seconds(5), Gap{"camera", seconds(3), "unplugged"}},
                                          {seconds(6), Gap{"microphone", seconds(0.05), "hole"}},
                                          {seconds(7), Gap{"microphone", seconds(4), "overlap"}},
                                          {seconds(9), Gap{"microphone", seconds(1), "nothing_came"}}},
                                         translator);
  ASSERT_EQ(missing.size(), 3u) << "neither what nobody notices nor what was too much";
  EXPECT_EQ(missing[0].words, "The camera gave no picture for 3.0 s");
  EXPECT_EQ(missing[0].where.from, seconds(5));
  EXPECT_EQ(missing[0].where.to, seconds(8));
  EXPECT_EQ(missing[1].words, "No sound came for 1.0 s");
  EXPECT_EQ(missing[2].words, "Nothing was recorded for 2.5 s");
}

TEST(TalkMarks, SayWhatBecameOfEachLine) {
  Session session;
  session.products = {{.id = "kain", .name = {"Kain Jati", ""}}};
  const auto chat = [](int64_t number, const char* text) {
    return ChatShown{number, "rina", text, "price", "answer", "kain"};
  };
  const std::vector<TakeEvent> events = {{seconds(1), chat(1, "Halo")},
                                         {seconds(2), chat(2, "Berapa kak?")},
                                         {seconds(3), chat(3, "Ada warna lain?")},
                                         {seconds(4), chat(4, "Bisa COD?")},
                                         {seconds(10), ChatAnswered{2, seconds(8)}},
                                         {seconds(33), ChatMissed{3}},
                                         {seconds(34), ChatMissed{4}},
                                         {seconds(40), ChatAnswered{4, seconds(36)}},
                                         {seconds(20), OrderPlaced{"wati", "kain", 2, 185'000}}};
  const Translator translator(Language::kEnglish);
  const std::vector<TimelineMark> marks = talk_marks(session, events, translator);
  using Kind = TimelineMark::Kind;
  ASSERT_EQ(marks.size(), 5u);
  EXPECT_EQ(marks[0].words, "rina: Halo");
  EXPECT_EQ(marks[1].words, "rina: Berapa kak? · answered after 8 s");
  EXPECT_EQ(marks[2].kind, Kind::kMissed);
  EXPECT_EQ(marks[3].kind, Kind::kChat) << "answered late, but answered";
  EXPECT_EQ(marks[4].kind, Kind::kOrder);
  EXPECT_EQ(marks[4].words, "wati buys 2 × Kain Jati");
}

class Timeline : public test::ScreenTest {
 protected:
  Timeline() {
    model_.opening = false;
    model_.person_name = "Siti Aminah";
    model_.title = {"Batik Ecoprint", ""};
    model_.player.duration = seconds(100);
    model_.player.position = seconds(30);
    model_.player.frame_duration = MediaTime::from_count(1, 30);
    model_.segments = {{"Pembukaan", false, {}, seconds(20), {}, {}},
                       {"Kain daun jati", true, seconds(20), seconds(100), {}, seconds(20)}};
    std::vector<WaveformBin> bins(10'000, WaveformBin{-9000, 9000, 3000});
    std::fill(bins.begin() + 5000, bins.begin() + 5800, WaveformBin{-20, 20, 10});
    model_.timeline.waveform = std::make_shared<const Waveform>(std::move(bins));
    model_.timeline.quiet = quiet_stretches(*model_.timeline.waveform);
    model_.timeline.talk = {{TimelineMark::Kind::kChat, seconds(25), "rina: Halo"},
                            {TimelineMark::Kind::kOrder, seconds(75), "wati membeli 1 × Kain"}};
    model_.markers = {{seconds(60), "bagus"}};
  }

  std::function<std::optional<ReviewIntent>(Ui&)> drawing() {
    return [this](Ui& ui) { return draw_review(ui, model_, view_); };
  }
  std::optional<ReviewIntent> show() { return frame<ReviewIntent>(drawing()); }
  template <class T>
  std::optional<T> pressed(int scancode) {
    return wanted<T>(press_key<ReviewIntent>(scancode, drawing()));
  }
  template <class T>
  static std::optional<T> wanted(const std::optional<ReviewIntent>& intent) {
    if (!intent || !std::holds_alternative<T>(*intent)) return std::nullopt;
    return std::get<T>(*intent);
  }
  Box lanes() {
    show();
    return widgets_.places().at("review.timeline").box;
  }
  // The mouse over the lanes: `across` 0..1, and how far down in dp.
  void point(double across, float down = 10) {
    const Box box = lanes();
    ImGui::GetIO().MousePos = {box.x + static_cast<float>(across) * box.w, box.y + down};
    show();
    show();
  }
  std::optional<review::Seek> press() {
    ImGui::GetIO().MouseDown[0] = true;
    std::optional<ReviewIntent> intent = show();
    for (int i = 0; i < 2; ++i) {
      if (auto other = show(); !intent) intent = other;
    }
    return wanted<review::Seek>(intent);
  }
  void release() {
    ImGui::GetIO().MouseDown[0] = false;
    show();
  }
  void wheel(float by, bool shift = false) {
    ImGui::GetIO().KeyShift = shift;
    ImGui::GetIO().MouseWheel = by;
    show();
    ImGui::GetIO().KeyShift = false;
  }

  ReviewModel model_;
  ReviewView view_;
};

TEST_F(Timeline, TheWheelZoomsAtThePointerAndWithShiftScrolls) {
  point(0.75);
  const MediaTime pointed = *view_.timeline.hover;
  EXPECT_NEAR(pointed.seconds(), 75, 0.2);
  for (int i = 0; i < 6; ++i) wheel(1);
  EXPECT_GT(view_.timeline.span.zoom(), 3);
  show();
  EXPECT_NEAR(view_.timeline.hover->seconds(), 75, 0.2) << "it stayed under the mouse";
  const MediaTime before = view_.timeline.span.from();
  wheel(1, true);
  EXPECT_LT(view_.timeline.span.from(), before);
  wheel(-2, true);
  EXPECT_GT(view_.timeline.span.from(), before);
  for (int i = 0; i < 20; ++i) wheel(-1);
  EXPECT_TRUE(view_.timeline.span.whole());
}

TEST_F(Timeline, KeysZoomAroundThePlayheadAndShowTheWholeAgain) {
  show();
  pressed<review::Seek>(SDL_SCANCODE_EQUALS);
  pressed<review::Seek>(SDL_SCANCODE_KP_PLUS);
  EXPECT_NEAR(view_.timeline.span.zoom(), 2.56, 0.01);
  EXPECT_TRUE(view_.timeline.span.shows(seconds(30), seconds(30)));
  pressed<review::Seek>(SDL_SCANCODE_MINUS);
  EXPECT_NEAR(view_.timeline.span.zoom(), 1.6, 0.01);
  pressed<review::Seek>(SDL_SCANCODE_0);
  EXPECT_TRUE(view_.timeline.span.whole());
}

TEST_F(Timeline, ShowsThePlayheadWhenItMovesOutOfSight) {
  show();
  for (int i = 0; i < 6; ++i) pressed<review::Seek>(SDL_SCANCODE_EQUALS);
  model_.player.position = seconds(90);
  show();
  EXPECT_TRUE(view_.timeline.span.shows(seconds(90), seconds(90)));
}

TEST_F(Timeline, TheScrollBarIsDraggedToAnotherPartOfTheTake) {
  show();
  EXPECT_FALSE(widgets_.places().contains("review.timeline.scroll")) << "nothing to scroll";
  for (int i = 0; i < 5; ++i) pressed<review::Seek>(SDL_SCANCODE_EQUALS);
  show();
  const Box bar = widgets_.places().at("review.timeline.scroll").box;
  ImGui::GetIO().MousePos = {bar.x + bar.w * 0.8F, bar.middle_y()};
  show();
  press();
  EXPECT_TRUE(view_.timeline.span.shows(seconds(80), seconds(80)));
  release();
}

TEST_F(Timeline, AMarkIsHitExactlyAndScrubbingBeginsOnlyWhenTheMouseMoves) {
  const float talk_lane = 48, note_lane = 67;
  point(0.2503, talk_lane);
  EXPECT_EQ(press()->to, seconds(25)) << "the line of the chat";
  ImGui::GetIO().MousePos.x += 1;
  EXPECT_FALSE(wanted<review::Seek>(show())) << "a hand that isn't quite still";
  ImGui::GetIO().MousePos.x += 40;
  const auto moved = wanted<review::Seek>(show());
  ASSERT_TRUE(moved);
  EXPECT_GT(moved->to, seconds(27));
  release();
  point(0.6, note_lane);
  EXPECT_EQ(press()->to, seconds(60)) << "the marker";
  release();
  point(0.4, note_lane);
  EXPECT_NEAR(press()->to.seconds(), 40, 0.2) << "no mark is near";
  release();
}

TEST_F(Timeline, PointingAsksForAPreviewAndLeavingDoesNot) {
  point(0.4);
  ASSERT_TRUE(view_.timeline.hover);
  EXPECT_NEAR(view_.timeline.hover->seconds(), 40, 0.2);
  ImGui::GetIO().MousePos = {5, 300};
  show();
  show();
  EXPECT_FALSE(view_.timeline.hover);
}

TEST_F(Timeline, PageKeysGoFromMarkToMarkAndToWhereItWasQuiet) {
  ASSERT_EQ(model_.timeline.quiet.size(), 1u);
  EXPECT_EQ(pressed<review::Seek>(SDL_SCANCODE_PAGEDOWN)->to, model_.timeline.quiet[0].from);
  EXPECT_EQ(pressed<review::Seek>(SDL_SCANCODE_PAGEUP)->to, seconds(25));
  model_.player.position = seconds(58.1);
  EXPECT_EQ(pressed<review::Seek>(SDL_SCANCODE_PAGEDOWN)->to, seconds(60));
  model_.player.position = seconds(25.2);
  EXPECT_FALSE(pressed<review::Seek>(SDL_SCANCODE_PAGEUP)) << "nothing lies before it";
  model_.player.position = seconds(75);
  EXPECT_FALSE(pressed<review::Seek>(SDL_SCANCODE_PAGEDOWN));
}

TEST_F(Timeline, EditorsKeysRunThePlayer) {
  EXPECT_TRUE(pressed<review::Shuttle>(SDL_SCANCODE_L)->forwards);
  EXPECT_FALSE(pressed<review::Shuttle>(SDL_SCANCODE_J)->forwards);
  EXPECT_TRUE(pressed<review::TogglePlay>(SDL_SCANCODE_K));
  model_.player.playing = true;
  EXPECT_EQ(pressed<review::SetSpeed>(SDL_SCANCODE_L)->speed, 1.25) << "already going: faster";
  EXPECT_EQ(pressed<review::SetSpeed>(SDL_SCANCODE_LEFTBRACKET)->speed, 0.75);
  model_.player.speed = 0.25;
  EXPECT_EQ(pressed<review::SetSpeed>(SDL_SCANCODE_LEFTBRACKET)->speed, 0.25);
  model_.player.speed = 2;
  EXPECT_EQ(pressed<review::SetSpeed>(SDL_SCANCODE_RIGHTBRACKET)->speed, 2);
}

TEST_F(Timeline, TwoPointsMakeALoopInWhicheverOrderTheyAreSet) {
  EXPECT_FALSE(pressed<review::SetLoop>(SDL_SCANCODE_O)) << "no first point";
  pressed<review::SetLoop>(SDL_SCANCODE_I);
  model_.player.position = seconds(20);
  auto loop = pressed<review::SetLoop>(SDL_SCANCODE_O);
  ASSERT_TRUE(loop && loop->loop);
  EXPECT_EQ(*loop->loop, (PlayerLoop{seconds(20), seconds(30)}));
  model_.player.loop = loop->loop;
  loop = wanted<review::SetLoop>(click<ReviewIntent>("review.loop", drawing()));
  ASSERT_TRUE(loop);
  EXPECT_FALSE(loop->loop) << "the button ends it";
  model_.player.loop.reset();
  click<ReviewIntent>("review.loop", drawing());
  EXPECT_EQ(view_.timeline.begin, seconds(20));
  EXPECT_FALSE(pressed<review::SetLoop>(SDL_SCANCODE_X)->loop);
  EXPECT_FALSE(view_.timeline.begin);
}

TEST_F(Timeline, VolumeGoesUpAndDownAndOff) {
  model_.volume = 0.5F;
  EXPECT_NEAR(pressed<review::SetVolume>(SDL_SCANCODE_UP)->volume, 0.6, 0.001);
  EXPECT_NEAR(pressed<review::SetVolume>(SDL_SCANCODE_DOWN)->volume, 0.4, 0.001);
  EXPECT_TRUE(pressed<review::SetVolume>(SDL_SCANCODE_M)->muted);
  model_.muted = true;
  EXPECT_FALSE(pressed<review::SetVolume>(SDL_SCANCODE_M)->muted);
  const auto clicked = wanted<review::SetVolume>(click<ReviewIntent>("review.volume", drawing()));
  ASSERT_TRUE(clicked);
  EXPECT_NEAR(clicked->volume, 0.5, 0.02);
  EXPECT_FALSE(clicked->muted) << "who turns it up wants to hear";
}

TEST_F(Timeline, TheProjectorIsOfferedOnlyWithTheConsentOfWhoIsSeen) {
  using Projecting = ReviewModel::Projecting;
  show();
  EXPECT_FALSE(widgets_.places().contains("review.projecting"));
  model_.projecting = Projecting::kNotAllowed;
  EXPECT_FALSE(pressed<review::SetProjecting>(SDL_SCANCODE_P));
  EXPECT_FALSE(click<ReviewIntent>("review.projecting", drawing()));
  model_.projecting = Projecting::kOff;
  EXPECT_TRUE(pressed<review::SetProjecting>(SDL_SCANCODE_P)->on);
  model_.projecting = Projecting::kOn;
  EXPECT_FALSE(pressed<review::SetProjecting>(SDL_SCANCODE_P)->on);
}

TEST_F(Timeline, ALargePictureKeepsTheTimelineAndEscapeLeavesIt) {
  EXPECT_TRUE(pressed<review::SetLarge>(SDL_SCANCODE_F)->large);
  view_.large = true;
  show();
  EXPECT_FALSE(widgets_.places().contains("review.text"));
  EXPECT_TRUE(widgets_.places().contains("review.timeline"));
  expect_everything_inside();
  const auto left = pressed<review::SetLarge>(SDL_SCANCODE_ESCAPE);
  ASSERT_TRUE(left) << "not back to the recordings";
  EXPECT_FALSE(left->large);
  EXPECT_TRUE(pressed<review::TogglePlay>(SDL_SCANCODE_SPACE));
}

TEST_F(Timeline, FitsSmallScreensInBothLanguagesWithEverythingThere) {
  model_.projecting = ReviewModel::Projecting::kOff;
  model_.player.duration = seconds(3 * 3600);
  for (const Language language : {Language::kIndonesian, Language::kEnglish}) {
    for (const Box& size : {Box{0, 0, 1024, 700}, Box{0, 0, 1366, 768}, Box{0, 0, 1920, 1080}}) {
      translator_.set_language(language);
      area_ = size;
      for (int i = 0; i < 3; ++i) show();
      expect_everything_inside();
      expect_no_overlap("review.step", "review.slower");
      expect_no_overlap("review.step", "review.speed");
      expect_no_overlap("review.play", "review.back5");
      expect_no_overlap("review.timeline", "review.segment.0");
      EXPECT_NEAR(widgets_.places().at("review.slower").box.w, widgets_.places().at("review.faster").box.w, 3)
          << "the row is too short for all of it, in a window of " << size.w;
    }
  }
}

}  // namespace
}  // namespace gladi
