// A rectangle in dp, and how a screen is cut into rectangles.
#pragma once

#include <algorithm>

namespace gladi {

struct Box {
  float x = 0, y = 0, w = 0, h = 0;

  float right() const { return x + w; }
  float bottom() const { return y + h; }
  float middle_x() const { return x + w / 2; }
  float middle_y() const { return y + h / 2; }
  bool contains(const Box& inner) const {
    return inner.x >= x - 0.5F && inner.y >= y - 0.5F && inner.right() <= right() + 0.5F &&
           inner.bottom() <= bottom() + 0.5F;
  }
  Box inset(float horizontal, float vertical) const {
    return {x + horizontal, y + vertical, std::max(0.0F, w - 2 * horizontal),
            std::max(0.0F, h - 2 * vertical)};
  }
  Box inset(float all) const { return inset(all, all); }
  Box moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }

  // Each takes a piece off one side, leaves the rest (less `gap`) in this box, and returns the piece.
  Box cut_top(float height, float gap = 0) {
    const Box piece{x, y, w, std::min(height, h)};
    y += height + gap;
    h = std::max(0.0F, h - height - gap);
    return piece;
  }
  Box cut_bottom(float height, float gap = 0) {
    const Box piece{x, bottom() - std::min(height, h), w, std::min(height, h)};
    h = std::max(0.0F, h - height - gap);
    return piece;
  }
  Box cut_left(float width, float gap = 0) {
    const Box piece{x, y, std::min(width, w), h};
    x += width + gap;
    w = std::max(0.0F, w - width - gap);
    return piece;
  }
  Box cut_right(float width, float gap = 0) {
    const Box piece{right() - std::min(width, w), y, std::min(width, w), h};
    w = std::max(0.0F, w - width - gap);
    return piece;
  }
  // A box of this size in the middle.
  Box centred(float width, float height) const {
    return {x + (w - width) / 2, y + (h - height) / 2, width, height};
  }
  friend bool operator==(const Box&, const Box&) = default;
};

}  // namespace gladi
