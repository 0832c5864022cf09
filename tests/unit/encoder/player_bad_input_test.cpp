// Files that are torn, missing or no takes at all.
#include <gtest/gtest.h>

#include <fstream>

#include "encoder/playback/player.h"
#include "tests/support/command.h"
#include "tests/support/played.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

namespace fs = std::filesystem;
using test::FakeSoundDevice;
using test::number_at;

class PlayerBadInput : public ::testing::Test {
 protected:
  Result<std::unique_ptr<Player>> open(std::vector<PlayerPart> parts) {
    return Player::open(std::move(parts), clock_, device_.factory());
  }

  // Expects that the file is refused, in words that name it.
  void expect_refused(const fs::path& file, ErrorKind kind) {
    const auto player = open({{file, {}}});
    ASSERT_FALSE(player);
    EXPECT_EQ(player.error().kind, kind) << player.error().english();
    EXPECT_NE(player.error().message.english().find(file.filename().string()), std::string::npos);
  }

  test::TempFolder folder_;
  MonotonicClock clock_;
  FakeSoundDevice device_;
};

TEST_F(PlayerBadInput, RefusesAMissingFile) {
  expect_refused(folder_ / "nothing.mp4", ErrorKind::kNotFound);
}

TEST_F(PlayerBadInput, RefusesWhatIsNoMedia) {
  std::ofstream(folder_ / "letter.mp4") << "Dear Ibu Sari, thank you for the kerupuk.";
  expect_refused(folder_ / "letter.mp4", ErrorKind::kDamaged);
  std::ofstream(folder_ / "empty.mp4").close();
  expect_refused(folder_ / "empty.mp4", ErrorKind::kDamaged);
  std::string noise(100'000, '\0');
  for (size_t i = 0; i < noise.size(); ++i) noise[i] = static_cast<char>(i * i * 31 % 251);
  std::ofstream(folder_ / "noise.mp4", std::ios::binary) << noise;
  expect_refused(folder_ / "noise.mp4", ErrorKind::kDamaged);
}

TEST_F(PlayerBadInput, RefusesAFolder) {
  expect_refused(folder_.path(), ErrorKind::kDamaged);
}

TEST_F(PlayerBadInput, RefusesSoundWithoutPictures) {
  ASSERT_EQ(test::run_command({"ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=d=1", "-c:a", "aac",
                               (folder_ / "song.m4a").string()})
                .exit_code,
            0);
  expect_refused(folder_ / "song.m4a", ErrorKind::kNotFound);
}

TEST_F(PlayerBadInput, RefusesATakeWithoutFiles) {
  EXPECT_FALSE(open({}));
}

TEST_F(PlayerBadInput, PlaysATornPartUpToWhereItIsWhole) {
  ASSERT_TRUE(
      test::make_media(folder_ / "take.part.mp4", {.frames = 300, .file_options = test::fragmented()}));
  const auto size = fs::file_size(folder_ / "take.part.mp4");
  fs::resize_file(folder_ / "take.part.mp4", size * 2 / 3 + 1234);
  auto player = open({{folder_ / "take.part.mp4", {}}});
  ASSERT_TRUE(player) << player.error().english();
  const MediaTime duration = (*player)->state().duration;
  EXPECT_LT(duration, MediaTime::from_ms(8000));
  EXPECT_GT(duration, MediaTime::from_ms(5000));
  EXPECT_EQ(number_at(**player, MediaTime::from_count(100, 30)), 100);
  // The last frame that is whole is the one before the end.
  EXPECT_NEAR(number_at(**player, duration), static_cast<double>(duration.to_count(30) - 1), 1);
  EXPECT_EQ(number_at(**player, MediaTime::from_count(33, 30)), 33);
}

TEST_F(PlayerBadInput, PlaysAFinishedFileThatIsCutShort) {
  ASSERT_TRUE(test::make_media(folder_ / "take.mp4", {.frames = 300}));
  fs::resize_file(folder_ / "take.mp4", fs::file_size(folder_ / "take.mp4") / 2);
  auto player = open({{folder_ / "take.mp4", {}}});
  ASSERT_TRUE(player) << player.error().english();
  EXPECT_LT((*player)->state().duration, MediaTime::from_ms(8000));
  EXPECT_EQ(number_at(**player, MediaTime::from_count(100, 30)), 100);
  EXPECT_GT(number_at(**player, MediaTime::from_ms(9900)), 90);
  EXPECT_EQ(number_at(**player, MediaTime::from_count(20, 30)), 20);
}

TEST_F(PlayerBadInput, GoesOnThroughDamageInTheMiddle) {
  ASSERT_TRUE(test::make_media(folder_ / "take.mp4", {.frames = 300}));
  {
    std::fstream file(folder_ / "take.mp4", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(fs::file_size(folder_ / "take.mp4") / 2));
    file << std::string(20'000, '\xff');
  }
  auto player = open({{folder_ / "take.mp4", {}}});
  ASSERT_TRUE(player) << player.error().english();
  for (int ms = 0; ms < 10'000; ms += 500) EXPECT_GE(number_at(**player, MediaTime::from_ms(ms)), 0);
  EXPECT_EQ(number_at(**player, MediaTime::from_count(290, 30)), 290);
  EXPECT_TRUE((*player)->state().problem);
}

TEST_F(PlayerBadInput, PlaysTheOtherPartsWhenOneIsMissing) {
  ASSERT_TRUE(test::make_media(folder_ / "take.mp4", {.frames = 60}));
  auto player = open({{folder_ / "take.mp4", {}}, {folder_ / "take-2.mp4", MediaTime::from_ms(2000)}});
  ASSERT_TRUE(player);
  EXPECT_EQ(number_at(**player, MediaTime::from_count(40, 30)), 40);
  ASSERT_TRUE((*player)->state().problem);
  EXPECT_NE((*player)->state().problem->message.english().find("take-2.mp4"), std::string::npos);
}

TEST_F(PlayerBadInput, GoesOnWhenTheFileIsDeletedMeanwhile) {
  ASSERT_TRUE(
      test::make_media(folder_ / "take.part.mp4", {.frames = 120, .file_options = test::fragmented()}));
  auto player = open({{folder_ / "take.part.mp4", {}}});
  ASSERT_TRUE(player);
  fs::remove(folder_ / "take.part.mp4");  // as finalising does
  EXPECT_EQ(number_at(**player, MediaTime::from_count(100, 30)), 100);
}

}  // namespace
}  // namespace gladi
