#include "studio/overlay/projector_board.h"

#include <algorithm>
#include <cmath>

#include "studio/overlay/painter.h"

namespace gladi {
namespace {

// Measures are those of a board 934 × 768 px: what a 1366 × 768 projector leaves beside an upright feed.
constexpr double kDrawnWidth = 934, kDrawnHeight = 768;
constexpr double kMargin = 56;
constexpr double kClockTop = 130, kClockHeight = 256, kClockSize = 236;
constexpr size_t kMostNext = 2;

double scale_of(int width_px, int height_px) {
  return std::min(width_px / kDrawnWidth, height_px / kDrawnHeight);
}

int even(double value) {
  return static_cast<int>(std::lround(value / 2)) * 2;
}

}  // namespace

bool ProjectorBoard::draw(const ProjectorWords& words, int width_px, int height_px) {
  const bool resized = width_px != width_px_ || height_px != height_px_;
  ProjectorWords without_clock = drawn_;
  without_clock.clock = words.clock;
  const bool other_words = resized || words != without_clock;
  const bool other_clock = resized || words.clock != drawn_.clock;
  if (!other_words && !other_clock) return false;
  drawn_ = words;
  width_px_ = width_px;
  height_px_ = height_px;
  if (other_words) draw_words();
  if (other_clock) draw_clock();
  return true;
}

void ProjectorBoard::draw_words() {
  const double scale = scale_of(width_px_, height_px_);
  Painter painter(fonts_, width_px_, height_px_);
  painter.fill_rounded({0, 0, static_cast<double>(width_px_), static_cast<double>(height_px_)}, 0,
                       style::kBoard);
  const double left = kMargin * scale;
  const double most = width_px_ - 2 * left;
  const auto write = [&](double top, const std::string& text, double size, int weight, const Paint& colour) {
    TextLook look{size * scale, weight, colour};
    look.max_width_px = most;
    if (!text.empty()) painter.text(left, top, text, look);
  };
  write(42 * scale, drawn_.caption, 26, style::kMedium, style::kBoardMute);
  write(74 * scale, drawn_.name, 52, style::kBold, style::kWhite);
  write((drawn_.clock.empty() ? kClockTop + 20 : kClockTop + kClockHeight) * scale, drawn_.line, 27,
        style::kMedium, style::kBoardMute);
  // Who is next stands at the bottom, however high the board is.
  if (!drawn_.next.empty()) {
    const double bottom = height_px_ - kDrawnHeight * scale;
    write(bottom + 598 * scale, drawn_.next_caption, 24, style::kMedium, style::kBoardMute);
    for (size_t i = 0; i < std::min(drawn_.next.size(), kMostNext); ++i) {
      write(bottom + (630 + 48 * static_cast<double>(i)) * scale, drawn_.next[i], 34,
            i == 0 ? style::kBold : style::kMedium, i == 0 ? style::kWhite : style::kBoardMute);
    }
  }
  words_image_ = painter.opaque_image();
}

void ProjectorBoard::draw_clock() {
  clock_image_ = {};
  const double scale = scale_of(width_px_, height_px_);
  clock_place_ = {even(kMargin * scale), even(kClockTop * scale),
                  std::max(2, even(width_px_ - 2 * kMargin * scale)),
                  std::max(2, even(kClockHeight * scale))};
  if (drawn_.clock.empty()) return;
  Painter painter(fonts_, clock_place_.width, clock_place_.height);
  painter.fill_rounded(
      {0, 0, static_cast<double>(clock_place_.width), static_cast<double>(clock_place_.height)}, 0,
      style::kBoard);
  TextLook look{kClockSize * scale, style::kHeavy, style::kYellow};
  look.tabular = true;
  TextSize size = painter.measure(drawn_.clock, look);
  if (size.width_px > clock_place_.width) {  // an hour and more
    look.size_px *= clock_place_.width / size.width_px * 0.99;
    size = painter.measure(drawn_.clock, look);
  }
  painter.text(0, (clock_place_.height - size.height_px) / 2, drawn_.clock, look);
  clock_image_ = painter.opaque_image();
}

}  // namespace gladi
