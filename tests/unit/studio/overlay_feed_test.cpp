#include <gtest/gtest.h>

#include <thread>

#include "studio/overlay/feed_overlays.h"
#include "tests/support/overlay_probe.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

class Feed : public testing::Test {
 protected:
  FeedOverlays overlays_{Canvas{}};
  FeedContent content_;

  void SetUp() override {
    CardContent card;
    card.number = 1;
    card.name = "Kain Ecoprint Daun Jati 2 m";
    card.price = "Rp 199.000";
    card.stock_line = "Stok 8";
    card.photo = photo("batik-ecoprint/kain-jati.svg");
    content_.card = card;
    content_.timer = "04:12";
  }
  static std::filesystem::path photo(const std::string& name) {
    return GLADI_SOURCE_DIR "/assets/catalogues/" + name;
  }
};

TEST_F(Feed, GivesTheSamePlanWhileNothingChanges) {
  const auto plan = overlays_.plan(content_);
  ASSERT_EQ(plan->size(), 2U);
  EXPECT_EQ(overlays_.plan(content_), plan);
}

TEST_F(Feed, DrawsOnlyTheTimerAgainWhenTimeGoesOn) {
  const auto before = overlays_.plan(content_);
  content_.timer = "04:13";
  const auto after = overlays_.plan(content_);
  ASSERT_EQ(after->size(), 2U);
  EXPECT_NE(after, before);
  EXPECT_EQ((*after)[0].bitmap, (*before)[0].bitmap);
  EXPECT_NE((*after)[1].bitmap, (*before)[1].bitmap);
  EXPECT_FALSE(test::same_pixels(*(*after)[1].bitmap, *(*before)[1].bitmap));
  EXPECT_EQ(test::place_of((*after)[1]), test::place_of((*before)[1]));
}

TEST_F(Feed, DrawsOnlyTheCardAgainWhenTheProductChanges) {
  const auto before = overlays_.plan(content_);
  content_.card->number = 2;
  content_.card->name = "Tas Ecoprint Selempang";
  content_.card->photo = photo("batik-ecoprint/tas-selempang.svg");
  const auto after = overlays_.plan(content_);
  EXPECT_FALSE(test::same_pixels(*(*after)[0].bitmap, *(*before)[0].bitmap));
  EXPECT_EQ((*after)[1].bitmap, (*before)[1].bitmap);
  // The old plan is still whole: the program thread may be blending it.
  EXPECT_NE((*before)[0].bitmap, nullptr);
}

TEST_F(Feed, PutsTheProductPhotoBelowTheCard) {
  content_.layout = "camera-over-product";
  const auto plan = overlays_.plan(content_);
  ASSERT_EQ(plan->size(), 3U);
  EXPECT_TRUE((*plan)[0].bitmap->opaque());
  EXPECT_EQ((*plan)[0].bitmap->width_px(), 720);
  EXPECT_FALSE((*plan)[1].bitmap->opaque());
  content_.timer = "04:13";
  const auto later = overlays_.plan(content_);
  EXPECT_EQ((*later)[0].bitmap, (*plan)[0].bitmap);
  EXPECT_EQ((*later)[1].bitmap, (*plan)[1].bitmap);
}

TEST_F(Feed, ChangesLayoutThereAndBack) {
  const auto full = overlays_.plan(content_);
  content_.layout = "camera-over-product";
  EXPECT_EQ(overlays_.plan(content_)->size(), 3U);
  EXPECT_LT(overlays_.layout(content_.layout).camera.height, 1280);
  content_.layout = "camera-full";
  const auto back = overlays_.plan(content_);
  ASSERT_EQ(back->size(), 2U);
  EXPECT_TRUE(test::same_pixels(*(*back)[0].bitmap, *(*full)[0].bitmap));
  EXPECT_EQ(overlays_.layout("camera-full").camera.height, 1280);
}

TEST_F(Feed, ShowsNoCardOutsideProductSegments) {
  content_.card.reset();
  EXPECT_EQ(overlays_.plan(content_)->size(), 1U);
  content_.timer.clear();
  EXPECT_TRUE(overlays_.plan(content_)->empty());
  // The lower half is never left black.
  content_.layout = "camera-over-product";
  const auto plan = overlays_.plan(content_);
  ASSERT_EQ(plan->size(), 1U);
  EXPECT_TRUE(plan->front().bitmap->opaque());
}

TEST_F(Feed, ThatHidesTheCardStillShowsThePhotoWhereItIsLarge) {
  content_.card->hidden = true;
  EXPECT_EQ(overlays_.plan(content_)->size(), 1U) << "the timer";
  content_.layout = "camera-over-product";
  const auto hidden = overlays_.plan(content_);
  ASSERT_EQ(hidden->size(), 2U);
  content_.card->hidden = false;
  const auto shown = overlays_.plan(content_);
  ASSERT_EQ(shown->size(), 3U);
  EXPECT_EQ(shown->front().bitmap, hidden->front().bitmap) << "the same photo";
}

TEST_F(Feed, GoesOnWithAStandInWhenAPhotoIsUnreadable) {
  const test::TempFolder folder;
  content_.card->photo = folder / "hilang.jpg";
  const auto plan = overlays_.plan(content_);
  ASSERT_EQ(plan->size(), 2U);
  ASSERT_EQ(overlays_.problems().size(), 1U);
  EXPECT_EQ(overlays_.problems().front().kind, ErrorKind::kNotFound);
  content_.layout = "camera-over-product";
  EXPECT_EQ(overlays_.plan(content_)->size(), 3U);
  EXPECT_EQ(overlays_.problems().size(), 1U);
}

TEST_F(Feed, LooksTheSameWhenItWasWarmedUpOnAnotherThread) {
  FeedOverlays warm{Canvas{}};
  std::thread([&] { warm.warm_up(content_); }).join();
  const auto a = warm.plan(content_), b = overlays_.plan(content_);
  ASSERT_EQ(a->size(), b->size());
  for (size_t i = 0; i < a->size(); ++i) EXPECT_TRUE(test::same_pixels(*(*a)[i].bitmap, *(*b)[i].bitmap));
}

TEST_F(Feed, TheSlateFillsTheCamerasPlaceInEachLayout) {
  for (const Canvas& canvas : {Canvas{720, 1280, 30, 1}, Canvas{1280, 720, 30, 1}, Canvas{320, 568, 30, 1}}) {
    const FeedOverlays overlays(canvas);
    for (const std::string& name : FeedOverlays::layout_names()) {
      SCOPED_TRACE(to_string(canvas) + " " + name);
      const PlacedOverlay slate = overlays.slate({"Kamera terputus", "Suara tetap direkam"}, name);
      ASSERT_NE(slate.bitmap, nullptr);
      EXPECT_EQ(test::place_of(slate), overlays.layout(name).camera);
      EXPECT_TRUE(slate.bitmap->opaque());
      const PlacedOverlay other = overlays.slate({"Camera disconnected", ""}, name);
      EXPECT_FALSE(test::same_pixels(*slate.bitmap, *other.bitmap));
    }
  }
}

}  // namespace
}  // namespace gladi
