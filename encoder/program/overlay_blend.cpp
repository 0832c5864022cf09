#include "encoder/program/overlay_blend.h"

#include <libyuv/planar_functions.h>

#include <algorithm>

#include "encoder/program/planes.h"

namespace gladi {
namespace {

void blend(const Planes& canvas, const PlacedOverlay& overlay) {
  if (!overlay.bitmap) return;
  const OverlayBitmap& bitmap = *overlay.bitmap;
  const int x = overlay.x & ~1, y = overlay.y & ~1;  // rounds down below zero as well
  const int left = std::max(0, x), right = std::min(canvas.width_px, x + bitmap.width_px());
  const int top = std::max(0, y), bottom = std::min(canvas.height_px, y + bitmap.height_px());
  if (left >= right || top >= bottom) return;

  const int stride = bitmap.width_px();
  const ConstPlanes source = ConstPlanes{{bitmap.y(), bitmap.u(), bitmap.v()},
                                         {stride, stride / 2, stride / 2},
                                         bitmap.width_px(),
                                         bitmap.height_px(),
                                         1,
                                         1}
                                 .cut({left - x, top - y, right - left, bottom - top});
  const Planes to = canvas.cut({left, top, right - left, bottom - top});
  if (bitmap.opaque()) {
    for (size_t i = 0; i < 3; ++i) {
      libyuv::CopyPlane(source.data[i], source.stride[i], to.data[i], to.stride[i], to.width_of(i),
                        to.height_of(i));
    }
    return;
  }
  const uint8_t* alpha = bitmap.alpha() + static_cast<ptrdiff_t>(top - y) * stride + (left - x);
  libyuv::I420Blend(source.data[0], source.stride[0], source.data[1], source.stride[1], source.data[2],
                    source.stride[2], to.data[0], to.stride[0], to.data[1], to.stride[1], to.data[2],
                    to.stride[2], alpha, stride, to.data[0], to.stride[0], to.data[1], to.stride[1],
                    to.data[2], to.stride[2], to.width_px, to.height_px);
}

}  // namespace

void blend_overlays(DraftPicture& picture, const OverlayPlan& overlays) {
  const Planes canvas = planes_of(picture);
  for (const PlacedOverlay& overlay : overlays) blend(canvas, overlay);
}

}  // namespace gladi
