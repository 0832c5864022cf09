#include "encoder/playback/sound_scan.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "encoder/playback/sound_timeline.h"
#include "tests/support/media_files.h"
#include "tests/support/numbered_media.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

constexpr int kRateHz = SoundFormat::kSampleRateHz;

// Keeps the left side, and notes where nothing came.
class Ear final : public SoundListener {
 public:
  Status hear(const SoundStretch& sound) override {
    EXPECT_GE(sound.first_frame, static_cast<int64_t>(heard.size())) << "twice, or backwards";
    EXPECT_LE(sound.frames(), kRateHz / 10);
    if (sound.first_frame > static_cast<int64_t>(heard.size())) {
      holes.push_back({static_cast<int64_t>(heard.size()), sound.first_frame});
      heard.resize(static_cast<size_t>(sound.first_frame));
    }
    for (int i = 0; i < sound.frames(); ++i) heard.push_back(sound.interleaved[static_cast<size_t>(2 * i)]);
    if (static_cast<int64_t>(heard.size()) >= fail_at)
      return fail(ErrorKind::kNoSpace, Message(GLADI_TEXT("The disk is full.")));
    if (cancel != nullptr && static_cast<int64_t>(heard.size()) >= kRateHz) *cancel = true;
    return {};
  }

  std::vector<float> heard;
  std::vector<std::pair<int64_t, int64_t>> holes;
  int64_t fail_at = INT64_MAX;
  std::atomic<bool>* cancel = nullptr;
};

Status scan(std::vector<PlayerPart> parts, Ear& ear, const std::atomic<bool>* cancel = nullptr,
            const std::function<void(double)>& progress = {}) {
  const std::array<SoundListener*, 1> listeners{&ear};
  return scan_sound(std::move(parts), listeners, cancel, progress);
}

std::vector<size_t> beeps_in(const std::vector<float>& sound) {
  std::vector<size_t> beeps;
  for (size_t i = 0; i < sound.size(); ++i) {
    const bool loud = std::abs(sound[i]) > 0.05F;
    if (loud && (beeps.empty() || i - beeps.back() > kRateHz / 2)) beeps.push_back(i);
  }
  return beeps;
}

TEST(SoundScan, HearsWhatThePlayerPlays) {
  const test::TempFolder folder;
  ASSERT_TRUE(test::make_media(folder / "a.mp4", {.frames = 95, .sound = test::TestSound::kSine}));
  Ear ear;
  double share = 0;
  ASSERT_TRUE(scan({{folder / "a.mp4", {}}}, ear, nullptr, [&](double now) {
    EXPECT_GT(now, share);
    share = now;
  }));
  EXPECT_DOUBLE_EQ(share, 1);
  EXPECT_NEAR(static_cast<double>(ear.heard.size()), 95 * kRateHz / 30, kRateHz / 20);
  SoundTimeline played({{folder / "a.mp4", {}, {}, true}}, kRateHz);
  played.seek({});
  std::vector<float> stereo(2 * ear.heard.size());
  played.read(stereo.data(), static_cast<int>(ear.heard.size()));
  for (size_t i = 0; i < ear.heard.size(); ++i) ASSERT_NEAR(ear.heard[i], stereo[2 * i], 0.001) << i;
}

TEST(SoundScan, FitsThePicturesOfAPartThatIsStillInFragments) {
  const test::TempFolder folder;
  ASSERT_TRUE(
      test::make_media(folder / "a.mp4",
                       {.frames = 75, .sound = test::TestSound::kBeeps, .file_options = test::fragmented()}));
  Ear ear;
  ASSERT_TRUE(scan({{folder / "a.mp4", {}}}, ear));
  const std::vector<size_t> beeps = beeps_in(ear.heard);
  ASSERT_EQ(beeps.size(), 3u);
  EXPECT_NEAR(static_cast<double>(beeps[2]), 2.0 * kRateHz, 100);
}

TEST(SoundScan, KeepsPartsInTheirPlacesAndHolesEmpty) {
  const test::TempFolder folder;
  ASSERT_TRUE(test::make_media(folder / "a.mp4", {.frames = 45, .sound = test::TestSound::kBeeps}));
  ASSERT_TRUE(test::make_media(folder / "mute.mp4", test::NumberedMedia{.frames = 15}));
  Ear ear;
  // In any order. The second part begins before the first one's sound is over, the fourth after a hole.
  ASSERT_TRUE(scan({{folder / "a.mp4", MediaTime::from_ms(6000)},
                    {folder / "a.mp4", {}},
                    {folder / "a.mp4", MediaTime::from_ms(800)},
                    {folder / "mute.mp4", MediaTime::from_ms(2200)}},
                   ear));
  const std::vector<size_t> beeps = beeps_in(ear.heard);
  ASSERT_EQ(beeps.size(), 5u);
  const double expected[] = {0, 0.8, 1.8, 6, 7};
  for (size_t i = 0; i < beeps.size(); ++i)
    EXPECT_NEAR(static_cast<double>(beeps[i]), expected[i] * kRateHz, 150) << i;
  ASSERT_EQ(ear.holes.size(), 1u);
  EXPECT_EQ(ear.holes[0].first, MediaTime::from_ms(2200).to_count(kRateHz));
  EXPECT_EQ(ear.holes[0].second, 6 * kRateHz);
}

TEST(SoundScan, LeavesOutWhatCannotBeReadUnlessThatIsAll) {
  const test::TempFolder folder;
  ASSERT_TRUE(test::make_media(folder / "a.mp4", {.frames = 45, .sound = test::TestSound::kBeeps}));
  Ear ear;
  EXPECT_TRUE(scan({{folder / "gone.mp4", {}}, {folder / "a.mp4", MediaTime::from_ms(3000)}}, ear));
  EXPECT_EQ(beeps_in(ear.heard).size(), 2u);
  Ear other;
  const Status none = scan({{folder / "gone.mp4", {}}}, other);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().kind, ErrorKind::kNotFound);
}

TEST(SoundScan, EndsWhenItIsCancelledOrAListenerFails) {
  const test::TempFolder folder;
  ASSERT_TRUE(test::make_media(folder / "a.mp4", {.frames = 90, .sound = test::TestSound::kBeeps}));
  std::atomic<bool> cancel{false};
  Ear ear;
  ear.cancel = &cancel;
  const Status cancelled = scan({{folder / "a.mp4", {}}}, ear, &cancel);
  ASSERT_FALSE(cancelled);
  EXPECT_EQ(cancelled.error().kind, ErrorKind::kCancelled);
  EXPECT_EQ(ear.heard.size(), static_cast<size_t>(kRateHz)) << "not a block more";
  Ear full;
  full.fail_at = kRateHz / 2;
  const Status failed = scan({{folder / "a.mp4", {}}}, full);
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().kind, ErrorKind::kNoSpace);
}

}  // namespace
}  // namespace gladi
