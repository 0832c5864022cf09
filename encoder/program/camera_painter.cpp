#include "encoder/program/camera_painter.h"

#include <libyuv/rotate.h>

#include <utility>

namespace gladi {
namespace {

void turn(const ConstPlanes& from, const Planes& to, int quarter_turns) {
  const auto mode = static_cast<libyuv::RotationMode>(quarter_turns * 90);
  for (size_t i = 0; i < 3; ++i) {
    libyuv::RotatePlane(from.data[i], from.stride[i], to.data[i], to.stride[i], from.width_of(i),
                        from.height_of(i), mode);
  }
}

// The size and chroma shifts of a picture, without its memory.
struct Shape {
  int width_px, height_px, x_shift, y_shift;

  template <class Byte>
  explicit Shape(const BasicPlanes<Byte>& planes)
      : width_px(planes.width_px),
        height_px(planes.height_px),
        x_shift(planes.x_shift),
        y_shift(planes.y_shift) {}

  // The shape after (and so as well before) that many quarter turns.
  Shape turned(int quarter_turns) const {
    Shape result = *this;
    if (quarter_turns % 2 == 1) {
      std::swap(result.width_px, result.height_px);
      std::swap(result.x_shift, result.y_shift);
    }
    return result;
  }
  bool fits(const Planes& planes) const {
    return width_px == planes.width_px && height_px == planes.height_px && x_shift == planes.x_shift &&
           y_shift == planes.y_shift;
  }
  Planes in(PlaneBuffer& buffer) const { return buffer.reserve(width_px, height_px, x_shift, y_shift); }
};

}  // namespace

void CameraPainter::paint(const Picture& camera, const Placement& place, const Planes& canvas) {
  ConstPlanes source = readable(camera).cut(place.source);
  const Planes target = canvas.cut(place.target);
  ColourConverter* converter = converter_for(camera.colour);
  const int turns = place.quarter_turns;

  // Colour and turns go where fewer pixels are. 4:1:1 and the like are brought to 4:2:0 by scaling first.
  const bool usual_chroma = source.x_shift <= 1 && source.y_shift <= 1;
  if (source.area() <= target.area() && usual_chroma) {
    if (converter) {
      const Shape shape(source);
      const Planes converted = turns == 0 && shape.fits(target) ? target : shape.in(first_);
      converter->convert(source, converted);
      source = readable(converted);
    }
    if (turns != 0) {
      const Shape shape = Shape(source).turned(turns);
      const Planes turned = shape.fits(target) ? target : shape.in(second_);
      turn(source, turned, turns);
      source = readable(turned);
    }
    if (source.data[0] != target.data[0]) scale(source, target);
    return;
  }
  if (turns == 0) {
    scale(source, target);
  } else {
    const Planes scaled = Shape(target).turned(turns).in(first_);
    scale(source, scaled);
    turn(readable(scaled), target, turns);
  }
  if (converter) converter->convert(readable(target), target);
}

void CameraPainter::scale(const ConstPlanes& from, const Planes& to) {
  for (size_t i = 0; i < scalers_.size(); ++i) {
    scalers_[i].scale(from.data[i], from.stride[i], {from.width_of(i), from.height_of(i)}, to.data[i],
                      to.stride[i], {to.width_of(i), to.height_of(i)});
  }
}

ColourConverter* CameraPainter::converter_for(Colour colour) {
  if (colour == Canvas::kColour) return nullptr;
  if (!converter_ || converter_->from() != colour) converter_.emplace(colour, Canvas::kColour);
  return &*converter_;
}

}  // namespace gladi
