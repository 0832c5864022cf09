// Cables are pulled in the middle of a take: what is in the file and in the journal afterwards. The camera is
// a fake, the microphone is PulseAudio's (run by support/with-sound.sh), the files are real.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <thread>

#include "studio/catalogue/catalogue_file.h"
#include "studio/rehearsal/rehearsal.h"
#include "studio/session/journal.h"
#include "studio/session/session_file.h"
#include "tests/support/command.h"
#include "tests/support/fake_devices.h"
#include "tests/support/flash_beep.h"
#include "tests/support/media_files.h"
#include "tests/support/temp_folder.h"
#include "tests/support/wait.h"

namespace gladi {
namespace {

namespace fs = std::filesystem;
using test::wait_for;

constexpr const char* kMicrophone = "gladi_lost_mic";
constexpr const char* kOther = "gladi_other_mic";

// A camera on a cable, the computer's own microphones.
class HalfFake final : public CaptureDevices {
 public:
  Result<std::shared_ptr<PictureSource>> open_camera(const std::string& name, const Canvas& canvas,
                                                     FrameSelector& frames, Clock& clock) override {
    return fake_.open_camera(name, canvas, frames, clock);
  }
  Result<std::unique_ptr<SoundSource>> open_microphone(const std::string& name, SoundRing& ring,
                                                       Clock& clock) override {
    return real_->open_microphone(name, ring, clock);
  }
  std::vector<MicrophoneDevice> list_microphones() override { return real_->list_microphones(); }
  test::FakeCamera& camera() { return fake_.camera(); }

