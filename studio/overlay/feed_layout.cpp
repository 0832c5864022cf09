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

}  // namespace

const std::vector<std::string>& feed_layout_names() {
  static const std::vector<std::string> names{kCameraFull, kCameraOverProduct};
  return names;
}

FeedLayout feed_layout(const Canvas& canvas, std::string_view name) {
  FeedLayout layout;
  layout.camera = camera_full(canvas);
  canvas.portrait() ? place_portrait(canvas, layout) : place_landscape(canvas, layout);
  if (name == kCameraOverProduct) share_with_product(canvas, layout);
  return layout;
}

}  // namespace gladi
