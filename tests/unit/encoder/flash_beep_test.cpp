#include "tests/support/flash_beep.h"

#include <gtest/gtest.h>

#include "tests/support/command.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

using namespace test;

// The analyser itself, on a file made by ffmpeg: white for 2 frames and a beep of 50 ms at each whole second,
// the sound 40 ms late.
TEST(FlashBeepAnalyser, FindsFlashesAndBeepsWhereTheyAre) {
  const TempFolder folder;
  const auto file = folder / "made.mkv";
  const CommandOutput made = run_command(
      {"ffmpeg", "-v", "error", "-nostdin", "-f", "lavfi", "-i",
       "color=black:s=64x64:r=30,geq=lum='if(lt(mod(N,30),2),235,16)':cb=128:cr=128", "-f", "lavfi", "-i",
       "aevalsrc='if(lt(mod(t+0.96,1),0.05),0.5*sin(2*PI*1000*mod(t+0.96,1)),0)':s=48000", "-t", "3", "-c:v",
       "ffv1", "-c:a", "pcm_s16le", file.string()});
  ASSERT_EQ(made.exit_code, 0) << made.err;

  const FlashesAndBeeps found = find_flashes_and_beeps(file);
  EXPECT_EQ(found.problem, "");
  ASSERT_EQ(found.flashes.size(), 3U);
  ASSERT_EQ(found.beeps.size(), 3U);
  EXPECT_EQ(found.flashes[1].ms(), 1000);
  EXPECT_NEAR(median(sound_minus_picture_ms(found)), 40, 0.5);
  EXPECT_EQ(found.video_frames, 90);
}

TEST(FlashBeepAnalyser, SaysWhenAFileCantBeDecoded) {
  EXPECT_NE(find_flashes_and_beeps("/nonexistent.mp4").problem, "");
}

}  // namespace
}  // namespace gladi
