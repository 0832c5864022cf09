#include "encoder/program/overlay.h"

#include <gtest/gtest.h>

#include "tests/support/drawn_picture.h"

namespace gladi {
namespace {

using test::Yuv;
using test::yuv_of;

struct Pixels {
  Pixels(int width_px, int height_px, uint32_t argb = 0)
      : width(width_px),
        height(height_px),
        values(static_cast<size_t>(width_px) * static_cast<size_t>(height_px), argb) {}
  uint32_t& at(int x, int y) {
    return values[static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x)];
  }
  std::shared_ptr<const OverlayBitmap> bitmap() const {
    return OverlayBitmap::from_argb(reinterpret_cast<const uint8_t*>(values.data()), width * 4, width,
                                    height);
  }
  int width, height;
  std::vector<uint32_t> values;
};

Yuv colour_at(const OverlayBitmap& bitmap, int x, int y) {
  const int half = bitmap.width_px() / 2;
  return {bitmap.y()[y * bitmap.width_px() + x], bitmap.u()[y / 2 * half + x / 2],
          bitmap.v()[y / 2 * half + x / 2]};
}

void expect_near(Yuv got, Yuv wanted, int by) {
  EXPECT_NEAR(got.y, wanted.y, by);
  EXPECT_NEAR(got.u, wanted.u, by);
  EXPECT_NEAR(got.v, wanted.v, by);
}

TEST(Overlay, PlainColoursAreLimitedRangeBt709) {
  struct Case {
    uint32_t argb;
    double red, green, blue;
  };
  for (const Case& c :
       {Case{0xffff0000, 1, 0, 0}, Case{0xff00ff00, 0, 1, 0}, Case{0xff0000ff, 0, 0, 1},
        Case{0xffffffff, 1, 1, 1}, Case{0xff000000, 0, 0, 0}, Case{0xff808080, 0.502, 0.502, 0.502}}) {
    SCOPED_TRACE(c.argb);
    const auto bitmap = Pixels(38, 6, c.argb).bitmap();
    expect_near(colour_at(*bitmap, 0, 0), yuv_of(c.red, c.green, c.blue, Canvas::kColour), 1);
    expect_near(colour_at(*bitmap, 37, 5), yuv_of(c.red, c.green, c.blue, Canvas::kColour), 1);
    EXPECT_EQ(bitmap->alpha()[0], 255);
    EXPECT_TRUE(bitmap->opaque());
  }
}

TEST(Overlay, HalfTransparentColourIsStoredStraight) {
  // Half of full red, premultiplied.
  const auto bitmap = Pixels(20, 4, 0x80800000).bitmap();
  expect_near(colour_at(*bitmap, 9, 2), yuv_of(1, 0, 0, Canvas::kColour), 2);
  EXPECT_EQ(bitmap->alpha()[45], 0x80);
  EXPECT_FALSE(bitmap->opaque());
}

TEST(Overlay, TransparentNeighboursDontDiscolourAnEdge) {
  // One blue pixel in a 2x2 block: its chroma is blue, not blue mixed with three black ones.
  Pixels pixels(8, 8);
  pixels.at(3, 3) = 0xff0000ff;
  const auto bitmap = pixels.bitmap();
  expect_near(colour_at(*bitmap, 3, 3), yuv_of(0, 0, 1, Canvas::kColour), 2);
  EXPECT_EQ(bitmap->alpha()[3 * 8 + 3], 255);
  EXPECT_EQ(bitmap->alpha()[3 * 8 + 2], 0);
}

TEST(Overlay, TransparentBitmapIsNeutral) {
  const auto bitmap = Pixels(16, 16).bitmap();
  EXPECT_EQ(colour_at(*bitmap, 5, 5), (Yuv{16, 128, 128}));
  EXPECT_EQ(bitmap->alpha()[5], 0);
  EXPECT_FALSE(bitmap->opaque());
}

TEST(Overlay, OddSizesArePaddedWithTransparency) {
  const auto bitmap = Pixels(7, 3, 0xffffffff).bitmap();
  ASSERT_EQ(bitmap->width_px(), 8);
  ASSERT_EQ(bitmap->height_px(), 4);
  EXPECT_EQ(bitmap->alpha()[6], 255);
  EXPECT_EQ(bitmap->alpha()[7], 0);
  EXPECT_EQ(bitmap->alpha()[3 * 8], 0);
  expect_near(colour_at(*bitmap, 6, 2), yuv_of(1, 1, 1, Canvas::kColour), 1);
  EXPECT_FALSE(bitmap->opaque());
}

TEST(Overlay, RowsOfTheSourceMayBeLonger) {
  const std::vector<uint32_t> rows{0xffffffff, 0xffffffff, 0, 0, 0xff000000, 0xff000000, 0, 0};
  const auto bitmap = OverlayBitmap::from_argb(reinterpret_cast<const uint8_t*>(rows.data()), 16, 2, 2);
  EXPECT_NEAR(bitmap->y()[0], 235, 1);
  EXPECT_NEAR(bitmap->y()[2], 16, 1);
}

}  // namespace
}  // namespace gladi
