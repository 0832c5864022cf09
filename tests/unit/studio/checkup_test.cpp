#include "studio/rehearsal/checkup.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "studio/rehearsal/disk_watch.h"

namespace gladi {
namespace {

CheckupInput everything_fine() {
  CheckupInput input;
  input.camera.gives_anything = true;
  input.microphone.gives_anything = true;
  input.camera_fps = 30;
  input.mean_brightness = 0.45;
  input.peak_dbfs = -12;
  input.listened_long_enough = true;
  input.disk_free_bytes = 50'000'000'000;
  return input;
}

Error gone() {
  return {ErrorKind::kNotFound, Message("The camera {0} is not there.", {"Webcam"}), "ENODEV"};
}

TEST(Checkup, SaysGoodWhereEverythingIsFine) {
  const Checkup checkup = check_up(everything_fine());
  for (const Finding* finding : {&checkup.camera, &checkup.microphone, &checkup.light, &checkup.disk}) {
    EXPECT_EQ(finding->verdict, Verdict::kGood) << finding->what.english();
    EXPECT_FALSE(finding->what.empty());
    EXPECT_TRUE(finding->advice.empty());
  }
}

TEST(Checkup, NeverCallsGoodWhatNobodyLookedAt) {
  const Checkup fine = check_up(everything_fine());
  for (const Finding* finding : {&fine.face, &fine.encoder, &fine.sync}) {
    EXPECT_EQ(finding->verdict, Verdict::kNotChecked);
  }
  const Checkup nothing_known = check_up({});
  for (const Finding* finding :
       {&nothing_known.camera, &nothing_known.microphone, &nothing_known.light, &nothing_known.disk}) {
    EXPECT_NE(finding->verdict, Verdict::kGood) << finding->what.english();
  }
}

TEST(Checkup, RepeatsTheSentenceOfTheProblemAndGivesAdvice) {
  CheckupInput input = everything_fine();
  input.camera.problem = gone();
  EXPECT_EQ(check_up(input).camera.verdict, Verdict::kBad);
  EXPECT_EQ(check_up(input).camera.what.english(), "The camera Webcam is not there.");
  input.camera.demo = true;
  EXPECT_EQ(check_up(input).camera.advice.english(),
            "The demo camera stands in. Plug in a camera to see yourself.");
}

TEST(Checkup, JudgesTheEncoderByItsShareOfTheFrameBudget) {
  const auto verdict_at = [](double share) {
    CheckupInput input = everything_fine();
    input.encoder = EncoderProbe{};
    input.encoder->budget_share = share;
    return check_up(input).encoder.verdict;
  };
  EXPECT_EQ(verdict_at(0.2), Verdict::kGood);
  EXPECT_EQ(verdict_at(0.5), Verdict::kGood);
  EXPECT_EQ(verdict_at(0.51), Verdict::kAttention);
  EXPECT_EQ(verdict_at(0.81), Verdict::kBad);
  CheckupInput broken = everything_fine();
  broken.encoder = EncoderProbe{};
  broken.encoder->problem = gone();
  EXPECT_EQ(check_up(broken).encoder.verdict, Verdict::kBad);
}

TEST(Checkup, TellsWhatClapsHaveShown) {
  CheckupInput input = everything_fine();
  input.device_offset = MediaTime::from_ms(80);
  EXPECT_EQ(check_up(input).sync.verdict, Verdict::kGood);
  EXPECT_EQ(check_up(input).sync.what.english(), "Sound comes 80 ms after the picture; takes are put right");
  input.device_offset = MediaTime::from_ms(-35);
  EXPECT_EQ(check_up(input).sync.what.english(), "Sound comes 35 ms before the picture; takes are put right");
  input.clap_problem = Message("Too few");
  EXPECT_EQ(check_up(input).sync.verdict, Verdict::kAttention);
  EXPECT_EQ(check_up(input).sync.what.english(), "Too few");
  EXPECT_FALSE(check_up(input).sync.advice.empty());
}

TEST(Checkup, CountsTheMinutesUntilTheReserve) {
  CheckupInput input = everything_fine();
  input.bits_per_second = 8'000'000;
  input.disk_free_bytes = DiskRules{}.reserve_bytes + 60'000'000 * int64_t{17};
  EXPECT_EQ(disk_minutes(input), 17);
  input.disk_free_bytes = DiskRules{}.reserve_bytes - 1;
  EXPECT_EQ(disk_minutes(input), 0);
  input.disk_free_bytes.reset();
  EXPECT_EQ(disk_minutes(input), std::nullopt);
}

TEST(Checkup, DoesNotJudgeTheRoomByTheDemoPresenter) {
  CheckupInput input = everything_fine();
  input.camera.demo = input.microphone.demo = true;
  EXPECT_EQ(check_up(input).camera.verdict, Verdict::kAttention);
  EXPECT_EQ(check_up(input).microphone.verdict, Verdict::kAttention);
  EXPECT_EQ(check_up(input).light.verdict, Verdict::kNotChecked);
}

TEST(Checkup, SaysWhatATakeWithoutACameraOrMicrophoneWillLack) {
  CheckupInput input = everything_fine();
  input.camera.wanted = input.microphone.wanted = false;
  EXPECT_EQ(check_up(input).camera.verdict, Verdict::kAttention);
  EXPECT_EQ(check_up(input).microphone.verdict, Verdict::kAttention);
}

TEST(Checkup, NoticesASlowCamera) {
  CheckupInput input = everything_fine();
  input.camera_fps = 15;
  EXPECT_EQ(check_up(input).camera.verdict, Verdict::kAttention);
  input.camera_fps = 0;
  EXPECT_EQ(check_up(input).camera.verdict, Verdict::kGood) << "an unknown rate is no slow one";
}

struct LightCase {
  double brightness;
  Verdict verdict;
};
class CheckupLight : public testing::TestWithParam<LightCase> {};

TEST_P(CheckupLight, IsJudgedByMeanBrightness) {
  CheckupInput input = everything_fine();
  input.mean_brightness = GetParam().brightness;
  EXPECT_EQ(check_up(input).light.verdict, GetParam().verdict);
}

INSTANTIATE_TEST_SUITE_P(FromNightToGlare, CheckupLight,
                         testing::Values(LightCase{0.0, Verdict::kBad}, LightCase{0.14, Verdict::kBad},
                                         LightCase{0.15, Verdict::kAttention},
                                         LightCase{0.27, Verdict::kAttention},
                                         LightCase{0.28, Verdict::kGood}, LightCase{0.81, Verdict::kGood},
                                         LightCase{0.82, Verdict::kAttention},
                                         LightCase{1.0, Verdict::kAttention}));

TEST(Checkup, GivesASpeakerTimeBeforeItCallsTheMicrophoneSilent) {
  CheckupInput input = everything_fine();
  input.peak_dbfs = -80;
  input.listened_long_enough = false;
  EXPECT_EQ(check_up(input).microphone.verdict, Verdict::kNotChecked);
  input.listened_long_enough = true;
  EXPECT_EQ(check_up(input).microphone.verdict, Verdict::kBad);
  input.peak_dbfs = -45;
  EXPECT_EQ(check_up(input).microphone.verdict, Verdict::kAttention);
  input.peak_dbfs = -30;
  EXPECT_EQ(check_up(input).microphone.verdict, Verdict::kGood);
}

// Nobody speaks, it is switched off, or it is another one than she thinks.
TEST(Checkup, SaysWhenAMicrophoneThatWorksHearsNothing) {
  CheckupInput input = everything_fine();
  EXPECT_FALSE(check_up(input).nothing_heard);
  input.peak_dbfs = -80;
  EXPECT_TRUE(check_up(input).nothing_heard);
  EXPECT_EQ(check_up(input).microphone.what.english(), "Nothing is heard");
  input.listened_long_enough = false;
  EXPECT_FALSE(check_up(input).nothing_heard) << "she is being asked to speak";
  input.listened_long_enough = true;
  input.microphone.demo = true;
  EXPECT_FALSE(check_up(input).nothing_heard) << "a drawn presenter can't be quiet";
  input.microphone.demo = false;
  input.microphone.wanted = false;
  EXPECT_FALSE(check_up(input).nothing_heard);
}

// Each verdict that isn't good says in one sentence what to do, and never more than one thing after another.
TEST(Checkup, GivesOneInstructionWithEachVerdictThatIsNotGood) {
  std::vector<CheckupInput> rooms;
  const auto room = [&rooms](auto change) {
    CheckupInput input = everything_fine();
    input.encoder = EncoderProbe{};
    change(input);
    rooms.push_back(input);
  };
  for (const double brightness : {0.0, 0.2, 0.9}) room([&](auto& in) { in.mean_brightness = brightness; });
  for (const float peak : {-80.0F, -40.0F}) room([&](auto& in) { in.peak_dbfs = peak; });
  for (const double share : {0.6, 0.9}) room([&](auto& in) { in.encoder->budget_share = share; });
  for (const int64_t minutes : {5, 30})
    room([&](auto& in) { in.disk_free_bytes = DiskRules{}.reserve_bytes + minutes * 24'000'000; });
  for (const bool demo : {false, true}) {
    room([&](auto& in) { in.camera.problem = gone(), in.camera.demo = demo; });
    room([&](auto& in) { in.microphone.problem = gone(), in.microphone.demo = demo; });
    room([&](auto& in) { in.camera.demo = in.microphone.demo = demo; });
    room([&](auto& in) { in.camera.wanted = in.microphone.wanted = demo; });
    room([&](auto& in) { in.camera.gives_anything = in.microphone.gives_anything = demo; });
  }
  room([](auto& in) { in.camera_fps = 10; });
  room([](auto& in) { in.clipped_samples = 100; });
  room([](auto& in) { in.encoder->problem = gone(); });
  int verdicts = 0;
  for (const CheckupInput& input : rooms) {
    const Checkup seen = check_up(input);
    for (const Finding* finding :
         {&seen.camera, &seen.microphone, &seen.light, &seen.disk, &seen.encoder, &seen.face, &seen.sync}) {
      if (finding->verdict != Verdict::kAttention && finding->verdict != Verdict::kBad) continue;
      ++verdicts;
      const std::string advice = finding->advice.english();
      EXPECT_FALSE(advice.empty()) << finding->what.english();
      if (advice.empty()) continue;
      EXPECT_EQ(advice.back(), '.') << advice;
      const auto sentences = std::count(advice.begin(), advice.end(), '.');
      const bool stand_in = advice.find("stands in") != std::string::npos;  // says first what one sees
      EXPECT_EQ(sentences, stand_in ? 2 : 1) << advice;
    }
  }
  EXPECT_GE(verdicts, 18);
}

TEST(Checkup, HearsClipping) {
  CheckupInput input = everything_fine();
  input.clipped_samples = 9;
  EXPECT_EQ(check_up(input).microphone.verdict, Verdict::kGood);
  input.clipped_samples = 10;
  EXPECT_EQ(check_up(input).microphone.verdict, Verdict::kAttention);
}

TEST(Checkup, CountsTheDiskInTimeThatCanBeRecorded) {
  CheckupInput input = everything_fine();
  input.bits_per_second = 4'000'000;  // 30 MB a minute
  const auto with_minutes = [&](int64_t minutes) {
    input.disk_free_bytes = DiskRules{}.reserve_bytes + minutes * 30'000'000;
    return check_up(input).disk;
  };
  EXPECT_EQ(with_minutes(14).verdict, Verdict::kBad);
  EXPECT_EQ(with_minutes(14).what.english(), "Room for 14 minutes only");
  EXPECT_EQ(with_minutes(15).verdict, Verdict::kAttention);
  EXPECT_EQ(with_minutes(60).verdict, Verdict::kGood);
  EXPECT_EQ(with_minutes(660).what.english(), "Room for about 11 hours");
  input.disk_free_bytes = 1000;
  EXPECT_EQ(check_up(input).disk.what.english(), "Room for 0 minutes only");
}

}  // namespace
}  // namespace gladi
