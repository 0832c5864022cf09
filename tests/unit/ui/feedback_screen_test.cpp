#include "ui/screens/feedback/feedback_screen.h"

#include "tests/unit/ui/screen_fixture.h"

namespace gladi {
namespace {

MediaTime seconds(double s) {
  return MediaTime::from_seconds(s);
}

class FeedbackScreen : public test::ScreenTest {
 protected:
  FeedbackScreen() {
    model_.opening = false;
    model_.person_name = "Siti Aminah";
    model_.title = {"Batik Ecoprint", ""};
    model_.duration = model_.facts.duration = seconds(300);
    model_.facts.segments = {{0, {"Pembukaan", "Opening"}, false, seconds(60), seconds(62), seconds(0), {}},
                             {1, {"Kain Daun Jati", ""}, true, seconds(60), seconds(95), seconds(62), {}},
                             {2, {"Tas Selempang", ""}, true, seconds(60), {}, {}, {}}};
    give_sound();
  }

  // Five minutes of speech with a hole of two windows, and three takes before.
  void give_sound() {
    SoundMetrics sound;
    sound.lack = SpeechLack::kNone;
    sound.speech = seconds(200);
    sound.syllables_per_s = 6.9;
    sound.pitch_spread_semitones = 2.6;
    for (int i = 0; i < 30; ++i) {
      SoundWindow window;
      window.at = {seconds(10.0 * i), seconds(10.0 * i + 10)};
      window.speech = seconds(i == 12 || i == 13 ? 0 : 7);
      window.syllables = i == 12 || i == 13 ? 0 : 30 + i;
      sound.windows.push_back(window);
    }
    sound.pauses = {{seconds(151), seconds(160)}, {seconds(200), seconds(206)}};
    model_.facts.sound = sound;
    model_.facts.usual_syllables_per_s = 5;
    model_.voice.takes = {{{}, 4.5, 2.1}, {{}, std::nullopt, std::nullopt}, {{}, 5.5, 2.4}};
    model_.feedback = feedback_of(model_.facts, Language::kIndonesian);
  }
  std::string note(const std::string& name) { return widgets_.notes().at(name); }

  std::function<std::optional<FeedbackIntent>(Ui&)> drawing() {
    return [this](Ui& ui) { return draw_feedback(ui, model_, view_); };
  }
  template <class T>
  static std::optional<T> wanted(const std::optional<FeedbackIntent>& intent) {
    if (!intent || !std::holds_alternative<T>(*intent)) return std::nullopt;
    return std::get<T>(*intent);
  }
  template <class T>
  std::optional<T> clicked(const std::string& name) {
    return wanted<T>(click<FeedbackIntent>(name, drawing()));
  }
  template <class T>
  std::optional<T> pressed(int scancode) {
    return wanted<T>(press_key<FeedbackIntent>(scancode, drawing()));
  }
  void show() {
    for (int i = 0; i < 3; ++i) frame<FeedbackIntent>(drawing());
  }
  bool drawn(const std::string& name) { return widgets_.places().contains(name); }

