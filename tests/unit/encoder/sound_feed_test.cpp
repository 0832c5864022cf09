#include "encoder/sound/sound_feed.h"

#include <gtest/gtest.h>

#include <future>
#include <thread>

#include "tests/support/sound_tape.h"
#include "tests/support/wait.h"

namespace gladi {
namespace {

using test::misplaced_by;
using test::PatternSource;
using test::SoundTape;
using test::wait_for;

constexpr MediaTime kBegin = MediaTime::from_ms(1000);

// A microphone on a stepped clock: every step of 10 ms brings one block.
class SoundFeedTest : public testing::Test {
 protected:
  SteppedClock clock_{kBegin};
  SoundRing ring_;
  PatternSource source_{48000, 1, kBegin};
  SoundTape tape_;

  void step(bool sound = true) {
    clock_.advance(MediaTime::from_ms(10));
    if (sound) {
      ring_.try_push(source_.next());
    } else {
      source_.lose(480, true);
    }
  }
  // Goes on until detach() returns.
  void detach(SoundFeed& feed, MediaTime end, bool sound = true) {
    feed.end_at(end);  // heard of before the clock goes on
    auto detached = std::async(std::launch::async, [&] { feed.detach(end); });
    while (detached.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready) step(sound);
  }
};

TEST_F(SoundFeedTest, MetersWithoutATake) {
  SoundFeed feed(clock_, ring_, 48000);
  EXPECT_EQ(feed.level().peak_dbfs, SoundLevel::kSilenceDbfs);
  for (int i = 0; i < 20; ++i) step();
  EXPECT_TRUE(wait_for([&] {
    clock_.advance(MediaTime::from_ms(10));
    return feed.level().peak_dbfs > -10;
  }));
}

TEST_F(SoundFeedTest, StopsAtOnceOnAClockThatStandsStill) {
  SoundFeed feed(clock_, ring_, 48000);
  feed.attach(tape_, kBegin + MediaTime::from_ms(500));
}

TEST_F(SoundFeedTest, ATakeHasTheSoundFromItsStartToItsEnd) {
  SoundFeed feed(clock_, ring_, 48000);
  for (int i = 0; i < 50; ++i) step();
  const MediaTime start = clock_.now() + MediaTime::from_ms(103);
  feed.attach(tape_, start);
  for (int i = 0; i < 110; ++i) step();
  detach(feed, start + MediaTime::from_ms(1007));
  EXPECT_EQ(tape_.frames(), 1007 * 48);
  EXPECT_NEAR(misplaced_by(tape_.left(), 24'000, (kBegin - start).seconds() * 48000), 0, 0.2);
  EXPECT_EQ(feed.counters().frames, 1007 * 48);
  EXPECT_EQ(feed.counters().gaps, 0);
  EXPECT_EQ(feed.counters().dropped_blocks, 0);
}

TEST_F(SoundFeedTest, ADeadMicrophoneDoesNotHoldUpTheTake) {
  SoundFeed feed(clock_, ring_, 48000);
  for (int i = 0; i < 50; ++i) step();
  const MediaTime start = clock_.now() + MediaTime::from_ms(10);
  feed.attach(tape_, start);
  for (int i = 0; i < 100; ++i) step();
  // Silence follows half a second behind while nothing comes.
  for (int i = 0; i < 100; ++i) step(false);
  EXPECT_TRUE(wait_for([&] {
    clock_.advance(MediaTime::from_ms(1));
    return tape_.frames() > 1450 * 48;
  }));
  detach(feed, start + MediaTime::from_ms(2000), false);
  EXPECT_EQ(tape_.frames(), 2000 * 48);
  EXPECT_EQ(feed.counters().gaps, 1);
  EXPECT_NEAR(static_cast<double>(feed.counters().silence_frames), 1010 * 48, 2);
}

TEST_F(SoundFeedTest, AnAnnouncedEndHoldsHoweverLateDetachComes) {
  SoundFeed feed(clock_, ring_, 48000);
  for (int i = 0; i < 50; ++i) step();
  const MediaTime start = clock_.now() + MediaTime::from_ms(50);
  feed.attach(tape_, start);
  for (int i = 0; i < 50; ++i) step();
  const MediaTime end = clock_.now();
  feed.end_at(end);
  for (int i = 0; i < 30; ++i) step();
  detach(feed, end);
  EXPECT_EQ(tape_.frames(), (end - start).ms() * 48);
}

TEST_F(SoundFeedTest, WithoutAMicrophoneTheTakeIsSilent) {
  SoundFeed feed(clock_, ring_, 48000);
  feed.attach(tape_, kBegin + MediaTime::from_ms(100));
  detach(feed, kBegin + MediaTime::from_ms(400), false);
  EXPECT_EQ(tape_.frames(), 300 * 48);
  EXPECT_EQ(feed.counters().silence_frames, 300 * 48);
}

TEST_F(SoundFeedTest, LossesOfTheRingAreCounted) {
  SoundRing small(4);
  for (int i = 0; i < 7; ++i) small.try_push(source_.next());
  const int64_t before = small.dropped_blocks();
  EXPECT_GE(before, 1);
  SoundFeed feed(clock_, small, 48000);
  feed.attach(tape_, kBegin + MediaTime::from_ms(100));
  detach(feed, kBegin + MediaTime::from_ms(200), false);
  EXPECT_EQ(feed.counters().dropped_blocks, 0);  // those were before the take
}

TEST_F(SoundFeedTest, TakesFollowEachOther) {
  SoundFeed feed(clock_, ring_, 48000);
  for (int i = 0; i < 50; ++i) step();
  for (int take = 0; take < 5; ++take) {
    SoundTape tape;
    const MediaTime start = clock_.now() + MediaTime::from_ms(20);
    feed.attach(tape, start);
    detach(feed, start + MediaTime::from_ms(100));
    EXPECT_EQ(tape.frames(), 100 * 48);
  }
}

TEST(SoundFeed, ARealTakeIsWholeAndInPlace) {
  MonotonicClock clock;
  SoundRing ring;
  SoundTape tape;
  SoundFeed feed(clock, ring, 44100);
  const MediaTime zero = clock.now();
  std::atomic<bool> stop{false};
  // A source that delivers when its sound has been taken, as exactly as this machine lets it.
  std::thread microphone([&] {
    PatternSource source(44100, 2, zero, 441);
    while (!stop) {
      const SoundBlock block = source.next();
      clock.sleep_until(block.arrived_at);
      ring.try_push(block);
    }
  });
  const MediaTime start = zero + MediaTime::from_ms(350);
  feed.attach(tape, start);
  feed.detach(start + MediaTime::from_ms(400));
  stop = true;
  microphone.join();
  EXPECT_EQ(tape.frames(), 400 * 48);
  if (feed.counters().gaps == 0) {
    EXPECT_NEAR(misplaced_by(tape.left(), 9600, -0.35 * 48000), 0, 1);
  }
}

}  // namespace
}  // namespace gladi
