#include <gtest/gtest.h>

#include <cmath>

#include "studio/overlay/painter.h"
#include "studio/overlay/photo.h"
#include "studio/overlay/product_card.h"
#include "tests/support/overlay_probe.h"

namespace gladi {
namespace {

class ProductCard : public testing::Test {
 protected:
  Canvas canvas_;
  FeedFonts fonts_;
  FeedLayout layout_ = feed_layout(canvas_, kCameraFull);
  Image photo_ = stand_in_photo(156, 156);
  CardContent content_{2, "Kain", "Rp 185.000", "", "Stok 12", 0, {}};

  PlacedOverlay draw() { return draw_product_card(content_, photo_, layout_, canvas_, fonts_); }

  // On the bitmap; x and y as shares of the card.
  Rect part(const PlacedOverlay& overlay, double x0, double y0, double x1, double y1) const {
    const Rect& card = layout_.card;
    const auto at = [](double share, int from, int length) {
      return from + static_cast<int>(std::lround(share * length));
    };
    const int left = at(x0, card.x, card.width), top = at(y0, card.y, card.height);
    return {left - overlay.x, top - overlay.y, at(x1, card.x, card.width) - left,
            at(y1, card.y, card.height) - top};
  }
};

TEST_F(ProductCard, IsOpaqueEnoughToReadAndHasASoftShadow) {
  const PlacedOverlay card = draw();
  const Rect inside = part(card, 0.1, 0.2, 0.9, 0.9);
  EXPECT_EQ(test::covered_pixels(*card.bitmap, inside, 240), inside.width * inside.height);
  const Rect below{0, layout_.card.y + layout_.card.height - card.y, card.bitmap->width_px(), 8};
  EXPECT_GT(test::covered_pixels(*card.bitmap, below, 10), below.width * 4);
  EXPECT_EQ(test::covered_pixels(*card.bitmap, below, 200), 0);
}

TEST_F(ProductCard, EndsLongNamesBeforeItsRightEdge) {
  content_.name =
      "Pashmina Ecoprint Daun Eukaliptus Warna Alam Ukuran Besar Sekali dan Panjang Sekali Pokoknya";
  content_.stock_line =
      "Stok 9 · Viskos halus, 180 × 70 cm, dicuci tangan, dijemur di tempat yang teduh saja";
  const PlacedOverlay card = draw();
  EXPECT_EQ(test::dark_pixels(*card.bitmap, part(card, 0.975, 0.05, 1, 0.95), 140), 0);
  EXPECT_GT(test::dark_pixels(*card.bitmap, part(card, 0.6, 0.05, 0.97, 0.5)), 100);
}

TEST_F(ProductCard, KeepsALongNameAboveThePriceAndTheStock) {
  content_.name = std::string(400, 'W');
  const PlacedOverlay card = draw();
  EXPECT_EQ(test::dark_pixels(*card.bitmap, part(card, 0.3, 0.96, 1, 1), 140), 0);
  EXPECT_EQ(test::dark_pixels(*card.bitmap, part(card, 0.3, 0, 1, 0.04), 140), 0);
}

TEST_F(ProductCard, NeverCutsAPrice) {
  content_.price = "Rp 12.345.678.901";
  content_.old_price = "Rp 99.345.678.901";
  const PlacedOverlay card = draw();
  // Nothing red or dark reaches the padding on the right.
  EXPECT_LT(test::strongest_colour(*card.bitmap, part(card, 0.98, 0.2, 0.995, 0.9)), 10);
}

TEST_F(ProductCard, DrawsThePriceInRedAndTheNameInInk) {
  const PlacedOverlay card = draw();
  EXPECT_GT(test::strongest_colour(*card.bitmap, part(card, 0.3, 0.3, 0.7, 0.8)), 60);
}

TEST_F(ProductCard, DrawsEmojiInColour) {
  content_.price = "";
  content_.name = "Kado";
  const int plain = test::strongest_colour(*draw().bitmap, part(draw(), 0.3, 0.1, 0.95, 0.9));
  content_.name = "Kado 🎁🌿";
  const PlacedOverlay card = draw();
  EXPECT_LT(plain, 25);
  EXPECT_GT(test::strongest_colour(*card.bitmap, part(card, 0.3, 0.1, 0.95, 0.9)), 50);
}

TEST_F(ProductCard, ShowsTheBadgeOnlyWithAPercentage) {
  PlacedOverlay card = draw();
  const Rect above{0, 0, card.bitmap->width_px(), layout_.card.y - card.y - 2};
  EXPECT_EQ(test::covered_pixels(*card.bitmap, above), 0);
  content_.percent_off = 23;
  card = draw();
  EXPECT_GT(test::covered_pixels(*card.bitmap, above), 500);
  EXPECT_GT(test::strongest_colour(*card.bitmap, above), 60);
}

TEST_F(ProductCard, TakesBrokenTextAsItIs) {
  content_.name = "Kain \xFF\xC3 <b>batik</b> & \n tas";
  EXPECT_NE(draw().bitmap, nullptr);
}

TEST(OverlayText, HasDigitsOfOneWidth) {
  const FeedFonts fonts;
  const Painter painter(fonts, 8, 8);
  const TextLook look{40, style::kHeavy, style::kWhite, true};
  const double ones = painter.measure("11:11", look).width_px;
  for (const char* text : {"00:00", "04:12", "59:38"})
    EXPECT_DOUBLE_EQ(painter.measure(text, look).width_px, ones);
}

// Digits are emoji of a kind: with the emoji font in the family they would be drawn by it, twice as wide.
TEST(OverlayText, DrawsDigitsWithTheTextFont) {
  const FeedFonts fonts;
  const Painter painter(fonts, 8, 8);
  const TextLook look{40, style::kHeavy, style::kWhite};
  EXPECT_LT(painter.measure("00000", look).width_px, 40 * 5 * 0.8);
}

}  // namespace
}  // namespace gladi
