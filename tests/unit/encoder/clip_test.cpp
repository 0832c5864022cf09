#include "encoder/file/clip.h"

#include <gtest/gtest.h>

#include "encoder/file/media_info.h"
#include "encoder/playback/picture_timeline.h"
#include "tests/support/numbered_media.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

MediaTime frames(int64_t n) {
  return MediaTime::from_count(n, 30, 1);
}

class Clip : public testing::Test {
 protected:
  void SetUp() override {
    test::NumberedMedia media;
    media.frames = 90;
    media.sound = test::TestSound::kBeeps;
    ASSERT_TRUE(test::make_media(temp_ / "take.mp4", media));
    media.first_number = 90;
    ASSERT_TRUE(test::make_media(temp_ / "take-2.mp4", media));
    parts_ = {{temp_ / "take.mp4", {}}, {temp_ / "take-2.mp4", frames(90)}};
    spec_.file = temp_ / "clip.mp4";
  }
  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(temp_.path()))
      names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
  }

  test::TempFolder temp_;
  std::vector<PlayerPart> parts_;
  ClipSpec spec_;
};

TEST_F(Clip, HoldsTheFramesBetweenItsTwoMomentsAcrossParts) {
  spec_.from = frames(80);
  spec_.to = frames(110);
  const auto clip = make_clip(parts_, spec_);
  ASSERT_TRUE(clip) << clip.error().english();
  EXPECT_NEAR(clip->duration.seconds(), 1.0, 0.03);
  auto made = PictureTimeline::open({{spec_.file, {}}});
  ASSERT_TRUE(made);
  for (const int n : {0, 1, 9, 10, 11, 29}) {
    const PicturePtr picture = (*made)->at(frames(n) + MediaTime::from_ms(5));
    ASSERT_TRUE(picture);
    EXPECT_EQ(test::number_of(*picture), 80 + n);
  }
  const auto info = probe_media(spec_.file);
  ASSERT_TRUE(info);
  EXPECT_TRUE(info->has_audio);
  EXPECT_EQ(info->video_codec, "h264");
}

TEST_F(Clip, EndsWithTheTake) {
  spec_.from = frames(170);
  spec_.to = MediaTime::from_seconds(3600);
  const auto clip = make_clip(parts_, spec_);
  ASSERT_TRUE(clip) << clip.error().english();
  EXPECT_NEAR(clip->duration.seconds(), 10 / 30.0, 0.03);
}

TEST_F(Clip, OfNothingIsRefused) {
  spec_.from = spec_.to = frames(10);
  EXPECT_EQ(make_clip(parts_, spec_).error().kind, ErrorKind::kInvalid);
  spec_.from = MediaTime::from_seconds(100);
  spec_.to = MediaTime::from_seconds(110);
  EXPECT_EQ(make_clip(parts_, spec_).error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(files(), (std::vector<std::string>{"take-2.mp4", "take.mp4"}));
}

TEST_F(Clip, NeverTakesThePlaceOfAnotherFile) {
  spec_.file = temp_ / "take.mp4";
  spec_.to = frames(30);
  const auto before = std::filesystem::file_size(temp_ / "take.mp4");
  EXPECT_EQ(make_clip(parts_, spec_).error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(std::filesystem::file_size(temp_ / "take.mp4"), before);
}

TEST_F(Clip, CancelledLeavesNothing) {
  spec_.to = frames(180);
  std::atomic<bool> cancel = false;
  const auto clip = make_clip(
      parts_, spec_, [&cancel](double done) { cancel = done > 0.3; }, &cancel);
  ASSERT_FALSE(clip);
  EXPECT_EQ(clip.error().kind, ErrorKind::kCancelled);
  EXPECT_EQ(files(), (std::vector<std::string>{"take-2.mp4", "take.mp4"}));
}

TEST_F(Clip, KeepsToItsBytesOrSaysThatItIsTooLong) {
  spec_.to = frames(180);
  spec_.most_bytes = 400'000;
  const auto clip = make_clip(parts_, spec_);
  ASSERT_TRUE(clip) << clip.error().english();
  EXPECT_LE(clip->bytes, 400'000);
  spec_.file = temp_ / "other.mp4";
  spec_.most_bytes = 100'000;
  EXPECT_EQ(make_clip(parts_, spec_).error().kind, ErrorKind::kInvalid);
  EXPECT_GT(longest_clip(ClipSpec::kMessageBytes).seconds(), 5 * 60);
}

TEST_F(Clip, OfALargePictureIsScaledDownToBeSent) {
  test::NumberedMedia media;
  media.width_px = 720;
  media.height_px = 1280;
  media.frames = 30;
  ASSERT_TRUE(test::make_media(temp_ / "large.mp4", media));
  spec_.to = frames(30);
  spec_.most_bytes = 150'000;
  const auto clip = make_clip({{temp_ / "large.mp4", {}}}, spec_);
  ASSERT_TRUE(clip) << clip.error().english();
  EXPECT_EQ(clip->width_px, 480);
  EXPECT_EQ(clip->height_px, 854);
}

}  // namespace
}  // namespace gladi
