// Another microphone takes over in the middle of a take.
#include <gtest/gtest.h>

#include "encoder/sound/sound_placer.h"
#include "tests/support/sound_tape.h"

namespace gladi {
namespace {

using test::misplaced_by;
using test::PatternSource;
using test::SoundTape;

constexpr int kRate = 48'000;
constexpr MediaTime kStart = MediaTime::from_ms(7000);

SoundBlock with_rate(SoundBlock block, int rate_hz) {
  block.rate_hz = rate_hz;
  return block;
}

TEST(SoundSourceChange, AnotherRateGoesOnInPlaceWithExactSilenceBetween) {
  for (const int second_rate : {44'100, 16'000, 96'000}) {
    SCOPED_TRACE(second_rate);
    SoundTape tape;
    SoundPlacer placer(kRate);
    placer.begin(tape, kStart);
    PatternSource first(kRate, 1, kStart - MediaTime::from_ms(1000));
    while (first.at() < kStart + MediaTime::from_ms(1000)) placer.add(with_rate(first.next(), kRate));
    const MediaTime second_from = kStart + MediaTime::from_ms(1700);
    PatternSource second(second_rate, 2, second_from, second_rate / 100);
    while (second.at() < kStart + MediaTime::from_ms(3400)) {
      placer.add(with_rate(second.next(), second_rate));
    }
    placer.set_end(kStart + MediaTime::from_ms(3500));
    while (second.at() < kStart + MediaTime::from_ms(4000)) {
      placer.add(with_rate(second.next(), second_rate));
    }
    placer.finish();

    ASSERT_EQ(tape.frames(), 3.5 * kRate);
    EXPECT_NEAR(static_cast<double>(placer.counters().silence_frames), 0.7 * kRate, 2);
    EXPECT_NEAR(misplaced_by(tape.left(), 20'000, -1.0 * kRate), 0, 0.5);
    EXPECT_NEAR(misplaced_by(tape.left(), 120'000, 1.7 * kRate), 0, 0.6);
  }
}

}  // namespace
}  // namespace gladi
