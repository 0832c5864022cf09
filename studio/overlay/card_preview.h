// The product card as the feed draws it, as a picture for the screen.
#pragma once

#include "encoder/file/image.h"
#include "studio/overlay/feed_content.h"
#include "studio/overlay/feed_fonts.h"

namespace gladi {

// One thread at a time, with `fonts` of that thread's own; takes 20 to 200 ms (the first one loads the
// fonts). With the card's shadow on a transparent ground; empty when memory ran out.
Image draw_card_preview(const CardContent& content, const FeedFonts& fonts);

}  // namespace gladi
