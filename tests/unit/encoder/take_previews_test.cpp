#include "encoder/playback/take_previews.h"

#include <gtest/gtest.h>

#include "tests/support/media_files.h"
#include "tests/support/numbered_media.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

// What lies in the middle of a picture of one colour.
uint32_t colour_of(const Image& image) {
  return image.argb.at(static_cast<size_t>(image.height_px / 2 * image.width_px + image.width_px / 2));
}
bool is(uint32_t argb, uint32_t wanted) {
  for (int shift = 0; shift < 24; shift += 8) {
    if (std::abs(static_cast<int>(argb >> shift & 0xff) - static_cast<int>(wanted >> shift & 0xff)) > 12)
      return false;
  }
  return true;
}

// One colour each second: red, green, blue; a keyframe each half second.
void make_colours(const std::filesystem::path& file) {
  test::make_media(file,
                   {"-f", "lavfi", "-i",
                    "color=red:s=160x288:r=30:d=1,format=yuv420p[a];color=lime:s=160x288:r=30:d=1,"
                    "format=yuv420p[b];color=blue:s=160x288:r=30:d=1,format=yuv420p[c];[a][b][c]concat=n=3",
                    "-c:v", "libx264", "-g", "15", "-bf", "0"});
}

TEST(TakePreviews, ShowTheKeyframeBeforeAMomentInAnyOrder) {
  const test::TempFolder folder;
  make_colours(folder / "a.mp4");
  TakePreviews previews({{folder / "a.mp4", {}}});
  const std::pair<int, uint32_t> moments[] = {{2700, 0x0000ff}, {100, 0xff0000},  {1400, 0x00ff00},
                                              {1000, 0x00ff00}, {999, 0xff0000},  {2001, 0x0000ff},
                                              {0, 0xff0000},    {9000, 0x0000ff}, {-50, 0xff0000}};
  for (const auto& [ms, colour] : moments) {
    const auto image = previews.at(MediaTime::from_ms(ms), 80);
    ASSERT_TRUE(image) << image.error().english();
    EXPECT_EQ(image->width_px, 80);
    EXPECT_EQ(image->height_px, 144);
    EXPECT_TRUE(is(colour_of(*image), colour)) << ms << " ms: " << std::hex << colour_of(*image);
  }
}

TEST(TakePreviews, GoOnInTheNextPart) {
  const test::TempFolder folder;
  make_colours(folder / "a.mp4");
  TakePreviews previews({{folder / "a.mp4", MediaTime::from_ms(2000)}, {folder / "a.mp4", {}}});
  EXPECT_TRUE(is(colour_of(previews.at(MediaTime::from_ms(1900), 16).value()), 0x00ff00));
  EXPECT_TRUE(is(colour_of(previews.at(MediaTime::from_ms(2100), 16).value()), 0xff0000));
  EXPECT_TRUE(is(colour_of(previews.at(MediaTime::from_ms(4500), 16).value()), 0x0000ff));
}

TEST(TakePreviews, OfAMissingPartAreAnErrorAndTheOthersAreThere) {
  const test::TempFolder folder;
  make_colours(folder / "a.mp4");
  TakePreviews previews({{folder / "a.mp4", {}}, {folder / "gone.mp4", MediaTime::from_ms(3000)}});
  EXPECT_FALSE(previews.at(MediaTime::from_ms(3500), 16));
  EXPECT_TRUE(previews.at(MediaTime::from_ms(1500), 16));
  EXPECT_FALSE(TakePreviews({}).at({}, 16));
}

}  // namespace
}  // namespace gladi
