#include "encoder/base/clock.h"

#include <gtest/gtest.h>

#include <thread>

namespace gladi {
namespace {

TEST(Clock, ASleeperOnASteppedClockWakesWhenItsTimeHasCome) {
  SteppedClock clock;
  std::thread sleeper([&] { clock.sleep_until(MediaTime::from_ms(100)); });
  clock.advance(MediaTime::from_ms(60));
  clock.advance(MediaTime::from_ms(60));
  sleeper.join();
  EXPECT_EQ(clock.now(), MediaTime::from_ms(120));
}

// An hour ahead of either clock: only the wake-up can end it.
template <class AClock>
void expect_woken() {
  AClock clock;
  std::atomic<bool> wake{false};
  std::thread sleeper([&] { clock.sleep_until(clock.now() + MediaTime::from_seconds(3600), wake); });
  wake = true;
  clock.wake_sleepers();
  sleeper.join();
}

TEST(Clock, ASleeperCanBeWokenEarly) {
  for (int i = 0; i < 200; ++i) {
    expect_woken<SteppedClock>();
    expect_woken<MonotonicClock>();
  }
}

TEST(Clock, AWakeableSleepEndsByItselfToo) {
  MonotonicClock clock;
  const std::atomic<bool> wake{false};
  const MediaTime due = clock.now() + MediaTime::from_ms(3);
  clock.sleep_until(due, wake);
  EXPECT_GE(clock.now(), due);
}

}  // namespace
}  // namespace gladi
