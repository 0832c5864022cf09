#include "encoder/program/compositor.h"

#include <libyuv/planar_functions.h>

#include <algorithm>

#include "encoder/program/camera_painter.h"

namespace gladi {
namespace {

Planes planes_of(DraftPicture& draft) {
  return {{draft.y(), draft.u(), draft.v()},
          {draft.y_stride(), draft.u_stride(), draft.v_stride()},
          draft.width_px(),
          draft.height_px(),
          1,
          1};
}

void fill(const Planes& canvas, const Rect& rect, const Layout& layout) {
  if (rect.width <= 0 || rect.height <= 0) return;
  const Planes part = canvas.cut(rect);
  const std::array<uint8_t, 3> colour{layout.background_y, layout.background_u, layout.background_v};
  for (size_t i = 0; i < 3; ++i) {
    libyuv::SetPlane(part.data[i], part.stride[i], part.width_of(i), part.height_of(i), colour[i]);
  }
}

// Fills the canvas around `camera` only: most of it is drawn over anyway.
void fill_around(const Planes& canvas, const Rect& camera, const Layout& layout) {
  const int right = camera.x + camera.width, bottom = camera.y + camera.height;
  if (camera.width <= 0 || camera.height <= 0) {
    fill(canvas, {0, 0, canvas.width_px, canvas.height_px}, layout);
    return;
  }
  fill(canvas, {0, 0, canvas.width_px, camera.y}, layout);
  fill(canvas, {0, bottom, canvas.width_px, canvas.height_px - bottom}, layout);
  fill(canvas, {0, camera.y, camera.x, camera.height}, layout);
  fill(canvas, {right, camera.y, canvas.width_px - right, camera.height}, layout);
}

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

struct Compositor::Scratch {
  CameraPainter painter;
};

Compositor::Compositor(const Canvas& canvas) : canvas_(canvas), scratch_(std::make_unique<Scratch>()) {}
Compositor::~Compositor() = default;

PicturePtr Compositor::compose(const Picture* camera, const Layout& layout, const OverlayPlan& overlays) {
  DraftPicture draft = pool_.take(canvas_.width_px, canvas_.height_px);
  draft.set_colour(Canvas::kColour);
  const Planes canvas = planes_of(draft);

  Placement place;
  if (camera) {
    draft.set_stamp(camera->stamp);
    place = place_camera(*camera, layout, canvas_);
  }
  fill_around(canvas, place.target, layout);
  if (place.target.width > 0) scratch_->painter.paint(*camera, place, canvas);
  for (const PlacedOverlay& overlay : overlays) blend(canvas, overlay);
  return draft.freeze();
}

}  // namespace gladi
