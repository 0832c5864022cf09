// A camera or a stream that changes its size while it runs (a phone that is turned, a webcam that is opened
// again).
#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "encoder/capture/media_timeline.h"
#include "encoder/program/compositor.h"
#include "tests/support/drawn_picture.h"
#include "tests/support/media_files.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

using test::DrawnPicture;
using test::sample_at;

TEST(ChangingSize, TheProgramFeedFollowsFromOneFrameToTheNext) {
  const Canvas canvas{160, 284, 30, 1};
  Compositor compositor(canvas);
  struct Shape {
    int width_px, height_px, x_shift, y_shift, turns;
  };
  // Larger, smaller, odd, turned, another chroma, and back again: what is kept between frames must not show.
  for (const Shape& shape : {Shape{1280, 720, 1, 1, 0}, Shape{320, 240, 1, 0, 0}, Shape{641, 361, 1, 1, 0},
                             Shape{640, 360, 1, 0, 1}, Shape{2, 2, 1, 1, 0}, Shape{1920, 1080, 0, 0, 3},
                             Shape{1280, 720, 1, 1, 0}}) {
    SCOPED_TRACE(testing::Message() << shape.width_px << "x" << shape.height_px << " turned " << shape.turns);
    const auto camera = DrawnPicture(shape.width_px, shape.height_px, {ColourMatrix::kBt601, true},
                                     shape.x_shift, shape.y_shift)
                            .paint({shape.width_px % 200 + 20, 128, 128})
                            .quarter_turns(shape.turns)
                            .finish();
    const PicturePtr frame = compositor.compose(camera.get(), camera_full(canvas), {});
    ASSERT_EQ(frame->width_px, canvas.width_px);
    ASSERT_EQ(frame->height_px, canvas.height_px);
    const int expected = 16 + (shape.width_px % 200 + 20) * 219 / 255;
    for (const auto& [x, y] : {std::pair{0, 0}, {159, 0}, {80, 142}, {0, 283}, {159, 283}}) {
      EXPECT_NEAR(sample_at(*frame, x, y).y, expected, 2) << x << ", " << y;
    }
  }
}

TEST(ChangingSize, AStreamMayChangeItsSizeInTheMiddle) {
  const test::TempFolder folder;
  const auto part = [&](const std::string& name, const std::string& size) {
    test::make_media(folder / name, {"-f", "lavfi", "-i", "testsrc2=r=30:s=" + size, "-t", "0.5", "-c:v",
                                     "mjpeg", "-f", "mjpeg"});
    std::ifstream in(folder / name, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  const auto file = folder / "both.mjpeg";
  std::ofstream(file, std::ios::binary) << part("one", "320x180") << part("two", "642x362");

  auto input = MediaInput::open({MediaPlace::Kind::kFile, file.string()});
  ASSERT_TRUE(input) << input.error().english();
  auto timeline = MediaTimeline::open(std::move(*input), true, false);
  ASSERT_TRUE(timeline) << timeline.error().english();
  std::set<int> widths;
  Compositor compositor({160, 284, 30, 1});
  MediaTime last{-1};
  for (int n = 0; n < 60; ++n) {  // over the end, into the next loop: the first size again
    const auto filled = (*timeline)->fill(1);
    ASSERT_TRUE(filled) << filled.error().english();
    const PicturePtr picture = (*timeline)->pictures().front();
    (*timeline)->pictures().pop_front();
    EXPECT_GT(picture->stamp, last);
    last = picture->stamp;
    widths.insert(picture->width_px);
    ASSERT_NE(compositor.compose(picture.get(), camera_full({160, 284, 30, 1}), {}), nullptr);
  }
  EXPECT_EQ(widths, (std::set<int>{320, 642}));
  EXPECT_EQ((*timeline)->broken(), 0);
}

}  // namespace
}  // namespace gladi
