// Pictures of plain coloured rectangles, to see where and as what they come out.
#pragma once

#include <algorithm>
#include <memory>
#include <vector>

#include "encoder/program/canvas.h"
#include "encoder/program/picture.h"

namespace gladi::test {

struct Yuv {
  int y = 0, u = 128, v = 128;
  friend bool operator==(const Yuv&, const Yuv&) = default;
};

// The sample at (x, y); chroma as the picture stores it there.
inline Yuv sample_at(const Picture& picture, int x, int y) {
  const int cx = x >> picture.chroma_x_shift, cy = y >> picture.chroma_y_shift;
  return {picture.y.data[y * picture.y.stride + x], picture.u.data[cy * picture.u.stride + cx],
          picture.v.data[cy * picture.v.stride + cx]};
}

// What a colour (0..1 each) is in Y'CbCr, from the definitions in BT.601 and BT.709.
inline Yuv yuv_of(double red, double green, double blue, Colour colour) {
  const double kr = colour.matrix == ColourMatrix::kBt601 ? 0.299 : 0.2126;
  const double kb = colour.matrix == ColourMatrix::kBt601 ? 0.114 : 0.0722;
  const double y = kr * red + (1 - kr - kb) * green + kb * blue;
  const double u = (blue - y) / (2 * (1 - kb)), v = (red - y) / (2 * (1 - kr));
  const auto code = [](double value) { return static_cast<int>(std::clamp(value + 0.5, 0.0, 255.0)); };
  if (colour.full_range) return {code(255 * y), code(128 + 255 * u), code(128 + 255 * v)};
  return {code(16 + 219 * y), code(128 + 224 * u), code(128 + 224 * v)};
}

class DrawnPicture {
 public:
  DrawnPicture(int width_px, int height_px, Colour colour, int x_shift = 1, int y_shift = 1) {
    picture_.width_px = width_px;
    picture_.height_px = height_px;
    picture_.colour = colour;
    picture_.chroma_x_shift = x_shift;
    picture_.chroma_y_shift = y_shift;
    luma_ = std::make_shared<Plane>(width_px, height_px);
    u_ = std::make_shared<Plane>(picture_.chroma_width_px(), picture_.chroma_height_px());
    v_ = std::make_shared<Plane>(picture_.chroma_width_px(), picture_.chroma_height_px());
  }

  DrawnPicture& paint(const Rect& rect, Yuv colour) {
    const int xs = picture_.chroma_x_shift, ys = picture_.chroma_y_shift;
    luma_->paint(rect, colour.y);
    u_->paint({rect.x >> xs, rect.y >> ys, rect.width >> xs, rect.height >> ys}, colour.u);
    v_->paint({rect.x >> xs, rect.y >> ys, rect.width >> xs, rect.height >> ys}, colour.v);
    return *this;
  }
  DrawnPicture& paint(Yuv colour) { return paint({0, 0, picture_.width_px, picture_.height_px}, colour); }
  DrawnPicture& quarter_turns(int turns) {
    picture_.quarter_turns = turns;
    return *this;
  }
  DrawnPicture& stamp(MediaTime stamp) {
    picture_.stamp = stamp;
    return *this;
  }

  PicturePtr finish() const {
    auto picture = std::make_shared<Picture>(picture_);
    picture->y = {luma_->bytes.data(), luma_->stride};
    picture->u = {u_->bytes.data(), u_->stride};
    picture->v = {v_->bytes.data(), v_->stride};
    picture->memory = std::make_shared<std::vector<std::shared_ptr<Plane>>>(std::vector{luma_, u_, v_});
    return picture;
  }

 private:
  struct Plane {
    // Rows are a little longer than they need to be, as a decoder's are.
    Plane(int width, int height)
        : stride(width + 32), bytes(static_cast<size_t>(stride) * static_cast<size_t>(height)) {}
    void paint(const Rect& rect, int value) {
      for (int y = rect.y; y < rect.y + rect.height; ++y) {
        std::fill_n(bytes.begin() + static_cast<ptrdiff_t>(y) * stride + rect.x, rect.width,
                    static_cast<uint8_t>(value));
      }
    }
    int stride;
    std::vector<uint8_t> bytes;
  };

  Picture picture_;
  std::shared_ptr<Plane> luma_, u_, v_;
};

}  // namespace gladi::test
