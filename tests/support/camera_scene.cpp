#include "tests/support/camera_scene.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <random>
#include <stdexcept>
#include <vector>

namespace gladi::test {
namespace {

using Colour3 = std::array<double, 3>;

Colour3 colour_of(uint32_t argb) {
  return {static_cast<double>(argb >> 16 & 0xFF), static_cast<double>(argb >> 8 & 0xFF),
          static_cast<double>(argb & 0xFF)};
}

uint32_t argb_of(const Colour3& colour) {
  uint32_t argb = 0xFF;
  for (const double part : colour)
    argb = argb << 8 | static_cast<uint32_t>(std::clamp(std::lround(part), 0L, 255L));
  return argb;
}

size_t index(const Image& image, int x, int y) {
  return static_cast<size_t>(y) * static_cast<size_t>(image.width_px) + static_cast<size_t>(x);
}

// Between the pixels, by their distance.
uint32_t sample(const Image& image, double x, double y) {
  x = std::clamp(x, 0.0, image.width_px - 1.0);
  y = std::clamp(y, 0.0, image.height_px - 1.0);
  const int left = std::min(static_cast<int>(x), image.width_px - 2),
            top = std::min(static_cast<int>(y), image.height_px - 2);
  const double right_share = x - left, lower_share = y - top;
  Colour3 mean{};
  for (const int dx : {0, 1}) {
    for (const int dy : {0, 1}) {
      const double weight =
          (dx == 1 ? right_share : 1 - right_share) * (dy == 1 ? lower_share : 1 - lower_share);
      const Colour3 colour = colour_of(image.argb[index(image, left + dx, top + dy)]);
      for (size_t i = 0; i < mean.size(); ++i) mean[i] += weight * colour[i];
    }
  }
  return argb_of(mean);
}

// Each pixel the mean of its row's neighbours (or its column's).
Image averaged(const Image& image, int radius_px, bool across) {
  Image out = image;
  for (int y = 0; y < image.height_px; ++y) {
    for (int x = 0; x < image.width_px; ++x) {
      Colour3 sum{};
      for (int step = -radius_px; step <= radius_px; ++step) {
        const int from_x = std::clamp(across ? x + step : x, 0, image.width_px - 1);
        const int from_y = std::clamp(across ? y : y + step, 0, image.height_px - 1);
        const Colour3 colour = colour_of(image.argb[index(image, from_x, from_y)]);
        for (size_t i = 0; i < sum.size(); ++i) sum[i] += colour[i] / (2 * radius_px + 1);
      }
      out.argb[index(out, x, y)] = argb_of(sum);
    }
  }
  return out;
}

}  // namespace

CameraScene::CameraScene(int width_px, int height_px, unsigned seed) {
  // Random colours far apart, blended in between, and finer ones on top: curtains, shelves, a wall.
  std::mt19937 random(seed);
  const auto noise = [&](int cell_px, double depth) {
    Image cells{width_px / cell_px + 2, height_px / cell_px + 2, {}};
    for (int i = 0; i < cells.width_px * cells.height_px; ++i) {
      const auto part = [&] { return 128 + depth * (static_cast<double>(random() % 256) - 128); };
      cells.argb.push_back(argb_of({part(), part(), part()}));
    }
    return cells;
  };
  const int far_px = width_px / 8, near_px = width_px / 80;
  const Image coarse = noise(far_px, 0.7), fine = noise(near_px, 0.3);
  image_ = {width_px, height_px, {}};
  for (int y = 0; y < height_px; ++y) {
    for (int x = 0; x < width_px; ++x) {
      const Colour3 far = colour_of(sample(coarse, 1.0 * x / far_px, 1.0 * y / far_px));
      const Colour3 near = colour_of(sample(fine, 1.0 * x / near_px, 1.0 * y / near_px));
      image_.argb.push_back(
          argb_of({far[0] + near[0] - 128, far[1] + near[1] - 128, far[2] + near[2] - 128}));
    }
  }
}

CameraScene& CameraScene::paste(const Image& photo, int left, int top, int side_px, int x, int y,
                                int drawn_px) {
  const double step = static_cast<double>(side_px) / drawn_px;
  for (int row = std::max(0, -y); row < drawn_px && y + row < image_.height_px; ++row) {
    for (int column = std::max(0, -x); column < drawn_px && x + column < image_.width_px; ++column) {
      image_.argb[index(image_, x + column, y + row)] =
          sample(photo, left + (column + 0.5) * step - 0.5, top + (row + 0.5) * step - 0.5);
    }
  }
  return *this;
}

CameraScene& CameraScene::gamma(double exponent) {
  for (uint32_t& pixel : image_.argb) {
    Colour3 colour = colour_of(pixel);
    for (double& part : colour) part = 255 * std::pow(part / 255, exponent);
    pixel = argb_of(colour);
  }
  return *this;
}

CameraScene& CameraScene::brighten_outside(int x, int y, int width_px, int height_px, uint8_t at_least) {
  for (int row = 0; row < image_.height_px; ++row) {
    for (int column = 0; column < image_.width_px; ++column) {
      if (column >= x && column < x + width_px && row >= y && row < y + height_px) continue;
      Colour3 colour = colour_of(image_.argb[index(image_, column, row)]);
      for (double& part : colour) part = at_least + part * (255 - at_least) / 255;
      image_.argb[index(image_, column, row)] = argb_of(colour);
    }
  }
  return *this;
}

CameraScene& CameraScene::blur(int radius_px) {
  for (int turn = 0; turn < 2 && radius_px > 0; ++turn)
    image_ = averaged(averaged(image_, radius_px, true), radius_px, false);
  return *this;
}

CameraScene& CameraScene::mirror() {
  for (int y = 0; y < image_.height_px; ++y) {
    const auto row = image_.argb.begin() + static_cast<ptrdiff_t>(index(image_, 0, y));
    std::reverse(row, row + image_.width_px);
  }
  return *this;
}

CameraScene CameraScene::shifted(double dx, double dy) const {
  Image moved = image_;
  for (int y = 0; y < moved.height_px; ++y) {
    for (int x = 0; x < moved.width_px; ++x) moved.argb[index(moved, x, y)] = sample(image_, x - dx, y - dy);
  }
  return CameraScene(std::move(moved));
}

Picture CameraScene::picture() const {
  const size_t area = image_.argb.size();
  auto planes = std::make_shared<std::vector<uint8_t>>(3 * area);
  for (size_t i = 0; i < area; ++i) {
    const auto [red, green, blue] = colour_of(image_.argb[i]);
    const double luma = 0.299 * red + 0.587 * green + 0.114 * blue;
    const auto code = [](double value) {
      return static_cast<uint8_t>(std::clamp(std::lround(value), 0L, 255L));
    };
    (*planes)[i] = code(luma);
    (*planes)[area + i] = code(128 + (blue - luma) / 1.772);
    (*planes)[2 * area + i] = code(128 + (red - luma) / 1.402);
  }
  Picture picture;
  picture.width_px = image_.width_px;
  picture.height_px = image_.height_px;
  picture.chroma_x_shift = picture.chroma_y_shift = 0;
  picture.colour = {ColourMatrix::kBt601, true};
  picture.y = {planes->data(), image_.width_px};
  picture.u = {planes->data() + area, image_.width_px};
  picture.v = {planes->data() + 2 * area, image_.width_px};
  picture.memory = std::move(planes);
  return picture;
}

Image portrait() {
  auto image = load_image(std::filesystem::path(GLADI_SOURCE_DIR) / "tests/data/portrait.jpg");
  if (!image) throw std::runtime_error(image.error().english());
  return *std::move(image);
}

}  // namespace gladi::test
