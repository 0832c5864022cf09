#include "studio/session/take_waveform.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "studio/library/library.h"
#include "studio/session/session_file.h"
#include "tests/support/numbered_media.h"
#include "tests/support/samples.h"
#include "tests/support/take_maker.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

class TakeWaveform : public ::testing::Test {
 protected:
  TakeWaveform() {
    session_ = test::sample_session();
    session_.parts = {{"take.mp4", {}, MediaTime::from_ms(3000), true, "", {}}};
    folder_ = test::write_sample_session(temp_.path(), "take", session_);
    EXPECT_TRUE(test::make_media(folder_ / "take.mp4", {.frames = 90, .sound = test::TestSound::kBeeps}));
    file_ = folder_ / "cache" / "waveform.bin";
  }

  // A waveform that nobody could have made of this take: seen again it was read from the file.
  Waveform marked() const { return Waveform(std::vector<WaveformBin>(7, WaveformBin{-5, 1234, 99})); }

  test::TempFolder temp_;
  Session session_;
  fs::path folder_, file_;
};

TEST_F(TakeWaveform, IsMadeOnceAndKept) {
  const auto made = take_waveform(folder_, session_);
  ASSERT_TRUE(made) << made.error().english();
  EXPECT_NEAR(static_cast<double>(made->bins().size()), 300, 5);
  EXPECT_GT(made->between(MediaTime::from_ms(1000), MediaTime::from_ms(1040)).high, 1000);
  EXPECT_LT(made->between(MediaTime::from_ms(1500), MediaTime::from_ms(1540)).high, 1000);
  const auto kept = load_waveform(folder_, session_);
  ASSERT_TRUE(kept) << kept.error().english();
  EXPECT_EQ(kept->bins(), made->bins());

  ASSERT_TRUE(save_waveform(folder_, session_, marked()));
  const auto again = take_waveform(folder_, session_);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->bins(), marked().bins()) << "what is kept is used";
}

TEST_F(TakeWaveform, IsMadeAgainWhereverItsFileIsDamaged) {
  const auto made = take_waveform(folder_, session_);
  ASSERT_TRUE(made);
  const std::string whole = test::read_text(file_);
  const auto expect_made_again = [&](const std::string& what) {
    EXPECT_FALSE(load_waveform(folder_, session_)) << what;
    const auto again = take_waveform(folder_, session_);
    ASSERT_TRUE(again) << what;
    EXPECT_EQ(again->bins(), made->bins()) << what;
    EXPECT_EQ(test::read_text(file_), whole) << what;
  };
  for (size_t at = 0; at < whole.size(); at += at < 48 ? 1 : 97) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    test::write_text(file_, damaged);
    EXPECT_FALSE(load_waveform(folder_, session_)) << "byte " << at;
  }
  expect_made_again("a wrong byte");
  for (const size_t length :
       {size_t{0}, size_t{7}, size_t{31}, size_t{39}, whole.size() / 2, whole.size() - 1}) {
    test::write_text(file_, whole.substr(0, length));
    EXPECT_FALSE(load_waveform(folder_, session_)) << length << " bytes";
  }
  expect_made_again("cut short");
  test::write_text(file_, whole + "more");
  expect_made_again("longer");
  fs::remove(file_);
  fs::create_directory(file_);
  EXPECT_TRUE(take_waveform(folder_, session_)) << "can't be kept, is made all the same";
}

TEST_F(TakeWaveform, IsMadeAgainWhenTheTakeIsAnotherOne) {
  ASSERT_TRUE(save_waveform(folder_, session_, marked()));
  ASSERT_TRUE(load_waveform(folder_, session_));
  Session longer = session_;
  longer.parts[0].duration += MediaTime::from_ms(33);
  EXPECT_FALSE(load_waveform(folder_, longer));
  test::write_text(folder_ / "take.mp4", test::read_text(folder_ / "take.mp4") + "x");
  EXPECT_FALSE(load_waveform(folder_, session_));
}

TEST_F(TakeWaveform, OfAPartThatIsNotFinalIsMadeButNotKept) {
  fs::rename(folder_ / "take.mp4", folder_ / "take.part.mp4");
  session_.parts[0].finalised = false;
  const auto made = take_waveform(folder_, session_);
  ASSERT_TRUE(made) << made.error().english();
  EXPECT_NEAR(static_cast<double>(made->bins().size()), 300, 5);
  EXPECT_FALSE(fs::exists(file_));
}

TEST_F(TakeWaveform, ThatIsCancelledLeavesNothing) {
  const std::atomic<bool> cancel{true};
  const auto cancelled = take_waveform(folder_, session_, &cancel);
  ASSERT_FALSE(cancelled);
  EXPECT_EQ(cancelled.error().kind, ErrorKind::kCancelled);
  EXPECT_FALSE(fs::exists(file_));
}

// Whoever opens a take for review right after it was made final doesn't wait for its waveform.
TEST_F(TakeWaveform, ComesWithTheFinalFile) {
  fs::remove(folder_ / "take.mp4");
  ASSERT_TRUE(test::record_part(folder_ / "take.part.mp4", 60));
  session_.state = SessionState::kStopped;
  session_.loudness.reset();
  session_.parts[0].finalised = false;
  ASSERT_TRUE(save_session(folder_, session_));
  const auto finished = finish_session(folder_);
  ASSERT_TRUE(finished) << finished.error().english();
  const auto kept = load_waveform(folder_, *finished);
  ASSERT_TRUE(kept) << kept.error().english();
  EXPECT_GT(kept->between(MediaTime::from_ms(1000), MediaTime::from_ms(1040)).high, 1000);
  EXPECT_TRUE(finished->loudness);
}

}  // namespace
}  // namespace gladi
