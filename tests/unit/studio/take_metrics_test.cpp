#include "studio/coaching/take_metrics.h"

#include <gtest/gtest.h>

#include <functional>

#include "studio/coaching/metrics_json.h"
#include "tests/support/media_files.h"
#include "tests/support/samples.h"
#include "tests/support/speech_corpus.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using json_file::Json;

class TakeMetrics : public ::testing::Test {
 protected:
  TakeMetrics() {
    session_ = test::sample_session();
    session_.parts = {{"take.mp4", {}, MediaTime::from_ms(25'000), true, "", {}}};
    folder_ = test::write_sample_session(temp_.path(), "take", session_);
    fs::copy_file(recording(), folder_ / "take.mp4");
    file_ = folder_ / "metrics.json";
  }

  // Speech as a take has it, made once for all tests; it needs no picture.
  static fs::path recording() {
    static const test::TempFolder kept;
    const fs::path file = kept.path() / "take.mp4";
    if (fs::exists(file)) return file;
    const auto sound = kept.path() / "sound.wav";
    test::write_wav(sound.string(), test::short_take(test::CorpusPart::kJudging, 32).samples);
    test::make_media(file, {"-i", sound.string(), "-c:a", "aac", "-ac", "2"});
    return file;
  }

  // Numbers that nobody could have measured here: seen again they were read from the file.
  SoundMetrics marked() const {
    SoundMetrics metrics;
    metrics.duration = MediaTime::from_ms(1234);
    metrics.loudness = Loudness{-21.5, -3.25};
    metrics.momentary_lufs = -15.5;
    metrics.clipped_share = 0.125;
    metrics.dead_side = SoundSides::Dead::kLeft;
    metrics.lack = SpeechLack::kNone;
    metrics.speech = MediaTime::from_ms(999);
    metrics.pauses = {{MediaTime::from_ms(10), MediaTime::from_ms(700)}};
    metrics.syllables = 77;
    metrics.syllables_per_s = 4.5;
    metrics.pitch_hz = 222;
    metrics.pitch_spread_semitones = 2.25;
    metrics.held = {{MediaTime::from_ms(800), MediaTime::from_ms(1100)}};
    metrics.windows = {{{{}, MediaTime::from_ms(1234)}, MediaTime::from_ms(999), 77, std::nullopt, -27.5}};
    return metrics;
  }
  void change(const std::function<void(Json&)>& how) {
    Json json = Json::parse(test::read_text(file_));
    how(json);
    test::write_text(file_, json.dump());
  }

  test::TempFolder temp_;
  Session session_;
  fs::path folder_, file_;
};

TEST_F(TakeMetrics, AreMeasuredOnceAndKept) {
  double last = 0;
  const auto made = take_metrics(folder_, session_, nullptr, [&last](double share) { last = share; });
  ASSERT_TRUE(made) << made.error().english();
  EXPECT_NEAR(last, 1, 0.02);
  EXPECT_EQ(made->lack, SpeechLack::kNone);
  EXPECT_GT(made->syllables, 60);
  const auto kept = load_metrics(folder_, session_);
  ASSERT_TRUE(kept) << kept.error().english();
  EXPECT_EQ(to_json(*kept), to_json(*made));

  ASSERT_TRUE(save_metrics(folder_, session_, marked()));
  const auto again = take_metrics(folder_, session_);
  ASSERT_TRUE(again);
  EXPECT_EQ(to_json(*again), to_json(marked())) << "what is kept is used, and nothing of it is lost";
}

TEST_F(TakeMetrics, AreMeasuredAgainForOtherFilesOrOlderAnalysers) {
  ASSERT_TRUE(save_metrics(folder_, session_, marked()));
  Session longer = session_;
  longer.parts[0].duration += MediaTime::from_ms(33);
  EXPECT_EQ(load_metrics(folder_, longer).error().kind, ErrorKind::kNotFound);
  change([](Json& json) { json["analyser_version"] = SoundMetrics::kAnalyserVersion - 1; });
  EXPECT_EQ(load_metrics(folder_, session_).error().kind, ErrorKind::kNotFound);
  const auto again = take_metrics(folder_, session_);
  ASSERT_TRUE(again);
  EXPECT_NE(again->syllables, 77);
  EXPECT_TRUE(load_metrics(folder_, session_));
}

TEST_F(TakeMetrics, ThatAreDamagedAreMeasuredAgain) {
  for (const char* content : {"", "{", "[]", "{\"schema_version\": 0}"}) {
    test::write_text(file_, content);
    EXPECT_FALSE(load_metrics(folder_, session_)) << content;
  }
  ASSERT_TRUE(take_metrics(folder_, session_));
  EXPECT_TRUE(load_metrics(folder_, session_));
}

// Valid JSON, but figures that no analyser writes: whoever shows them relies on them.
TEST_F(TakeMetrics, ThatCannotBeAreMeasuredAgain) {
  const std::vector<std::function<void(Json&)>> damages = {
      [](Json& json) { json["syllables_per_s"] = nullptr; },
      [](Json& json) { json["syllables_per_s"] = 0; },
      [](Json& json) { json["speech_ns"] = 0; },
      [](Json& json) { json["speech_ns"] = -5; },
      [](Json& json) { json["lack"] = "perhaps"; },
      [](Json& json) { json.erase("lack"); },
      [](Json& json) {
        json["pauses"] = {{{"start_ns", 5}, {"end_ns", 1}}};
      },
      [](Json& json) { json["windows"][0]["speech_ns"] = -1; }};
  for (size_t i = 0; i < damages.size(); ++i) {
    ASSERT_TRUE(save_metrics(folder_, session_, marked()));
    change(damages[i]);
    const auto read = load_metrics(folder_, session_);
    ASSERT_FALSE(read) << i;
    EXPECT_EQ(read.error().kind, ErrorKind::kDamaged) << i;
  }
  const auto again = take_metrics(folder_, session_);
  ASSERT_TRUE(again);
  EXPECT_NE(again->syllables, 77);
  EXPECT_TRUE(load_metrics(folder_, session_));
}

TEST_F(TakeMetrics, OfANewerGladiAreLeftAlone) {
  ASSERT_TRUE(save_metrics(folder_, session_, marked()));
  change([](Json& json) { json["schema_version"] = 2; });
  const std::string newer = test::read_text(file_);
  EXPECT_EQ(load_metrics(folder_, session_).error().kind, ErrorKind::kNewer);
  EXPECT_TRUE(take_metrics(folder_, session_));
  EXPECT_EQ(test::read_text(file_), newer);
}

TEST_F(TakeMetrics, OfAPartThatIsNotFinalAreNotKept) {
  fs::rename(folder_ / "take.mp4", folder_ / "take.part.mp4");
  session_.parts[0].finalised = false;
  EXPECT_TRUE(take_metrics(folder_, session_));
  EXPECT_FALSE(fs::exists(file_));
}

TEST_F(TakeMetrics, ThatAreCancelledLeaveNothing) {
  const std::atomic<bool> cancel{true};
  const auto cancelled = take_metrics(folder_, session_, &cancel);
  ASSERT_FALSE(cancelled);
  EXPECT_EQ(cancelled.error().kind, ErrorKind::kCancelled);
  EXPECT_FALSE(fs::exists(file_));
}

}  // namespace
}  // namespace gladi
