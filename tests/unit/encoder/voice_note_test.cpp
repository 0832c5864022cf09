// A spoken note from the microphone into a file and back to the ear.
#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <fstream>
#include <limits>
#include <numbers>
#include <thread>

#include "encoder/capture/voice_recorder.h"
#include "encoder/file/media_info.h"
#include "encoder/file/voice_file.h"
#include "encoder/playback/voice_player.h"
#include "encoder/sound/sound_sink.h"
#include "tests/support/command.h"
#include "tests/support/fake_devices.h"
#include "tests/support/fake_sound_device.h"
#include "tests/support/temp_folder.h"
#include "tests/support/wait.h"

namespace gladi {
namespace {
using Phase = VoiceRecording::Phase;

constexpr int kRateHz = SoundFormat::kSampleRateHz;

std::vector<float> tone(double seconds, double hz = 300) {
  std::vector<float> sound(static_cast<size_t>(seconds * kRateHz));
  for (size_t i = 0; i < sound.size(); ++i)
    sound[i] =
        0.4F * static_cast<float>(std::sin(2 * std::numbers::pi * hz * static_cast<double>(i) / kRateHz));
  return sound;
}

TEST(VoiceFile, IsSmallAndReadByOthers) {
  const test::TempFolder folder;
  ASSERT_TRUE(write_voice_file(folder / "a.m4a", tone(120)));
  const auto bytes = std::filesystem::file_size(folder / "a.m4a");
  EXPECT_LT(bytes, 420'000u) << "two of the longest notes fit into a bundle of feedback";
  EXPECT_GT(bytes, 10'000u);
  const auto seen = test::ffprobe_json(folder / "a.m4a");
  const auto stream = test::stream_of_type(seen, "audio");
  ASSERT_FALSE(stream.is_null());
  EXPECT_EQ(stream["codec_name"], "aac");
  EXPECT_EQ(stream["channels"], 1);
  EXPECT_EQ(stream["sample_rate"], "24000");
  EXPECT_NEAR(std::stod(seen["format"]["duration"].get<std::string>()), 120, 0.1);
}

TEST(VoiceFile, TakesWhatIsNoNumberForSilence) {
  const test::TempFolder folder;
  std::vector<float> broken = tone(1);
  broken[100] = std::numeric_limits<float>::quiet_NaN();
  broken[200] = std::numeric_limits<float>::infinity();
  EXPECT_TRUE(write_voice_file(folder / "a.m4a", broken));
}

TEST(VoiceFile, ThatCannotBeWrittenLeavesNothing) {
  const test::TempFolder folder;
  EXPECT_FALSE(write_voice_file(folder / "none" / "a.m4a", tone(1)));
  EXPECT_FALSE(std::filesystem::exists(folder / "none"));
}

// The microphone is a fake whose cable the test pulls, and time moves only while the test waits.
class VoiceNote : public testing::Test {
 protected:
  SourceOptions options(const std::string& microphone) {
    SourceOptions wanted;
    wanted.microphone = *parse_microphone_spec(microphone);
    wanted.devices = devices_;
    return wanted;
  }
  // Time goes by, and as long as the microphone is plugged in it gives sound.
  template <class Done>
  bool speak_until(Done done) {
    return test::wait_for([&] {
      clock_.advance(MediaTime::from_ms(10));
      devices_->microphones().sound();
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      return done();
    });
  }

  const test::TempFolder folder_;
  SteppedClock clock_{MediaTime::from_ms(1000)};
  const std::shared_ptr<test::FakeDevices> devices_ = std::make_shared<test::FakeDevices>();
};

TEST_F(VoiceNote, RecordsUntilItIsStoppedAndIsHeardAgain) {
  devices_->microphones().plug_in("USB");
  VoiceRecorder recorder(options("portaudio:USB"), clock_, {});
  ASSERT_TRUE(speak_until([&] { return recorder.state().length > MediaTime::from_ms(800); }));
  EXPECT_EQ(recorder.state().phase, Phase::kRecording);
  EXPECT_GT(recorder.state().level.peak_dbfs, -40);
  recorder.stop();
  ASSERT_TRUE(speak_until([&] { return recorder.state().phase == Phase::kEnded; }));
  EXPECT_FALSE(recorder.state().problem);
  ASSERT_TRUE(recorder.save(folder_ / "a.m4a"));
  const auto info = probe_media(folder_ / "a.m4a");
  ASSERT_TRUE(info);
  EXPECT_NEAR(info->duration.seconds(), recorder.state().length.seconds(), 0.1);

  test::FakeSoundDevice device;
  MonotonicClock real;
  VoicePlayer player(folder_ / "a.m4a", 1, real, {}, device.factory());
  ASSERT_TRUE(test::wait_for([&] {
    device.play(480);
    return !player.state().playing;
  }));
  EXPECT_FALSE(player.state().problem);
  EXPECT_NEAR(player.state().position.seconds(), info->duration.seconds(), 0.05);
  float loudest = 0;
  for (const float sample : device.heard()) loudest = std::max(loudest, std::abs(sample));
  EXPECT_GT(loudest, 0.05F);
}

TEST_F(VoiceNote, KeepsWhatWasSaidWhenTheMicrophoneGoes) {
  devices_->microphones().plug_in("USB");
  VoiceRecorder recorder(options("portaudio:USB"), clock_, {});
  ASSERT_TRUE(speak_until([&] { return recorder.state().length > MediaTime::from_ms(700); }));
  devices_->microphones().unplug("USB");
  ASSERT_TRUE(speak_until([&] { return recorder.state().phase == Phase::kEnded; }));
  ASSERT_TRUE(recorder.state().problem);
  EXPECT_LT(recorder.state().length, MediaTime::from_ms(1500)) << "no silence behind the last word";
  EXPECT_TRUE(recorder.save(folder_ / "a.m4a"));
  const auto info = probe_media(folder_ / "a.m4a");
  ASSERT_TRUE(info);
  EXPECT_GT(info->duration, MediaTime::from_ms(600));
}

TEST_F(VoiceNote, EndsByItselfWhenItIsAsLongAsMayBe) {
  devices_->microphones().plug_in("USB");
  VoiceRecorder recorder(options("portaudio:USB"), clock_, {});
  ASSERT_TRUE(speak_until([&] { return recorder.state().phase == Phase::kRecording; }));
  const auto over = [&] { return recorder.state().phase == Phase::kEnded; };
  ASSERT_TRUE(test::wait_for([&] {
    clock_.advance(MediaTime::from_ms(200));
    devices_->microphones().sound();
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return over();
  }));
  EXPECT_EQ(recorder.state().length, VoiceRecorder::kLongest);
  EXPECT_FALSE(recorder.state().problem);
}

TEST_F(VoiceNote, SaysWhichMicrophoneIsNotThere) {
  VoiceRecorder recorder(options("portaudio:USB"), clock_, {});
  ASSERT_TRUE(test::wait_for([&] { return recorder.state().phase == Phase::kEnded; }));
  ASSERT_TRUE(recorder.state().problem);
  EXPECT_EQ(recorder.save(folder_ / "a.m4a").error().kind, ErrorKind::kInvalid);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "a.m4a"));
}

TEST_F(VoiceNote, IsNotSpokenByAStandIn) {
  VoiceRecorder recorder(options(""), clock_, {});  // the default, which isn't there
  ASSERT_TRUE(test::wait_for([&] { return recorder.state().phase == Phase::kEnded; }));
  EXPECT_TRUE(recorder.state().problem);
  EXPECT_EQ(recorder.state().length, MediaTime{});
}

TEST_F(VoiceNote, ThatIsNoSoundIsToldNotPlayed) {
  std::ofstream(folder_ / "a.m4a") << "no sound";
  test::FakeSoundDevice device;
  MonotonicClock real;
  VoicePlayer player(folder_ / "a.m4a", 1, real, {}, device.factory());
  ASSERT_TRUE(test::wait_for([&] { return !player.state().playing; }));
  EXPECT_TRUE(player.state().problem);
  VoicePlayer nowhere(folder_ / "b.m4a", 1, clock_, {}, device.factory());
  ASSERT_TRUE(test::wait_for([&] { return !nowhere.state().playing; }));
  ASSERT_TRUE(nowhere.state().problem);
  EXPECT_EQ(nowhere.state().problem->kind, ErrorKind::kNotFound);
}

}  // namespace
}  // namespace gladi
