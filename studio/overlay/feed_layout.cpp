#include "studio/overlay/feed_layout.h"

#include <algorithm>
#include <cmath>

#include "studio/overlay/style.h"

namespace gladi {
namespace {

constexpr double kSideMargin = 0.04;
constexpr double kPortraitEdge = 0.022;
constexpr double kLandscapeEdge = 0.04;
constexpr double kLandscapeCard = 0.40;        // of the canvas's width
constexpr double kLandscapeCardHeight = 0.34;  // of its height at most: very wide canvases
constexpr double kCameraShareAbove = 0.46;
constexpr double kCameraShareLeft = 0.62;
// Faces are in the upper part of the picture: less is cut off there.
constexpr float kFaceFocus = 0.35F;

int even(double value) {
  return static_cast<int>(std::lround(value / 2)) * 2;
}

Rect even_rect(double x, double y, double width, double height) {
  return {even(x), even(y), even(width), even(height)};
}

// The largest rectangle of `aspect` (width to height) in the middle of `outer`, at most as wide as it.
Rect fitted(const Rect& outer, double aspect) {
  const double width = std::min<double>(outer.width, outer.height * aspect);
  const double height = width / aspect;
  return even_rect(outer.x + (outer.width - width) / 2, outer.y + (outer.height - height) / 2, width, height);
}

void place_portrait(const Canvas& canvas, FeedLayout& layout) {
  const double width = canvas.width_px, height = canvas.height_px, scale = width / 720;
  layout.card_scale = layout.timer_scale = scale;
  const double card_height = style::kCardHeight * scale;
  layout.card = even_rect(width * kSideMargin, height * (1 - kPortraitEdge) - card_height,
                          width * (1 - 2 * kSideMargin), card_height);
  layout.timer_corner = {even(width * (1 - kSideMargin)), even(height * kPortraitEdge), 0, 0};
}

void place_landscape(const Canvas& canvas, FeedLayout& layout) {
  const double width = canvas.width_px, height = canvas.height_px;
  layout.card_scale = std::min(width * kLandscapeCard / style::kCardWidth,
                               height * kLandscapeCardHeight / style::kCardHeight);
  const double card_width = style::kCardWidth * layout.card_scale;
  layout.timer_scale = layout.card_scale * 1.1;
  const double card_height = style::kCardHeight * layout.card_scale;
  layout.card =
      even_rect(width * kSideMargin, height * (1 - kLandscapeEdge) - card_height, card_width, card_height);
  layout.timer_corner = {even(width * (1 - kSideMargin)), even(height * kLandscapeEdge), 0, 0};
}

void share_with_product(const Canvas& canvas, FeedLayout& layout) {
  const int width = canvas.width_px, height = canvas.height_px;
  const int gap = even(28 * layout.card_scale);
  Rect free;
  if (canvas.portrait()) {
    const int split = even(height * kCameraShareAbove);
    layout.camera.camera = {0, 0, width, split};
    layout.product = {0, split, width, height - split};
    const int low = layout.card.y - gap - even(style::kBadgeRise * layout.card_scale);
    free = {gap, split + gap, width - 2 * gap, low - split - gap};
    layout.product_tile = fitted(free, 4.0 / 3);
  } else {
    const int split = even(width * kCameraShareLeft);
    layout.camera.camera = {0, 0, split, height};
    layout.product = {split, 0, width - split, height};
    free = {split + gap, gap, width - split - 2 * gap, height - 2 * gap};
    layout.product_tile = fitted(free, 1);
  }
  layout.camera.focus_y = kFaceFocus;
}

// The camera's window lies at the upper right, in portrait, and at the upper left, where landscape canvases
// have room beside the photo.
void close_up(const Canvas& canvas, FeedLayout& layout) {
  const int width = canvas.width_px, height = canvas.height_px;
  const double scale = layout.card_scale;
  const int gap = even(20 * scale), side = even(width * kSideMargin);
  const int top = layout.timer_corner.y + even(style::kPillHeight * layout.timer_scale) + even(1.4 * gap);
  Rect& window = layout.camera.camera;
  layout.product = {0, 0, width, height};
  layout.camera_on_top = true;
  layout.camera.focus_y = kFaceFocus;
  if (canvas.portrait()) {
    window = even_rect(width - side - width * 0.34, top, width * 0.34, std::min(width * 0.45, height * 0.3));
    const int low = layout.card.y - gap - even(style::kBadgeRise * scale);
    const int high = window.y + window.height + gap;
    layout.product_tile = fitted({side, high, width - 2 * side, low - high}, 1);
    layout.chat = {side, top, window.x - gap - side, window.height};
  } else {
    const int left = layout.card.x + layout.card.width + 2 * gap;
    layout.product_tile = fitted({left, top, width - side - left, height - top - side / 2}, 1);
    const int room = layout.card.y - gap - even(style::kBadgeRise * scale) - top;
    window = even_rect(side, top, layout.card.width * 0.7,
                       std::min(layout.card.width * 0.7 * 9 / 16, room * 0.55));
    const int high = window.y + window.height + gap;
    layout.chat = {side, high, layout.card.width, std::max(0, top + room - high)};
  }
}

// Chat ends above the card, and in the camera's half where the photo has the other.
void place_audience(const Canvas& canvas, FeedLayout& layout) {
  const double scale = layout.card_scale;
  const int gap = even(20 * scale);
  layout.pills_corner = {layout.card.x, layout.timer_corner.y, 0, 0};
  const int low = layout.card.y - even(style::kBadgeRise * scale) - gap;
  const bool over_photo = canvas.portrait() && layout.product.height > 0;
  const int bottom = over_photo ? layout.product.y - gap : low;
  const int height = even(over_photo ? bottom * 0.38 : canvas.height_px * 0.34);
  const double share = canvas.portrait() ? 0.64 : 0.36;
  layout.chat = {layout.card.x, bottom - height, even(canvas.width_px * share), height};
  const int band = even(style::kHeartBand * scale);
  layout.hearts = {layout.timer_corner.x - band, low - even(canvas.height_px * 0.3), band,
                   even(canvas.height_px * 0.3)};
}

}  // namespace

const std::vector<std::string>& feed_layout_names() {
  static const std::vector<std::string> names{kCameraFull, kCameraOverProduct, kProductCloseUp};
  return names;
}

FeedLayout feed_layout(const Canvas& canvas, std::string_view name) {
  FeedLayout layout;
  layout.camera = camera_full(canvas);
  canvas.portrait() ? place_portrait(canvas, layout) : place_landscape(canvas, layout);
  if (name == kCameraOverProduct) share_with_product(canvas, layout);
  place_audience(canvas, layout);
  if (name == kProductCloseUp) close_up(canvas, layout);
  return layout;
}

}  // namespace gladi
