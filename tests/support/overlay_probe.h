// Looks at overlay bitmaps as a person would: is there anything, where, and is it colourful?
#pragma once

#include "encoder/program/canvas.h"
#include "encoder/program/overlay.h"

namespace gladi::test {

// How far the strongest colour is from grey (0 to about 128) among pixels that are at least half opaque.
int strongest_colour(const OverlayBitmap& bitmap, const Rect& area);

// Pixels with an alpha of at least `alpha` in `area`.
int covered_pixels(const OverlayBitmap& bitmap, const Rect& area, int alpha = 128);

// Opaque pixels in `area` that are darker than `luma`: text on a light card.
int dark_pixels(const OverlayBitmap& bitmap, const Rect& area, int luma = 90);

bool same_pixels(const OverlayBitmap& a, const OverlayBitmap& b);

// The place of an overlay on the canvas.
Rect place_of(const PlacedOverlay& overlay);
bool lies_within(const Rect& inner, const Rect& outer);

}  // namespace gladi::test