 private:
  test::FakeDevices fake_;
  const std::shared_ptr<CaptureDevices> real_ = CaptureDevices::of_this_computer();
};

std::string pactl(const std::vector<std::string>& arguments) {
  std::vector<std::string> command{"pactl"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  const auto done = test::run_command(command);
  EXPECT_EQ(done.exit_code, 0) << done.err;
  return done.out.substr(0, done.out.find('\n'));
}

// A microphone that hears what is played into the test's sink; returns the module's number.
std::string plug_in_microphone(const std::string& name) {
  return pactl({"load-module", "module-remap-source",
                std::string("master=") + std::getenv("GLADI_TEST_SINK") + ".monitor", "source_name=" + name,
                "source_properties=device.description=" + name});
}

// Runs COMMAND with $stream set to the take's stream on this source; false where none is recorded from it.
bool with_stream_on(const std::string& source, const std::string& command) {
  return test::run_command(
             {"sh", "-c",
              "source=$(pactl list short sources | awk -v n=\"$1\" '$2 == n {print $1}'); "
              "stream=$(pactl list short source-outputs | awk -v s=\"$source\" '$2 == s {print $1}'); "
              "[ -n \"$source\" ] && [ -n \"$stream\" ] && " +
                  command,
              "sh", source})
             .exit_code == 0;
}

class DeviceLossTest : public testing::Test {
 protected:
  void SetUp() override {
    if (std::getenv("GLADI_TEST_SINK") == nullptr) GTEST_SKIP() << "run by tests/support/with-sound.sh";
    auto library = Library::open(folder_ / "library");
    ASSERT_TRUE(library) << library.error().english();
    library_ = std::move(*library);
    auto loaded = load_catalogue(fs::path(GLADI_SOURCE_DIR) / "assets/catalogues/batik-ecoprint");
    ASSERT_TRUE(loaded) << loaded.error().english();
    plan_.catalogue = loaded->catalogue;
    plan_.rundown = loaded->rundown;
    plan_.person = *library_->people().add("Siti Aminah", {});
    module_ = plug_in_microphone(kMicrophone);
    const auto tone = folder_ / "tone.wav";
    test::make_media(tone, {"-f", "lavfi", "-i", "aevalsrc='0.4*sin(2*PI*440*t)':s=48000", "-t", "90"});
    player_ = std::thread([this, tone] {
      test::run_command({"sh", "-c", "echo $$ > \"$1\"; exec paplay -d \"$2\" \"$3\"", "sh",
                         player_pid_.string(), std::getenv("GLADI_TEST_SINK"), tone.string()});
    });
    open_stage();
  }

  void open_stage() {
    SourceOptions options;
    options.camera = *parse_camera_spec("v4l2:fake");
    options.microphone = *parse_microphone_spec(std::string("portaudio:pulse:") + kMicrophone);
    options.canvas = *parse_canvas("320x568@30");
    options.devices = devices_;
    stage_ = Stage::open(options, clock_);
    ASSERT_FALSE(stage_->sources().microphone_problem()) << stage_->sources().microphone_problem()->english();
    camera_ = std::thread([this] {
      for (int64_t n = 0; !done_; ++n) {
        devices_->camera().frame();
        clock_.sleep_until(clock_.now() + MediaTime::from_ms(33));
      }
    });
    ASSERT_TRUE(wait_for([&] { return stage_->sound().level().peak_dbfs > -20; })) << "the tone is heard";
  }

  ~DeviceLossTest() override {
    done_ = true;
    if (camera_.joinable()) camera_.join();
    stage_.reset();
    for (const std::string& module : {module_, other_module_}) {
      if (!module.empty()) test::run_command({"pactl", "unload-module", module});
    }
    if (player_.joinable()) {
      test::run_command({"sh", "-c", "kill $(cat " + player_pid_.string() + ")"});
      player_.join();
    }
  }

  void run_for(Rehearsal& rehearsal, int ms) {
    const MediaTime until = clock_.now() + MediaTime::from_ms(ms);
    while (clock_.now() < until) {
      rehearsal.tick();
      clock_.sleep_until(clock_.now() + MediaTime::from_ms(30));
    }
  }
  template <class Condition>
  bool tick_until(Rehearsal& rehearsal, Condition&& condition) {
    return wait_for([&] {
      rehearsal.tick();
      return condition(rehearsal.state());
    });
  }

  // Until the take has so many more frames that are no repeats of a machine that is late.
  void record_frames(Rehearsal& rehearsal, int count) {
    const auto own = [](const RehearsalState& state) { return state.frames - state.lost_frames; };
    rehearsal.tick();
    const int64_t before = own(rehearsal.state());
    ASSERT_TRUE(tick_until(rehearsal, [&](const auto& state) { return own(state) >= before + count; }));
  }

  MonotonicClock clock_;
  test::TempFolder folder_;
  std::unique_ptr<Library> library_;
  TakePlan plan_;
  std::shared_ptr<HalfFake> devices_ = std::make_shared<HalfFake>();
  std::unique_ptr<Stage> stage_;
  std::string module_, other_module_;
  const fs::path player_pid_ = folder_ / "player.pid";
  std::thread player_, camera_;
  std::atomic<bool> done_{false};
};

struct Silence {
  double from_s = 0, length_s = 0;
};

// The longest stretch without any sound, as the ffmpeg program decodes the file.
Silence longest_silence(const fs::path& file) {
  const auto decoded = test::run_command({"ffmpeg", "-v", "error", "-nostdin", "-i", file.string(), "-map",
                                          "0:a:0", "-ac", "1", "-ar", "48000", "-f", "f32le", "-"});
  EXPECT_EQ(decoded.exit_code, 0) << decoded.err;
  std::vector<float> samples(decoded.out.size() / sizeof(float));
  std::memcpy(samples.data(), decoded.out.data(), samples.size() * sizeof(float));
  Silence longest;
  size_t from = 0;
  for (size_t i = 0; i <= samples.size(); ++i) {
    if (i < samples.size() && std::abs(samples[i]) < 0.01F) continue;
    const double length_s = static_cast<double>(i - from) / 48'000;
    if (length_s > longest.length_s) longest = {static_cast<double>(from) / 48'000, length_s};
    from = i + 1;
  }
  return longest;
}

// What the journal tells of the longest gap of a track.
TakeEvent longest_gap(const fs::path& folder, const std::string& track) {
  TakeEvent longest{{}, Gap{}};
  const auto journal = read_journal(folder);
  EXPECT_TRUE(journal);
  for (const TakeEvent& event : journal->events) {
    const auto* gap = std::get_if<Gap>(&event.what);
    if (gap && gap->track == track && gap->length > std::get<Gap>(longest.what).length) longest = event;
  }
  return longest;
}

TEST_F(DeviceLossTest, TheTakeGoesOnWithASlateAndExactSilence) {
  auto prepared = Rehearsal::prepare(plan_, *stage_, *library_, clock_);
  ASSERT_TRUE(prepared) << prepared.error().english();
  Rehearsal& rehearsal = **prepared;
  rehearsal.begin();
  record_frames(rehearsal, 30);
  ASSERT_FALSE(rehearsal.state().devices.camera.lost);

  devices_->camera().unplug();
  ASSERT_TRUE(tick_until(rehearsal, [](const auto& state) { return state.devices.camera.lost; }));
  const ProgramCounters lost_from = stage_->program().counters();
  record_frames(rehearsal, 45);
  const ProgramCounters lost_to = stage_->program().counters();
  EXPECT_FALSE(rehearsal.state().devices.microphone.lost) << "the sound goes on";
  devices_->camera().plug_in("The same webcam on another port");
  ASSERT_TRUE(tick_until(rehearsal, [](const auto& state) { return !state.devices.camera.lost; }));
  record_frames(rehearsal, 30);

  pactl({"unload-module", module_});
  ASSERT_TRUE(tick_until(rehearsal, [](const auto& state) { return state.devices.microphone.lost; }));
  run_for(rehearsal, 1000);
  module_ = plug_in_microphone(kMicrophone);
  ASSERT_TRUE(tick_until(rehearsal, [](const auto& state) { return !state.devices.microphone.lost; }));
  run_for(rehearsal, 1500);
  const auto stopped = rehearsal.stop();
  ASSERT_TRUE(stopped) << stopped.error().english();

  // Each frame without the camera is accounted for as that, or as one more that the program was late for.
  EXPECT_EQ(lost_to.frames - lost_from.frames,
            lost_to.lost_camera - lost_from.lost_camera + lost_to.repeated_late - lost_from.repeated_late);
  EXPECT_GE(lost_to.lost_camera - lost_from.lost_camera, 45);

  const auto session = load_session(*stopped);
  ASSERT_TRUE(session) << session.error().english();
  const fs::path file = *stopped / part_file_name(session->parts.front().file);
  // A machine that is busy elsewhere may add hiccups of its own: the longest gap is the cable's.
  const TakeEvent camera_gap = longest_gap(*stopped, "camera");
  const TakeEvent sound_gap = longest_gap(*stopped, "microphone");
  const MediaTime camera_length = std::get<Gap>(camera_gap.what).length;
  const MediaTime sound_length = std::get<Gap>(sound_gap.what).length;
  EXPECT_EQ(std::get<Gap>(camera_gap.what).reason, "unplugged");

  // The picture: whole, white before and after the gap, the dark slate within.
  const auto seen = test::find_flashes_and_beeps(file, 120);
  EXPECT_EQ(seen.problem, "");
  EXPECT_EQ(seen.video_frames, session->counters.frames);
  EXPECT_NEAR(session->duration.seconds() * 30, static_cast<double>(seen.video_frames), 1);
  ASSERT_GE(seen.flashes.size(), 2U) << "the slate is seen";
  double nearest = 1e9;
  for (const MediaTime flash : seen.flashes) {
    nearest = std::min(nearest, std::abs(flash.seconds() - (camera_gap.at + camera_length).seconds()));
  }
  // Some frames, and what the program says itself that it was late.
  const double late_s = stage_->program().counters().worst_lateness.seconds() +
                        static_cast<double>(session->counters.repeated_encoder) / 30;
  EXPECT_LT(nearest, 0.2 + late_s);
  EXPECT_GT(camera_length, MediaTime::from_ms(1400)) << "45 frames and what passed before the loss was told";

  // The sound: silence of exactly the length that the journal tells.
  const Silence silence = longest_silence(file);
  EXPECT_GT(sound_length, MediaTime::from_ms(1500));
  EXPECT_NEAR(silence.length_s, sound_length.seconds(), 0.03)
      << "AAC spreads an edge over its frame of 21 ms";
  EXPECT_NEAR(silence.from_s, sound_gap.at.seconds(), 0.03);
  EXPECT_NEAR(static_cast<double>(seen.audio_samples) / 48'000, session->duration.seconds(), 0.05);
}

TEST_F(DeviceLossTest, AnotherMicrophoneIsOfferedAndTakesOver) {
  other_module_ = plug_in_microphone(kOther);
  auto prepared = Rehearsal::prepare(plan_, *stage_, *library_, clock_);
  ASSERT_TRUE(prepared) << prepared.error().english();
  Rehearsal& rehearsal = **prepared;
  rehearsal.begin();
  run_for(rehearsal, 1000);
  pactl({"suspend-source", kMicrophone, "1"});
  ASSERT_TRUE(tick_until(rehearsal, [](const auto& state) { return state.devices.microphone.lost; }));
  EXPECT_FALSE(rehearsal.state().devices.microphone.reason.english().empty());

  const auto others = stage_->sources().other_microphones();
  const auto other = std::find_if(others.begin(), others.end(),
                                  [](const MicrophoneDevice& device) { return device.name == kOther; });
  ASSERT_NE(other, others.end());
  for (const MicrophoneDevice& device : others) EXPECT_NE(device.name, kMicrophone) << "that one is lost";
  ASSERT_TRUE(stage_->sources().use_microphone(other->spec));
  ASSERT_TRUE(tick_until(rehearsal, [&](const auto& state) {
    return !state.devices.microphone.lost && stage_->sources().microphone()->name() == kOther;
  }));
  run_for(rehearsal, 1000);
  const auto stopped = rehearsal.stop();
  ASSERT_TRUE(stopped) << stopped.error().english();
  const auto session = load_session(*stopped);
  ASSERT_TRUE(session);
  const TakeEvent gap = longest_gap(*stopped, "microphone");
  const Silence silence = longest_silence(*stopped / part_file_name(session->parts.front().file));
  EXPECT_NEAR(silence.length_s, std::get<Gap>(gap.what).length.seconds(), 0.03);
  EXPECT_NEAR(silence.from_s, gap.at.seconds(), 0.03);
}

TEST_F(DeviceLossTest, ASourceTakenInItsPlaceByTheServerIsALossAndTheFirstOneReturns) {
  other_module_ = plug_in_microphone(kOther);
  auto prepared = Rehearsal::prepare(plan_, *stage_, *library_, clock_);
  ASSERT_TRUE(prepared) << prepared.error().english();
  Rehearsal& rehearsal = **prepared;
  rehearsal.begin();
  run_for(rehearsal, 800);
  // What module-rescue-streams or a person in a mixer does, without a word to us. On a busy machine the
  // stream may just be opened anew.
  ASSERT_TRUE(wait_for([] {
    return with_stream_on(kMicrophone, std::string("pactl move-source-output \"$stream\" ") + kOther);
  }));
  // Sound comes all the time, and nothing else brings the stream back.
  const OutageLog& outages = *stage_->sources().microphone()->outages();
  ASSERT_TRUE(tick_until(rehearsal, [&](const auto&) {
    return outages.newest_number() > 0 && !outages.current() && with_stream_on(kMicrophone, "true");
  })) << "seen, and back on the right one";
  EXPECT_EQ(stage_->sources().microphone()->name(), kMicrophone);
  const auto stopped = rehearsal.stop();
  ASSERT_TRUE(stopped) << stopped.error().english();
  EXPECT_GT(std::get<Gap>(longest_gap(*stopped, "microphone").what).length, MediaTime{});
}

}  // namespace
}  // namespace gladi
