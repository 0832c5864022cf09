// The product photo that shares the canvas with the camera.
#pragma once

#include "encoder/file/image.h"
#include "encoder/program/overlay.h"
#include "studio/overlay/feed_fonts.h"
#include "studio/overlay/feed_layout.h"

namespace gladi {

// Where the photo itself goes, inside its white border: one of this size is drawn without being scaled.
Rect product_photo_place(const FeedLayout& layout);

// Fills layout.product, opaque: the photo as a tile on a soft ground of its own colours. Without a photo
// (null: no product is on show) only a warm ground. Where the camera is a window in it, the upper part has a
// hole and the lower one stays opaque, which costs less to blend. Bitmaps are null only when memory ran out.
OverlayPlan draw_product_photo(const Image* photo, const FeedLayout& layout, const FeedFonts& fonts);

}  // namespace gladi
