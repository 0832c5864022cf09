#include "encoder/program/compositor.h"

#include <gtest/gtest.h>

#include "tests/support/drawn_picture.h"

namespace gladi {
namespace {

using test::DrawnPicture;
using test::sample_at;
using test::Yuv;
using test::yuv_of;

constexpr Colour kJpeg{ColourMatrix::kBt601, true};
constexpr Yuv kBlack{16, 128, 128};
constexpr Yuv kWhite{235, 128, 128};

void expect_near(Yuv got, Yuv wanted, int by) {
  EXPECT_NEAR(got.y, wanted.y, by);
  EXPECT_NEAR(got.u, wanted.u, by);
  EXPECT_NEAR(got.v, wanted.v, by);
}

std::shared_ptr<const OverlayBitmap> plain_overlay(int width, int height, uint32_t argb) {
  const std::vector<uint32_t> pixels(static_cast<size_t>(width) * static_cast<size_t>(height), argb);
  return OverlayBitmap::from_argb(reinterpret_cast<const uint8_t*>(pixels.data()), width * 4, width, height);
}

// A canvas that is small enough to reason about and needs no scaling from a camera of its own size.
const Canvas kSmall{320, 240};

PicturePtr compose(const Canvas& canvas, const PicturePtr& camera, const Layout& layout,
                   const OverlayPlan& overlays = {}) {
  return Compositor(canvas).compose(camera.get(), layout, overlays);
}

TEST(Compositor, WithoutACameraTheBackgroundIsSeen) {
  Layout layout = camera_full(kSmall);
  layout.background_y = 41;
  layout.background_u = 240;
  layout.background_v = 110;
  const PicturePtr frame = compose(kSmall, nullptr, layout);
  EXPECT_EQ(frame->width_px, 320);
  EXPECT_EQ(frame->height_px, 240);
  EXPECT_EQ(frame->colour, Canvas::kColour);
  EXPECT_EQ(sample_at(*frame, 0, 0), (Yuv{41, 240, 110}));
  EXPECT_EQ(sample_at(*frame, 319, 239), (Yuv{41, 240, 110}));
}

TEST(Compositor, APictureInTheCanvassColourAndSizeComesOutUntouched) {
  const auto camera =
      DrawnPicture(320, 240, Canvas::kColour).paint({90, 200, 30}).stamp(MediaTime::from_ms(77)).finish();
  const PicturePtr frame = compose(kSmall, camera, camera_full(kSmall));
  EXPECT_EQ(sample_at(*frame, 160, 120), (Yuv{90, 200, 30}));
  EXPECT_EQ(frame->stamp, MediaTime::from_ms(77));
}

TEST(Compositor, FullRangeBecomesLimitedRange) {
  const auto camera =
      DrawnPicture(320, 240, kJpeg).paint({255, 128, 128}).paint({0, 0, 160, 240}, {0, 128, 128}).finish();
  const PicturePtr frame = compose(kSmall, camera, camera_full(kSmall));
  expect_near(sample_at(*frame, 10, 10), kBlack, 0);
  expect_near(sample_at(*frame, 310, 10), kWhite, 0);
}

TEST(Compositor, GreySurvivesEveryConversion) {
  for (const Colour colour :
       {kJpeg, Colour{ColourMatrix::kBt601, false}, Colour{ColourMatrix::kBt709, true}}) {
    for (int i = 0; i <= 10; ++i) {
      const auto camera =
          DrawnPicture(320, 240, colour).paint(yuv_of(i / 10.0, i / 10.0, i / 10.0, colour)).finish();
      const PicturePtr frame = compose(kSmall, camera, camera_full(kSmall));
      expect_near(sample_at(*frame, 5, 5), yuv_of(i / 10.0, i / 10.0, i / 10.0, Canvas::kColour), 1);
    }
  }
}

TEST(Compositor, SaturatedColoursAreTheSameColoursInBt709) {
  for (const Colour colour :
       {kJpeg, Colour{ColourMatrix::kBt601, false}, Colour{ColourMatrix::kBt709, true}}) {
    for (int i = 1; i < 7; ++i) {
      const double red = i & 1, green = (i >> 1) & 1, blue = i >> 2;
      SCOPED_TRACE(i);
      const auto camera = DrawnPicture(320, 240, colour).paint(yuv_of(red, green, blue, colour)).finish();
      // Converted before scaling up, after scaling down, and alone.
      for (const Canvas& canvas : {kSmall, Canvas{640, 480}, Canvas{160, 120}}) {
        const PicturePtr frame = compose(canvas, camera, camera_full(canvas));
        expect_near(sample_at(*frame, 50, 50), yuv_of(red, green, blue, Canvas::kColour), 2);
      }
    }
  }
}

TEST(Compositor, EveryChromaShapeIsUnderstood) {
  for (const auto& [x_shift, y_shift] : {std::pair{1, 1}, {1, 0}, {0, 0}, {0, 1}, {2, 0}}) {
    for (const Canvas& canvas : {kSmall, Canvas{640, 480}, Canvas{160, 120}}) {
      SCOPED_TRACE(testing::Message() << x_shift << y_shift << canvas.width_px);
      const auto camera = DrawnPicture(320, 240, kJpeg, x_shift, y_shift)
                              .paint(yuv_of(0, 0, 1, kJpeg))
                              .paint({0, 0, 160, 240}, yuv_of(1, 0, 0, kJpeg))
                              .finish();
      const PicturePtr frame = compose(canvas, camera, camera_full(canvas));
      expect_near(sample_at(*frame, canvas.width_px / 4, 60), yuv_of(1, 0, 0, Canvas::kColour), 2);
      expect_near(sample_at(*frame, canvas.width_px * 3 / 4, 60), yuv_of(0, 0, 1, Canvas::kColour), 2);
    }
  }
}

TEST(Compositor, CropLosesTheSidesAndFitKeepsThem) {
  // Landscape camera: black, with a white pillar in the middle and grey edges at both sides.
  const auto camera = DrawnPicture(640, 240, Canvas::kColour)
                          .paint(kBlack)
                          .paint({0, 0, 40, 240}, {120, 128, 128})
                          .paint({600, 0, 40, 240}, {120, 128, 128})
                          .paint({300, 0, 40, 240}, kWhite)
                          .finish();
  const Canvas canvas{240, 240};
  Layout layout = camera_full(canvas);
  const PicturePtr cropped = compose(canvas, camera, layout);
  EXPECT_EQ(sample_at(*cropped, 2, 120).y, 16);
  EXPECT_EQ(sample_at(*cropped, 120, 2).y, 235);
  EXPECT_EQ(sample_at(*cropped, 237, 237).y, 16);

  layout.fit = Fit::kWhole;
  layout.background_y = 60;
  const PicturePtr whole = compose(canvas, camera, layout);
  EXPECT_EQ(sample_at(*whole, 120, 2).y, 60);  // a bar
  EXPECT_EQ(sample_at(*whole, 120, 237).y, 60);
  EXPECT_NEAR(sample_at(*whole, 4, 120).y, 120, 1);  // the left edge is there
  EXPECT_NEAR(sample_at(*whole, 235, 120).y, 120, 1);
  EXPECT_NEAR(sample_at(*whole, 120, 120).y, 235, 1);
}

TEST(Compositor, QuarterTurnsAreClockwise) {
  // White in the upper left corner of the stored picture.
  for (const Canvas& large : {Canvas{320, 240}, Canvas{1280, 960}, Canvas{160, 160}}) {
    for (int turns = 0; turns < 4; ++turns) {
      const Canvas canvas = turns % 2 == 0 ? large : Canvas{large.height_px, large.width_px};
      const auto camera = DrawnPicture(320, 240, kJpeg, 1, 0)
                              .paint({0, 128, 128})
                              .paint({0, 0, 120, 80}, {255, 128, 128})
                              .quarter_turns(turns)
                              .finish();
      SCOPED_TRACE(testing::Message() << turns << " in " << canvas.width_px);
      const PicturePtr frame = compose(canvas, camera, camera_full(canvas));
      const int left = canvas.width_px / 10, right = canvas.width_px - left;
      const int top = canvas.height_px / 10, bottom = canvas.height_px - top;
      EXPECT_EQ(sample_at(*frame, left, top).y, turns == 0 ? 235 : 16);
      EXPECT_EQ(sample_at(*frame, right, top).y, turns == 1 ? 235 : 16);
      EXPECT_EQ(sample_at(*frame, right, bottom).y, turns == 2 ? 235 : 16);
      EXPECT_EQ(sample_at(*frame, left, bottom).y, turns == 3 ? 235 : 16);
    }
  }
}

TEST(Compositor, TheLayoutTurnsOnTopOfTheSource) {
  const auto camera = DrawnPicture(320, 240, Canvas::kColour)
                          .paint(kBlack)
                          .paint({0, 0, 120, 80}, kWhite)
                          .quarter_turns(3)
                          .finish();
  Layout layout = camera_full(kSmall);
  layout.quarter_turns = 1;
  EXPECT_EQ(sample_at(*compose(kSmall, camera, layout), 10, 10).y, 235);
}

TEST(Compositor, CameraAboveLeavesTheLowerPartToTheBackground) {
  const auto camera = DrawnPicture(320, 240, Canvas::kColour).paint(kWhite).finish();
  const PicturePtr frame = compose(kSmall, camera, camera_above(kSmall, 0.5));
  EXPECT_EQ(sample_at(*frame, 160, 119).y, 235);
  EXPECT_EQ(sample_at(*frame, 160, 120).y, 16);
}

TEST(Compositor, OverlaysAreBlendedInOrderAndOnlyWhereTheyAre) {
  const auto camera = DrawnPicture(320, 240, Canvas::kColour).paint(kBlack).finish();
  const OverlayPlan plan{{plain_overlay(40, 40, 0xffff0000), 100, 100},
                         {plain_overlay(20, 20, 0x80808080), 110, 110}};
  const PicturePtr frame = compose(kSmall, camera, camera_full(kSmall), plan);
  EXPECT_EQ(sample_at(*frame, 99, 100), kBlack);
  EXPECT_EQ(sample_at(*frame, 140, 139), kBlack);
  const Yuv red = yuv_of(1, 0, 0, Canvas::kColour);
  expect_near(sample_at(*frame, 100, 100), red, 2);
  // Half white over red.
  expect_near(sample_at(*frame, 120, 120), {(red.y + 235) / 2, (red.u + 128) / 2, (red.v + 128) / 2}, 2);
}

TEST(Compositor, ATransparentOverlayChangesNothing) {
  const auto camera = DrawnPicture(320, 240, Canvas::kColour).paint({77, 33, 210}).finish();
  const PicturePtr frame = compose(kSmall, camera, camera_full(kSmall), {{plain_overlay(320, 240, 0), 0, 0}});
  EXPECT_EQ(sample_at(*frame, 150, 150), (Yuv{77, 33, 210}));
}

TEST(Compositor, OverlaysAreCutAtTheEdgesOfTheCanvas) {
  // Left half white, right half green: what is cut on the left must be the left.
  std::vector<uint32_t> pixels(40 * 40, 0xffffffff);
  for (size_t i = 0; i < pixels.size(); ++i) pixels[i] = i % 40 < 20 ? 0xffffffff : 0xff00ff00;
  const auto bitmap = OverlayBitmap::from_argb(reinterpret_cast<const uint8_t*>(pixels.data()), 160, 40, 40);
  pixels[0] = 0;  // the same, blended instead of copied
  const auto blended = OverlayBitmap::from_argb(reinterpret_cast<const uint8_t*>(pixels.data()), 160, 40, 40);
  const Yuv green = yuv_of(0, 1, 0, Canvas::kColour);
  for (const auto& overlay : {bitmap, blended}) {
    const OverlayPlan plan{{overlay, -30, -30}, {overlay, 300, 220}, {overlay, 400, 0}, {overlay, 0, -40}};
    const PicturePtr frame = compose(kSmall, nullptr, camera_full(kSmall), plan);
    expect_near(sample_at(*frame, 0, 0), green, 2);
    expect_near(sample_at(*frame, 9, 9), green, 2);
    EXPECT_EQ(sample_at(*frame, 10, 10), kBlack);
    expect_near(sample_at(*frame, 319, 239), kWhite, 2);
    EXPECT_EQ(sample_at(*frame, 299, 219), kBlack);
  }
}

TEST(Compositor, OddPositionsAreRoundedDown) {
  const auto white = plain_overlay(10, 10, 0xffffffff);
  const PicturePtr frame = compose(kSmall, nullptr, camera_full(kSmall), {{white, 101, 51}, {white, -3, 0}});
  EXPECT_EQ(sample_at(*frame, 100, 50).y, 235);
  EXPECT_EQ(sample_at(*frame, 110, 50).y, 16);
  EXPECT_EQ(sample_at(*frame, 5, 0).y, 235);
  EXPECT_EQ(sample_at(*frame, 6, 0).y, 16);
}

TEST(Compositor, AFrameThatIsHeldIsNeverDrawnOver) {
  Compositor compositor(kSmall);
  const auto white = DrawnPicture(320, 240, Canvas::kColour).paint(kWhite).finish();
  const PicturePtr held = compositor.compose(white.get(), camera_full(kSmall), {});
  for (int i = 0; i < 20; ++i) compositor.compose(nullptr, camera_full(kSmall), {});
  EXPECT_EQ(sample_at(*held, 100, 100).y, 235);
}

}  // namespace
}  // namespace gladi
