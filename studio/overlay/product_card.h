// The product card: photo, name, live price, struck old price, stock; number in the basket and percent off.
#pragma once

#include "encoder/file/image.h"
#include "encoder/program/canvas.h"
#include "encoder/program/overlay.h"
#include "studio/overlay/feed_content.h"
#include "studio/overlay/feed_fonts.h"
#include "studio/overlay/feed_layout.h"

namespace gladi {

// The photo's side on the card in px.
int card_photo_side_px(const FeedLayout& layout);

// The card at layout.card, with as much of its shadow as the canvas has room for. Long names take two lines,
// then an ellipsis; prices are never cut: they get smaller. The bitmap is null only when memory ran out.
PlacedOverlay draw_product_card(const CardContent& content, const Image& photo, const FeedLayout& layout,
                                const Canvas& canvas, const FeedFonts& fonts);

}  // namespace gladi
