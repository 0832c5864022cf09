// Brings one plane of a picture to another size.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace gladi {

// Bilinear; where the picture shrinks to less than half, each pixel is the mean of those it stands for. The
// results are libyuv's. Enlarging, which is what upright takes from webcams need, is done here in half of its
// time; everything else by libyuv.
//
// One thread at a time; keeps its tables from frame to frame.
class PlaneScaler {
 public:
  struct Size {
    int width, height;
    friend bool operator==(const Size&, const Size&) = default;
  };
  void scale(const uint8_t* from, int from_stride, Size from_size, uint8_t* to, int to_stride, Size to_size);

 private:
  // Eight neighbours of the wider row: where their sources begin, which two bytes each is made of, and how
  // much of each.
  struct Group {
    int begin;
    std::array<uint8_t, 16> pairs, weights;
  };
  void prepare(int from_width, int to_width);
  void enlarge_row(const uint8_t* from, uint8_t* to) const;
  void enlarge(const uint8_t* from, int from_stride, Size from_size, uint8_t* to, int to_stride,
               Size to_size);

  int from_width_ = 0, to_width_ = 0;  // what groups_ are for
  std::vector<Group> groups_;
  std::array<std::vector<uint8_t>, 2> rows_;
};

}  // namespace gladi
