#include "studio/coaching/movement_meter.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace gladi {
namespace {

constexpr int kBlock = 16;        // pixels: 256 of them leave a sixteenth of their noise in the mean
constexpr double kChanged = 4.0;  // luma codes
constexpr size_t kFewest = 16;    // blocks, or nothing is said

double mean_of(const SmallPicture& picture, int left, int top) {
  int sum = 0;
  for (int y = top; y < top + kBlock; ++y) {
    const uint8_t* row = picture.y.data() + picture.index(left, y);
    for (int x = 0; x < kBlock; ++x) sum += row[x];
  }
  return static_cast<double>(sum) / (kBlock * kBlock);
}

}  // namespace

std::optional<double> moved_between(const SmallPicture& before, const SmallPicture& after) {
  if (before.width_px != after.width_px || before.height_px != after.height_px) return std::nullopt;
  std::vector<double> steps;
  for (int y = 0; y + kBlock <= after.height_px; y += kBlock) {
    for (int x = 0; x + kBlock <= after.width_px; x += kBlock)
      steps.push_back(mean_of(after, x, y) - mean_of(before, x, y));
  }
  if (steps.size() < kFewest) return std::nullopt;
  std::vector<double> sorted = steps;
  const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
  std::nth_element(sorted.begin(), middle, sorted.end());
  const double common = *middle;
  const auto changed = std::count_if(steps.begin(), steps.end(),
                                     [common](double step) { return std::abs(step - common) > kChanged; });
  return static_cast<double>(changed) / static_cast<double>(steps.size());
}

}  // namespace gladi
