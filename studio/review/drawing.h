// What a reviewer drew on a picture of the take: an arrow, a circle, lines of a pen.
#pragma once

#include <cstddef>
#include <vector>

namespace gladi {

// On a picture: 0,0 is its upper left corner and 1,1 its lower right one, whatever its size.
struct DrawnPoint {
  float x = 0;
  float y = 0;
  friend bool operator==(const DrawnPoint&, const DrawnPoint&) = default;
};

struct Stroke {
  enum class Shape {
    kPen,     // through all its points
    kArrow,   // from the first point to the last, where its tip is
    kCircle,  // the ellipse in the box that has the first point and the last as corners
  };
  Shape shape = Shape::kPen;
  std::vector<DrawnPoint> points;  // two at least
  friend bool operator==(const Stroke&, const Stroke&) = default;
};

struct Drawing {
  static constexpr size_t kMostStrokes = 100;
  static constexpr size_t kMostPoints = 600;  // of a stroke
  std::vector<Stroke> strokes;
  bool empty() const { return strokes.empty(); }
  friend bool operator==(const Drawing&, const Drawing&) = default;
};

// How it looks, wherever it is shown: a yellow line in a dark rim is seen on any picture. Widths are shares
// of the picture's shorter side.
struct DrawingLook {
  static constexpr unsigned kLineRgb = 0xFFD60A;
  static constexpr unsigned kRimRgb = 0x10131F;
  static constexpr float kLineWidth = 0.011F;
  static constexpr float kRimWidth = 0.019F;
};

// The stroke as lines to be drawn one after the other, on a picture of this size, in its units. Circles are
// closed: the last point is the first. Nothing for a stroke that is too short to be seen.
std::vector<std::vector<DrawnPoint>> lines_of(const Stroke& stroke, float width, float height);

// Follows the mouse: a point that lies nearly on the last one is left out, one outside the picture is moved
// to its edge. Of arrows and circles only the end moves. False: the stroke is full.
bool draw_to(Stroke& stroke, DrawnPoint point);
// Something was really drawn: a press of the mouse alone is no stroke.
bool is_seen(const Stroke& stroke);

}  // namespace gladi
