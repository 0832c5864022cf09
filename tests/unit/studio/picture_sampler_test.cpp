#include "studio/coaching/picture_sampler.h"

#include <gtest/gtest.h>

#include "tests/support/camera_scene.h"
#include "tests/support/wait.h"

namespace gladi {
namespace {

using test::CameraScene;

class PictureSamplerTest : public testing::Test {
 protected:
  PictureSamplerTest() {
    auto finder =
        FaceFinder::open(std::filesystem::path(GLADI_SOURCE_DIR) / "assets/models/blazeface-256.onnx");
    EXPECT_TRUE(finder);
    sampler_ = std::make_unique<PictureSampler>(frames_, clock_,
                                                std::make_unique<PictureAnalyser>(std::move(*finder)));
  }

  void put(const CameraScene& scene) {
    auto picture = std::make_shared<Picture>(scene.picture());
    stamp_ += MediaTime::from_ms(33);
    picture->stamp = stamp_;
    frames_.put(std::move(picture));
  }
  // Time goes on, with the camera's pictures, until something was seen.
  std::vector<PictureSample> see(const CameraScene& scene, const CameraScene& next) {
    std::vector<PictureSample> seen;
    test::wait_for([&] {
      put(stamp_.ms() % 2 == 0 ? scene : next);
      clock_.advance(MediaTime::from_ms(33));
      seen = sampler_->take();
      return !seen.empty();
    });
    return seen;
  }

  SteppedClock clock_;
  FrameSelector frames_;
  MediaTime stamp_;
  std::unique_ptr<PictureSampler> sampler_;
};

TEST_F(PictureSamplerTest, TellsWhereTheFaceIsAndHowTheCameraShakes) {
  CameraScene scene(640, 360, 8);
  scene.paste(test::portrait(), test::kHeadLeft, test::kHeadTop, test::kHeadSide, 300, 40, 260);
  const auto seen = see(scene, scene.shifted(3, 0));
  ASSERT_FALSE(seen.empty());
  EXPECT_TRUE(sampler_->looks_for_faces());
  EXPECT_EQ(seen[0].faces, 1);
  ASSERT_TRUE(seen[0].face);
  EXPECT_GT(seen[0].face->centre.x, 0.5);
  EXPECT_TRUE(seen[0].light.face);
  EXPECT_TRUE(seen[0].sharpness);
  ASSERT_TRUE(seen[0].shake);
  EXPECT_NEAR(*seen[0].shake, 3.0 / 640, 0.15 * 3 / 640);
}

TEST_F(PictureSamplerTest, SeesNothingWhileTheCameraIsGoneOrTheComputerHasNoTime) {
  const CameraScene room(640, 360, 9);
  ASSERT_FALSE(see(room, room.shifted(1, 0)).empty());
  sampler_->rest(true);
  for (int turn = 0; turn < 100; ++turn) {
    put(room);
    clock_.advance(MediaTime::from_ms(33));
  }
  static_cast<void>(sampler_->take());  // a look that had begun
  frames_.mark(CameraPresence::kLost, frames_.frames_put());
  sampler_->rest(false);
  for (int turn = 0; turn < 100; ++turn) clock_.advance(MediaTime::from_ms(100));
  EXPECT_TRUE(sampler_->take().empty());
}

TEST(PictureAnalyserTest, TellsTheRestWithoutTheModel) {
  PictureAnalyser analyser(nullptr);
  EXPECT_FALSE(analyser.looks_for_faces());
  CameraScene scene(640, 360, 8);
  scene.paste(test::portrait(), test::kHeadLeft, test::kHeadTop, test::kHeadSide, 300, 40, 260);
  const PictureSample sample = analyser.look(scene.picture(), nullptr);
  EXPECT_FALSE(sample.face);
  EXPECT_GT(sample.light.background, 0.1);
  EXPECT_TRUE(sample.sharpness);
  EXPECT_FALSE(sample.shake);
}

}  // namespace
}  // namespace gladi
