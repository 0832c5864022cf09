// Makes one program frame: the camera's picture as the layout says, the overlays on top. All in I420 by
// libyuv.
#pragma once

#include "encoder/program/canvas.h"
#include "encoder/program/layout.h"
#include "encoder/program/overlay.h"
#include "encoder/program/picture_pool.h"

namespace gladi {

// One thread at a time.
class Compositor {
 public:
  explicit Compositor(const Canvas& canvas);
  ~Compositor();

  // `camera` may be null: only background and overlays. The result is I420 in Canvas::kColour whatever the
  // camera's colour is; its stamp is the camera's, or 0 without one.
  PicturePtr compose(const Picture* camera, const Layout& layout, const OverlayPlan& overlays);

 private:
  struct Scratch;
  Canvas canvas_;
  PicturePool pool_;
  std::unique_ptr<Scratch> scratch_;
};

}  // namespace gladi
