#include "studio/coaching/picture_measures.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gladi {
namespace {

constexpr int kBlack = 4, kWhite = 251;  // full range: sensors rarely reach the last codes
// Hair and the wall behind lie in a face's box too: its middle is skin.
constexpr double kMiddleOfFace = 0.6;
// A body below her face, one face to each side: no background.
constexpr double kBodyWidth = 3;
// Below this variance (codes squared) of luma there is noise and nothing else.
constexpr double kPlain = 15;

struct Area {
  int left, top, right, bottom;
  bool holds(int x, int y) const { return x >= left && x < right && y >= top && y < bottom; }
};

Area area_of(const SmallPicture& picture, double left, double top, double right, double bottom) {
  const auto pixel = [](double share, int side) {
    return std::clamp(static_cast<int>(std::lround(share * side)), 0, side);
  };
  return {pixel(left, picture.width_px), pixel(top, picture.height_px), pixel(right, picture.width_px),
          pixel(bottom, picture.height_px)};
}

Area area_around(const SmallPicture& picture, const Face& face, double factor) {
  const double half_width = face.width * factor / 2, half_height = face.height * factor / 2;
  return area_of(picture, face.centre.x - half_width, face.centre.y - half_height, face.centre.x + half_width,
                 face.centre.y + half_height);
}

class Histogram {
 public:
  void add(uint8_t luma) {
    ++counts_[luma];
    ++total_;
  }
  double median() const {
    int64_t below = 0;
    for (size_t code = 0; code < counts_.size(); ++code) {
      below += counts_[code];
      if (2 * below >= total_) return static_cast<double>(code) / 255;
    }
    return 0;
  }
  double clipped() const {
    int64_t count = 0;
    for (size_t code = 0; code < counts_.size(); ++code) {
      if (code <= kBlack || code >= kWhite) count += counts_[code];
    }
    return total_ > 0 ? static_cast<double>(count) / static_cast<double>(total_) : 0;
  }
  bool empty() const { return total_ == 0; }

 private:
  std::array<int64_t, 256> counts_{};
  int64_t total_ = 0;
};

double variance(double sum, double squares, double count) {
  return squares / count - (sum / count) * (sum / count);
}

}  // namespace

Light light_of(const SmallPicture& picture, const std::optional<Face>& face) {
  Histogram skin, background;
  Area middle{}, head{}, body{};
  if (face) {
    middle = area_around(picture, *face, kMiddleOfFace);
    head = area_around(picture, *face, 1.5);
    const double half = face->width * kBodyWidth / 2;
    body = area_of(picture, face->centre.x - half, face->centre.y, face->centre.x + half, 1);
  }
  for (int y = 0; y < picture.height_px; ++y) {
    for (int x = 0; x < picture.width_px; ++x) {
      const uint8_t luma = picture.y[picture.index(x, y)];
      if (middle.holds(x, y)) skin.add(luma);
      if (!head.holds(x, y) && !body.holds(x, y)) background.add(luma);
    }
  }
  Light light;
  light.background = background.median();
  light.clipped = (skin.empty() ? background : skin).clipped();
  if (!skin.empty()) light.face = skin.median();
  return light;
}

std::optional<double> sharpness_of(const SmallPicture& picture, const std::optional<Face>& face) {
  Area area = face ? area_around(picture, *face, 1) : area_of(picture, 0.25, 0.25, 0.75, 0.75);
  area = {std::max(area.left, 1), std::max(area.top, 1), std::min(area.right, picture.width_px - 1),
          std::min(area.bottom, picture.height_px - 1)};
  double sum = 0, squares = 0, edge_sum = 0, edge_squares = 0, count = 0;
  for (int y = area.top; y < area.bottom; ++y) {
    for (int x = area.left; x < area.right; ++x) {
      const auto at = [&](int dx, int dy) {
        return static_cast<double>(picture.y[picture.index(x + dx, y + dy)]);
      };
      const double luma = at(0, 0);
      const double edge = at(-1, 0) + at(1, 0) + at(0, -1) + at(0, 1) - 4 * luma;
      sum += luma;
      squares += luma * luma;
      edge_sum += edge;
      edge_squares += edge * edge;
      ++count;
    }
  }
  if (count < 64) return std::nullopt;
  const double contrast = variance(sum, squares, count);
  if (contrast < kPlain) return std::nullopt;
  return variance(edge_sum, edge_squares, count) / contrast;
}

}  // namespace gladi
