#include "studio/overlay/projector_board.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace gladi {
namespace {

ProjectorWords words_of_a_take() {
  ProjectorWords words;
  words.caption = "Sedang live";
  words.name = "Siti Aminah";
  words.clock = "00:48";
  words.line = "sisa untuk produk 2 dari 5";
  words.next_caption = "Berikutnya";
  words.next = {"Budi", "Citra"};
  return words;
}

// How many pixels are brighter than the ground, in rows from..to.
size_t bright(const Image& image, int from, int to) {
  const auto at = [&](int row) {
    return image.argb.begin() + static_cast<std::ptrdiff_t>(row) * image.width_px;
  };
  return static_cast<size_t>(
      std::count_if(at(from), at(to), [](uint32_t pixel) { return (pixel >> 8 & 0xFF) > 120; }));
}

TEST(ProjectorsBoard, IsDrawnAgainOnlyWhereItHasChanged) {
  ProjectorBoard board;
  ProjectorWords words = words_of_a_take();
  EXPECT_TRUE(board.draw(words, 934, 768));
  EXPECT_FALSE(board.draw(words, 934, 768));
  const std::vector<uint32_t> before = board.words().argb;
  const std::vector<uint32_t> clock = board.clock().argb;
  words.clock = "00:47";
  EXPECT_TRUE(board.draw(words, 934, 768));
  EXPECT_EQ(board.words().argb, before);
  EXPECT_NE(board.clock().argb, clock);
  words.name = "Budi";
  EXPECT_TRUE(board.draw(words, 934, 768));
  EXPECT_NE(board.words().argb, before);
  EXPECT_TRUE(board.draw(words, 1313, 1080));
  EXPECT_EQ(board.words().width_px, 1313);
}

TEST(ProjectorsBoard, HasItsClockInsideAndAsLargeAsThereIsRoom) {
  for (const auto& [width, height] : {std::pair{934, 768}, {1313, 1080}, {417, 600}, {2624, 2160}}) {
    for (const char* time : {"00:48", "1:04:12"}) {
      ProjectorBoard board;
      ProjectorWords words = words_of_a_take();
      words.clock = time;
      board.draw(words, width, height);
      const Rect& place = board.clock_place();
      EXPECT_GE(place.x, 0);
      EXPECT_LE(place.x + place.width, width);
      EXPECT_LE(place.y + place.height, height);
      ASSERT_EQ(board.clock().width_px, place.width);
      EXPECT_GT(bright(board.clock(), 0, place.height), static_cast<size_t>(place.width * place.height / 20));
      const Image& clock = board.clock();
      for (int row = 0; row < clock.height_px; ++row)  // nothing is cut off at the right
        ASSERT_LT(clock.argb[static_cast<size_t>((row + 1) * clock.width_px - 1)] >> 8 & 0xFF, 100U) << time;
    }
  }
}

TEST(ProjectorsBoard, SaysWhoIsNextOnlyWhereSomebodyIs) {
  ProjectorBoard board;
  ProjectorWords words = words_of_a_take();
  board.draw(words, 934, 768);
  EXPECT_GT(bright(board.words(), 590, 760), 0U);
  words.next.clear();
  board.draw(words, 934, 768);
  EXPECT_EQ(bright(board.words(), 590, 760), 0U);
  words.clock.clear();
  board.draw(words, 934, 768);
  EXPECT_TRUE(board.clock().argb.empty());
}

}  // namespace
}  // namespace gladi
