// Pictures as a camera would give them, made of a background and a portrait at a known place.
#pragma once

#include <filesystem>

#include "encoder/file/image.h"
#include "encoder/program/picture.h"

namespace gladi::test {

// Full range BT.601, 4:4:4, as webcams are.
class CameraScene {
 public:
  // A textured room, the same for the same seed.
  CameraScene(int width_px, int height_px, unsigned seed);
  explicit CameraScene(Image image) : image_(std::move(image)) {}

  // The part of `photo` from (left, top), `side_px` square, drawn `drawn_px` square with its corner at (x,
  // y).
  CameraScene& paste(const Image& photo, int left, int top, int side_px, int x, int y, int drawn_px);
  CameraScene& gamma(double exponent);  // above 1: darker
  CameraScene& brighten_outside(int x, int y, int width_px, int height_px, uint8_t at_least);
  CameraScene& blur(int radius_px);  // a box, twice
  CameraScene& mirror();
  // Moved by parts of a pixel too; what comes in at the edges is the edge.
  CameraScene shifted(double dx, double dy) const;

  Picture picture() const;

 private:
  Image image_;
};

// tests/data/portrait.jpg: Eileen Collins, by NASA, in the public domain. Her face is in the square of
// kHeadSide pixels.
Image portrait();
inline constexpr int kHeadLeft = 92, kHeadTop = 0, kHeadSide = 260;

}  // namespace gladi::test
