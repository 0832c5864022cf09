#include "encoder/file/loudness.h"

#include <gtest/gtest.h>

#include "tests/support/media_files.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

std::filesystem::path tone(const test::TempFolder& folder, const std::string& name, const std::string& what) {
  const auto file = folder / name;
  test::make_media(file, {"-f", "lavfi", "-i", what, "-t", "5", "-ac", "2", "-c:a", "pcm_s16le"});
  return file;
}

// EBU Tech 3341, case 1: a stereo sine of 1 kHz at −23 dBFS is −23 LUFS.
TEST(Loudness, OfTheReferenceToneIsWhatTheStandardSays) {
  const test::TempFolder folder;
  const auto file =
      tone(folder, "tone.wav", "aevalsrc='0.0708*sin(2*PI*1000*t)|0.0708*sin(2*PI*1000*t)':s=48000");
  const auto loudness = measure_loudness({file});
  ASSERT_TRUE(loudness) << loudness.error().english();
  ASSERT_TRUE(*loudness);
  EXPECT_NEAR((*loudness)->integrated_lufs, -23, 0.3);
  EXPECT_NEAR((*loudness)->true_peak_dbtp, -23, 0.5);
}

TEST(Loudness, OfSeveralPartsIsOneFigure) {
  const test::TempFolder folder;
  const auto loud = tone(folder, "loud.wav", "aevalsrc='0.5*sin(2*PI*1000*t)|0.5*sin(2*PI*1000*t)':s=48000");
  const auto faint =
      tone(folder, "faint.wav", "aevalsrc='0.4*sin(2*PI*1000*t)|0.4*sin(2*PI*1000*t)':s=48000");
  const auto both = measure_loudness({loud, faint}), first = measure_loudness({loud}),
             second = measure_loudness({faint});
  ASSERT_TRUE(both && *both && first && *first && second && *second);
  EXPECT_LT((*both)->integrated_lufs, (*first)->integrated_lufs);
  EXPECT_GT((*both)->integrated_lufs, (*second)->integrated_lufs);
  EXPECT_NEAR((*both)->true_peak_dbtp, (*first)->true_peak_dbtp, 0.05);
}

TEST(Loudness, OfSilenceIsNothing) {
  const test::TempFolder folder;
  const auto loudness = measure_loudness({tone(folder, "silent.wav", "anullsrc=r=48000:cl=stereo")});
  ASSERT_TRUE(loudness) << loudness.error().english();
  EXPECT_FALSE(*loudness);
}

TEST(Loudness, CanBeCancelledAndNamesWhatItCannotRead) {
  const test::TempFolder folder;
  const std::atomic<bool> cancel{true};
  const auto file = tone(folder, "tone.wav", "sine=frequency=1000:sample_rate=48000");
  const auto cancelled = measure_loudness({file}, &cancel);
  ASSERT_FALSE(cancelled);
  EXPECT_EQ(cancelled.error().kind, ErrorKind::kCancelled);
  EXPECT_FALSE(measure_loudness({folder / "missing.wav"}));
}

}  // namespace
}  // namespace gladi
