#include "encoder/capture/reconnecting_microphone.h"

#include <gtest/gtest.h>

#include "encoder/capture/alsa_cards.h"
#include "encoder/sound/sound_feed.h"
#include "tests/support/fake_devices.h"
#include "tests/support/sound_tape.h"
#include "tests/support/wait.h"

namespace gladi {
namespace {

using test::wait_for;

class ReconnectingMicrophoneTest : public testing::Test {
 protected:
  void SetUp() override {
    devices_->microphones().plug_in("Headset");
    devices_->microphones().plug_in("Built-in", 44'100);
    auto opened = devices_->open_microphone("Headset", ring_, clock_);
    ASSERT_TRUE(opened);
    microphone_.emplace(std::move(*opened), devices_, ring_, clock_);
  }
  test::FakeMicrophones& fakes() { return devices_->microphones(); }
  // 50 ms go by, with or without sound, and the watch has looked.
  void step(bool with_sound) {
    const int64_t before = fakes().looks();
    clock_.advance(MediaTime::from_ms(50));
    if (with_sound) fakes().sound();
    ASSERT_TRUE(wait_for([&] { return fakes().looks() > before || fakes().open_name().empty(); }));
  }
  void run_for(int ms, bool with_sound) {
    for (int at = 0; at < ms; at += 50) step(with_sound);
  }
  // Time goes on until something has happened, however long it takes.
  template <class Condition>
  bool in_time(Condition&& condition) {
    return wait_for([&] {
      if (condition()) return true;
      clock_.advance(MediaTime::from_ms(10));
      return false;
    });
  }
  bool sound_from(const std::string& name) {
    return in_time([&] {
      fakes().sound();
      return fakes().open_name() == name && !microphone_->outages()->current();
    });
  }

  SteppedClock clock_{MediaTime::from_ms(1000)};
  SoundRing ring_{4096};
  std::shared_ptr<test::FakeDevices> devices_ = std::make_shared<test::FakeDevices>();
  std::optional<ReconnectingMicrophone> microphone_;
};

TEST_F(ReconnectingMicrophoneTest, IsLeftAloneWhileSoundComes) {
  run_for(3000, true);
  EXPECT_EQ(fakes().attempts(), 1);
  EXPECT_EQ(microphone_->outages()->newest_number(), 0);
  EXPECT_FALSE(microphone_->failure());
}

TEST_F(ReconnectingMicrophoneTest, IsLostWhenNoSampleHasComeForHalfASecond) {
  run_for(1000, true);
  const MediaTime last = ring_.newest_arrival();
  fakes().unplug("Headset");
  run_for(450, false);
  EXPECT_FALSE(microphone_->failure()) << "a burst may be late";
  ASSERT_TRUE(in_time([&] { return fakes().attempts() == 2; })) << "again at once";
  ASSERT_TRUE(microphone_->outages()->current());
  EXPECT_EQ(microphone_->outages()->current()->from, last);

  // Looked for every second, and back by itself.
  for (int second = 1; second <= 3; ++second) {
    clock_.advance(ReconnectingMicrophone::kTryEvery);
    ASSERT_TRUE(wait_for([&] { return fakes().attempts() == 2 + second; }));
  }
  fakes().plug_in("Headset");
  const MediaTime plugged = clock_.now();
  clock_.advance(ReconnectingMicrophone::kTryEvery);
  ASSERT_TRUE(wait_for([&] { return fakes().open_name() == "Headset"; }));
  clock_.advance(MediaTime::from_ms(50));
  fakes().sound();
  ASSERT_TRUE(in_time([&] { return !microphone_->outages()->current(); }));
  const auto ended = microphone_->outages()->ended_after(0);
  ASSERT_EQ(ended.size(), 1U);
  EXPECT_EQ(ended[0].from, last);
  EXPECT_LE(*ended[0].until, clock_.now());
  EXPECT_GT(*ended[0].until, plugged);
}

TEST_F(ReconnectingMicrophoneTest, ABurstThatComesLateEndsTheLossWithoutANewStream) {
  run_for(1000, true);
  const MediaTime last = ring_.newest_arrival();
  run_for(1000, false);
  ASSERT_TRUE(wait_for([&] { return microphone_->outages()->current().has_value(); }));
  run_for(100, true);
  ASSERT_TRUE(wait_for([&] { return !microphone_->outages()->current(); }));
  EXPECT_EQ(fakes().attempts(), 1);
  const auto ended = microphone_->outages()->ended_after(0);
  ASSERT_EQ(ended.size(), 1U);
  EXPECT_EQ(ended[0].from, last);
}

TEST_F(ReconnectingMicrophoneTest, AnotherSourceBehindItsBackIsALoss) {
  run_for(1000, true);
  fakes().reroute();
  ASSERT_TRUE(in_time([&] { return microphone_->outages()->newest_number() == 1; }));
  ASSERT_TRUE(sound_from("Headset")) << "opened again, from the right one";
}

TEST_F(ReconnectingMicrophoneTest, APersonsChoiceHoldsEvenWhenTheFirstOneReturns) {
  run_for(1000, true);
  fakes().unplug("Headset");
  ASSERT_TRUE(in_time([&] { return fakes().open_name().empty(); }));
  microphone_->use("Built-in");
  ASSERT_TRUE(sound_from("Built-in"));
  EXPECT_EQ(microphone_->name(), "Built-in");
  EXPECT_EQ(microphone_->sample_rate_hz(), 44'100);
  fakes().plug_in("Headset");
  run_for(3000, true);
  EXPECT_EQ(fakes().open_name(), "Built-in");
}

// The whole way of the sound: what is missing is silence of exactly its length, at another rate afterwards
// too.
TEST_F(ReconnectingMicrophoneTest, TheTakeHasSilenceOfExactlyTheLostLength) {
  run_for(1000, true);
  SoundFeed feed(clock_, ring_, microphone_->sample_rate_hz());
  test::SoundTape tape;
  const MediaTime start = clock_.now() + MediaTime::from_ms(100);
  feed.attach(tape, start);
  // The feed looks when time goes on: a step later it has what was there before.
  const auto all_heard = [&] {
    const MediaTime newest = ring_.newest_arrival();
    step(true);
    return wait_for([&] { return feed.level().heard_at >= newest; });
  };
  run_for(2000, true);
  ASSERT_TRUE(all_heard());
  fakes().unplug("Headset");
  microphone_->use("Built-in");
  ASSERT_TRUE(sound_from("Built-in"));
  run_for(2000, true);
  ASSERT_TRUE(all_heard());
  // What the tape has already can't be taken back: the end lies ahead.
  const MediaTime end = clock_.now() + MediaTime::from_ms(300);
  feed.end_at(end);
  while (clock_.now() < end + MediaTime::from_ms(600)) step(true);
  feed.detach(end);

  EXPECT_EQ(tape.frames(), (end - start).to_count(48'000));
  const auto ended = microphone_->outages()->ended_after(0);
  ASSERT_EQ(ended.size(), 1U);
  const double lost_s =
      (*ended[0].until - ended[0].from).seconds() - 0.01;  // until the end of its first block
  EXPECT_NEAR(static_cast<double>(feed.counters().silence_frames), lost_s * 48'000, 3);
  EXPECT_EQ(feed.counters().gaps, 1);
}

TEST(AlsaCards, NamesWhatCanRecordAsPortAudioDoes) {
  const std::string cards =
      " 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n"
      "                      HDA Intel PCH at 0xf7f30000 irq 47\n"
      " 2 [Device         ]: USB-Audio - USB PnP Sound Device\n"
      "                      C-Media Electronics Inc. at usb-0000:00:14.0-2, full speed\n"
      " 3 [Loopback       ]: Loopback - Loopback\n"
      "                      Loopback 1\n"
      " 4 [Mic            ]: USB-Audio - Mic\n"
      "                      Mic at usb-0000:00:14.0-3, full speed\n";
  const std::string pcms =
      "00-00: ALC269VC Analog : ALC269VC Analog : playback 1 : capture 1\n"
      "00-03: HDMI 0 : HDMI 0 : playback 1\n"
      "02-00: USB Audio : USB Audio : playback 1 : capture 1\n"
      "03-01: Loopback PCM : Loopback PCM : playback 8 : capture 8\n"
      "04-00: Mic : Mic : capture 1\n";
  EXPECT_EQ(parse_alsa_captures(cards, pcms),
            (std::vector<std::string>{"HDA Intel PCH: ALC269VC Analog (hw:0,0)",
                                      "USB PnP Sound Device: Audio (hw:2,0)", "Loopback: PCM (hw:3,1)",
                                      "Mic: - (hw:4,0)"}));
  EXPECT_TRUE(same_alsa_device("Loopback: PCM (hw:0,1)", "Loopback: Loopback PCM (hw:0,1)", true));
  EXPECT_FALSE(same_alsa_device("Loopback: PCM (hw:0,1)", "Loopback: PCM (hw:0,0)", false));
  EXPECT_FALSE(same_alsa_device("USB: Mic (hw:1,0)", "USB: Mic (hw:2,0)", true));
  EXPECT_TRUE(same_alsa_device("USB: Mic (hw:1,0)", "USB: Mic (hw:2,0)", false));
  EXPECT_FALSE(same_alsa_device("default", "default", false));
  EXPECT_TRUE(parse_alsa_captures("--- no soundcards ---\n", "").empty());
  EXPECT_TRUE(parse_alsa_captures("garbage", "00-00: torn : capture").empty());
}

}  // namespace
}  // namespace gladi
