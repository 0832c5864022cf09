#include "encoder/file/probe_pictures.h"

#include <algorithm>
#include <cstring>
#include <random>

namespace gladi {
namespace {

constexpr int kBlock = 16;
constexpr size_t kNoiseBytes = 1 << 16;
constexpr int kNoise = 5;  // ± luma: a webcam in a room

}  // namespace

ProbePictures::ProbePictures(const Canvas& canvas) : canvas_(canvas), noise_(kNoiseBytes) {
  std::minstd_rand random(20);
  for (uint8_t& value : noise_) value = static_cast<uint8_t>(random() % (2 * kNoise + 1));
}

PicturePtr ProbePictures::picture(int64_t number) {
  DraftPicture draft = pool_.take(canvas_.width_px, canvas_.height_px);
  const int shift = static_cast<int>(number) * 3;
  size_t noise_at = static_cast<size_t>(number) * 7919;  // another noise in each picture
  for (int row = 0; row < draft.height_px(); ++row) {
    uint8_t* y = draft.y() + static_cast<ptrdiff_t>(row) * draft.y_stride();
    for (int x = 0; x < draft.width_px(); ++x) {
      // A slow wave with edges that wander across it.
      const int wave = std::abs(((x + shift) % 256) - 128) / 2 + std::abs((row % 400) - 200) / 4;
      const int edge = (((x - shift / 2) / 90 + row / 120) & 1) * 40;
      y[x] = static_cast<uint8_t>(40 + wave + edge + noise_[noise_at++ % kNoiseBytes]);
    }
  }
  for (int row = 0; row < draft.height_px() / 2; ++row) {
    const auto width = static_cast<size_t>(draft.width_px() / 2);
    std::memset(draft.u() + static_cast<ptrdiff_t>(row) * draft.u_stride(), 118 + (row / 40) % 20, width);
    std::memset(draft.v() + static_cast<ptrdiff_t>(row) * draft.v_stride(), 138 - (row / 50) % 20, width);
  }
  return draft.freeze();
}

std::vector<uint8_t> luma_blocks(const uint8_t* y, int stride, int width_px, int height_px) {
  std::vector<uint8_t> blocks;
  for (int top = 0; top + kBlock <= height_px; top += kBlock) {
    for (int left = 0; left + kBlock <= width_px; left += kBlock) {
      int sum = 0;
      for (int row = top; row < top + kBlock; ++row) {
        const uint8_t* at = y + static_cast<ptrdiff_t>(row) * stride + left;
        for (int x = 0; x < kBlock; ++x) sum += at[x];
      }
      blocks.push_back(static_cast<uint8_t>(sum / (kBlock * kBlock)));
    }
  }
  return blocks;
}

}  // namespace gladi
