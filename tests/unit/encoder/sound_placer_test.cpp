#include "encoder/sound/sound_placer.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/support/sound_tape.h"

namespace gladi {
namespace {

using test::misplaced_by;
using test::PatternSource;
using test::SoundTape;

constexpr MediaTime kZero = MediaTime::from_ms(5000);  // when the source's first frame is taken
constexpr MediaTime kStart = MediaTime::from_ms(7000);
constexpr int kRate = 48000;

// Sample of the take at which time 0 of the pattern would be.
constexpr double kPatternZero = -2.0 * kRate;

// Adds blocks until the source has reached `time`.
void play(SoundPlacer& placer, PatternSource& source, MediaTime time) {
  while (source.at() < time) placer.add(source.next());
}

// As a take goes: the end is known when the source has come to it, and a little more arrives before all is
// finished.
void play_to_end(SoundPlacer& placer, PatternSource& source, MediaTime end) {
  while (source.at() + MediaTime::from_ms(10) <= end) placer.add(source.next());
  placer.set_end(end);
  while (!placer.covers(end)) placer.add(source.next());
  placer.add(source.next());
  placer.finish();
}

int64_t longest_silence(const std::vector<float>& sound) {
  int64_t longest = 0, now = 0;
  for (const float value : sound) {
    now = value == 0 ? now + 1 : 0;
    longest = std::max(longest, now);
  }
  return longest;
}

// The largest step between two samples: a fade has none that the pattern itself hasn't (0.11 at its
// steepest).
float largest_step(const std::vector<float>& sound) {
  float largest = 0;
  for (size_t i = 1; i < sound.size(); ++i) largest = std::max(largest, std::abs(sound[i] - sound[i - 1]));
  return largest;
}

TEST(SoundPlacer, ExactStampsArePlacedToTheSampleAtEveryRate) {
  for (const int rate : {48000, 44100, 16000, 8000, 96000, 192000}) {
    for (const int channels : {1, 2}) {
      SCOPED_TRACE(testing::Message() << rate << " Hz, " << channels);
      SoundTape tape;
      SoundPlacer placer(rate);
      PatternSource source(rate, channels, kZero, std::min(rate / 100, SoundBlock::kMaxFrames));
      placer.begin(tape, kStart);
      play_to_end(placer, source, kStart + MediaTime::from_ms(3000));

      ASSERT_EQ(tape.frames(), 3 * kRate);
      EXPECT_EQ(tape.left(), tape.right());
      for (const int64_t middle : {700, 70'000, 143'300}) {
        EXPECT_NEAR(misplaced_by(tape.left(), middle, kPatternZero), 0, 0.5);
      }
      EXPECT_EQ(placer.counters().frames, 3 * kRate);
      EXPECT_EQ(placer.counters().gaps, 0);
      EXPECT_EQ(placer.counters().silence_frames, 0);
      EXPECT_EQ(placer.counters().trimmed_frames, 0);
    }
  }
}

TEST(SoundPlacer, TheStartIsCutInTheMiddleOfABlock) {
  SoundTape tape;
  SoundPlacer placer(kRate);
  PatternSource source(kRate, 1, kZero);
  const MediaTime start = kStart + MediaTime::from_count(123, kRate) + MediaTime{7};
  placer.begin(tape, start);
  play_to_end(placer, source, start + MediaTime::from_ms(500));
  const auto left = tape.left();
  ASSERT_EQ(left.size(), 24000U);
  EXPECT_NEAR(misplaced_by(left, 600, kPatternZero - 123), 0, 0.2);
  // No fade: the first sample has its full value.
  EXPECT_NEAR(left[0], test::pattern(2 + 123.0 / kRate), 0.02);
  EXPECT_NEAR(left[1], test::pattern(2 + 124.0 / kRate), 0.02);
}

TEST(SoundPlacer, TheEndIsCutToTheSample) {
  SoundTape tape;
  SoundPlacer placer(44100);
  PatternSource source(44100, 2, kZero, 1024);
  placer.begin(tape, kStart);
  const MediaTime end = kStart + MediaTime::from_count(40'001, kRate);
  play_to_end(placer, source, end);
  EXPECT_EQ(tape.frames(), 40'001);
  EXPECT_NEAR(tape.left().back(), test::pattern(2 + 40'000.0 / kRate), 0.02);
}

TEST(SoundPlacer, LateBurstsStayContiguousAndInPlace) {
  for (const int worst_ms : {5, 15, 25}) {
    SCOPED_TRACE(worst_ms);
    SoundTape tape;
    SoundPlacer placer(kRate);
    PatternSource source(kRate, 1, kZero);
    std::minstd_rand random(static_cast<unsigned>(worst_ms));
    placer.begin(tape, kStart);
    // Callbacks come in bursts: each block waits until the next burst, and never overtakes another.
    MediaTime newest;
    while (source.at() < kStart + MediaTime::from_ms(4100)) {
      SoundBlock block = source.next(MediaTime{static_cast<int64_t>(random() % (worst_ms * 1'000'000U))});
      block.arrived_at = newest = std::max(newest, block.arrived_at);
      placer.add(block);
    }
    placer.set_end(kStart + MediaTime::from_ms(4000));
    placer.finish();
    EXPECT_EQ(placer.counters().gaps, 0);
    const double first = misplaced_by(tape.left(), 1000, kPatternZero, 500);
    EXPECT_GE(first, -1);
    EXPECT_LE(first, 480);  // 10 ms: late sound is what one is used to, early sound isn't
    EXPECT_NEAR(misplaced_by(tape.left(), 190'000, kPatternZero, 500), first, 96);
    EXPECT_LT(largest_step(tape.left()), 0.12F);
  }
}

TEST(SoundPlacer, AHoldUpLongerThanAGapIsNoGap) {
  // Everything waits 300 ms and then comes at once: nothing is lost, so nothing may move (by 0.2 ms at most).
  SoundTape tape;
  SoundPlacer placer(kRate);
  PatternSource source(kRate, 1, kZero);
  placer.begin(tape, kStart);
  play(placer, source, kStart + MediaTime::from_ms(1000));
  const MediaTime released = source.at() + MediaTime::from_ms(300);
  while (source.at() < released) {
    SoundBlock block = source.next();
    block.arrived_at = std::max(block.arrived_at, released);
    placer.add(block);
  }
  play_to_end(placer, source, kStart + MediaTime::from_ms(3000));
  EXPECT_EQ(placer.counters().gaps, 0);
  EXPECT_NEAR(misplaced_by(tape.left(), 60'000, kPatternZero), 0, 10);
  EXPECT_NEAR(misplaced_by(tape.left(), 140'000, kPatternZero), 0, 10);
  EXPECT_LT(largest_step(tape.left()), 0.12F);
}

void expect_a_gap_of_200_ms(bool known) {
  SoundTape tape;
  SoundPlacer placer(kRate);
  PatternSource source(kRate, 1, kZero);
  placer.begin(tape, kStart);
  play(placer, source, kStart + MediaTime::from_ms(1000));
  source.lose(9600, known);
  play_to_end(placer, source, kStart + MediaTime::from_ms(3000));

  const auto left = tape.left();
  ASSERT_EQ(tape.frames(), 3 * kRate);
  EXPECT_EQ(placer.counters().gaps, 1);
  EXPECT_NEAR(static_cast<double>(placer.counters().silence_frames), 9600, 1);
  EXPECT_NEAR(static_cast<double>(longest_silence(left)), 9600, 3);  // the fades end and begin in 0
  EXPECT_NEAR(misplaced_by(left, 40'000, kPatternZero), 0, 0.2);
  EXPECT_NEAR(misplaced_by(left, 70'000, kPatternZero), 0, 0.5);
  EXPECT_LT(largest_step(left), 0.12F);
  // 5 ms of fade before it and after it: half way there the sound is at half its level.
  EXPECT_NEAR(left[48'000 - 120], test::pattern(3 - 120.0 / kRate) * 0.5, 0.02);
  EXPECT_NEAR(left[57'600 + 120], test::pattern(3.2 + 120.0 / kRate) * 0.5, 0.02);
}

TEST(SoundPlacer, ALossTheSourceKnowsBecomesSilenceOfItsLength) {
  expect_a_gap_of_200_ms(true);
}

TEST(SoundPlacer, ALossOnlyTheStampsShowBecomesSilenceOfItsLength) {
  expect_a_gap_of_200_ms(false);
}

TEST(SoundPlacer, EvenAShortLossIsNotPackedTogetherWhenTheSourceKnowsIt) {
  SoundTape tape;
  SoundPlacer placer(kRate);
  PatternSource source(kRate, 1, kZero);
  placer.begin(tape, kStart);
  play(placer, source, kStart + MediaTime::from_ms(500));
  source.lose(480, true);
  play_to_end(placer, source, kStart + MediaTime::from_ms(1000));
  EXPECT_NEAR(static_cast<double>(placer.counters().silence_frames), 480, 1);
  EXPECT_NEAR(misplaced_by(tape.left(), 40'000, kPatternZero), 0, 0.5);
}

TEST(SoundPlacer, OverlappingSoundIsTrimmed) {
  // The stamps were all 200 ms late at first, then the device delivers in time: it had been placed too late.
  SoundTape tape;
  SoundPlacer placer(kRate);
  PatternSource source(kRate, 1, kZero);
  placer.begin(tape, kStart);
  while (source.at() < kStart + MediaTime::from_ms(1000)) placer.add(source.next(MediaTime::from_ms(200)));
  play_to_end(placer, source, kStart + MediaTime::from_ms(3000));
  EXPECT_EQ(tape.frames(), 3 * kRate);
  EXPECT_EQ(placer.counters().gaps, 1);
  EXPECT_NEAR(static_cast<double>(placer.counters().trimmed_frames), 9600, 480);
  EXPECT_NEAR(misplaced_by(tape.left(), 30'000, kPatternZero + 9600), 0, 0.5);
  EXPECT_NEAR(misplaced_by(tape.left(), 120'000, kPatternZero), 0, 5);
  EXPECT_LT(largest_step(tape.left()), 0.12F);
}

TEST(SoundPlacer, SoundForTimeThatWasFilledWithSilenceIsTrimmed) {
  SoundTape tape;
  SoundPlacer placer(kRate);
  PatternSource source(kRate, 1, kZero);
  placer.begin(tape, kStart);
  play(placer, source, kStart + MediaTime::from_ms(1000));
  placer.fill_until(kStart + MediaTime::from_ms(1200));
  EXPECT_EQ(tape.frames(), 57'600);
  placer.fill_until(kStart + MediaTime::from_ms(1300));
  EXPECT_EQ(tape.frames(), 62'400);
  play_to_end(placer, source, kStart + MediaTime::from_ms(2000));  // comes after all
  EXPECT_EQ(tape.frames(), 2 * kRate);
  EXPECT_EQ(placer.counters().gaps, 1);
  EXPECT_NEAR(static_cast<double>(placer.counters().silence_frames), 14'400, 1);
  EXPECT_NEAR(static_cast<double>(placer.counters().trimmed_frames), 14'400, 1);
  EXPECT_NEAR(misplaced_by(tape.left(), 80'000, kPatternZero), 0, 0.5);
  EXPECT_LT(largest_step(tape.left()), 0.12F);
}

TEST(SoundPlacer, WithoutAnySoundTheTakeIsSilentAndWhole) {
  SoundTape tape;
  SoundPlacer placer(kRate);
  placer.begin(tape, kStart);
  placer.fill_until(kStart + MediaTime::from_ms(700));
  placer.set_end(kStart + MediaTime::from_ms(1001));
  placer.finish();
  EXPECT_EQ(tape.frames(), 48'048);
  EXPECT_EQ(placer.counters().silence_frames, 48'048);
  EXPECT_EQ(placer.counters().gaps, 1);
}

TEST(SoundPlacer, ASourceThatBeginsAnewIsPlacedAnew) {
  SoundTape tape;
  SoundPlacer placer(kRate);
  PatternSource source(kRate, 1, kZero);
  placer.begin(tape, kStart);
  play(placer, source, kStart + MediaTime::from_ms(1000));
  const MediaTime reopened = kStart + MediaTime::from_ms(1700);
  PatternSource again(kRate, 2, reopened);
  play_to_end(placer, again, kStart + MediaTime::from_ms(3000));
  EXPECT_EQ(tape.frames(), 3 * kRate);
  EXPECT_NEAR(static_cast<double>(placer.counters().silence_frames), 0.7 * kRate, 1);
  EXPECT_NEAR(misplaced_by(tape.left(), 100'000, 1.7 * kRate), 0, 0.5);
}

TEST(SoundPlacer, ASecondTakeLearnsFromTheFirst) {
  SoundTape first, second;
  SoundPlacer placer(kRate);
  PatternSource source(kRate, 1, kZero);
  placer.begin(first, kStart);
  play_to_end(placer, source, kStart + MediaTime::from_ms(500));
  EXPECT_FALSE(placer.active());
  EXPECT_EQ(placer.counters().frames, 24'000);
  play(placer, source, kStart + MediaTime::from_ms(900));
  placer.begin(second, kStart + MediaTime::from_ms(1000));
  play(placer, source, kStart + MediaTime::from_ms(1295));
  // Known stamps: nothing waits for more of them.
  EXPECT_GT(second.frames(), 13'500);
  play_to_end(placer, source, kStart + MediaTime::from_ms(1300));
  EXPECT_EQ(second.frames(), 14'400);
  EXPECT_NEAR(misplaced_by(second.left(), 7000, kPatternZero - kRate), 0, 0.2);
}

}  // namespace
}  // namespace gladi
