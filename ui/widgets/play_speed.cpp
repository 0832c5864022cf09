#include "ui/widgets/play_speed.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "studio/text/format.h"

namespace gladi {
namespace {

constexpr std::array<double, 7> kSpeeds = {0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0};

}  // namespace

double neighbour_speed(double speed, bool faster) {
  if (faster) {
    const auto next = std::upper_bound(kSpeeds.begin(), kSpeeds.end(), speed);
    return next == kSpeeds.end() ? kSpeeds.back() : *next;
  }
  const auto at = std::lower_bound(kSpeeds.begin(), kSpeeds.end(), speed);
  return at == kSpeeds.begin() ? kSpeeds.front() : *std::prev(at);
}

std::string speed_words(double speed, Language language) {
  const double tenths = speed * 10;
  const int decimals = speed == std::round(speed) ? 0 : tenths == std::round(tenths) ? 1 : 2;
  return format_number(speed, decimals, language) + "×";
}

}  // namespace gladi
