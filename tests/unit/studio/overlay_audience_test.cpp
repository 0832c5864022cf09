#include <gtest/gtest.h>

#include <set>

#include "studio/overlay/feed_layout.h"
#include "studio/overlay/feed_overlays.h"
#include "tests/support/overlay_probe.h"

namespace gladi {
namespace {

class AudienceOnFeed : public testing::Test {
 protected:
  AudienceOnFeed() {
    content_.timer = "04:12";
    content_.viewers = "128";
    content_.hearts = "342";
    content_.chat = {chat("rina_mlg", "Kak, spill harga dong 🙏"), chat("buds77", "Bisa COD ke Jember?")};
  }
  static ChatBubble chat(const std::string& author, const std::string& text) {
    return {ChatBubble::Kind::kChat, author, text};
  }
  // The bitmaps of a plan, wherever they lie.
  static std::set<const OverlayBitmap*> bitmaps(const OverlayPlan& plan) {
    std::set<const OverlayBitmap*> all;
    for (const PlacedOverlay& overlay : plan) all.insert(overlay.bitmap.get());
    return all;
  }
  // How many bitmaps of `after` were not in `before`.
  static size_t drawn_anew(const OverlayPlan& before, const OverlayPlan& after) {
    size_t count = 0;
    const auto old = bitmaps(before);
    for (const OverlayBitmap* bitmap : bitmaps(after)) count += old.count(bitmap) == 0;
    return count;
  }

  FeedOverlays overlays_{Canvas{}};
  FeedContent content_;
};

TEST_F(AudienceOnFeed, EachPartIsOnlyThereWhenItHasSomethingToShow) {
  ASSERT_EQ(overlays_.plan(content_)->size(), 5U);
  content_.viewers.clear();
  content_.hearts.clear();
  EXPECT_EQ(overlays_.plan(content_)->size(), 3U);
  content_.chat.clear();
  EXPECT_EQ(overlays_.plan(content_)->size(), 1U);
  content_.pinned = ChatBubble{ChatBubble::Kind::kPinned, "wati", "Bahannya panas?"};
  content_.countdown = "Flash sale 00:27";
  content_.floating = {{0, .5, .5}};
  EXPECT_EQ(overlays_.plan(content_)->size(), 4U);
}

TEST_F(AudienceOnFeed, ANewLineDrawsOnlyItself) {
  const auto before = overlays_.plan(content_);
  content_.chat.erase(content_.chat.begin());
  content_.chat.push_back(chat("wati", "Bahannya panas gak kak?"));
  EXPECT_EQ(drawn_anew(*before, *overlays_.plan(content_)), 1U);
}

TEST_F(AudienceOnFeed, RisingHeartsDrawNothing) {
  content_.floating = {{0, .5, .1}};
  const auto before = overlays_.plan(content_);
  content_.floating[0].rise = .2;
  const auto after = overlays_.plan(content_);
  EXPECT_NE(before, after);
  EXPECT_EQ(drawn_anew(*before, *after), 0U);
}

TEST_F(AudienceOnFeed, TheNewestLineStandsAtTheBottomAndOldOnesGiveWay) {
  content_.chat.clear();
  for (int i = 0; i < 12; ++i)
    content_.chat.push_back(chat("wati" + std::to_string(i), "Harganya berapa kak?"));
  const auto plan = overlays_.plan(content_);
  const Rect area = feed_layout(Canvas{}, content_.layout).chat;
  std::vector<Rect> bubbles;
  for (const PlacedOverlay& overlay : *plan) {
    if (overlay.x == area.x && overlay.y >= area.y) bubbles.push_back(test::place_of(overlay));
  }
  ASSERT_GE(bubbles.size(), 3U);
  EXPECT_LT(bubbles.size(), 12U);
  for (size_t i = 1; i < bubbles.size(); ++i) EXPECT_LE(bubbles[i].y + bubbles[i].height, bubbles[i - 1].y);
  EXPECT_TRUE(test::lies_within(bubbles.front(), area));
  EXPECT_TRUE(test::lies_within(bubbles.back(), area));
}

TEST_F(AudienceOnFeed, EmojiAreColourful) {
  content_ = {};
  content_.chat = {chat("a", "a")};
  const auto plain = overlays_.plan(content_);
  content_.chat = {chat("a", "🔥🔥🔥")};
  const auto fire = overlays_.plan(content_);
  ASSERT_EQ(fire->size(), 1U);
  const OverlayBitmap& bitmap = *fire->front().bitmap;
  EXPECT_GT(
      test::strongest_colour(bitmap, {bitmap.width_px() / 2, 0, bitmap.width_px() / 2, bitmap.height_px()}),
      40);
}

TEST_F(AudienceOnFeed, TheCloseUpLeavesAWindowForTheCamera) {
  content_ = {};
  content_.layout = kProductCloseUp;
  const auto plan = overlays_.plan(content_);
  ASSERT_EQ(plan->size(), 2U);
  const Rect window = overlays_.layout(kProductCloseUp).camera;
  EXPECT_EQ(test::covered_pixels(*plan->front().bitmap,
                                 {window.x + 40, window.y + 40, window.width - 80, window.height - 80}, 1),
            0);
  EXPECT_TRUE(plan->back().bitmap->opaque());
  EXPECT_EQ(plan->front().bitmap->height_px() + plan->back().bitmap->height_px(), 1280);
}

TEST_F(AudienceOnFeed, WhatIsSoldOutIsDarkAndSaysSo) {
  CardContent card;
  card.name = "Kain";
  card.price = "Rp 199.000";
  content_ = {};
  content_.card = card;
  const auto before = overlays_.plan(content_);
  content_.card->sold_out = "HABIS";
  const auto after = overlays_.plan(content_);
  EXPECT_FALSE(test::same_pixels(*before->front().bitmap, *after->front().bitmap));
}

}  // namespace
}  // namespace gladi
