#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "studio/overlay/photo.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

constexpr const char* kCloth = GLADI_SOURCE_DIR "/assets/catalogues/batik-ecoprint/kain-jati.svg";

class OverlayPhoto : public testing::Test {
 protected:
  test::TempFolder folder_;

  std::filesystem::path write(const std::string& name, const std::string& content) {
    std::ofstream(folder_ / name, std::ios::binary) << content;
    return folder_ / name;
  }
};

bool opaque(const Image& image) {
  return std::all_of(image.argb.begin(), image.argb.end(), [](uint32_t pixel) { return pixel >> 24 == 255; });
}

TEST_F(OverlayPhoto, DrawsAnSvgInTheSizeAskedFor) {
  const auto photo = load_photo(kCloth, 90, 60);
  ASSERT_TRUE(photo);
  EXPECT_EQ(photo->width_px, 90);
  EXPECT_EQ(photo->height_px, 60);
  EXPECT_EQ(photo->argb.size(), 90U * 60U);
  EXPECT_TRUE(opaque(*photo));
}

TEST_F(OverlayPhoto, CutsWhatSticksOutEvenly) {
  // Red, white, blue, each a third of the width; the middle square shows half a third of red and of blue
  // less.
  const auto file =
      write("flag.svg",
            "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='100'><rect width='100' height='100' "
            "fill='#f00'/><rect x='200' width='100' height='100' fill='#00f'/></svg>");
  const auto middle = load_photo(file, 100, 100);
  ASSERT_TRUE(middle);
  EXPECT_EQ(middle->argb[50 * 100 + 5], 0xFFFFFFFF);
  EXPECT_EQ(middle->argb[50 * 100 + 94], 0xFFFFFFFF);
  const auto wide = load_photo(file, 200, 100);
  ASSERT_TRUE(wide);
  EXPECT_EQ(wide->argb[50 * 200 + 5], 0xFFFF0000);
  EXPECT_EQ(wide->argb[50 * 200 + 194], 0xFF0000FF);
}

TEST_F(OverlayPhoto, FillsTheSizeWithAJpegOfAnotherShape) {
  Image wide{320, 160, std::vector<uint32_t>(320 * 160, 0xFFD02020)};
  for (size_t y = 0; y < 160; ++y) {
    for (size_t x = 160; x < 320; ++x) wide.argb[y * 320 + x] = 0xFF2020D0;
  }
  ASSERT_TRUE(save_jpeg(wide, folder_ / "lebar.jpg"));
  const auto photo = load_photo(folder_ / "lebar.jpg", 60, 80);
  ASSERT_TRUE(photo) << photo.error().english();
  EXPECT_EQ(photo->width_px, 60);
  EXPECT_EQ(photo->height_px, 80);
  EXPECT_TRUE(opaque(*photo));
  const uint32_t left = photo->argb[40 * 60 + 5], right = photo->argb[40 * 60 + 54];
  EXPECT_GT(left >> 16 & 0xFF, 180U);
  EXPECT_LT(left & 0xFF, 80U);
  EXPECT_GT(right & 0xFF, 180U);
  EXPECT_LT(right >> 16 & 0xFF, 80U);
}

TEST_F(OverlayPhoto, LaysTransparencyOnWhite) {
  const auto file = write("empty.SVG", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'/>");
  const auto photo = load_photo(file, 20, 20);
  ASSERT_TRUE(photo);
  EXPECT_TRUE(
      std::all_of(photo->argb.begin(), photo->argb.end(), [](uint32_t p) { return p == 0xFFFFFFFF; }));
}

TEST_F(OverlayPhoto, ReadsNoOtherFileFromAnSvg) {
  write("secret.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><rect width='10' height='10' "
        "fill='#f00'/></svg>");
  const auto file =
      write("outer.svg",
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='10' "
            "height='10'><image xlink:href='secret.svg' width='10' height='10'/></svg>");
  const auto photo = load_photo(file, 10, 10);
  ASSERT_TRUE(photo);
  EXPECT_EQ(photo->argb[55], 0xFFFFFFFF);
}

TEST_F(OverlayPhoto, SaysWhichPhotoIsMissingOrDamaged) {
  const auto missing = load_photo(folder_ / "hilang.svg", 10, 10);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind, ErrorKind::kNotFound);
  EXPECT_NE(missing.error().english().find("hilang.svg"), std::string::npos);

  const auto damaged = load_photo(write("rusak.svg", "<svg xmlns='http://www.w3.org"), 10, 10);
  ASSERT_FALSE(damaged);
  EXPECT_EQ(damaged.error().kind, ErrorKind::kDamaged);
  EXPECT_NE(damaged.error().english().find("rusak.svg"), std::string::npos);

  EXPECT_FALSE(load_photo(write("rusak.jpg", "this is no JPEG"), 10, 10));
  EXPECT_FALSE(load_photo(write("kosong.svg", ""), 10, 10));
  EXPECT_FALSE(load_photo(folder_.path(), 10, 10));
  EXPECT_FALSE(load_photo({}, 10, 10));
}

TEST_F(OverlayPhoto, StandInIsAPictureOfItsOwn) {
  const Image image = stand_in_photo(60, 60);
  EXPECT_TRUE(opaque(image));
  EXPECT_NE(image.argb[0], image.argb[30 * 60 + 34]);
}

}  // namespace
}  // namespace gladi
