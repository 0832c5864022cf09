// The player on a real sound server, through PortAudio: does the picture come with the sound that leaves the
// machine?
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <memory>
#include <thread>
#include <vector>

#include "encoder/base/clock.h"
#include "encoder/base/mutex.h"
#include "encoder/playback/player.h"
#include "tests/support/played.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

using test::number_at;
using test::number_shown;
using test::NumberedMedia;
using test::TestSound;
using test::wait_until;

constexpr int kRateHz = 48'000;

// Listens to the loudspeaker that tests/support/with-sound.sh provides, and notes when beeps begin.
class Listener {
 public:
  explicit Listener(Clock& clock) : clock_(clock) {
    recorder_.reset(
        ::popen("exec parec --device=gladi_speaker.monitor --format=s16le --rate=48000 --channels=1 "
                "--latency-msec=5 --process-time-msec=5",
                "r"));
    thread_ = std::thread([this] { listen(); });
  }
  ~Listener() {
    stop_ = true;
    thread_.join();
  }

  bool hears_anything() const { return blocks_ > 10; }  // silence is something too: the recorder runs
  int64_t beeps() const { return beep_count_; }
  // When each beep after at least 100 ms of silence began. After the listener has heard enough.
  std::vector<MediaTime> beep_times() {
    const MutexLock lock(mutex_);
    return beep_times_;
  }

 private:
  struct Close {
    void operator()(std::FILE* pipe) const { ::pclose(pipe); }
  };

  void listen() {
    std::array<int16_t, 240> block{};  // 5 ms
    int64_t samples = 0;
    int64_t last_loud = -kRateHz;
    MediaTime lead{INT64_MIN /
                   2};  // sound can't come before it was played: the quickest block tells the true time
    while (!stop_ &&
           std::fread(block.data(), sizeof(int16_t), block.size(), recorder_.get()) == block.size()) {
      const auto count = static_cast<int64_t>(block.size());
      lead = std::max(lead, MediaTime::from_count(samples + count, kRateHz) - clock_.now());
      for (int64_t i = 0; i < count; ++i) {
        if (std::abs(block[static_cast<size_t>(i)]) < 1500) continue;
        if (samples + i - last_loud > kRateHz / 10) {
          const MutexLock lock(mutex_);
          beep_times_.push_back(MediaTime::from_count(samples + i, kRateHz) - lead);
          ++beep_count_;
        }
        last_loud = samples + i;
      }
      samples += count;
      ++blocks_;
    }
  }

  Clock& clock_;
  std::unique_ptr<std::FILE, Close> recorder_;
  std::atomic<bool> stop_{false};
  std::atomic<int64_t> blocks_{0};
  std::atomic<int64_t> beep_count_{0};
  Mutex mutex_;
  std::vector<MediaTime> beep_times_ GUARDED_BY(mutex_);
  std::thread thread_;
};

TEST(PlayerSound, ShowsEachFlashWhenItsBeepLeavesTheLoudspeaker) {
  const test::TempFolder folder;
  ASSERT_TRUE(test::make_media(folder / "take.mp4", {.frames = 200, .sound = TestSound::kBeeps}));
  MonotonicClock clock;
  Listener listener(clock);
  ASSERT_TRUE(wait_until([&] { return listener.hears_anything(); }));
  auto player = Player::open({{folder / "take.mp4", {}}}, clock);
  ASSERT_TRUE(player) << player.error().english();
  number_at(**player, MediaTime::from_ms(500));
  (*player)->play();

  std::vector<MediaTime> flashes;
  bool was_flash = false;
  int64_t serial = 0;
  while (!(*player)->state().at_end && !(*player)->state().problem) {
    if ((*player)->picture().serial() != serial) {
      serial = (*player)->picture().serial();
      const bool flash = test::is_flash(*(*player)->picture().get());
      if (flash && !was_flash) flashes.push_back(clock.now());
      was_flash = flash;
    }
    std::this_thread::sleep_for(std::chrono::microseconds(500));
  }
  ASSERT_FALSE((*player)->state().problem) << (*player)->state().problem->english();
  ASSERT_EQ(flashes.size(), 6U);
  ASSERT_TRUE(wait_until([&] { return listener.beeps() >= 6; }));
  const std::vector<MediaTime> beeps = listener.beep_times();

  std::vector<double> sound_late_ms;
  for (const MediaTime flash : flashes) {
    const auto nearest = *std::min_element(beeps.begin(), beeps.end(), [&](MediaTime a, MediaTime b) {
      return abs(a - flash) < abs(b - flash);
    });
    sound_late_ms.push_back((nearest - flash).seconds() * 1000);
  }
  std::sort(sound_late_ms.begin(), sound_late_ms.end());
  const double median_ms = sound_late_ms[sound_late_ms.size() / 2];
  std::printf("sound later than picture by %.1f ms (%.1f to %.1f)\n", median_ms, sound_late_ms.front(),
              sound_late_ms.back());
  RecordProperty("sound_late_ms", std::to_string(median_ms));
  // Half of a frame, and the same again for the listener's own uncertainty.
  EXPECT_NEAR(median_ms, 0, 34);
}

TEST(PlayerSound, PlaysInRealTimeAndPausesAtOnce) {
  const test::TempFolder folder;
  ASSERT_TRUE(test::make_media(folder / "take.mp4", {.frames = 150, .sound = TestSound::kSine}));
  MonotonicClock clock;
  const Listener listener(clock);  // with nobody listening this server would play in lumps of 2 s
  ASSERT_TRUE(wait_until([&] { return listener.hears_anything(); }));
  auto player = Player::open({{folder / "take.mp4", {}}}, clock);
  ASSERT_TRUE(player) << player.error().english();
  (*player)->play();
  ASSERT_TRUE(wait_until([&] { return number_shown(**player) >= 10; }));
  const MediaTime begin = clock.now();
  const int first = number_shown(**player);
  ASSERT_TRUE(wait_until([&] { return number_shown(**player) >= first + 60; }));
  EXPECT_NEAR((clock.now() - begin).seconds(), 2.0, 0.15);
  (*player)->pause();
  ASSERT_TRUE(wait_until([&] { return !(*player)->state().playing; }));
  const int paused_at = number_shown(**player);
  EXPECT_LT(paused_at, first + 75);
  const auto problem = (*player)->state().problem;
  EXPECT_FALSE(problem) << problem->english();
}

}  // namespace
}  // namespace gladi
