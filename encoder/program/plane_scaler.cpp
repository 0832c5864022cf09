#include "encoder/program/plane_scaler.h"

#include <libyuv/planar_functions.h>
#include <libyuv/scale.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#if defined(__x86_64__) && defined(__GNUC__)
#define GLADI_HAS_SSSE3 1
#include <tmmintrin.h>
#endif

namespace gladi {
namespace {

constexpr int kGroup = 8;    // pixels made at a time
constexpr int kLoaded = 16;  // bytes read for them

// Steps of 1/65536 pixel that bring the last pixel to the last.
int64_t step_of(int from, int to) {
  return to <= 1 ? 0 : ((static_cast<int64_t>(from) << 16) - 0x10001) / (to - 1);
}

bool can_enlarge() {
#ifdef GLADI_HAS_SSSE3
  return __builtin_cpu_supports("ssse3") != 0;
#else
  return false;
#endif
}

// libyuv has a quicker way of its own for this, with the pixels a quarter step aside.
bool is_double(PlaneScaler::Size from, PlaneScaler::Size to) {
  return (to.width + 1) / 2 == from.width;
}

#ifdef GLADI_HAS_SSSE3
__attribute__((target("ssse3"))) inline __m128i load(const void* bytes) {
  return _mm_loadu_si128(static_cast<const __m128i*>(bytes));
}
#endif

}  // namespace

void PlaneScaler::prepare(int from_width, int to_width) {
  if (from_width == from_width_ && to_width == to_width_) return;
  from_width_ = from_width;
  to_width_ = to_width;
  const int64_t step = step_of(from_width, to_width);
  groups_.resize(static_cast<size_t>((to_width + kGroup - 1) / kGroup));
  for (size_t g = 0; g < groups_.size(); ++g) {
    Group& group = groups_[g];
    const auto place_of = [&](size_t i) {
      const int64_t index =
          std::min<int64_t>(static_cast<int64_t>(g) * kGroup + static_cast<int64_t>(i), to_width - 1);
      return std::min(index * step, static_cast<int64_t>(from_width - 1) << 16);
    };
    group.begin = std::min(static_cast<int>(place_of(0) >> 16), from_width - kLoaded);
    for (size_t i = 0; i < kGroup; ++i) {
      const int64_t place = place_of(i);
      const int left = static_cast<int>(place >> 16);
      const int right = std::min(left + 1, from_width - 1);
      const auto share = static_cast<uint8_t>(place >> 9 & 127);  // of 128
      group.pairs[2 * i] = static_cast<uint8_t>(left - group.begin);
      group.pairs[2 * i + 1] = static_cast<uint8_t>(right - group.begin);
      group.weights[2 * i] = static_cast<uint8_t>(128 - share);
      group.weights[2 * i + 1] = share;
    }
  }
  for (auto& row : rows_) row.resize(groups_.size() * kGroup);
}

#ifdef GLADI_HAS_SSSE3
__attribute__((target("ssse3"))) void PlaneScaler::enlarge_row(const uint8_t* from, uint8_t* to) const {
  // The multiplication takes one factor signed: the pixels less 128. 128 times 128 given back, and half a
  // step.
  const __m128i middle = _mm_set1_epi8(static_cast<char>(0x80));
  const __m128i give_back = _mm_set1_epi16(128 * 128 + 64);
  for (const Group& group : groups_) {
    const __m128i pixels = _mm_shuffle_epi8(load(from + group.begin), load(group.pairs.data()));
    const __m128i sums = _mm_maddubs_epi16(load(group.weights.data()), _mm_sub_epi8(pixels, middle));
    const __m128i means = _mm_srli_epi16(_mm_add_epi16(sums, give_back), 7);
    _mm_storel_epi64(reinterpret_cast<__m128i*>(to), _mm_packus_epi16(means, means));
    to += kGroup;
  }
}
#else
void PlaneScaler::enlarge_row(const uint8_t*, uint8_t*) const {}
#endif

void PlaneScaler::enlarge(const uint8_t* from, int from_stride, Size from_size, uint8_t* to, int to_stride,
                          Size to_size) {
  prepare(from_size.width, to_size.width);
  const int64_t step = step_of(from_size.height, to_size.height);
  const int last = from_size.height - 1;
  // The two rows between which the new ones lie, each widened only once.
  int have = -1;
  const auto widen = [&](int row, std::vector<uint8_t>& wide) {
    enlarge_row(from + static_cast<ptrdiff_t>(row) * from_stride, wide.data());
  };
  for (int y = 0; y < to_size.height; ++y) {
    const int64_t place = std::min(y * step, static_cast<int64_t>(last) << 16);
    const int upper = static_cast<int>(place >> 16);
    if (upper != have) {
      if (upper == have + 1 && have >= 0) {
        std::swap(rows_[0], rows_[1]);
      } else {
        widen(upper, rows_[0]);
      }
      widen(std::min(upper + 1, last), rows_[1]);
      have = upper;
    }
    libyuv::InterpolatePlane(rows_[0].data(), 0, rows_[1].data(), 0,
                             to + static_cast<ptrdiff_t>(y) * to_stride, 0, to_size.width, 1,
                             static_cast<int>(place >> 8 & 255));
  }
}

void PlaneScaler::scale(const uint8_t* from, int from_stride, Size from_size, uint8_t* to, int to_stride,
                        Size to_size) {
  const bool larger = to_size.width > from_size.width && to_size.height > from_size.height;
  if (larger && !is_double(from_size, to_size) && from_size.width >= kLoaded && can_enlarge()) {
    enlarge(from, from_stride, from_size, to, to_stride, to_size);
    return;
  }
  libyuv::ScalePlane(from, from_stride, from_size.width, from_size.height, to, to_stride, to_size.width,
                     to_size.height, libyuv::kFilterBox);
}

}  // namespace gladi
