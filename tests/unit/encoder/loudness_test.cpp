#include "encoder/file/loudness.h"

#include <gtest/gtest.h>

#include <array>

#include "tests/support/media_files.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

std::filesystem::path tone(const test::TempFolder& folder, const std::string& name, const std::string& what) {
  const auto file = folder / name;
  test::make_media(file, {"-f", "lavfi", "-i", what, "-t", "5", "-ac", "2", "-c:a", "pcm_s16le"});
  return file;
}

Result<std::optional<Loudness>> loudness_of(std::vector<PlayerPart> parts) {
  auto meter = LoudnessMeter::create();
  if (!meter) return fail(std::move(meter));
  const std::array<SoundListener*, 1> listeners{meter->get()};
  if (auto heard = scan_sound(std::move(parts), listeners); !heard) return fail(std::move(heard));
  return (*meter)->loudness();
}

// EBU Tech 3341, case 1: a stereo sine of 1 kHz at −23 dBFS is −23 LUFS.
TEST(Loudness, OfTheReferenceToneIsWhatTheStandardSays) {
  const test::TempFolder folder;
  const auto file =
      tone(folder, "tone.wav", "aevalsrc='0.0708*sin(2*PI*1000*t)|0.0708*sin(2*PI*1000*t)':s=48000");
  const auto loudness = loudness_of({{file, {}}});
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
  const auto both = loudness_of({{loud, {}}, {faint, MediaTime::from_ms(5000)}});
  const auto first = loudness_of({{loud, {}}}), second = loudness_of({{faint, {}}});
  ASSERT_TRUE(both && *both && first && *first && second && *second);
  EXPECT_LT((*both)->integrated_lufs, (*first)->integrated_lufs);
  EXPECT_GT((*both)->integrated_lufs, (*second)->integrated_lufs);
  EXPECT_NEAR((*both)->true_peak_dbtp, (*first)->true_peak_dbtp, 0.05);
}

TEST(Loudness, OfSilenceIsNothing) {
  const test::TempFolder folder;
  const auto loudness = loudness_of({{tone(folder, "silent.wav", "anullsrc=r=48000:cl=stereo"), {}}});
  ASSERT_TRUE(loudness) << loudness.error().english();
  EXPECT_FALSE(*loudness);
}

// What lies between two parts is no pause of the speaker's: it says nothing of how loud the take is.
TEST(Loudness, IsNotChangedByAHoleBetweenParts) {
  const test::TempFolder folder;
  const auto file = tone(folder, "a.wav", "aevalsrc='0.2*sin(2*PI*1000*t)|0.2*sin(2*PI*1000*t)':s=48000");
  const auto apart = loudness_of({{file, {}}, {file, MediaTime::from_ms(65'000)}});
  const auto alone = loudness_of({{file, {}}});
  ASSERT_TRUE(apart && *apart && alone && *alone);
  EXPECT_NEAR((*apart)->integrated_lufs, (*alone)->integrated_lufs, 0.02);
}

}  // namespace
}  // namespace gladi
