// Where everything in the program feed goes, for each canvas and layout.
//
// Margins follow the studio's picture and what live apps cover: 4 % of the width at the sides, 2.2 % of the
// height above the timer and below the card (4 % on landscape canvases, which are shown in players with
// rounded corners and bars). The band between 6 % from the top and the card is left to the person: viewers
// and hearts stand above it, chat at the left of its lower half, and its right third stays free but for
// rising hearts, because live apps have their buttons there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "encoder/program/canvas.h"
#include "encoder/program/layout.h"

namespace gladi {

inline constexpr const char* kCameraFull = "camera-full";
// Portrait: the camera above, the product photo below. Landscape: the camera on the left, the photo on the
// right.
inline constexpr const char* kCameraOverProduct = "camera-over-product";
// The product photo over the whole canvas, the camera in a small window.
inline constexpr const char* kProductCloseUp = "product-close-up";

struct FeedLayout {
  Layout camera;
  Rect card;              // the white card, without shadow and badge
  double card_scale = 1;  // px per px of style.h
  Rect timer_corner;      // the timer's top right corner: x, y; no size
  double timer_scale = 1;
  Rect product;                // filled with the product photo; empty when the camera has the whole canvas
  Rect pills_corner;           // upper left corner of viewers and hearts: x, y; no size
  Rect chat;                   // bubbles stand here, the newest at the bottom
  Rect hearts;                 // where hearts rise
  bool camera_on_top = false;  // the camera is a window in the product photo
  Rect product_tile;           // where in `product` the photo is sharp and whole; relative to the canvas
};

const std::vector<std::string>& feed_layout_names();

// Unknown names are taken for "camera-full". Every rectangle is even-aligned and inside the canvas.
FeedLayout feed_layout(const Canvas& canvas, std::string_view name);

}  // namespace gladi
