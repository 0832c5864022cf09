// Takes on a computer that can't keep up: an encoder that is too slow for what it gets.
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "studio/rehearsal/rehearsal.h"
#include "studio/session/journal.h"
#include "studio/session/session_file.h"
#include "tests/support/command.h"
#include "tests/support/faulty_encoder.h"
#include "tests/support/flash_beep.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

class OverloadTest : public testing::Test {
 protected:
  void SetUp() override {
    auto library = Library::open(folder_ / "library");
    ASSERT_TRUE(library) << library.error().english();
    library_ = std::move(*library);
    SourceOptions options;
    options.camera = *parse_camera_spec("test");
    options.microphone = *parse_microphone_spec("test");
    options.canvas = *parse_canvas("320x568@30");
    stage_ = Stage::open(options, clock_);
    stage_->look_with(GLADI_SOURCE_DIR "/assets/models/blazeface-256.onnx");
    plan_.person = *library_->people().add("Siti Aminah", {});
  }

  // Records until `enough` (or too long), with the journal and session.json of the take in `events_`.
  template <class Enough>
  void record(Enough&& enough) {
    auto prepared = Rehearsal::prepare(plan_, *stage_, *library_, clock_);
    ASSERT_TRUE(prepared) << prepared.error().english();
    Rehearsal& rehearsal = **prepared;
    rehearsal.begin();
    while (!enough(rehearsal.state()) && rehearsal.state().elapsed < MediaTime::from_ms(60'000)) {
      rehearsal.tick();
      clock_.sleep_until(clock_.now() + MediaTime::from_ms(30));
    }
    ASSERT_TRUE(enough(rehearsal.state()));
    const auto stopped = rehearsal.stop();
    ASSERT_TRUE(stopped) << stopped.error().english();
    take_ = *stopped;
    events_ = read_journal(take_)->events;
    session_ = *load_session(take_);
  }

  std::vector<std::string> steps() const {
    std::vector<std::string> found;
    for (const TakeEvent& event : events_) {
      if (const auto* overloaded = std::get_if<Overloaded>(&event.what)) found.push_back(overloaded->step);
    }
    return found;
  }

  MonotonicClock clock_;
  test::TempFolder folder_;
  std::unique_ptr<Library> library_;
  std::unique_ptr<Stage> stage_;
  TakePlan plan_;
  std::filesystem::path take_;
  std::vector<TakeEvent> events_;
  Session session_;
};

TEST_F(OverloadTest, GivesWayStepByStepAndKeepsTheRateAndTheSound) {
  plan_.video_encoder = test::slowed_by(90);
  std::optional<MediaTime> at_the_end;
  record([&](const RehearsalState& state) {
    if (state.overload == OverloadStep::kPictures && !at_the_end) at_the_end = state.elapsed;
    return at_the_end && state.elapsed > *at_the_end + MediaTime::from_ms(3000);
  });
  EXPECT_EQ(steps(), (std::vector<std::string>{"preview", "overlays", "pictures"}));
  // Nobody looks at the camera any more, but for the look that had begun.
  const auto first_step = std::find_if(events_.begin(), events_.end(), [](const TakeEvent& event) {
    return std::holds_alternative<Overloaded>(event.what);
  });
  EXPECT_LE(
      std::count_if(first_step, events_.end(),
                    [](const TakeEvent& event) { return std::holds_alternative<PictureSeen>(event.what); }),
      1);
  EXPECT_GT(session_.counters.repeated_encoder, 0);

  // Each frame of the program is in the file, at a constant rate, whatever its picture shows.
  const auto file = take_ / part_file_name(session_.parts.front().file);
  const auto packets = test::ffprobe_json(file, {"-show_packets", "-select_streams", "v"})["packets"];
  EXPECT_EQ(static_cast<int64_t>(packets.size()), session_.counters.frames);
  for (size_t n = 0; n < packets.size(); ++n) {
    ASSERT_NEAR(std::stod(packets[n]["pts_time"].get<std::string>()), static_cast<double>(n) / 30, 1e-4) << n;
  }
  // The sound has no hole: a beep each second, where it belongs.
  const test::FlashesAndBeeps found = test::find_flashes_and_beeps(file);
  EXPECT_EQ(session_.counters.dropped_blocks, 0);
  ASSERT_GE(found.beeps.size(), 5U) << session_.duration.seconds() << " s";
  for (size_t i = 1; i < found.beeps.size(); ++i) {
    EXPECT_NEAR((found.beeps[i] - found.beeps[i - 1]).seconds(), 1, 0.005) << i;
  }
  EXPECT_NEAR(static_cast<double>(found.audio_samples) / 48'000, session_.duration.seconds(), 0.1);
}

TEST_F(OverloadTest, TheNextTakeBeginsWithEverythingAgain) {
  plan_.video_encoder = test::slowed_by(90);
  record([](const RehearsalState& state) { return state.overload == OverloadStep::kPictures; });
  EXPECT_GT(stage_->program().counters().frames, 0);
  plan_.video_encoder = {};
  record([](const RehearsalState& state) { return state.elapsed > MediaTime::from_ms(1500); });
  EXPECT_EQ(stage_->program().counters().repeated_overload, 0);
}

TEST_F(OverloadTest, ATakeGoesOnInSoftwareWhereItsEncoderFails) {
  plan_.encoder = default_encoder_settings(stage_->canvas());
  plan_.encoder->video_encoder = "h264_vaapi";
  plan_.video_encoder = test::failing_after(100, "h264_vaapi");
  std::optional<MediaTime> replaced_at;
  bool looked_stopped = false;
  record([&](const RehearsalState& state) {
    if (state.encoder_replaced && !replaced_at) replaced_at = state.elapsed;
    looked_stopped = looked_stopped || (state.problem && !state.going_on);
    return replaced_at && state.elapsed > *replaced_at + MediaTime::from_ms(3000);
  });
  EXPECT_FALSE(looked_stopped);
  ASSERT_EQ(session_.parts.size(), 2U);
  EXPECT_NE(session_.parts[0].encoder.find("h264_vaapi"), std::string::npos);
  EXPECT_EQ(session_.parts[1].encoder, describe(default_encoder_settings(stage_->canvas())));
  // Nothing is missing between them: what the first had not made safe is in the second.
  EXPECT_NEAR((session_.parts[0].start + session_.parts[0].duration).seconds(),
              session_.parts[1].start.seconds(), 0.001);
  EXPECT_NEAR(session_.parts[1].start.seconds() + session_.parts[1].duration.seconds(),
              session_.duration.seconds(), 0.1);
  const auto replaced = std::find_if(events_.begin(), events_.end(), [](const TakeEvent& event) {
    return std::holds_alternative<EncoderReplaced>(event.what);
  });
  ASSERT_NE(replaced, events_.end());
  EXPECT_NE(std::get<EncoderReplaced>(replaced->what).failed.find("h264_vaapi"), std::string::npos);
  // The second file plays, and begins with a picture and sound of its own.
  const auto second = test::ffprobe_json(take_ / part_file_name(session_.parts[1].file), {"-count_frames"});
  EXPECT_GE(std::stoi(test::stream_of_type(second, "video")["nb_read_frames"].get<std::string>()), 60);
  EXPECT_FALSE(test::stream_of_type(second, "audio").is_null());
  const auto finished = finish_session(take_);
  ASSERT_TRUE(finished) << finished.error().english();
  EXPECT_EQ(finished->state, SessionState::kReady);
}

}  // namespace
}  // namespace gladi
