// The take timer: "04:12" on a dark pill in the upper right corner.
#pragma once

#include <string>

#include "encoder/program/overlay.h"
#include "studio/overlay/feed_fonts.h"
#include "studio/overlay/feed_layout.h"

namespace gladi {

// Drawn each second, so cheap: digits are equally wide and the pill is as wide as its text. The bitmap is
// null only when memory ran out.
PlacedOverlay draw_take_timer(const std::string& text, const FeedLayout& layout, const FeedFonts& fonts);

}  // namespace gladi
