#include "studio/review/drawing.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gladi {
namespace {

constexpr float kLeastStep = 0.004F;   // of the picture, from point to point of the pen
constexpr float kLeastLength = 0.01F;  // of a stroke: less is a hand that slipped
constexpr int kCircleCorners = 48;
// The head of an arrow: as long as this share of the shorter side, but never more than half the arrow.
constexpr float kHeadLength = 0.07F;
constexpr float kHeadAngle = 0.5F;  // radians between the shaft and each side

using Line = std::vector<DrawnPoint>;

float distance(DrawnPoint a, DrawnPoint b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

Line head_of(DrawnPoint from, DrawnPoint tip, float shorter_side) {
  const float length = std::min(kHeadLength * shorter_side, distance(from, tip) / 2);
  const float direction = std::atan2(from.y - tip.y, from.x - tip.x);
  const auto side = [&](float angle) {
    return DrawnPoint{tip.x + length * std::cos(direction + angle),
                      tip.y + length * std::sin(direction + angle)};
  };
  return {side(kHeadAngle), tip, side(-kHeadAngle)};
}

Line circle_in(DrawnPoint a, DrawnPoint b) {
  const DrawnPoint middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
  const float across = std::abs(a.x - b.x) / 2, down = std::abs(a.y - b.y) / 2;
  Line line;
  for (int i = 0; i <= kCircleCorners; ++i) {
    const auto angle =
        static_cast<float>(i % kCircleCorners * 2) * std::numbers::pi_v<float> / kCircleCorners;
    line.push_back({middle.x + across * std::cos(angle), middle.y + down * std::sin(angle)});
  }
  return line;
}

}  // namespace

std::vector<Line> lines_of(const Stroke& stroke, float width, float height) {
  if (stroke.points.size() < 2) return {};
  Line points;
  for (const DrawnPoint& point : stroke.points) points.push_back({point.x * width, point.y * height});
  switch (stroke.shape) {
    case Stroke::Shape::kPen:
      return {points};
    case Stroke::Shape::kArrow:
      return {{points.front(), points.back()},
              head_of(points.front(), points.back(), std::min(width, height))};
    case Stroke::Shape::kCircle:
      break;
  }
  return {circle_in(points.front(), points.back())};
}

bool draw_to(Stroke& stroke, DrawnPoint point) {
  point = {std::clamp(point.x, 0.0F, 1.0F), std::clamp(point.y, 0.0F, 1.0F)};
  if (stroke.shape != Stroke::Shape::kPen && stroke.points.size() >= 2) {
    stroke.points.back() = point;  // only its two ends count
    return true;
  }
  if (!stroke.points.empty() && distance(stroke.points.back(), point) < kLeastStep) return true;
  if (stroke.points.size() >= Drawing::kMostPoints) return false;
  stroke.points.push_back(point);
  return true;
}

bool is_seen(const Stroke& stroke) {
  return stroke.points.size() >= 2 &&
         std::any_of(stroke.points.begin(), stroke.points.end(), [&](const DrawnPoint& point) {
           return distance(stroke.points.front(), point) >= kLeastLength;
         });
}

}  // namespace gladi
