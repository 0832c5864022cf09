#include "studio/rehearsal/clap_meter.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "encoder/sound/sound_sink.h"
#include "tests/support/drawn_picture.h"

namespace gladi {
namespace {

using test::DrawnPicture;

constexpr MediaTime kStart = MediaTime::from_ms(5000);

// A room of which pictures are taken 30 times a second, and in which sounds are heard; times are the room's
// own.
class ClapMeterTest : public testing::Test {
 protected:
  using Draw = std::function<void(DrawnPicture&, double at_s)>;
  using Sound = std::function<float(double at_s)>;

  static constexpr double kFps = 30;

  // The camera stamps a picture `camera_late_s` after it was true, the microphone its sound `sound_late_s`
  // after.
  void watch(double seconds, const Draw& draw, double camera_late_s = 0) {
    for (int n = 0; n < seconds * kFps; ++n) {
      const MediaTime stamp = kStart + MediaTime::from_seconds(n / kFps);
      DrawnPicture picture(180, 320, Canvas::kColour);
      picture.paint({90, 128, 128}).stamp(stamp);
      draw(picture, n / kFps - camera_late_s);
      const PicturePtr frame = picture.finish();
      meter_.on_program_frame(frame, n, 0);
      if (n % 7 == 0) meter_.on_program_frame(frame, n, 0);  // shown again
    }
  }
  void hear(double seconds, const Sound& sound, double sound_late_s = 0) {
    std::vector<float> block;
    const auto count = static_cast<int64_t>(seconds * SoundFormat::kSampleRateHz);
    for (int64_t i = 0; i < count; ++i) {
      const float sample = sound(static_cast<double>(i) / SoundFormat::kSampleRateHz - sound_late_s);
      block.insert(block.end(), {sample, sample});
      if (block.size() < 2048 && i + 1 < count) continue;
      meter_.on_sound(block.data(), static_cast<int>(block.size() / 2));
      block.clear();
    }
  }

  // Claps at these moments: two hands come together within 0.2 s, rest for 0.3 s and go apart.
  static void hands(DrawnPicture& picture, double at_s) {
    double apart = 1;
    for (const double clap_s : kClaps) {
      if (at_s >= clap_s - 0.2 && at_s < clap_s) apart = (clap_s - at_s) / 0.2;
      if (at_s >= clap_s && at_s < clap_s + 0.3) apart = 0;
      if (at_s >= clap_s + 0.3 && at_s < clap_s + 0.6) apart = (at_s - clap_s - 0.3) / 0.3;
    }
    const int away = static_cast<int>(apart * 60);
    picture.paint({70 - away, 150, 20, 40}, {200, 128, 128});
    picture.paint({90 + away, 150, 20, 40}, {200, 128, 128});
  }
  static float clap_sound(double at_s) {
    for (const double clap_s : kClaps) {
      const double since = at_s - clap_s;
      if (since >= 0 && since < 0.08)
        return static_cast<float>(0.5 * std::exp(-since * 60) * std::sin(since * 9000));
    }
    return noise(at_s);
  }
  static float noise(double at_s) { return static_cast<float>(0.004 * std::sin(at_s * 700)); }

  // At all phases of a picture.
  static constexpr double kClaps[] = {1.003, 2.110, 3.217, 4.324, 5.431};
  ClapMeter meter_{kStart};
};

TEST_F(ClapMeterTest, FindsHowLateTheSoundIs) {
  watch(6.5, hands);
  hear(6.5, clap_sound, 0.080);
  const auto result = meter_.result();
  ASSERT_TRUE(result);
  EXPECT_EQ(result->claps, 5);
  EXPECT_NEAR(result->offset.seconds(), 0.080, 0.010);
  EXPECT_LT(result->spread, MediaTime::from_ms(20)) << "half a picture";
}

TEST_F(ClapMeterTest, FindsACameraThatIsLate) {
  watch(6.5, hands, 0.120);
  hear(6.5, clap_sound);
  ASSERT_TRUE(meter_.result());
  EXPECT_NEAR(meter_.result()->offset.seconds(), -0.120, 0.010);
}

TEST_F(ClapMeterTest, TakesAFlashAndABeepForAClap) {
  watch(6.5, [](DrawnPicture& picture, double at_s) {
    for (const double clap_s : kClaps) {
      if (at_s >= clap_s && at_s < clap_s + 0.4) picture.paint({235, 128, 128});
    }
  });
  hear(6.5, clap_sound, 0.030);
  ASSERT_TRUE(meter_.result());
  EXPECT_NEAR(meter_.result()->offset.seconds(), 0.030, 0.010);
}

TEST_F(ClapMeterTest, AWordWhileSomebodyMovesChangesNothing) {
  watch(6.5, hands);
  hear(
      6.5,
      [](double at_s) {
        return at_s >= 2.55 && at_s < 2.7 ? static_cast<float>(0.4 * std::sin(at_s * 3000))
                                          : clap_sound(at_s);
      },
      0.050);
  ASSERT_TRUE(meter_.result());
  EXPECT_EQ(meter_.result()->claps, 5);
  EXPECT_NEAR(meter_.result()->offset.seconds(), 0.050, 0.010);
}

TEST_F(ClapMeterTest, TellsNothingOfTwoClaps) {
  watch(3, hands);
  hear(3, clap_sound);
  EXPECT_EQ(meter_.claps(), 2);
  EXPECT_FALSE(meter_.result());
}

TEST_F(ClapMeterTest, TellsNothingWhereNothingMoves) {
  // But for the noise of a cheap camera.
  int64_t seed = 1;
  watch(6.5, [&seed](DrawnPicture& picture, double) {
    for (int i = 0; i < 400; ++i) {
      seed = (seed * 110'351 + 12'345) % 1'000'003;
      picture.paint({static_cast<int>(seed % 180), static_cast<int>(seed / 7 % 320), 1, 1},
                    {90 + static_cast<int>(seed % 20), 128, 128});
    }
  });
  hear(6.5, clap_sound);
  EXPECT_FALSE(meter_.result());
}

TEST_F(ClapMeterTest, TellsNothingWhereNothingIsHeard) {
  watch(6.5, hands);
  hear(6.5, noise);
  EXPECT_FALSE(meter_.result());
}

TEST_F(ClapMeterTest, TellsNothingWhereSoundsAndMotionsHaveNothingToDoWithEachOther) {
  watch(6.5, hands);
  // Knocks, each somewhere else against the hands.
  hear(6.5, [](double at_s) {
    for (const double knock_s : {0.83, 2.02, 3.40, 4.08, 5.69}) {
      if (at_s >= knock_s && at_s < knock_s + 0.05) return 0.4F;
    }
    return noise(at_s);
  });
  EXPECT_FALSE(meter_.result());
}

}  // namespace
}  // namespace gladi
