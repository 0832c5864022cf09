#include "encoder/sound/sound_ring.h"

#include <gtest/gtest.h>

#include <thread>

namespace gladi {
namespace {

SoundBlock numbered(int64_t number) {
  SoundBlock block;
  block.first_frame = number;
  block.frames = 2;
  block.samples[0] = static_cast<float>(number);
  return block;
}

TEST(SoundRing, GivesBlocksInTheOrderTheyCame) {
  SoundRing ring(4);
  SoundBlock out;
  EXPECT_FALSE(ring.try_pop(out));
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(ring.try_push(numbered(i)));
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(ring.try_pop(out));
    EXPECT_EQ(out.first_frame, i);
    EXPECT_EQ(out.samples[0], static_cast<float>(i));
    EXPECT_FALSE(out.overflow);
  }
  EXPECT_FALSE(ring.try_pop(out));
}

TEST(SoundRing, FullDropsTheNewestAndMarksTheNextThatFits) {
  SoundRing ring(2);
  SoundBlock out;
  ASSERT_TRUE(ring.try_push(numbered(0)));
  ASSERT_TRUE(ring.try_push(numbered(1)));
  EXPECT_FALSE(ring.try_push(numbered(2)));
  EXPECT_FALSE(ring.try_push(numbered(3)));
  EXPECT_EQ(ring.dropped_blocks(), 2);

  ASSERT_TRUE(ring.try_pop(out));
  EXPECT_EQ(out.first_frame, 0);
  ASSERT_TRUE(ring.try_push(numbered(4)));
  ASSERT_TRUE(ring.try_pop(out));
  EXPECT_FALSE(out.overflow);
  ASSERT_TRUE(ring.try_push(numbered(5)));
  ASSERT_TRUE(ring.try_pop(out));
  EXPECT_EQ(out.first_frame, 4);
  EXPECT_TRUE(out.overflow);
  ASSERT_TRUE(ring.try_pop(out));
  EXPECT_FALSE(out.overflow) << "only the first block after the loss is marked";
}

TEST(SoundRing, LosesNothingUncountedBetweenTwoThreads) {
  SoundRing ring(8);
  constexpr int64_t kBlocks = 20'000;
  std::thread producer([&] {
    for (int64_t i = 0; i < kBlocks; ++i) ring.try_push(numbered(i));
    while (!ring.try_push(numbered(kBlocks))) std::this_thread::yield();
  });
  SoundBlock out;
  int64_t popped = 0;
  int64_t last = -1;
  while (last != kBlocks) {
    if (!ring.try_pop(out)) {
      std::this_thread::yield();
      continue;
    }
    EXPECT_EQ(out.overflow, out.first_frame != last + 1) << "a jump is marked, and nothing else is";
    EXPECT_EQ(out.samples[0], static_cast<float>(out.first_frame));
    last = out.first_frame;
    ++popped;
  }
  producer.join();
  EXPECT_GE(popped + ring.dropped_blocks(), kBlocks + 1);
}

}  // namespace
}  // namespace gladi
