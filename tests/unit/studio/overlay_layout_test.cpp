#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "studio/overlay/feed_layout.h"
#include "studio/overlay/feed_overlays.h"
#include "studio/overlay/style.h"
#include "tests/support/overlay_probe.h"

namespace gladi {
namespace {

struct Case {
  int width_px, height_px;
  const char* layout;
};

class OverlayLayout : public testing::TestWithParam<Case> {
 protected:
  Canvas canvas() const { return {GetParam().width_px, GetParam().height_px}; }
  Rect whole() const { return {0, 0, GetParam().width_px, GetParam().height_px}; }
  FeedContent content() const {
    CardContent card;
    card.number = 2;
    card.name = "Kain Ecoprint Daun Jati 2 m";
    card.price = "Rp 185.000";
    card.old_price = "Rp 240.000";
    card.stock_line = "Stok 12 · Katun primisima";
    card.percent_off = 23;
    card.photo = GLADI_SOURCE_DIR "/assets/catalogues/batik-ecoprint/kain-jati.svg";
    FeedContent content;
    content.layout = GetParam().layout;
    content.card = card;
    content.timer = "1:04:12";
    content.viewers = "12.128";
    content.hearts = "34.342";
    content.countdown = "Flash sale 00:27";
    content.pinned = ChatBubble{ChatBubble::Kind::kPinned, "wati", "Bahannya panas gak kak?"};
    for (const char* author : {"rina_mlg", "buds77", "dina_77", "mbak_sri"}) {
      content.chat.push_back({ChatBubble::Kind::kChat, author, "Kak, spill harga yang hijau dong 🙏"});
    }
    content.floating = {{0, 0, 0}, {1, 1, 1}, {2, .5, .5}};
    return content;
  }
};

bool even(const Rect& rect) {
  return ((rect.x | rect.y | rect.width | rect.height) & 1) == 0;
}

TEST_P(OverlayLayout, KeepsEveryBitmapInsideTheCanvas) {
  FeedOverlays overlays(canvas());
  const auto plan = overlays.plan(content());
  ASSERT_GE(plan->size(), 2U);
  for (const PlacedOverlay& overlay : *plan) {
    EXPECT_TRUE(test::lies_within(test::place_of(overlay), whole()));
    EXPECT_TRUE(even(test::place_of(overlay)));
  }
}

TEST_P(OverlayLayout, KeepsCardAndTimerOutOfTheMargins) {
  const FeedLayout layout = feed_layout(canvas(), GetParam().layout);
  const double side = 0.04 * canvas().width_px - 2, edge = 0.022 * canvas().height_px - 2;
  EXPECT_GE(layout.card.x, side);
  EXPECT_LE(layout.card.x + layout.card.width, canvas().width_px - side);
  EXPECT_LE(layout.card.y + layout.card.height, canvas().height_px - edge);
  EXPECT_LE(layout.timer_corner.x, canvas().width_px - side);
  EXPECT_GE(layout.timer_corner.y, edge);
  EXPECT_TRUE(even(layout.card));
}

TEST_P(OverlayLayout, LeavesTheFaceFree) {
  const FeedLayout layout = feed_layout(canvas(), GetParam().layout);
  const Rect& camera = layout.camera.camera;
  EXPECT_TRUE(even(camera));
  EXPECT_TRUE(test::lies_within(camera, whole()));
  // The card starts below the middle of the camera's picture.
  EXPECT_GT(layout.card.y, camera.y + camera.height / 2);
}

TEST_P(OverlayLayout, KeepsTheAudienceClearOfCardTimerAndButtons) {
  const FeedLayout layout = feed_layout(canvas(), GetParam().layout);
  const Rect& chat = layout.chat;
  if (chat.height < 40) return;  // no room for a bubble on a strip of a canvas
  EXPECT_TRUE(test::lies_within(chat, whole()));
  EXPECT_LE(chat.y + chat.height, layout.card.y);
  EXPECT_LE(chat.x + chat.width, canvas().width_px * 0.7) << "live apps have their buttons at the right";
  EXPECT_GE(chat.y, layout.pills_corner.y + style::kPillHeight * layout.timer_scale);
  EXPECT_LE(layout.hearts.y + layout.hearts.height, layout.card.y);
  EXPECT_EQ(layout.pills_corner.y, layout.timer_corner.y);
}

TEST_P(OverlayLayout, SharesTheCanvasBetweenCameraAndProduct) {
  const FeedLayout layout = feed_layout(canvas(), GetParam().layout);
  const Rect &camera = layout.camera.camera, &product = layout.product;
  // In the close-up the camera is a window in the photo.
  const int camera_beside = layout.camera_on_top ? 0 : camera.width * camera.height;
  EXPECT_EQ(camera_beside + product.width * product.height, canvas().width_px * canvas().height_px);
  if (product.width == 0) return;
  EXPECT_TRUE(test::lies_within(layout.product_tile, product));
  EXPECT_TRUE(layout.product_tile.width > product.width / 2 ||
              layout.product_tile.height > product.height / 2);
  // The card never lies over the sharp photo.
  const Rect &tile = layout.product_tile, &card = layout.card;
  EXPECT_TRUE(tile.y + tile.height <= card.y || card.x + card.width <= tile.x);
}

INSTANTIATE_TEST_SUITE_P(
    Canvases, OverlayLayout,
    testing::Values(Case{720, 1280, kCameraFull}, Case{1080, 1920, kCameraFull}, Case{1280, 720, kCameraFull},
                    Case{1920, 1080, kCameraFull}, Case{720, 1280, kCameraOverProduct},
                    Case{1080, 1920, kCameraOverProduct}, Case{1280, 720, kCameraOverProduct},
                    Case{1920, 1080, kCameraOverProduct}, Case{160, 160, kCameraOverProduct},
                    Case{4096, 160, kCameraOverProduct}, Case{160, 4096, kCameraOverProduct},
                    Case{720, 1280, kProductCloseUp}, Case{1080, 1920, kProductCloseUp},
                    Case{1280, 720, kProductCloseUp}, Case{1920, 1080, kProductCloseUp}),
    [](const auto& canvas_case) {
      std::string name = std::to_string(canvas_case.param.width_px) + "x" +
                         std::to_string(canvas_case.param.height_px) + "_" + canvas_case.param.layout;
      std::replace(name.begin(), name.end(), '-', '_');
      return name;
    });

TEST(OverlayLayoutNames, FallBackToTheWholeCamera) {
  const Canvas canvas;
  EXPECT_EQ(feed_layout(canvas, "sideways").camera, camera_full(canvas));
  EXPECT_EQ(feed_layout_names().front(), kCameraFull);
}

}  // namespace
}  // namespace gladi
