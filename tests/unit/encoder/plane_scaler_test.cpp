// Our own enlarging gives what libyuv gives.
#include "encoder/program/plane_scaler.h"

#include <gtest/gtest.h>
#include <libyuv/scale.h>

#include <random>

namespace gladi {
namespace {

struct Plane {
  PlaneScaler::Size size;
  int stride;
  std::vector<uint8_t> bytes;

  // `margin` bytes behind each row and one row below are another picture's.
  Plane(PlaneScaler::Size plane_size, int margin, uint8_t fill = 0)
      : size(plane_size),
        stride(plane_size.width + margin),
        bytes(static_cast<size_t>(stride * (plane_size.height + 1)), fill) {}
};

Plane noise(PlaneScaler::Size size) {
  Plane plane(size, 5);
  std::minstd_rand random(3);
  for (uint8_t& byte : plane.bytes) byte = static_cast<uint8_t>(random() >> 8);
  return plane;
}

class PlaneScalerSizes : public ::testing::TestWithParam<std::pair<PlaneScaler::Size, PlaneScaler::Size>> {};

TEST_P(PlaneScalerSizes, AreAsLibyuvMakesThem) {
  const auto [from_size, to_size] = GetParam();
  const Plane from = noise(from_size);
  Plane ours(to_size, 3, 77), theirs(to_size, 3, 77);
  PlaneScaler scaler;
  for (int round = 0; round < 2; ++round) {  // the second with tables that are there
    scaler.scale(from.bytes.data(), from.stride, from_size, ours.bytes.data(), ours.stride, to_size);
    libyuv::ScalePlane(from.bytes.data(), from.stride, from_size.width, from_size.height, theirs.bytes.data(),
                       theirs.stride, to_size.width, to_size.height, libyuv::kFilterBox);
    EXPECT_EQ(ours.bytes, theirs.bytes);
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, PlaneScalerSizes,
    ::testing::Values(std::pair{PlaneScaler::Size{404, 720}, PlaneScaler::Size{720, 1280}},
                      std::pair{PlaneScaler::Size{202, 360}, PlaneScaler::Size{360, 640}},
                      std::pair{PlaneScaler::Size{405, 719}, PlaneScaler::Size{1081, 1919}},
                      std::pair{PlaneScaler::Size{17, 3}, PlaneScaler::Size{300, 5}},
                      std::pair{PlaneScaler::Size{16, 1}, PlaneScaler::Size{31, 9}},
                      std::pair{PlaneScaler::Size{9, 9}, PlaneScaler::Size{20, 20}},
                      std::pair{PlaneScaler::Size{640, 480}, PlaneScaler::Size{1280, 960}},
                      std::pair{PlaneScaler::Size{1280, 720}, PlaneScaler::Size{405, 228}},
                      std::pair{PlaneScaler::Size{64, 64}, PlaneScaler::Size{64, 64}}));

TEST(PlaneScaler, FollowsAChangeOfSizes) {
  PlaneScaler scaler;
  for (const PlaneScaler::Size size :
       {PlaneScaler::Size{100, 90}, PlaneScaler::Size{60, 90}, PlaneScaler::Size{100, 90}}) {
    const Plane from = noise(size);
    Plane ours({333, 222}, 0), theirs({333, 222}, 0);
    scaler.scale(from.bytes.data(), from.stride, size, ours.bytes.data(), ours.stride, ours.size);
    libyuv::ScalePlane(from.bytes.data(), from.stride, size.width, size.height, theirs.bytes.data(),
                       theirs.stride, 333, 222, libyuv::kFilterBox);
    EXPECT_EQ(ours.bytes, theirs.bytes);
  }
}

}  // namespace
}  // namespace gladi
