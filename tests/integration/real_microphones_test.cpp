// Real sound cards are pulled in the middle of a take, as tests/rig/device-loss.sh does on an emulated
// machine: another microphone is offered and taken, the list of microphones follows, and the take doesn't
// notice that it is asked for.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <thread>

#include "studio/catalogue/catalogue_file.h"
#include "studio/rehearsal/rehearsal.h"
#include "studio/session/journal.h"
#include "studio/session/session_file.h"
#include "tests/support/command.h"
#include "tests/support/temp_folder.h"
#include "tests/support/wait.h"

namespace gladi {
namespace {

namespace fs = std::filesystem;

std::string set_to(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr ? value : "";
}

class RealMicrophones : public testing::Test {
 protected:
  void SetUp() override {
    if (first_.empty()) GTEST_SKIP() << "run by tests/rig/device-loss.sh";
    auto library = Library::open(folder_ / "library");
    ASSERT_TRUE(library) << library.error().english();
    library_ = std::move(*library);
    const auto loaded = load_catalogue(fs::path(set_to("GLADI_ASSETS")) / "catalogues/batik-ecoprint");
    ASSERT_TRUE(loaded) << loaded.error().english();
    TakePlan plan;
    plan.catalogue = loaded->catalogue;
    plan.rundown = loaded->rundown;
    plan.person = *library_->people().add("Siti Aminah", {});
    SourceOptions options;
    options.camera = *parse_camera_spec("test");
    options.microphone = *parse_microphone_spec("portaudio:" + first_);
    options.canvas = *parse_canvas("192x336@10");
    stage_ = Stage::open(options, clock_);
    ASSERT_FALSE(stage_->sources().microphone_problem()) << stage_->sources().microphone_problem()->english();
    ASSERT_TRUE(test::wait_for([&] { return stage_->sound().level().peak_dbfs > -20; }))
        << "the tone is heard";
    auto prepared = Rehearsal::prepare(std::move(plan), *stage_, *library_, clock_);
    ASSERT_TRUE(prepared) << prepared.error().english();
    rehearsal_ = std::move(*prepared);
    rehearsal_->begin();
    ASSERT_TRUE(recorded(10));
  }

  // The emulated machine is slow: it is given several times what a real one needs.
  template <class Condition>
  bool tick_until(Condition&& condition) {
    for (int turn = 0; turn < 5; ++turn) {
      const bool done = test::wait_for([&] {
        rehearsal_->tick();
        clock_.sleep_until(clock_.now() + MediaTime::from_ms(50));
        return condition(rehearsal_->state());
      });
      if (done) return true;
    }
    return false;
  }
  bool recorded(int64_t more) {
    rehearsal_->tick();
    return tick_until(
        [end = rehearsal_->state().frames + more](const auto& state) { return state.frames >= end; });
  }
  bool heard_again() {
    return tick_until(
        [](const auto& state) { return !state.devices.microphone.lost && state.level.peak_dbfs > -20; });
  }
  bool listed(const std::string& name) {
    const auto all = list_microphones();
    return std::any_of(all.begin(), all.end(), [&](const auto& device) { return device.name == name; });
  }
  // A card goes only once nobody holds it open: in the background.
  static void run(const char* variable) {
    std::thread([command = set_to(variable)] { test::run_command({"sh", "-c", command}); }).detach();
  }

  // The take is whole, and silent for as long as the journal says.
  void expect_whole_take() {
    const auto stopped = rehearsal_->stop();
    ASSERT_TRUE(stopped) << stopped.error().english();
    const auto session = load_session(*stopped);
    ASSERT_TRUE(session);
    ASSERT_EQ(session->parts.size(), 1U);
    const auto probed =
        test::ffprobe_json(*stopped / part_file_name(session->parts.front().file), {"-count_packets"});
    const auto video = test::stream_of_type(probed, "video");
    const auto sound = test::stream_of_type(probed, "audio");
    EXPECT_EQ(std::stoll(video["nb_read_packets"].get<std::string>()), session->counters.frames);
    EXPECT_NEAR(std::stod(sound["nb_read_packets"].get<std::string>()) * 1024 / 48'000,
                session->duration.seconds(), 0.1);
    const auto journal = read_journal(*stopped);
    ASSERT_TRUE(journal);
    MediaTime missing;
    for (const TakeEvent& event : journal->events) {
      const auto* gap = std::get_if<Gap>(&event.what);
      if (gap && gap->track == "microphone" && gap->reason != "overlap") missing += gap->length;
    }
    EXPECT_GT(missing, MediaTime::from_ms(500));
    EXPECT_NEAR(static_cast<double>(session->counters.sound_silence_ms), missing.seconds() * 1000, 50);
  }

