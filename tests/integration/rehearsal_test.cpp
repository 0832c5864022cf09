// A whole take without a window: real feeds, real encoders, a real library folder.
#include "studio/rehearsal/rehearsal.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "encoder/base/clock.h"
#include "encoder/base/platform.h"
#include "studio/catalogue/catalogue_file.h"
#include "studio/session/journal.h"
#include "studio/session/session_file.h"
#include "tests/support/command.h"
#include "tests/support/flash_beep.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

namespace fs = std::filesystem;

class RehearsalTest : public testing::Test {
 protected:
  void SetUp() override {
    auto library = Library::open(folder_ / "library");
    ASSERT_TRUE(library) << library.error().english();
    library_ = std::move(*library);
    auto loaded = load_catalogue(fs::path(GLADI_SOURCE_DIR) / "assets/catalogues/batik-ecoprint");
    ASSERT_TRUE(loaded) << loaded.error().english();
    plan_.catalogue = loaded->catalogue;
    plan_.rundown = loaded->rundown;
    const auto person = library_->people().add("Siti Aminah", {});
    ASSERT_TRUE(person) << person.error().english();
    plan_.person = *person;
  }

  std::unique_ptr<Stage> test_stage(const std::string& canvas = "720x1280@30") {
    SourceOptions options;
    options.camera = *parse_camera_spec("test");
    options.microphone = *parse_microphone_spec("test");
    options.canvas = *parse_canvas(canvas);
    return Stage::open(options, clock_);
  }

  std::unique_ptr<Rehearsal> prepared(Stage& stage) {
    auto rehearsal = Rehearsal::prepare(plan_, stage, *library_, clock_);
    EXPECT_TRUE(rehearsal) << rehearsal.error().english();
    return rehearsal ? std::move(*rehearsal) : nullptr;
  }

  void run_for(Rehearsal& rehearsal, int ms) {
    const MediaTime until = clock_.now() + MediaTime::from_ms(ms);
    while (clock_.now() < until) {
      rehearsal.tick();
      clock_.sleep_until(clock_.now() + MediaTime::from_ms(50));
    }
  }

  MonotonicClock clock_;
  test::TempFolder folder_;
  std::unique_ptr<Library> library_;
  TakePlan plan_;
};

