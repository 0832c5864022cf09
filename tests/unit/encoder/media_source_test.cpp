#include "encoder/capture/media_source.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <thread>

#include "tests/support/media_files.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

class MediaSourceTest : public testing::Test {
 protected:
  void SetUp() override { test::make_flash_and_beep(file_, 2); }

  std::unique_ptr<MediaSource> start(FrameSelector* frames, SoundRing* ring, Clock& clock) {
    auto input = MediaInput::open({MediaPlace::Kind::kFile, file_.string()});
    EXPECT_TRUE(input) << input.error().english();
    if (!input) return nullptr;
    auto source = MediaSource::start(std::move(*input), frames, ring, clock);
    EXPECT_TRUE(source) << source.error().english();
    return source ? std::move(*source) : nullptr;
  }

  test::TempFolder folder_;
  std::filesystem::path file_ = folder_ / "flash beep.mov";
};

TEST_F(MediaSourceTest, TellsWhatItPlays) {
  const MonotonicClock real;
  SteppedClock clock(real.now());
  FrameSelector frames;
  SoundRing ring;
  const auto source = start(&frames, &ring, clock);
  ASSERT_TRUE(source);
  EXPECT_EQ(source->name(), "flash beep.mov");
  EXPECT_EQ(source->mode().text(), "320×180, 30 fps, mjpeg");
  EXPECT_EQ(source->sample_rate_hz(), 48'000);
  EXPECT_EQ(source->channels(), 1);
  EXPECT_FALSE(source->failure());
}

TEST_F(MediaSourceTest, GivesPicturesInTimeAndNotLongBefore) {
  SteppedClock clock(MediaTime::from_ms(500'000));
  FrameSelector frames;
  const auto source = start(&frames, nullptr, clock);
  ASSERT_TRUE(source);
  // As often as the clock moves by one picture, one picture comes; each is for now or for the next moments.
  while (!frames.has_frame()) {
    clock.advance(MediaTime::from_ms(5));
    std::this_thread::sleep_for(std::chrono::milliseconds(25));
  }
  const MediaTime first = frames.newest_stamp();
  for (int64_t i = 1; i <= 20; ++i) {
    clock.advance(first + MediaTime::from_count(i, 30) - clock.now());
    while (frames.newest_stamp() < first + MediaTime::from_count(i, 30) - MediaTime::from_ms(1))
      std::this_thread::yield();
    EXPECT_LE(frames.newest_stamp(), clock.now() + MediaTime::from_ms(10));
  }
}

TEST_F(MediaSourceTest, OneFileAsCameraAndMicrophoneHasOneClock) {
  MonotonicClock clock;
  FrameSelector frames;
  SoundRing ring;
  const auto source = start(&frames, &ring, clock);
  ASSERT_TRUE(source);
  std::set<MediaTime> flashes;
  std::vector<MediaTime> beeps;
  MediaTime last_loud;
  SoundBlock block;
  while (beeps.size() < 3) {  // once round and a second more
    if (frames.has_frame()) {
      const PicturePtr picture = frames.pick(clock.now());
      if (picture->y.data[0] > 200) flashes.insert(picture->stamp);
    }
    while (ring.try_pop(block)) {
      for (int i = 0; i < block.frames; ++i) {
        if (std::abs(block.samples[static_cast<size_t>(i)]) < 0.01F) continue;
        const MediaTime at = block.arrived_at - MediaTime::from_count(block.frames - i, 48'000);
        if (at - last_loud > MediaTime::from_ms(100)) beeps.push_back(at);
        last_loud = at;
      }
    }
    clock.sleep_until(clock.now() + MediaTime::from_ms(5));
  }
  for (const MediaTime beep : beeps) {
    const auto after = flashes.lower_bound(beep - MediaTime::from_ms(2));
    ASSERT_NE(after, flashes.end());
    EXPECT_LT(abs(*after - beep), MediaTime::from_ms(2));
  }
}

TEST_F(MediaSourceTest, EndsAtOnceEvenWhenTheClockStandsStill) {
  SteppedClock clock(MediaTime::from_ms(1000));
  FrameSelector frames;
  SoundRing ring;
  start(&frames, &ring, clock).reset();
  SUCCEED() << "came back";
}

}  // namespace
}  // namespace gladi