  FeedbackModel model_;
  FeedbackView view_;
};

TEST_F(FeedbackScreen, TellsNothingBeforeThePersonHasJudgedHerself) {
  show();
  EXPECT_TRUE(drawn("feedback.level.1"));
  EXPECT_FALSE(drawn("feedback.see"));
  EXPECT_FALSE(drawn("feedback.segment.1"));
  EXPECT_FALSE(drawn("feedback.silence.0"));
}

TEST_F(FeedbackScreen, AFaceIsChosenByMouseOrNumberAndSaved) {
  click<FeedbackIntent>("feedback.level.1", drawing());
  EXPECT_EQ(view_.level, 1);
  press_key<FeedbackIntent>(SDL_SCANCODE_3, drawing());
  EXPECT_EQ(view_.level, 3);
  view_.wish = "Lebih tenang";
  const auto rated = clicked<feedback::Rate>("feedback.save");
  ASSERT_TRUE(rated);
  EXPECT_EQ(rated->rating.level, 3);
  EXPECT_EQ(rated->rating.wish, "Lebih tenang");
}

TEST_F(FeedbackScreen, TheKeyboardAloneJudgesAndGoesOn) {
  show();
  EXPECT_FALSE(pressed<feedback::Rate>(SDL_SCANCODE_RETURN)) << "nothing is chosen yet";
  press_key<FeedbackIntent>(SDL_SCANCODE_3, drawing());
  const auto rated = pressed<feedback::Rate>(SDL_SCANCODE_RETURN);
  ASSERT_TRUE(rated);
  EXPECT_EQ(rated->rating.level, 3);
}

TEST_F(FeedbackScreen, EnterGoesOnAfterAFaceWasChosenByMouse) {
  click<FeedbackIntent>("feedback.level.2", drawing());
  const auto rated = pressed<feedback::Rate>(SDL_SCANCODE_RETURN);
  ASSERT_TRUE(rated);
  EXPECT_EQ(rated->rating.level, 2);
}

TEST_F(FeedbackScreen, WithoutAFaceThereIsNothingToSaveButItCanBeSkipped) {
  EXPECT_FALSE(clicked<feedback::Rate>("feedback.save"));
  const auto skipped = clicked<feedback::Rate>("feedback.skip");
  ASSERT_TRUE(skipped);
  EXPECT_EQ(skipped->rating.level, 0);
}

TEST_F(FeedbackScreen, TheOneThingToTryLeadsToItsMoment) {
  model_.rating = SelfRated{2, ""};
  ASSERT_TRUE(model_.feedback.next);
  EXPECT_EQ(model_.feedback.next->rule, "dead-air");
  EXPECT_EQ(clicked<feedback::Watch>("feedback.see")->at, seconds(151));
}

TEST_F(FeedbackScreen, PartsAndSilencesLeadToTheirMoments) {
  model_.rating = SelfRated{};
  EXPECT_EQ(clicked<feedback::Watch>("feedback.segment.1")->at, seconds(62));
  EXPECT_EQ(clicked<feedback::Watch>("feedback.silence.1")->at, seconds(200));
  show();
  EXPECT_FALSE(drawn("feedback.segment.2")) << "it never ran: there is no moment";
}

TEST_F(FeedbackScreen, TheVoiceIsShownWithItsSilences) {
  model_.rating = SelfRated{2, ""};
  show();
  EXPECT_EQ(note("feedback.sound"), "told");
  EXPECT_EQ(clicked<feedback::Watch>("feedback.silence.1")->at, seconds(200));
}

// Praise and the thing to try would change under her eyes: they wait; what is exact is there at once.
TEST_F(FeedbackScreen, WhileTheSoundIsBeingMeasuredNothingIsToldOfIt) {
  model_.rating = SelfRated{2, ""};
  model_.facts.sound.reset();
  model_.facts.silences = {{seconds(151), seconds(9)}};
  model_.feedback = feedback_of(model_.facts, Language::kIndonesian);
  model_.listening = true;
  for (const auto& percent : {std::optional<int>(), std::optional(40)}) {
    model_.judging_percent = percent;
    show();
    EXPECT_EQ(note("feedback.sound"), "judging");
    EXPECT_EQ(note("feedback.next"), "");
    EXPECT_FALSE(drawn("feedback.see"));
    EXPECT_FALSE(drawn("feedback.silence.0"));
    EXPECT_TRUE(drawn("feedback.segment.1"));
    expect_everything_inside();
  }
  model_.listening = false;
  show();
  EXPECT_EQ(note("feedback.sound"), "unknown") << "it couldn't be measured";
  EXPECT_EQ(note("feedback.next"), "dead-air") << "as it was noticed while she rehearsed";
  expect_everything_inside();
}

TEST_F(FeedbackScreen, AVoiceWithoutAPaceIsDrawnToo) {
  model_.rating = SelfRated{2, ""};
  model_.facts.sound->syllables_per_s.reset();
  show();
  EXPECT_EQ(note("feedback.sound"), "told");
}

TEST_F(FeedbackScreen, WhereTooLittleWasHeardItSaysSo) {
  model_.rating = SelfRated{2, ""};
  for (const SpeechLack lack : {SpeechLack::kSilent, SpeechLack::kNoVoice, SpeechLack::kTooLittle}) {
    model_.facts.sound = SoundMetrics{};
    model_.facts.sound->lack = lack;
    model_.feedback = feedback_of(model_.facts, Language::kIndonesian);
    show();
    EXPECT_EQ(note("feedback.sound"), "lack");
    expect_everything_inside();
  }
}

// Before the person has judged herself only how far the work is may be seen.
TEST_F(FeedbackScreen, TheVoiceWaitsForHerOwnViewToo) {
  give_sound();
  model_.judging_percent = 70;
  show();
  EXPECT_TRUE(drawn("feedback.level.1"));
  EXPECT_FALSE(drawn("feedback.silence.0"));
  EXPECT_EQ(note("feedback.next"), "");
}

TEST_F(FeedbackScreen, TheRecordingAndTheNextPersonAreAKeyAway) {
  EXPECT_FALSE(pressed<feedback::Watch>(SDL_SCANCODE_V)->at);
  EXPECT_FALSE(pressed<feedback::NextPerson>(SDL_SCANCODE_N));
  model_.next_name = "Budi";
  EXPECT_TRUE(pressed<feedback::NextPerson>(SDL_SCANCODE_N));
  EXPECT_TRUE(pressed<feedback::GoBack>(SDL_SCANCODE_ESCAPE));
}

TEST_F(FeedbackScreen, AShortTakeIsToldSo) {
  model_.rating = SelfRated{2, ""};
  model_.feedback = {.too_short = true};
  model_.listening = true;
  show();
  EXPECT_FALSE(drawn("feedback.see"));
  EXPECT_TRUE(drawn("feedback.watch"));
}

TEST_F(FeedbackScreen, FitsASmallScreenInLargeLettersAndBothLanguages) {
  model_.next_name = "Bambang Sulistyo Wardoyo";
  model_.person_name = "Siti Aminah binti Abdul Rahman";
  for (const Language language : {Language::kIndonesian, Language::kEnglish}) {
    translator_.set_language(language);
    for (const bool rated : {false, true}) {
      model_.rating = rated ? std::optional(SelfRated{1, "Menyebut harga lebih awal"}) : std::nullopt;
      give_sound();
      area_ = {0, 0, 1024, 700};
      show();
      expect_everything_inside();
      expect_no_overlap("feedback.watch", "feedback.back");
    }
  }
}

}  // namespace
}  // namespace gladi