TEST_F(RehearsalTest, LooksAtTheCameraNowAndThenAndNotesWhatItSees) {
  const auto stage = test_stage();
  stage->look_with(fs::path(GLADI_SOURCE_DIR) / "assets/models/blazeface-256.onnx");
  EXPECT_FALSE(stage->face_problem());
  auto rehearsal = prepared(*stage);
  ASSERT_TRUE(rehearsal);
  rehearsal->begin();
  const auto looks = [&] {
    int count = 0;
    const auto journal = read_journal(rehearsal->session_folder());
    for (const TakeEvent& event : journal ? journal->events : std::vector<TakeEvent>()) {
      const auto* seen = std::get_if<PictureSeen>(&event.what);
      if (seen == nullptr) continue;
      ++count;
      EXPECT_EQ(seen->sample.faces, 0);
      EXPECT_GE(event.at.ns, 0);
    }
    return count;
  };
  while (looks() < 3 && rehearsal->state().elapsed < MediaTime::from_ms(60'000)) run_for(*rehearsal, 300);
  EXPECT_GE(looks(), 3);
  const auto stopped = rehearsal->stop();
  ASSERT_TRUE(stopped) << stopped.error().english();
  EXPECT_EQ(load_session(*stopped)->state, SessionState::kStopped);
}

TEST_F(RehearsalTest, RecordsWhatItShowsWithSoundAndPictureTogether) {
  const auto stage = test_stage();
  auto rehearsal = prepared(*stage);
  ASSERT_TRUE(rehearsal);
  rehearsal->begin();
  run_for(*rehearsal, 2000);
  rehearsal->next_segment();
  run_for(*rehearsal, 2000);
  rehearsal->set_marker("harga");
  run_for(*rehearsal, 6500);
  EXPECT_EQ(rehearsal->state().segment, 1);
  ASSERT_NE(rehearsal->state().product, nullptr);
  EXPECT_FALSE(rehearsal->state().problem);
  const auto stopped = rehearsal->stop();
  ASSERT_TRUE(stopped) << stopped.error().english();

  // Reviewable at once: the part file plays, and the session says what it is.
  const auto session = load_session(*stopped);
  ASSERT_TRUE(session) << session.error().english();
  EXPECT_EQ(session->state, SessionState::kStopped);
  EXPECT_NEAR(session->duration.seconds(), 10.5, 0.4);
  const auto part = *stopped / part_file_name(session->parts.front().file);
  const auto sync = test::find_flashes_and_beeps(part);
  EXPECT_EQ(sync.problem, "");
  const auto offsets = test::sound_minus_picture_ms(sync);
  ASSERT_GE(offsets.size(), 9u);
  EXPECT_GE(test::median(offsets), -5.0);  // sound leads by 5 ms at most
  EXPECT_LE(test::median(offsets), 15.0);  // and lags by 15 ms at most
  for (const double offset : offsets) EXPECT_LE(std::abs(offset), 15.0 + 33.4);

  // The certificate says what somebody who looks at the file finds.
  ASSERT_TRUE(session->sync);
  EXPECT_NEAR(session->sync->mean_offset.seconds() * 1000, test::median(offsets), 10);
  EXPECT_GE(abs(session->sync->worst_offset), abs(session->sync->mean_offset));
  EXPECT_NEAR(static_cast<double>(session->counters.camera_frames), 315, 20);

  const auto finished = finish_session(*stopped);
  ASSERT_TRUE(finished) << finished.error().english();
  EXPECT_EQ(finished->state, SessionState::kReady);
  ASSERT_TRUE(finished->loudness);
  EXPECT_GT(finished->loudness->true_peak_dbtp, finished->loudness->integrated_lufs);
  const auto probed = test::ffprobe_json(*stopped / "take.mp4");
  ASSERT_EQ(probed["chapters"].size(), 2u);
  const auto video = test::stream_of_type(probed, "video");
  EXPECT_EQ(video["codec_name"], "h264");
  EXPECT_EQ(video["width"], 720);
  EXPECT_EQ(video["height"], 1280);
  EXPECT_EQ(video["r_frame_rate"], "30/1");
  EXPECT_EQ(video["color_space"], "bt709");
  EXPECT_EQ(video["color_range"], "tv");
  EXPECT_EQ(video["has_b_frames"], 0);
  EXPECT_EQ(test::stream_of_type(probed, "audio")["sample_rate"], "48000");
  EXPECT_TRUE(fs::exists(*stopped / "cache/thumbnail.jpg"));
  EXPECT_FALSE(fs::exists(part));
}

TEST_F(RehearsalTest, WritesAJournalThatTellsWhatRan) {
  const auto stage = test_stage("320x568@30");
  auto rehearsal = prepared(*stage);
  ASSERT_TRUE(rehearsal);
  rehearsal->begin();
  run_for(*rehearsal, 600);
  rehearsal->show_product(2);
  run_for(*rehearsal, 600);
  rehearsal->next_layout();
  rehearsal->set_marker("bagus");
  const auto stopped = rehearsal->stop();
  ASSERT_TRUE(stopped) << stopped.error().english();

  const auto journal = read_journal(*stopped);
  ASSERT_TRUE(journal) << journal.error().english();
  const auto session = load_session(*stopped);
  ASSERT_TRUE(session);
  const auto segments = segments_as_run(journal->events, session->duration);
  ASSERT_EQ(segments.size(), 2u);
  EXPECT_EQ(segments[0].segment, 0);
  EXPECT_EQ(segments[1].product_id, plan_.catalogue.products[1].id);
  EXPECT_NEAR(segments[1].start.seconds(), 0.6, 0.3);
  const auto has = [&](auto sample) {
    return std::any_of(journal->events.begin(), journal->events.end(), [&](const TakeEvent& event) {
      return std::holds_alternative<decltype(sample)>(event.what);
    });
  };
  EXPECT_TRUE(has(TakeStarted{}));
  EXPECT_TRUE(has(MarkerSet{}));
  EXPECT_TRUE(has(LayoutChanged{}));
  EXPECT_TRUE(has(TakeEnded{}));
}

TEST_F(RehearsalTest, NotesInTheJournalWhereSoundIsMissing) {
  SourceOptions silent;
  silent.camera = *parse_camera_spec("test");
  silent.microphone = *parse_microphone_spec("none");
  silent.canvas = *parse_canvas("320x568@30");
  const auto stage = Stage::open(silent, clock_);
  auto rehearsal = prepared(*stage);
  ASSERT_TRUE(rehearsal);
  rehearsal->begin();
  run_for(*rehearsal, 1200);
  const auto stopped = rehearsal->stop();
  ASSERT_TRUE(stopped) << stopped.error().english();
  const auto journal = read_journal(*stopped);
  ASSERT_TRUE(journal);
  std::vector<Gap> gaps;
  for (const TakeEvent& event : journal->events) {
    if (const auto* gap = std::get_if<Gap>(&event.what)) gaps.push_back(*gap);
  }
  ASSERT_EQ(gaps.size(), 1u);
  EXPECT_EQ(gaps[0].track, "microphone");
  EXPECT_EQ(gaps[0].reason, "nothing_came");
  EXPECT_NEAR(gaps[0].length.seconds(), load_session(*stopped)->duration.seconds(), 0.1);
}

TEST_F(RehearsalTest, LeavesNothingBehindWhenTheCountdownIsCancelled) {
  const auto stage = test_stage("320x568@30");
  auto rehearsal = prepared(*stage);
  ASSERT_TRUE(rehearsal);
  EXPECT_TRUE(fs::exists(rehearsal->session_folder()));
  rehearsal.reset();
  EXPECT_TRUE(fs::is_empty(folder_ / "library/sessions"));
}

TEST_F(RehearsalTest, IsStoppedWholeWhenItsOwnerGoesAway) {
  const auto stage = test_stage("320x568@30");
  auto rehearsal = prepared(*stage);
  ASSERT_TRUE(rehearsal);
  rehearsal->begin();
  run_for(*rehearsal, 1200);
  const fs::path folder = rehearsal->session_folder();
  rehearsal.reset();
  const auto session = load_session(folder);
  ASSERT_TRUE(session) << session.error().english();
  EXPECT_EQ(session->state, SessionState::kStopped);
  EXPECT_TRUE(finish_session(folder));
}

TEST_F(RehearsalTest, RecordsTwoTakesFromOneStage) {
  const auto stage = test_stage("320x568@30");
  for (int take = 0; take < 2; ++take) {
    auto rehearsal = prepared(*stage);
    ASSERT_TRUE(rehearsal);
    rehearsal->begin();
    run_for(*rehearsal, 1200);
    const auto stopped = rehearsal->stop();
    ASSERT_TRUE(stopped) << stopped.error().english();
    EXPECT_NEAR(load_session(*stopped)->duration.seconds(), 1.2, 0.3);
  }
  EXPECT_EQ(library_->takes().size(), 2u);
}

TEST_F(RehearsalTest, SaysWhyItCannotBeginWhereNothingCanBeWritten) {
  const auto stage = test_stage("320x568@30");
  fs::remove_all(folder_ / "library/sessions");
  ASSERT_TRUE(platform::write_file_atomically(folder_ / "library/sessions", "a file in the way"));
  const auto refused = Rehearsal::prepare(plan_, *stage, *library_, clock_);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().english().find("sessions"), std::string::npos);
}

}  // namespace
}  // namespace gladi
