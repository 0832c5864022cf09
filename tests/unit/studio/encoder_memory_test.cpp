#include "studio/rehearsal/encoder_memory.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

constexpr Canvas kPortrait{720, 1280, 30, 1};
constexpr Canvas kWide{1280, 720, 30, 1};

class EncoderMemoryTest : public testing::Test {
 protected:
  static EncoderProbe measured(const char* preset, double share) {
    EncoderProbe probe;
    probe.settings = default_encoder_settings(kPortrait);
    probe.settings.preset = preset;
    probe.cpu_ms_per_frame = 12.5;
    probe.wall_ms_per_frame = 13;
    probe.budget_share = share;
    return probe;
  }

  test::TempFolder folder_;
  const std::filesystem::path file_ = folder_ / "cache/encoders.json";
  const EncoderMemory memory_{file_, "1.0"};
};

TEST_F(EncoderMemoryTest, KnowsNothingAtFirst) {
  EXPECT_FALSE(memory_.recall(kPortrait));
}

TEST_F(EncoderMemoryTest, RecallsWhatWasMeasuredByCanvas) {
  ASSERT_TRUE(memory_.keep(kPortrait, measured("veryfast", 0.4)));
  ASSERT_TRUE(memory_.keep(kWide, measured("ultrafast", 0.6)));
  const auto probe = memory_.recall(kPortrait);
  ASSERT_TRUE(probe);
  EXPECT_EQ(probe->settings, measured("veryfast", 0.4).settings);
  EXPECT_EQ(probe->budget_share, 0.4);
  EXPECT_EQ(probe->cpu_ms_per_frame, 12.5);
  EXPECT_EQ(memory_.recall(kWide)->settings.preset, "ultrafast");
  EXPECT_FALSE(memory_.recall({640, 360, 30, 1}));
}

TEST_F(EncoderMemoryTest, DoesNotTrustAnotherVersionOrMachine) {
  ASSERT_TRUE(memory_.keep(kPortrait, measured("veryfast", 0.4)));
  EXPECT_FALSE(EncoderMemory(file_, "1.1").recall(kPortrait));
  std::string text = test::read_text(file_);
  text.replace(text.find("cores"), 5, "cupss");
  std::ofstream(file_) << text;
  EXPECT_FALSE(memory_.recall(kPortrait));
}

TEST_F(EncoderMemoryTest, TakesNoEncoderThatItDoesNotKnow) {
  ASSERT_TRUE(memory_.keep(kPortrait, measured("placebo", 0.4)));
  EXPECT_FALSE(memory_.recall(kPortrait));
  EncoderProbe odd = measured("superfast", 0.4);
  odd.settings.video_encoder = "mpeg4";
  ASSERT_TRUE(memory_.keep(kPortrait, odd));
  EXPECT_FALSE(memory_.recall(kPortrait));
}

TEST_F(EncoderMemoryTest, StartsAnewFromADamagedFile) {
  std::filesystem::create_directories(file_.parent_path());
  std::ofstream(file_) << "{\"machine\": [";
  EXPECT_FALSE(memory_.recall(kPortrait));
  ASSERT_TRUE(memory_.keep(kPortrait, measured("superfast", 0.3)));
  EXPECT_TRUE(memory_.recall(kPortrait));
}

TEST_F(EncoderMemoryTest, KeepsNothingThatCantBeUsed) {
  EncoderProbe broken = measured("superfast", 0.3);
  broken.problem = Error{};
  ASSERT_TRUE(memory_.keep(kPortrait, broken));
  EXPECT_FALSE(memory_.recall(kPortrait));
}

}  // namespace
}  // namespace gladi
