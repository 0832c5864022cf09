#include "studio/coaching/take_pictures.h"

#include <gtest/gtest.h>

#include <fstream>

#include "encoder/playback/picture_scan.h"
#include "tests/support/media_files.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

fs::path model() {
  return fs::path(GLADI_SOURCE_DIR) / "assets/models/blazeface-256.onnx";
}

// Eight seconds with somebody in the picture, then eight of an empty one, a keyframe each second.
class TakePictures : public testing::Test {
 protected:
  TakePictures() {
    session_ = test::sample_session();
    session_.parts = {{"take.mp4", {}, MediaTime::from_ms(16'000), true, "", {}}};
    session_.duration = MediaTime::from_ms(16'000);
    session_.imported_from = "phone.mp4";
    folder_ = test::write_sample_session(temp_.path(), "take", session_);
    fs::copy_file(film(), folder_ / "take.mp4");
  }

  static fs::path film() {
    static const test::TempFolder kept;
    const fs::path file = kept.path() / "take.mp4";
    if (fs::exists(file)) return file;
    const std::string face = GLADI_SOURCE_DIR "/tests/data/portrait.jpg";
    test::make_media(file, {"-loop",
                            "1",
                            "-framerate",
                            "10",
                            "-t",
                            "8",
                            "-i",
                            face,
                            "-f",
                            "lavfi",
                            "-i",
                            "color=c=gray:s=360x640:r=10:d=8",
                            "-filter_complex",
                            "[0:v]scale=360:360,pad=360:640:0:100:gray,setsar=1[a];[1:v]setsar=1[b];"
                            "[a][b]concat=n=2:v=1,format=yuv420p",
                            "-c:v",
                            "libx264",
                            "-preset",
                            "ultrafast",
                            "-g",
                            "10"});
    return file;
  }
  Result<std::vector<PictureSample>> look() { return take_pictures(folder_, session_, model()); }

  const test::TempFolder temp_;
  Session session_;
  fs::path folder_;
};

TEST_F(TakePictures, TellWhereSheWasInAPhonesVideo) {
  double last = 0;
  auto looked = take_pictures(folder_, session_, model(), nullptr, [&last](double share) {
    EXPECT_GE(share, last);
    last = share;
  });
  ASSERT_TRUE(looked) << looked.error().english();
  EXPECT_EQ(last, 1);
  EXPECT_GE(looked->size(), 8U);
  for (const PictureSample& sample : *looked) {
    EXPECT_EQ(sample.faces, sample.at < MediaTime::from_ms(8'000) ? 1 : 0) << sample.at.seconds();
  }
  const PictureMetrics metrics = known_picture_metrics(folder_, session_, {});
  ASSERT_TRUE(metrics.out_of_frame);
  EXPECT_NEAR(metrics.out_of_frame->share, 0.5, 0.1);
}

TEST_F(TakePictures, FillTheHolesOfTheJournalAndNothingElse) {
  std::vector<TakeEvent> looks;
  for (int s = 0; s < 4; ++s) {
    PictureSeen seen;
    seen.sample.faces = 0;  // what nobody sees in the film: it is seen again
    looks.push_back({MediaTime::from_ms(1'000 * s), seen});
  }
  EXPECT_EQ(known_picture_metrics(folder_, session_, looks).lack, PictureLack::kTooLittle);
  EXPECT_TRUE(misses_pictures(folder_, session_, looks));
  ASSERT_TRUE(look());
  EXPECT_FALSE(misses_pictures(folder_, session_, looks));
  const PictureMetrics metrics = known_picture_metrics(folder_, session_, looks);
  EXPECT_EQ(metrics.lack, PictureLack::kNone);
  ASSERT_TRUE(metrics.out_of_frame);
  // Live: away for 5 of 16 s; then the face until 8 s; then nobody.
  EXPECT_NEAR(metrics.out_of_frame->share, 13.0 / 16, 0.1);
}

TEST_F(TakePictures, AreLookedAtOnceAndAgainWhenTheFileIsAnother) {
  EXPECT_EQ(known_picture_metrics(folder_, session_, {}).lack, PictureLack::kNotSeen);
  ASSERT_TRUE(look());
  EXPECT_TRUE(load_pictures(folder_, session_));
  std::ofstream(folder_ / "take.mp4", std::ios::app) << "longer";
  EXPECT_FALSE(load_pictures(folder_, session_));
}

TEST_F(TakePictures, AreNotKeptWithoutTheModelButTellTheRest) {
  const auto blind = take_pictures(folder_, session_, folder_ / "none.onnx");
  ASSERT_TRUE(blind);
  ASSERT_FALSE(blind->empty());
  EXPECT_FALSE(blind->front().faces);
  EXPECT_FALSE(load_pictures(folder_, session_));
}

TEST_F(TakePictures, LeaveNothingWhenCancelledOrUnreadable) {
  const std::atomic<bool> cancel = true;
  const auto cancelled = take_pictures(folder_, session_, model(), &cancel);
  ASSERT_FALSE(cancelled);
  EXPECT_EQ(cancelled.error().kind, ErrorKind::kCancelled);
  test::write_text(folder_ / "take.mp4", "no film");
  EXPECT_FALSE(look());
  EXPECT_FALSE(fs::exists(folder_ / "cache" / "pictures.json"));
}

TEST_F(TakePictures, AreWantedOnlyWhereNobodyLookedAndSomebodyCanBeSeen) {
  EXPECT_TRUE(wants_pictures(session_, {}));
  session_.duration = MediaTime::from_ms(16'000);
  std::vector<TakeEvent> looks;
  for (int s = 0; s < 5; ++s) looks.push_back({MediaTime::from_ms(1'000 * s), PictureSeen{}});
  EXPECT_TRUE(wants_pictures(session_, looks)) << "looking stopped while it was made";
  for (int s = 5; s < 15; ++s) looks.push_back({MediaTime::from_ms(1'000 * s), PictureSeen{}});
  EXPECT_FALSE(wants_pictures(session_, looks));
  session_.imported_from.clear();
  session_.camera = "Demo";
  EXPECT_FALSE(wants_pictures(session_, {})) << "the presenter";
  session_.camera.clear();
  EXPECT_FALSE(wants_pictures(session_, {})) << "no camera";
  session_.camera = "Integrated Webcam";
  EXPECT_TRUE(wants_pictures(session_, {})) << "a take of an older Gladi";
}

TEST_F(TakePictures, AreAskedForAtKeyframesAndNotMoreOftenThanWanted) {
  std::vector<double> at;
  const auto note = [&at](const Picture& picture, const Picture* before) -> Status {
    EXPECT_NE(before, nullptr);
    if (before) {
      EXPECT_LT(before->stamp, picture.stamp);
    }
    at.push_back(before ? before->stamp.seconds() : -1);
    return {};
  };
  ASSERT_TRUE(scan_pictures({{film(), MediaTime::from_ms(5'000)}}, MediaTime::from_ms(3'000), note));
  ASSERT_EQ(at.size(), 6U);
  for (size_t i = 0; i < at.size(); ++i) EXPECT_NEAR(at[i], 5 + 3 * static_cast<double>(i), 0.01);
  at.clear();
  ASSERT_TRUE(scan_pictures({{film(), {}}}, MediaTime::from_ms(100), note));
  EXPECT_EQ(at.size(), 16U) << "each keyframe once";
}

}  // namespace
}  // namespace gladi
