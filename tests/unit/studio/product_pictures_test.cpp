#include "studio/overlay/product_pictures.h"

#include <gtest/gtest.h>

#include "studio/overlay/feed_layout.h"
#include "studio/overlay/feed_overlays.h"
#include "studio/overlay/photo.h"
#include "studio/overlay/product_card.h"
#include "tests/support/overlay_probe.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kLong(60'000);
const fs::path kCloth = GLADI_SOURCE_DIR "/assets/catalogues/batik-ecoprint/kain-jati.svg";
const fs::path kBag = GLADI_SOURCE_DIR "/assets/catalogues/batik-ecoprint/tas-selempang.svg";

TEST(ProductPictures, AreThereAfterAWhileAndStay) {
  ProductPictures pictures{Canvas{}};
  EXPECT_EQ(pictures.card_photo(kCloth), nullptr);
  EXPECT_FALSE(pictures.product(kProductCloseUp, kCloth));
  ASSERT_TRUE(pictures.finish(kLong));
  const auto photo = pictures.card_photo(kCloth);
  ASSERT_NE(photo, nullptr);
  EXPECT_EQ(photo->width_px, card_photo_side_px(feed_layout(Canvas{}, kCameraFull)));
  EXPECT_EQ(pictures.card_photo(kCloth), photo);
  const auto product = pictures.product(kProductCloseUp, kCloth);
  ASSERT_TRUE(product);
  EXPECT_EQ(product->size(), 2U);
  EXPECT_TRUE(pictures.problems().empty());
}

TEST(ProductPictures, WhatIsExpectedIsMadeBeforeItIsAskedFor) {
  ProductPictures pictures{Canvas{}};
  pictures.expect({{"", kCloth}, {kCameraOverProduct, kBag}, {kCameraOverProduct, std::nullopt}});
  ASSERT_TRUE(pictures.finish(kLong));
  EXPECT_EQ(pictures.made(), 3);
  EXPECT_NE(pictures.card_photo(kCloth), nullptr);
  EXPECT_TRUE(pictures.product(kCameraOverProduct, kBag));
  EXPECT_TRUE(pictures.product(kCameraOverProduct, std::nullopt));
  EXPECT_EQ(pictures.made(), 3);
}

TEST(ProductPictures, WhatWasUsedLongestAgoGoesWhenThereIsNoRoom) {
  const Canvas large{1080, 1920, 30, 1};
  ProductPictures pictures(large);
  ASSERT_EQ(pictures.card_photo(kCloth), nullptr);
  ASSERT_TRUE(pictures.finish(kLong));
  // Stand-ins are pictures too: 5 MB each.
  for (int i = 0; i < 12; ++i) {
    pictures.product(kProductCloseUp, "/nowhere/" + std::to_string(i));
    ASSERT_TRUE(pictures.finish(kLong));
  }
  EXPECT_EQ(pictures.card_photo(kCloth), nullptr) << "gone";
  EXPECT_TRUE(pictures.product(kProductCloseUp, "/nowhere/11"));
  EXPECT_FALSE(pictures.product(kProductCloseUp, "/nowhere/0"));
}

TEST(ProductPictures, WhatIsExpectedPushesNothingOut) {
  const Canvas large{1080, 1920, 30, 1};
  ProductPictures pictures(large);
  pictures.card_photo(kCloth);
  ASSERT_TRUE(pictures.finish(kLong));
  std::vector<ProductPicture> many;
  for (int i = 0; i < 12; ++i) many.push_back({kProductCloseUp, "/nowhere/" + std::to_string(i)});
  pictures.expect(many);
  ASSERT_TRUE(pictures.finish(kLong));
  EXPECT_NE(pictures.card_photo(kCloth), nullptr);
  EXPECT_LT(pictures.made(), 12);
}

TEST(ProductPictures, APhotoThatCanNotBeReadIsNamedOnceAndStoodInFor) {
  const test::TempFolder folder;
  const fs::path broken = folder / "rusak.svg";
  test::write_text(broken, "no picture");
  ProductPictures pictures{Canvas{}};
  pictures.card_photo(broken);
  pictures.product(kCameraOverProduct, broken);
  pictures.card_photo({});
  ASSERT_TRUE(pictures.finish(kLong));
  ASSERT_EQ(pictures.problems().size(), 1U);
  EXPECT_NE(pictures.problems().front().english().find("rusak.svg"), std::string::npos);
  const int side = card_photo_side_px(feed_layout(Canvas{}, kCameraFull));
  EXPECT_EQ(pictures.card_photo(broken)->argb, stand_in_photo(side, side).argb);
  EXPECT_EQ(pictures.card_photo({})->argb, stand_in_photo(side, side).argb);
}

class FeedInBackground : public testing::Test {
 protected:
  FeedInBackground() { content_.card = CardContent{1, "Kain", "Rp 199.000", "", "Stok 8", 0, kCloth, ""}; }
  FeedOverlays overlays_{Canvas{}, FeedOverlays::Photos::kInBackground};
  FeedContent content_;
};

TEST_F(FeedInBackground, ACardDoesNotWaitForItsPhoto) {
  const auto before = overlays_.plan(content_);
  ASSERT_EQ(before->size(), 1U);
  EXPECT_GT(test::dark_pixels(*(*before)[0].bitmap, {200, 0, 440, 200}), 100) << "its words are there";
  ASSERT_TRUE(overlays_.finish_photos(kLong));
  const auto after = overlays_.plan(content_);
  FeedOverlays waiting{Canvas{}};
  EXPECT_TRUE(test::same_pixels(*(*after)[0].bitmap, *(*waiting.plan(content_))[0].bitmap));
  EXPECT_FALSE(test::same_pixels(*(*after)[0].bitmap, *(*before)[0].bitmap));
  EXPECT_EQ(overlays_.plan(content_), after) << "nothing comes any more";
}

TEST_F(FeedInBackground, WhatWasExpectedIsThereAtOnce) {
  overlays_.expect({kCloth, kBag}, kProductCloseUp);
  ASSERT_TRUE(overlays_.finish_photos(kLong));
  FeedOverlays waiting{Canvas{}};
  for (const char* layout : {kProductCloseUp, kCameraFull, kCameraOverProduct}) {
    content_.layout = layout;
    const auto plan = overlays_.plan(content_), expected = waiting.plan(content_);
    ASSERT_EQ(plan->size(), expected->size());
    for (size_t i = 0; i < plan->size(); ++i)
      EXPECT_TRUE(test::same_pixels(*(*plan)[i].bitmap, *(*expected)[i].bitmap)) << layout;
  }
}

TEST_F(FeedInBackground, TheProductBeforeStaysUntilTheNextOneIsDrawn) {
  content_.layout = kCameraOverProduct;
  overlays_.warm_up(content_);
  const auto first = overlays_.plan(content_);
  content_.card->photo = kBag;
  const auto meanwhile = overlays_.plan(content_);
  EXPECT_EQ((*meanwhile)[0].bitmap, (*first)[0].bitmap);
  ASSERT_TRUE(overlays_.finish_photos(kLong));
  const auto then = overlays_.plan(content_);
  EXPECT_FALSE(test::same_pixels(*(*then)[0].bitmap, *(*first)[0].bitmap));
}

TEST_F(FeedInBackground, AnotherLayoutIsFilledBeforeItsProductIsDrawn) {
  overlays_.plan(content_);
  content_.layout = kCameraOverProduct;
  const auto plan = overlays_.plan(content_);
  ASSERT_EQ(plan->size(), 2U);
  EXPECT_TRUE((*plan)[0].bitmap->opaque());
}

}  // namespace
}  // namespace gladi
