#include "encoder/file/quality.h"

#include <gtest/gtest.h>

#include "encoder/file/probe_pictures.h"
#include "encoder/file/video_encoder.h"
#include "tests/support/take_maker.h"

namespace gladi {
namespace {

TEST(Quality, HasAWordForEachThatComesBack) {
  for (const Quality quality : {Quality::kSmall, Quality::kNormal, Quality::kBest}) {
    EXPECT_EQ(parse_quality(name_of(quality)), quality);
  }
  EXPECT_FALSE(parse_quality("huge"));
}

TEST(Quality, NormalChangesNothing) {
  const EncoderSettings usual = default_encoder_settings(Canvas{});
  EXPECT_EQ(with_quality(usual, Quality::kNormal), usual);
}

TEST(Quality, CostsWhatItSaysOnTheDisk) {
  const EncoderSettings usual = default_encoder_settings(Canvas{});
  // 3 Mb/s and 128 kb/s of sound for 3600 s.
  EXPECT_EQ(most_bytes_an_hour(usual), 1'407'600'000);
  EXPECT_EQ(most_bytes_an_hour(with_quality(usual, Quality::kSmall)), 732'600'000);
  EXPECT_EQ(most_bytes_an_hour(with_quality(usual, Quality::kBest)), 2'757'600'000);
}

// Three seconds of a moving, noisy picture.
int64_t bytes_of(Quality quality) {
  const Canvas canvas = test::kSmallCanvas;
  ProbePictures pictures(canvas);
  auto encoder = open_video_encoder(canvas, with_quality(default_encoder_settings(canvas), quality));
  if (!encoder) return 0;
  int64_t bytes = 0;
  const auto sink = [&bytes](libav::Packet packet) { bytes += packet->size; };
  for (int64_t n = 0; n < 90; ++n) {
    if (!(*encoder)->encode(pictures.picture(n), n, sink)) return 0;
  }
  return (*encoder)->flush(sink) ? bytes : 0;
}

TEST(Quality, ABetterPictureTakesMoreOfTheDisk) {
  const int64_t small = bytes_of(Quality::kSmall);
  const int64_t normal = bytes_of(Quality::kNormal);
  const int64_t best = bytes_of(Quality::kBest);
  EXPECT_GT(small, 0);
  EXPECT_GT(normal, small * 5 / 4);
  EXPECT_GT(best, normal * 5 / 4);
}

}  // namespace
}  // namespace gladi
