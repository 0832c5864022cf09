// A microphone through PortAudio, PulseAudio's null sink behind it: run by support/with-sound.sh.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <thread>

#include "encoder/capture/device_list.h"
#include "encoder/capture/portaudio_microphone.h"
#include "encoder/capture/sources.h"
#include "tests/support/command.h"
#include "tests/support/media_files.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

class PortAudioSourceTest : public testing::Test {
 protected:
  void SetUp() override {
    if (std::getenv("GLADI_TEST_SINK") == nullptr) GTEST_SKIP() << "run by tests/support/with-sound.sh";
  }
  MonotonicClock clock_;
};

TEST_F(PortAudioSourceTest, ListsTheDefaultMicrophoneWithItsRates) {
  const auto microphones = list_microphones();
  const auto found = std::find_if(microphones.begin(), microphones.end(),
                                  [](const auto& device) { return device.is_default; });
  ASSERT_NE(found, microphones.end());
  EXPECT_EQ(found->spec, std::string("portaudio:pulse:") + std::getenv("GLADI_TEST_SINK") + ".monitor");
  EXPECT_FALSE(found->name.empty());
  EXPECT_TRUE(std::count(found->sample_rates_hz.begin(), found->sample_rates_hz.end(), 48'000));
}

TEST_F(PortAudioSourceTest, HearsWhatIsPlayedWithStampsThatFollowTheClock) {
  const test::TempFolder folder;
  const auto tone = folder / "tone.wav";
  test::make_media(tone, {"-f", "lavfi", "-i", "aevalsrc='0.5*sin(2*PI*440*t)':s=48000", "-t", "2"});
  SoundRing ring;
  auto microphone = PortAudioMicrophone::open("", ring, clock_);
  ASSERT_TRUE(microphone) << microphone.error().english();
  EXPECT_EQ((*microphone)->sample_rate_hz(), 48'000);
  std::thread player([&] {
    const auto played = test::run_command({"paplay", "-d", std::getenv("GLADI_TEST_SINK"), tone.string()});
    EXPECT_EQ(played.exit_code, 0) << played.err;
  });

  SoundBlock block;
  int64_t expected_frame = 0;
  double loudest = 0;
  MediaTime last_arrival;
  while (expected_frame < 3 * 48'000) {
    if (!ring.try_pop(block)) {
      clock_.sleep_until(clock_.now() + MediaTime::from_ms(5));
      continue;
    }
    EXPECT_EQ(block.first_frame, expected_frame);
    EXPECT_GE(block.arrived_at, last_arrival);
    EXPECT_LE(block.arrived_at, clock_.now());
    expected_frame += block.frames;
    last_arrival = block.arrived_at;
    for (int i = 0; i < block.frames * block.channels; ++i) {
      loudest = std::max(loudest, static_cast<double>(std::abs(block.samples[static_cast<size_t>(i)])));
    }
  }
  player.join();
  EXPECT_NEAR(loudest, 0.5, 0.02);
  EXPECT_FALSE((*microphone)->failure());
}

TEST_F(PortAudioSourceTest, OpensByNameAndTwiceAtOnce) {
  SoundRing one, two;
  auto by_default = PortAudioMicrophone::open("", one, clock_);
  ASSERT_TRUE(by_default) << by_default.error().english();
  auto by_name = PortAudioMicrophone::open((*by_default)->name(), two, clock_);
  ASSERT_TRUE(by_name) << by_name.error().english();
  by_default->reset();
  SoundBlock block;
  while (two.try_pop(block)) continue;
  while (!two.try_pop(block)) clock_.sleep_until(clock_.now() + MediaTime::from_ms(5));
  EXPECT_GT(block.frames, 0) << "the second goes on when the first is closed";
}

TEST_F(PortAudioSourceTest, AMissingMicrophoneIsNamed) {
  SoundRing ring;
  const auto missing = PortAudioMicrophone::open("No Such Microphone", ring, clock_);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind, ErrorKind::kNotFound);
  EXPECT_NE(missing.error().english().find("No Such Microphone"), std::string::npos);
}

TEST_F(PortAudioSourceTest, IsTheDefaultOfSources) {
  SourceOptions options;
  options.camera = *parse_camera_spec("test");
  const auto sources = Sources::open(options, clock_);
  EXPECT_FALSE(sources->microphone_problem());
  ASSERT_NE(sources->microphone(), nullptr);
  EXPECT_FALSE(sources->demo_microphone());
}

}  // namespace
}  // namespace gladi
