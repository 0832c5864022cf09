#include "studio/library/measure_desk.h"

#include <gtest/gtest.h>

#include <future>

#include "studio/coaching/metrics_json.h"
#include "studio/coaching/take_metrics.h"
#include "studio/review/take_facts.h"
#include "studio/session/session_file.h"
#include "tests/support/media_files.h"
#include "tests/support/samples.h"
#include "tests/support/speech_corpus.h"
#include "tests/support/temp_folder.h"
#include "tests/support/wait.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

class MeasureDeskTest : public ::testing::Test {
 protected:
  // Speech as a take has it, made once for all tests.
  static fs::path recording() {
    static const test::TempFolder kept;
    const fs::path file = kept.path() / "take.mp4";
    if (fs::exists(file)) return file;
    const auto sound = kept.path() / "sound.wav";
    test::write_wav(sound.string(), test::short_take(test::CorpusPart::kJudging, 32).samples);
    test::make_media(file, {"-i", sound.string(), "-c:a", "aac", "-ac", "2"});
    return file;
  }
  fs::path take(const std::string& name, SessionState state = SessionState::kReady) {
    session_ = test::sample_session();
    session_.state = state;
    session_.parts = {{"take.mp4", {}, MediaTime::from_ms(32'000), true, "", {}}};
    fs::path folder = test::write_sample_session(temp_.path(), name, session_);
    fs::copy_file(recording(), folder / "take.mp4");
    return folder;
  }
  bool kept(const fs::path& folder) { return fs::exists(folder / "metrics.json"); }

  test::TempFolder temp_;
  Session session_;
  BackgroundWorker worker_;
};

TEST_F(MeasureDeskTest, LooksAtAVideoFromElsewhereToo) {
  const fs::path folder = take("phone");
  fs::remove(folder / "take.mp4");
  test::make_media(
      folder / "take.mp4",
      {"-f", "lavfi", "-i", "testsrc2=s=180x320:r=10:d=32", "-i", recording().string(), "-map", "0:v", "-map",
       "1:a", "-shortest", "-c:v", "libx264", "-preset", "ultrafast", "-g", "20", "-c:a", "copy"});
  session_.imported_from = "phone.mp4";
  session_.duration = MediaTime::from_ms(32'000);
  test::write_text(folder / "journal.jsonl", "{\"at_ns\":0,\"type\":\"take_started\"}\n");
  ASSERT_TRUE(save_session(folder, session_));
  MeasureDesk desk(worker_, {}, GLADI_SOURCE_DIR "/assets/models/blazeface-256.onnx");
  desk.measure(folder);
  worker_.finish_all();
  EXPECT_TRUE(kept(folder));
  const TakeFacts facts = facts_of_take(folder, session_, {});
  EXPECT_TRUE(facts.sound);
  ASSERT_TRUE(facts.picture);
  EXPECT_EQ(facts.picture->face_share(), 0);
}

TEST_F(MeasureDeskTest, MeasuresATakeOnceAndItsFactsTellTheSound) {
  const fs::path folder = take("one");
  EXPECT_FALSE(facts_of_take(folder, session_, {}).sound);
  MeasureDesk desk(worker_);
  worker_.pause(true);
  desk.measure(folder);
  desk.measure(folder, MeasureDesk::Urgency::kSomeTime);
  EXPECT_EQ(desk.left(), 1u);
  EXPECT_EQ(desk.progress(folder), 0);
  EXPECT_EQ(worker_.progress().size(), 1u);
  worker_.finish_all();
  EXPECT_EQ(desk.left(), 0u);
  EXPECT_FALSE(desk.progress(folder));
  EXPECT_EQ(desk.ended(), 1);
  const TakeFacts facts = facts_of_take(folder, session_, {});
  ASSERT_TRUE(facts.sound);
  EXPECT_GT(facts.sound->syllables, 60);
  ASSERT_TRUE(desk.result(folder));
  EXPECT_EQ(to_json(*desk.result(folder)), to_json(*facts.sound));
  desk.measure(folder);
  EXPECT_EQ(desk.left(), 0u) << "it is known";
}

TEST_F(MeasureDeskTest, MeasuresAgainWhatOlderAnalysersKept) {
  const fs::path folder = take("old");
  ASSERT_TRUE(save_metrics(folder, session_, SoundMetrics{}));
  json_file::Json json = json_file::Json::parse(test::read_text(folder / "metrics.json"));
  json["analyser_version"] = SoundMetrics::kAnalyserVersion - 1;
  test::write_text(folder / "metrics.json", json.dump());
  MeasureDesk desk(worker_);
  desk.measure(folder);
  worker_.finish_all();
  const auto again = load_metrics(folder, session_);
  ASSERT_TRUE(again) << again.error().english();
  EXPECT_GT(again->syllables, 60);
}

// What a take that begins breaks off is begun anew when it is over.
TEST_F(MeasureDeskTest, RestsForATakeAndGoesOnAfterIt) {
  const fs::path folder = take("one"), other = take("two");
  MeasureDesk desk(worker_);
  worker_.pause(true);
  desk.measure(folder);
  desk.measure(other);
  desk.rest();
  // Nothing is measured of what was broken off: it only comes back into the row.
  std::promise<void> reached;
  worker_.add(BackgroundWorker::Priority::kLow, Message("Test"), [&](JobControl&) {
    reached.set_value();
    return BackgroundWorker::Publish();
  });
  worker_.pause(false);
  reached.get_future().wait();
  EXPECT_FALSE(kept(folder));
  EXPECT_FALSE(kept(other));
  worker_.pause(true);
  worker_.publish_finished();
  EXPECT_EQ(desk.ended(), 0);
  EXPECT_EQ(desk.left(), 2u);
  worker_.finish_all();
  EXPECT_TRUE(kept(folder));
  EXPECT_TRUE(kept(other));
  EXPECT_EQ(desk.ended(), 2);
}

TEST_F(MeasureDeskTest, LeavesTakesAloneThatAreNotFinal) {
  const fs::path folder = take("running", SessionState::kStopped);
  EXPECT_FALSE(MeasureDesk::can_measure(session_));
  MeasureDesk desk(worker_);
  desk.measure(folder);
  worker_.finish_all();
  EXPECT_FALSE(kept(folder));
  EXPECT_FALSE(desk.result(folder));
  // Once it is final it is measured.
  session_.state = SessionState::kReady;
  test::write_sample_session(temp_.path(), "running", session_);
  desk.measure(folder);
  worker_.finish_all();
  EXPECT_TRUE(kept(folder));
}

TEST_F(MeasureDeskTest, TriesWhatCannotBeReadOnce) {
  const fs::path folder = take("broken");
  test::write_text(folder / "take.mp4", "no film");
  MeasureDesk desk(worker_);
  desk.measure(folder);
  worker_.finish_all();
  EXPECT_EQ(desk.ended(), 1);
  EXPECT_FALSE(desk.result(folder));
  desk.measure(folder);
  EXPECT_EQ(desk.left(), 0u);
}

TEST_F(MeasureDeskTest, MeasuresNothingWhereItMayNotWrite) {
  bool allowed = false;
  MeasureDesk desk(worker_, [&allowed] { return allowed; });
  const fs::path folder = take("one");
  desk.measure(folder);
  EXPECT_EQ(desk.left(), 0u);
  allowed = true;
  desk.measure(folder);
  EXPECT_EQ(desk.left(), 1u);
  worker_.finish_all();
  EXPECT_TRUE(kept(folder));
}

// A take of twenty minutes is worked on for seconds: it is broken off in the middle.
TEST_F(MeasureDeskTest, BreaksOffWhatRunsForATakeAndWhenTheProgramEnds) {
  const fs::path folder = take("long");
  fs::remove(folder / "take.mp4");
  test::make_media(folder / "take.mp4", {"-stream_loop", "40", "-i", recording().string(), "-c", "copy"});
  {
    BackgroundWorker worker;
    MeasureDesk desk(worker);
    desk.measure(folder);
    const auto runs = [&] { return desk.progress(folder).value_or(0) > 0; };
    ASSERT_TRUE(test::wait_for(runs));
    worker.pause(true);
    desk.rest();
    ASSERT_TRUE(test::wait_for([&] { return worker.progress().empty(); }));
    worker.publish_finished();
    EXPECT_EQ(desk.progress(folder), 0) << "it waits again";
    EXPECT_EQ(desk.ended(), 0);
    worker.pause(false);
    ASSERT_TRUE(test::wait_for(runs));
  }
  EXPECT_FALSE(kept(folder));
}

}  // namespace
}  // namespace gladi
