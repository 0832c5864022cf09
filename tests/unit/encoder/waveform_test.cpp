#include "encoder/playback/waveform.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>

#include "tests/support/media_files.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

constexpr int kRateHz = SoundFormat::kSampleRateHz;

// A sound file of one side's sound on both; `what` describes it to ffmpeg.
Waveform waveform_of(const std::string& what, int seconds, MediaTime start = {}) {
  const test::TempFolder folder;
  test::make_media(folder / "a.wav", {"-f", "lavfi", "-i", what, "-t", std::to_string(seconds), "-af",
                                      "pan=stereo|c0=c0|c1=c0", "-c:a", "pcm_s16le"});
  WaveformMaker maker;
  const std::array<SoundListener*, 1> listeners{&maker};
  EXPECT_TRUE(scan_sound({{folder / "a.wav", start}}, listeners));
  return maker.finish();
}

TEST(Waveform, HasThePeaksAndTheLevelOfEachStep) {
  // Half a second of a sine at 0.5, half a second of nothing, again and again; its mean is 0.1 above zero.
  const Waveform waveform = waveform_of("aevalsrc='0.1+0.5*sin(2*PI*500*t)*lt(mod(t\\,1)\\,0.5)':s=48000", 3);
  ASSERT_EQ(waveform.bins().size(), 300u);
  for (size_t i = 0; i < waveform.bins().size(); ++i) {
    const WaveformBin& bin = waveform.bins()[i];
    const bool loud = i % 100 < 50;
    EXPECT_NEAR(bin.high, (loud ? 0.6 : 0.1) * INT16_MAX, 60) << i;
    EXPECT_NEAR(bin.low, (loud ? -0.4 : 0.1) * INT16_MAX, 60) << i;
    EXPECT_NEAR(bin.rms, (loud ? std::sqrt(0.01 + 0.125) : 0.1) * INT16_MAX, 60) << i;
  }
  EXPECT_NEAR(waveform.peak(), 0.6, 0.002);
}

TEST(Waveform, StandsAtItsPlaceAndHasNothingBeforeIt) {
  const Waveform waveform = waveform_of("sine=frequency=440:sample_rate=48000", 2, MediaTime::from_ms(5000));
  ASSERT_EQ(waveform.bins().size(), 700u);
  EXPECT_FALSE(waveform.bins()[499].recorded());
  EXPECT_TRUE(waveform.bins()[500].recorded());
  EXPECT_FALSE(waveform.between({}, MediaTime::from_ms(4800)).recorded());
  EXPECT_TRUE(waveform.between({}, MediaTime::from_ms(6000)).recorded());
  EXPECT_FALSE(waveform.between(MediaTime::from_ms(9000), MediaTime::from_ms(9500)).recorded());
  EXPECT_TRUE(quiet_stretches(waveform, MediaTime::from_ms(1000)).empty()) << "a hole isn't quiet";
}

TEST(Waveform, AtEveryResolutionNoPeakIsLostAndNoneIsMadeUp) {
  std::mt19937 random(7);
  std::vector<WaveformBin> bins(5000);
  for (WaveformBin& bin : bins) {
    if (random() % 20 == 0) continue;
    bin.high = static_cast<int16_t>(random() % 3000);
    bin.low = static_cast<int16_t>(-static_cast<int>(random() % 3000));
    bin.rms = static_cast<uint16_t>(random() % 2000);
  }
  const Waveform waveform(bins);
  const auto time_of = [](int64_t bin) { return MediaTime::from_count(bin, Waveform::kBinsPerSecond); };
  for (int i = 0; i < 500; ++i) {
    const auto begin = static_cast<int64_t>(random() % 4900);
    const int64_t end = begin + 1 + static_cast<int64_t>(random()) % (5000 - begin);
    const WaveformBin seen = waveform.between(time_of(begin), time_of(end));
    WaveformBin real;
    for (int64_t k = begin; k < end; ++k) {
      real.high = std::max(real.high, bins[static_cast<size_t>(k)].high);
      real.low = std::min(real.low, bins[static_cast<size_t>(k)].low);
    }
    EXPECT_EQ(seen.high, real.high) << begin << " to " << end;
    EXPECT_EQ(seen.low, real.low) << begin << " to " << end;
  }
  const WaveformBin all = waveform.between({}, time_of(5000));
  double squares = 0;
  int recorded = 0;
  for (const WaveformBin& bin : bins) {
    if (!bin.recorded()) continue;
    squares += static_cast<double>(bin.rms) * bin.rms;
    ++recorded;
  }
  EXPECT_NEAR(all.rms, std::sqrt(squares / recorded), 25);
}

TEST(QuietStretches, AreFoundBesideAVoiceOverABackground) {
  // A voice that comes and goes, silent from 6 to 12 s and from 15 to 17.5 s, over a hum; at 9 s something
  // falls down.
  const std::string voice =
      "0.3*sin(2*PI*200*t)*(0.6+0.4*sin(2*PI*3*t))*not(between(t\\,6\\,12)+between(t\\,15\\,17.5))";
  const std::string knock = "0.4*sin(2*PI*900*t)*between(t\\,9\\,9.1)";
  const Waveform waveform =
      waveform_of("aevalsrc='" + voice + "+" + knock + "+0.004*sin(2*PI*50*t)':s=48000", 20);
  const std::vector<TakeStretch> quiet = quiet_stretches(waveform);
  ASSERT_EQ(quiet.size(), 1u);
  EXPECT_NEAR(quiet[0].from.seconds(), 6, 0.1);
  EXPECT_NEAR(quiet[0].to.seconds(), 12, 0.1);
  EXPECT_EQ(quiet_stretches(waveform, MediaTime::from_ms(2000)).size(), 2u);
}

TEST(QuietStretches, OfATakeWithoutAnyVoiceAreAllOfIt) {
  const Waveform waveform = waveform_of("anoisesrc=amplitude=0.0005:sample_rate=48000:seed=4", 8);
  const std::vector<TakeStretch> quiet = quiet_stretches(waveform);
  ASSERT_EQ(quiet.size(), 1u);
  EXPECT_NEAR((quiet[0].to - quiet[0].from).seconds(), 8, 0.1);
}

TEST(QuietStretches, AreNoneWhereItIsNeverQuiet) {
  EXPECT_TRUE(quiet_stretches(waveform_of("anoisesrc=amplitude=0.2:sample_rate=48000:seed=4", 8)).empty());
}

// Sound comes in pieces of any size; the edges of the steps are the take's, not the pieces'.
TEST(Waveform, DoesNotDependOnThePiecesItIsMadeOf) {
  std::vector<float> sound(2 * kRateHz);
  for (size_t i = 0; i < sound.size(); ++i)
    sound[i] = static_cast<float>(std::sin(0.01 * static_cast<double>(i)));
  const auto made_of = [&](int piece) {
    WaveformMaker maker;
    for (int at = 0; at < kRateHz; at += piece) {
      const int frames = std::min(piece, kRateHz - at);
      EXPECT_TRUE(maker.hear({100 + at, std::span<const float>(sound).subspan(
                                            static_cast<size_t>(2 * at), static_cast<size_t>(2 * frames))}));
    }
    return maker.finish();
  };
  EXPECT_EQ(made_of(4800).bins(), made_of(333).bins());
}

}  // namespace
}  // namespace gladi
