#include "studio/coaching/shown_part.h"

#include "encoder/program/placement.h"
#include "studio/coaching/picture_part.h"

namespace gladi {

ShownPart shown_part(const Picture& picture, const Layout& layout, const Canvas& canvas) {
  const Placement place = place_camera(picture, layout, canvas);
  if (place.target.width <= 0 || place.target.height <= 0) return {0, 0, 0, 0};
  const double width = picture.width_px, height = picture.height_px;
  const ShownPart part{place.source.x / width, place.source.y / height, place.source.width / width,
                       place.source.height / height};
  return turned(part, picture.quarter_turns);
}

}  // namespace gladi