  const std::string first_ = set_to("GLADI_REAL_MICROPHONE");
  const std::string other_ = set_to("GLADI_OTHER_MICROPHONE");
  MonotonicClock clock_;
  test::TempFolder folder_;
  std::unique_ptr<Library> library_;
  std::unique_ptr<Stage> stage_;
  std::unique_ptr<Rehearsal> rehearsal_;
};

TEST_F(RealMicrophones, TheFirstOneIsBackByItself) {
  EXPECT_TRUE(listed(first_));
  run("GLADI_MICROPHONE_OFF");
  ASSERT_TRUE(tick_until([](const auto& state) { return state.devices.microphone.lost; }));
  EXPECT_FALSE(rehearsal_->state().devices.microphone.reason.english().empty());
  EXPECT_TRUE(tick_until([&](const auto&) { return !listed(first_); })) << "the list follows";
  EXPECT_TRUE(listed(other_));
  ASSERT_TRUE(recorded(10)) << "the take goes on";
  run("GLADI_MICROPHONE_ON");
  ASSERT_TRUE(tick_until([&](const auto&) { return listed(first_); })) << "the list follows";
  ASSERT_TRUE(heard_again());
  EXPECT_EQ(stage_->sources().microphone()->name(), first_);
  ASSERT_TRUE(recorded(10));
  expect_whole_take();
}

TEST_F(RealMicrophones, AnotherOneIsOfferedAndTakesOverAndTheFirstCanBeTakenAgain) {
  run("GLADI_MICROPHONE_OFF");
  ASSERT_TRUE(tick_until([](const auto& state) { return state.devices.microphone.lost; }));
  const auto others = stage_->sources().other_microphones();
  const auto other =
      std::find_if(others.begin(), others.end(), [&](const auto& device) { return device.name == other_; });
  ASSERT_NE(other, others.end());
  ASSERT_TRUE(stage_->sources().use_microphone(other->spec));
  ASSERT_TRUE(tick_until([&](const auto& state) {
    return !state.devices.microphone.lost && stage_->sources().microphone()->name() == other_;
  }));
  ASSERT_TRUE(tick_until([&](const auto&) { return !listed(first_); })) << "nobody holds it any more, it can go";
  ASSERT_TRUE(recorded(10));
  run("GLADI_MICROPHONE_ON");
  ASSERT_TRUE(tick_until([&](const auto&) { return listed(first_); }));
  EXPECT_EQ(stage_->sources().microphone()->name(), other_) << "nobody has asked for the first one";
  const auto again = stage_->sources().other_microphones();
  const auto first =
      std::find_if(again.begin(), again.end(), [&](const auto& device) { return device.name == first_; });
  ASSERT_NE(first, again.end());
  ASSERT_TRUE(stage_->sources().use_microphone(first->spec));
  ASSERT_TRUE(heard_again());
  EXPECT_EQ(stage_->sources().microphone()->name(), first_);
  expect_whole_take();
}

TEST_F(RealMicrophones, AskingForTheListAgainAndAgainCostsTheTakeNoSound) {
  const SoundCounters before = stage_->sound().counters();
  std::atomic<bool> done = false;
  std::thread asking([&] {
    while (!done) EXPECT_TRUE(listed(first_));
  });
  EXPECT_TRUE(recorded(30));
  done = true;
  asking.join();
  const SoundCounters after = stage_->sound().counters();
  EXPECT_EQ(after.dropped_blocks, before.dropped_blocks);
  EXPECT_FALSE(rehearsal_->state().devices.microphone.lost);
  EXPECT_EQ(stage_->sources().microphone()->outages()->newest_number(), 0);
  ASSERT_TRUE(rehearsal_->stop());
}

}  // namespace
}  // namespace gladi
