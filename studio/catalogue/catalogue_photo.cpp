#include "studio/catalogue/catalogue_photo.h"

#include <algorithm>
#include <cmath>

#include "encoder/base/platform.h"
#include "studio/catalogue/photo_check.h"
#include "studio/text/utf8.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

fs::path free_name(const fs::path& folder, const std::string& product_id, const std::string& extension) {
  std::error_code error;
  fs::path file = folder / (product_id + extension);
  for (int i = 2; fs::exists(file, error); ++i)
    file = folder / (product_id + "-" + std::to_string(i) + extension);
  return file;
}

bool drawing(const fs::path& photo) {
  return fold_case(photo.extension().string()) == ".svg";
}

// Four numbers a matrix: how much of v goes to red, u and v to green, u to blue (ITU-R BT.601 and BT.709).
struct Matrix {
  double red_v, green_u, green_v, blue_u;
};
constexpr Matrix kBt601 = {1.402, 0.344136, 0.714136, 1.772};
constexpr Matrix kBt709 = {1.5748, 0.187324, 0.468124, 1.8556};

double luma_of(uint8_t value, const Colour& colour) {
  return colour.full_range ? value / 255.0 : (value - 16.0) / 219.0;
}

uint32_t byte_of(double share) {
  return static_cast<uint32_t>(std::lround(std::clamp(share, 0.0, 1.0) * 255));
}

uint32_t pixel(const Picture& picture, int x, int y) {
  const auto at = [](const Picture::Plane& plane, int column, int row) {
    return plane.data[static_cast<ptrdiff_t>(row) * plane.stride + column];
  };
  const int cx = x >> picture.chroma_x_shift, cy = y >> picture.chroma_y_shift;
  const Matrix& matrix = picture.colour.matrix == ColourMatrix::kBt601 ? kBt601 : kBt709;
  const double range = picture.colour.full_range ? 255 : 224;
  const double luma = luma_of(at(picture.y, x, y), picture.colour);
  const double u = (at(picture.u, cx, cy) - 128) / range, v = (at(picture.v, cx, cy) - 128) / range;
  return 0xFF000000U | byte_of(luma + matrix.red_v * v) << 16 |
         byte_of(luma - matrix.green_u * u - matrix.green_v * v) << 8 | byte_of(luma + matrix.blue_u * u);
}

Image quarter_turned(const Image& image) {
  Image turned{image.height_px, image.width_px, std::vector<uint32_t>(image.argb.size())};
  for (int y = 0; y < image.height_px; ++y) {
    for (int x = 0; x < image.width_px; ++x) {
      turned.argb[static_cast<size_t>(x) * static_cast<size_t>(turned.width_px) +
                  static_cast<size_t>(image.height_px - 1 - y)] =
          image.argb[static_cast<size_t>(y) * static_cast<size_t>(image.width_px) + static_cast<size_t>(x)];
    }
  }
  return turned;
}

}  // namespace

Image cropped_to_card(const Image& image) {
  const int side = std::min(image.width_px, image.height_px);
  const int size = std::min(side, kPhotoSidePx);
  const int left = (image.width_px - side) / 2, top = (image.height_px - side) / 2;
  Image square{size, size, std::vector<uint32_t>(static_cast<size_t>(size) * static_cast<size_t>(size))};
  // The mean of what falls onto each pixel: plain picking makes cloth flicker.
  for (int y = 0; y < size; ++y) {
    const int y0 = y * side / size, y1 = std::max(y0 + 1, (y + 1) * side / size);
    for (int x = 0; x < size; ++x) {
      const int x0 = x * side / size, x1 = std::max(x0 + 1, (x + 1) * side / size);
      uint32_t sums[3] = {0, 0, 0};
      for (int sy = y0; sy < y1; ++sy) {
        for (int sx = x0; sx < x1; ++sx) {
          const uint32_t argb =
              image.argb[static_cast<size_t>(top + sy) * static_cast<size_t>(image.width_px) +
                         static_cast<size_t>(left + sx)];
          for (int c = 0; c < 3; ++c) sums[c] += (argb >> (8 * c)) & 0xFF;
        }
      }
      const auto count = static_cast<uint32_t>((y1 - y0) * (x1 - x0));
      square.argb[static_cast<size_t>(y) * static_cast<size_t>(size) + static_cast<size_t>(x)] =
          0xFF000000U | (sums[2] / count) << 16 | (sums[1] / count) << 8 | sums[0] / count;
    }
  }
  return square;
}

Result<fs::path> copy_photo(const fs::path& folder, const std::string& product_id, const fs::path& photo) {
  if (auto sound = check_photo(photo.parent_path(), photo.filename().string(), PhotoCheck::kOpens); !sound) {
    return fail(ErrorKind::kDamaged,
                Message(GLADI_TEXT("{0} is no picture that Gladi can read."), {photo.string()}),
                sound.error().english());
  }
  auto bytes = platform::read_file(photo);
  if (!bytes) return fail(std::move(bytes));
  const fs::path file = free_name(folder, product_id, fold_case(photo.extension().string()));
  if (Status written = platform::write_file_atomically(file, *bytes); !written)
    return fail(std::move(written));
  return file;
}

Result<fs::path> add_photo(const fs::path& folder, const std::string& product_id, const fs::path& photo) {
  if (drawing(photo)) return copy_photo(folder, product_id, photo);
  auto image = load_image(photo, 2 * kPhotoSidePx);
  if (!image) return fail(std::move(image));
  return add_photo(folder, product_id, *image);
}

Result<fs::path> add_photo(const fs::path& folder, const std::string& product_id, const Image& shot) {
  const fs::path file = free_name(folder, product_id, ".jpg");
  if (Status saved = save_jpeg(cropped_to_card(shot), file); !saved) return fail(std::move(saved));
  return file;
}

Image image_of(const Picture& picture) {
  Image image{picture.width_px, picture.height_px, {}};
  image.argb.reserve(static_cast<size_t>(picture.width_px) * static_cast<size_t>(picture.height_px));
  for (int y = 0; y < picture.height_px; ++y) {
    for (int x = 0; x < picture.width_px; ++x) image.argb.push_back(pixel(picture, x, y));
  }
  for (int turn = 0; turn < picture.quarter_turns % 4; ++turn) image = quarter_turned(image);
  return image;
}

PhotoLight measure_light(const Picture& picture) {
  constexpr int kStep = 4;  // every fourth pixel of every fourth row is enough for a mean
  double sum = 0, squares = 0;
  int count = 0;
  for (int y = 0; y < picture.height_px; y += kStep) {
    const uint8_t* row = picture.y.data + static_cast<ptrdiff_t>(y) * picture.y.stride;
    for (int x = 0; x < picture.width_px; x += kStep) {
      const double luma = luma_of(row[x], picture.colour);
      sum += luma;
      squares += luma * luma;
      ++count;
    }
  }
  if (count == 0) return {};
  const double mean = sum / count;
  return {mean, std::sqrt(std::max(0.0, squares / count - mean * mean))};
}

PhotoVerdict judge_photo(const PhotoLight& light) {
  if (light.mean < 0.30) return PhotoVerdict::kDark;
  if (light.mean > 0.80) return PhotoVerdict::kBright;
  return light.contrast < 0.08 ? PhotoVerdict::kFlat : PhotoVerdict::kGood;
}

}  // namespace gladi
