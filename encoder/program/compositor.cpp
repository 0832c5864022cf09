#include "encoder/program/compositor.h"

#include <libyuv/planar_functions.h>

#include <algorithm>

#include "encoder/program/camera_painter.h"
#include "encoder/program/overlay_blend.h"

namespace gladi {
namespace {

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
  blend_overlays(draft, overlays);
  return draft.freeze();
}

}  // namespace gladi
