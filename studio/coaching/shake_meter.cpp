#include "studio/coaching/shake_meter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <vector>

namespace gladi {
namespace {

constexpr int kBlock = 24;
constexpr int kReach = 10;               // pixels to each side that a block is looked for in
constexpr int kColumns = 10, kRows = 7;  // of blocks
constexpr size_t kFewest = 6;            // blocks, or nothing is said
// Mean difference of luma codes between a block and itself a pixel aside: less is a plain wall, where any
// step fits.
constexpr double kTexture = 1.5;

// Sum of absolute differences between the block at (x, y) of `a` and the one at (x + dx, y + dy) of `b`.
int difference(const SmallPicture& a, const SmallPicture& b, int x, int y, int dx, int dy) {
  int sum = 0;
  for (int row = 0; row < kBlock; ++row) {
    const uint8_t* p = a.y.data() + a.index(x, y + row);
    const uint8_t* q = b.y.data() + b.index(x + dx, y + row + dy);
    for (int i = 0; i < kBlock; ++i) sum += std::abs(p[i] - q[i]);
  }
  return sum;
}

// Where between its neighbours a minimum lies, in pixels: the corner of two equally steep lines, which is
// what sums of absolute differences look like.
double between(int before, int least, int after) {
  const int steep = std::max(before, after) - least;
  return steep > 0 ? (before - after) / (2.0 * steep) : 0;
}

struct Step {
  double x, y;
};

std::optional<Step> step_of(const SmallPicture& before, const SmallPicture& after, int x, int y) {
  const double area = kBlock * kBlock;
  if (difference(before, before, x, y, 1, 0) < kTexture * area ||
      difference(before, before, x, y, 0, 1) < kTexture * area)
    return std::nullopt;
  constexpr int kSide = 2 * kReach + 1;
  std::array<int, static_cast<size_t>(kSide * kSide)> all{};
  const auto at = [&](int dx, int dy) -> int& {
    return all[static_cast<size_t>((dy + kReach) * kSide + dx + kReach)];
  };
  int best_x = -kReach, best_y = -kReach;
  for (int dy = -kReach; dy <= kReach; ++dy) {
    for (int dx = -kReach; dx <= kReach; ++dx) {
      at(dx, dy) = difference(before, after, x, y, dx, dy);
      if (at(dx, dy) < at(best_x, best_y)) best_x = dx, best_y = dy;
    }
  }
  if (std::abs(best_x) == kReach || std::abs(best_y) == kReach) return Step{1.0 * best_x, 1.0 * best_y};
  const int least = at(best_x, best_y);
  return Step{best_x + between(at(best_x - 1, best_y), least, at(best_x + 1, best_y)),
              best_y + between(at(best_x, best_y - 1), least, at(best_x, best_y + 1))};
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace

std::optional<double> shake_between(const SmallPicture& before, const SmallPicture& after,
                                    const std::optional<Face>& face) {
  const int width = before.width_px, height = before.height_px;
  if (after.width_px != width || after.height_px != height) return std::nullopt;
  const int room_x = width - kBlock - 2 * kReach - 1, room_y = height - kBlock - 2 * kReach - 1;
  if (room_x <= 0 || room_y <= 0) return std::nullopt;
  std::vector<double> across, down;
  for (int row = 0; row < kRows; ++row) {
    for (int column = 0; column < kColumns; ++column) {
      const int x = kReach + column * room_x / (kColumns - 1), y = kReach + row * room_y / (kRows - 1);
      const double middle_x = (x + kBlock / 2.0) / width, middle_y = (y + kBlock / 2.0) / height;
      if (face && std::abs(middle_x - face->centre.x) < 1.5 * face->width && middle_y > face->top()) continue;
      const auto step = step_of(before, after, x, y);
      if (!step) continue;
      across.push_back(step->x);
      down.push_back(step->y);
    }
  }
  if (across.size() < kFewest) return std::nullopt;
  return std::hypot(median(std::move(across)), median(std::move(down))) / width;
}

}  // namespace gladi
