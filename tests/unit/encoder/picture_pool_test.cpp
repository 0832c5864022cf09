#include "encoder/program/picture_pool.h"

#include <gtest/gtest.h>

#include <vector>

namespace gladi {
namespace {

// As many pictures as are in use at once, given back together.
void use(PicturePool& pool, size_t at_once) {
  std::vector<PicturePtr> pictures;
  for (size_t i = 0; i < at_once; ++i) pictures.push_back(pool.take(64, 96).freeze());
}

TEST(PicturePoolTest, UsesTheSameMemoryAgain) {
  PicturePool pool;
  const uint8_t* first = nullptr;
  {
    const PicturePtr picture = pool.take(64, 96).freeze();
    first = picture->y.data;
  }
  EXPECT_EQ(pool.idle(), 1u);
  EXPECT_EQ(pool.take(64, 96).freeze()->y.data, first);
}

TEST(PicturePoolTest, GivesBackWhatOnlyABusyMomentNeeded) {
  PicturePool pool;
  use(pool, 20);
  EXPECT_EQ(pool.idle(), 20u);
  for (int i = 0; i < 400; ++i) use(pool, 3);
  EXPECT_LE(pool.idle(), 4u);
  EXPECT_GE(pool.idle(), 3u) << "what is needed stays";
}

TEST(PicturePoolTest, KeepsWhatIsNeededNowAndThen) {
  PicturePool pool;
  for (int i = 0; i < 40; ++i) {
    for (int n = 0; n < 30; ++n) use(pool, 2);
    use(pool, 12);  // each two seconds of pictures, as a recorder gives a whole fragment back
  }
  EXPECT_GE(pool.idle(), 11u);
}

}  // namespace
}  // namespace gladi
