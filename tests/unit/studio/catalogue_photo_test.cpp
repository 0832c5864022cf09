#include "studio/catalogue/catalogue_photo.h"

#include <gtest/gtest.h>

#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

// Columns of red, green and blue.
Image striped(int width, int height) {
  Image image{width, height, {}};
  for (int i = 0; i < width * height; ++i) {
    const int stripe = i % width * 3 / width;
    image.argb.push_back(0xFF000000U | 0xFFU << (16 - 8 * stripe));
  }
  return image;
}

struct GreyPicture : Picture {
  std::vector<uint8_t> luma, chroma;
  GreyPicture(int width, int height, std::vector<uint8_t> values) : luma(std::move(values)) {
    width_px = width;
    height_px = height;
    chroma.assign(luma.size(), 128);
    y = {luma.data(), width};
    u = v = {chroma.data(), width};
    chroma_x_shift = chroma_y_shift = 0;
  }
};

TEST(ProductPhoto, IsCroppedToTheMiddleSquare) {
  const Image square = cropped_to_card(striped(300, 100));
  EXPECT_EQ(square.width_px, 100);
  EXPECT_EQ(square.height_px, 100);
  EXPECT_EQ(square.argb[0], 0xFF00FF00U);
  EXPECT_EQ(square.argb.back(), 0xFF00FF00U);
  EXPECT_EQ(cropped_to_card(striped(4000, 1500)).width_px, kPhotoSidePx);
}

TEST(ProductPhoto, IsSavedUnderAFreeName) {
  const test::TempFolder temp;
  const auto first = add_photo(temp.path(), "kain", striped(64, 64));
  const auto second = add_photo(temp.path(), "kain", *first);
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->filename(), "kain.jpg");
  EXPECT_EQ(second->filename(), "kain-2.jpg");
  EXPECT_EQ(load_image(*second)->width_px, 64);
}

TEST(ProductPhoto, ThatIsNoneIsRefusedAndLeavesNothing) {
  const test::TempFolder temp;
  test::write_text(temp / "surat.jpg", "Dengan hormat");
  EXPECT_FALSE(add_photo(temp.path(), "kain", temp / "surat.jpg"));
  EXPECT_FALSE(copy_photo(temp.path(), "kain", temp / "surat.jpg"));
  EXPECT_FALSE(add_photo(temp.path(), "kain", temp / "nothing.png"));
  EXPECT_FALSE(fs::exists(temp / "kain.jpg"));
}

TEST(ProductPhoto, FromTheCameraHasItsColoursAndStandsUpright) {
  GreyPicture picture(2, 1, {16, 235});
  EXPECT_EQ(image_of(picture).argb, (std::vector<uint32_t>{0xFF000000U, 0xFFFFFFFFU}));
  picture.quarter_turns = 1;  // clockwise: what was left is on top
  const Image turned = image_of(picture);
  EXPECT_EQ(turned.width_px, 1);
  EXPECT_EQ(turned.argb, (std::vector<uint32_t>{0xFF000000U, 0xFFFFFFFFU}));
  picture.quarter_turns = 3;
  EXPECT_EQ(image_of(picture).argb, (std::vector<uint32_t>{0xFFFFFFFFU, 0xFF000000U}));
  picture.quarter_turns = 0;
  picture.chroma = {90, 90};
  std::vector<uint8_t> red(2, 240);
  picture.luma = {81, 81};
  picture.v = {red.data(), 2};
  picture.colour = {ColourMatrix::kBt601, false};
  const uint32_t pixel = image_of(picture).argb[0];
  EXPECT_GT(pixel >> 16 & 0xFF, 250u);
  EXPECT_LT(pixel >> 8 & 0xFF, 5u);
}

TEST(PhotoLight, IsJudgedByMeanAndContrast) {
  const auto verdict = [](uint8_t low, uint8_t high) {
    std::vector<uint8_t> luma(64 * 64);
    for (size_t i = 0; i < luma.size(); ++i) luma[i] = i % 64 < 32 ? low : high;
    return judge_photo(measure_light(GreyPicture(64, 64, std::move(luma))));
  };
  EXPECT_EQ(verdict(80, 180), PhotoVerdict::kGood);
  EXPECT_EQ(verdict(20, 60), PhotoVerdict::kDark);
  EXPECT_EQ(verdict(210, 235), PhotoVerdict::kBright);
  EXPECT_EQ(verdict(125, 130), PhotoVerdict::kFlat);
}

}  // namespace
}  // namespace gladi
