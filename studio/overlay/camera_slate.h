// The card that stands in the camera's place while it is lost.
#pragma once

#include "encoder/program/overlay.h"
#include "studio/overlay/feed_content.h"
#include "studio/overlay/feed_fonts.h"
#include "studio/overlay/feed_layout.h"

namespace gladi {

// Fills the layout's camera rectangle, opaque: a drawn camera and a few calm words. Null bitmap only when
// memory ran out.
PlacedOverlay draw_camera_slate(const SlateContent& content, const FeedLayout& layout,
                                const FeedFonts& fonts);

}  // namespace gladi
