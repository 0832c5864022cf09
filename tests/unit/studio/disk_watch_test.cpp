#include "studio/rehearsal/disk_watch.h"

#include <gtest/gtest.h>

#include "studio/rehearsal/checkup.h"

namespace gladi {
namespace {

TEST(DiskWatch, BeginsWithWhatTheFirstScreenHasTold) {
  EncoderSettings encoder;
  encoder.max_bitrate_bps = 3'872'000;
  encoder.audio_bitrate_bps = 128'000;  // together 0.5 MB/s
  constexpr int64_t kFree = 97'350'000'000;
  CheckupInput before;
  before.disk_free_bytes = kFree;
  before.bits_per_second = 4'000'000;
  EXPECT_EQ(disk_minutes(before), 54 * 60);
  DiskWatch watch({}, encoder);
  watch.update(kFree, 0, {});
  EXPECT_EQ(watch.left(), MediaTime::from_ms(54 * 3'600'000));
}

TEST(DiskWatch, CountsWithTheRealBitrateAndKeepsAReserve) {
  DiskRules rules;
  EncoderSettings encoder;
  encoder.max_bitrate_bps = 3'872'000;
  encoder.audio_bitrate_bps = 128'000;  // together 0.5 MB/s
  DiskWatch watch(rules, encoder);
  EXPECT_FALSE(watch.low());  // not known yet
  EXPECT_FALSE(watch.reserve_reached());
  watch.update(1'050'000'000, 0, {});
  EXPECT_EQ(watch.reserve_bytes(), 150'000'000);
  EXPECT_EQ(watch.left(), MediaTime::from_ms(1'800'000));
  EXPECT_FALSE(watch.low());
  // In truth it takes 1 MB/s: less time, and the warning comes.
  watch.update(1'050'000'000, 20'000'000, MediaTime::from_ms(20'000));
  EXPECT_EQ(watch.left(), MediaTime::from_ms(900'000));
  EXPECT_FALSE(watch.low());
  watch.update(1'049'000'000, 20'000'000, MediaTime::from_ms(20'000));
  EXPECT_TRUE(watch.low());
  EXPECT_FALSE(watch.reserve_reached());
  watch.update(150'000'000, 20'000'000, MediaTime::from_ms(20'000));
  EXPECT_TRUE(watch.reserve_reached());
  // Two minutes of a high bitrate are more than 150 MB.
  watch.update(200'000'000, 40'000'000, MediaTime::from_ms(20'000));
  EXPECT_EQ(watch.reserve_bytes(), 240'000'000);
  EXPECT_TRUE(watch.reserve_reached());
}

}  // namespace
}  // namespace gladi
