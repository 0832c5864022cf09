// "untuk latihan": what clips carry of people who haven't agreed that they are used to promote.
#pragma once

#include "encoder/program/overlay.h"
#include "studio/overlay/feed_fonts.h"

namespace gladi {

// In Indonesian, as the takes are: whoever gets the clip must understand it.
inline constexpr const char* kPracticeMark = "untuk latihan";

// At the left edge below viewers and hearts, where neither live apps nor the take's own overlays lie.
PlacedOverlay draw_practice_mark(const Canvas& canvas, const FeedFonts& fonts);

}  // namespace gladi
