#include "encoder/file/recorder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "encoder/file/finalise.h"
#include "encoder/file/part_scan.h"
#include "tests/support/command.h"
#include "tests/support/faulty_encoder.h"
#include "tests/support/flash_beep.h"
#include "tests/support/take_maker.h"
#include "tests/support/temp_folder.h"
#include "tests/support/wait.h"

namespace gladi {
namespace {

using namespace test;
using nlohmann::json;

json video_packets(const std::filesystem::path& file) {
  return ffprobe_json(file, {"-show_packets", "-select_streams", "v"})["packets"];
}

// A disk that takes everything but tells of no sync before `gate` is opened, after the file's header.
OutputOpener hanging_disk(const std::shared_ptr<Gate>& gate) {
  class File final : public OutputFile {
   public:
    File(std::unique_ptr<OutputFile> real, std::shared_ptr<Gate> gate)
        : real_(std::move(real)), gate_(std::move(gate)) {}
    Status write(const void* bytes, size_t size) override { return real_->write(bytes, size); }
    Status sync() override {
      if (std::exchange(header_synced_, true)) gate_->wait();
      return real_->sync();
    }
    Status close() override { return real_->close(); }

   private:
    std::unique_ptr<OutputFile> real_;
    std::shared_ptr<Gate> gate_;
    bool header_synced_ = false;
  };
  return [gate](const std::filesystem::path& path) -> Result<std::unique_ptr<OutputFile>> {
    auto real = create_output_file(path);
    if (!real) return real;
    return std::make_unique<File>(std::move(*real), gate);
  };
}

std::string complaints_of_ffmpeg(const std::filesystem::path& file) {
  const CommandOutput answer =
      run_command({"ffmpeg", "-v", "warning", "-xerror", "-i", file.string(), "-f", "null", "-"});
  return answer.err + (answer.exit_code == 0 ? "" : "failed");
}

class RecorderTest : public ::testing::Test {
 protected:
  std::unique_ptr<Recorder> start(const std::filesystem::path& file, const EncoderSettings& settings = {}) {
    auto recorder = Recorder::create({file, kSmallCanvas, settings, "A take"}, listener);
    if (!recorder) {
      ADD_FAILURE() << recorder.error().english();
      return nullptr;
    }
    return std::move(*recorder);
  }

  TempFolder folder;
  const std::filesystem::path part = folder / "take.part.mp4";
  RecordingListener listener;
};

TEST_F(RecorderTest, WritesTheStreamsAndTagsThatOthersExpect) {
  ASSERT_TRUE(record_part(part, 75));
  const json probed = ffprobe_json(part, {"-count_frames"});
  const json video = stream_of_type(probed, "video");
  EXPECT_EQ(video["codec_name"], "h264");
  EXPECT_EQ(video["width"], 320);
  EXPECT_EQ(video["height"], 240);
  EXPECT_EQ(video["r_frame_rate"], "30/1");
  EXPECT_EQ(video["nb_read_frames"], "75");
  EXPECT_EQ(video["has_b_frames"], 0);
  EXPECT_EQ(video["pix_fmt"], "yuv420p");
  EXPECT_EQ(video["color_range"], "tv");
  EXPECT_EQ(video["color_space"], "bt709");
  EXPECT_EQ(video["color_primaries"], "bt709");
  EXPECT_EQ(video["color_transfer"], "bt709");
  EXPECT_EQ(video["start_pts"], 0);
  const json audio = stream_of_type(probed, "audio");
  EXPECT_EQ(audio["codec_name"], "aac");
  EXPECT_EQ(audio["profile"], "LC");
  EXPECT_EQ(audio["sample_rate"], "48000");
  EXPECT_EQ(audio["channels"], 2);
  EXPECT_EQ(audio["start_pts"], 0);
  EXPECT_NEAR(std::stod(probed["format"]["duration"].get<std::string>()), 2.5, 0.022);
  EXPECT_EQ(probed["format"]["tags"]["title"], "A take");
}

TEST_F(RecorderTest, PutsAKeyframeEachHalfSecondAndNowhereElse) {
  ASSERT_TRUE(record_part(part, 75));  // flashes are cuts, which must not bring keyframes of their own
  const json packets = video_packets(part);
  ASSERT_EQ(packets.size(), 75U);
  for (size_t n = 0; n < packets.size(); ++n) {
    EXPECT_EQ(packets[n]["flags"].get<std::string>().starts_with('K'), n % 15 == 0) << n;
    EXPECT_EQ(packets[n]["pts"], packets[n]["dts"]) << n;
    EXPECT_NEAR(std::stod(packets[n]["pts_time"].get<std::string>()), static_cast<double>(n) / 30, 1e-4) << n;
  }
}

TEST_F(RecorderTest, KeepsSoundAndPictureWhereTheyBelong) {
  ASSERT_TRUE(record_part(part, 150));
  const FlashesAndBeeps found = find_flashes_and_beeps(part);
  EXPECT_EQ(found.problem, "");
  EXPECT_EQ(found.video_frames, 150);
  EXPECT_GE(found.audio_samples, 5 * 48'000);
  EXPECT_LT(found.audio_samples, 5 * 48'000 + 1024);  // AAC ends with a whole packet
  ASSERT_EQ(found.flashes.size(), 5U);
  ASSERT_EQ(found.beeps.size(), 5U);
  for (int64_t second = 1; second < 5; ++second) {  // the beep at 0 is inside the encoder's fade-in
    EXPECT_NEAR(found.flashes[static_cast<size_t>(second)].seconds(), static_cast<double>(second), 1e-4);
    EXPECT_NEAR(found.beeps[static_cast<size_t>(second)].seconds(), static_cast<double>(second), 1e-3);
  }
}

TEST_F(RecorderTest, TellsAfterEachFragmentHowMuchIsSafe) {
  auto recorder = start(part);
  ASSERT_TRUE(recorder);
  FlashBeepMaker maker(kSmallCanvas);
  for (int64_t n = 0; n < 90; ++n) {
    recorder->on_program_frame(maker.picture(n), n, 0);
    recorder->on_sound(FlashBeepMaker::sound(n * 1600, 1600).data(), 1600);
    ASSERT_TRUE(wait_for([&] { return recorder->counters().frames_encoded == n + 1; }));
    // Three frames later the encoder has given out all before it.
    const MediaTime safe = MediaTime::from_ms(std::max<int64_t>(0, n - 3) / 15 * 500);
    ASSERT_TRUE(wait_for([&] { return recorder->counters().safe_until >= safe; })) << n;
  }
  ASSERT_TRUE(recorder->finish());
  const std::vector<MediaTime> safe = listener.safe();
  ASSERT_EQ(safe.size(), 6U);
  for (size_t i = 0; i < 6; ++i) EXPECT_EQ(safe[i], MediaTime::from_ms(500 * static_cast<int64_t>(i + 1)));
  const RecorderCounters counters = recorder->counters();
  EXPECT_EQ(counters.frames_encoded, 90);
  EXPECT_EQ(counters.frames_repeated_encoder_late, 0);
  EXPECT_EQ(counters.video_duration, MediaTime::from_ms(3000));
  EXPECT_EQ(counters.audio_duration, MediaTime::from_ms(3000));
  EXPECT_EQ(counters.safe_until, MediaTime::from_ms(3000));
  EXPECT_EQ(counters.bytes_written, static_cast<int64_t>(std::filesystem::file_size(part)));
}

TEST_F(RecorderTest, RepeatsAFrameAsOftenAsItIsTold) {
  auto recorder = start(part);
  ASSERT_TRUE(recorder);
  FlashBeepMaker maker(kSmallCanvas);
  for (int64_t n = 0; n < 10; ++n) recorder->on_program_frame(maker.picture(n * 3 + 2), n * 3, 2);
  ASSERT_TRUE(recorder->finish());
  EXPECT_EQ(video_packets(part).size(), 30U);
}

TEST_F(RecorderTest, StaysAtAConstantRateWhenTheEncoderIsTooSlow) {
  auto recorder = start(part, {.preset = "veryslow"});
  ASSERT_TRUE(recorder);
  FlashBeepMaker maker(kSmallCanvas);
  std::vector<PicturePtr> pictures;
  for (int64_t n = 0; n < 30; ++n) pictures.push_back(maker.picture(n));
  for (int64_t n = 0; n < 300; ++n) recorder->on_program_frame(pictures[static_cast<size_t>(n % 30)], n, 0);
  ASSERT_TRUE(recorder->finish());
  EXPECT_GT(recorder->counters().frames_repeated_encoder_late, 0);
  EXPECT_EQ(recorder->counters().frames_encoded, 300);
  const json packets = video_packets(part);
  ASSERT_EQ(packets.size(), 300U);
  EXPECT_NEAR(std::stod(packets.back()["pts_time"].get<std::string>()), 299.0 / 30, 1e-4);
}

TEST_F(RecorderTest, LetsNoMoreThanFourTenthsOfASecondWaitForAnEncoderThatHangs) {
  const auto gate = std::make_shared<Gate>();
  auto recorder = Recorder::create({part, kSmallCanvas, {}, "", held_by(gate)}, listener);
  ASSERT_TRUE(recorder);
  FlashBeepMaker maker(kSmallCanvas);
  for (int64_t n = 0; n < 60; ++n) (*recorder)->on_program_frame(maker.picture(n), n, 0);
  const RecorderCounters stuck = (*recorder)->counters();
  EXPECT_EQ(stuck.most_waiting, 12);
  EXPECT_EQ(stuck.frames_repeated_encoder_late, 60 - 12);
  gate->open();
  // What was refused is made up for at once, not only when the next frame comes.
  ASSERT_TRUE(wait_for([&] { return (*recorder)->counters().frames_encoded == 60; }));
  (*recorder)->on_program_frame(maker.picture(60), 60, 0);
  // What had waited for so long wasn't encoded either, and now there is room again.
  EXPECT_EQ((*recorder)->counters().frames_repeated_encoder_late, 60 - 1);
  ASSERT_TRUE((*recorder)->finish());
  EXPECT_EQ(video_packets(part).size(), 61U);
}

TEST_F(RecorderTest, TakesPicturesAgainAfterMoreWereRefusedWhileRefusedOnesWereMadeUpFor) {
  const auto first = std::make_shared<Gate>(), second = std::make_shared<Gate>();
  // Keyframes, which are always encoded.
  const auto encoders = held_at({{15, first}, {45, second}});
  auto recorder = Recorder::create({part, kSmallCanvas, {}, "", encoders}, listener);
  ASSERT_TRUE(recorder);
  FlashBeepMaker maker(kSmallCanvas);
  const auto encoded = [&](int64_t frames) {
    return wait_for([&] { return (*recorder)->counters().frames_encoded == frames; });
  };
  // A program that is a second late at each picture.
  (*recorder)->on_program_frame(maker.picture(0), 0, 29);
  ASSERT_TRUE(encoded(15));
  (*recorder)->on_program_frame(maker.picture(30), 30, 29);
  first->open();
  ASSERT_TRUE(encoded(45));
  (*recorder)->on_program_frame(maker.picture(60), 60, 29);
  EXPECT_EQ((*recorder)->counters().frames_repeated_encoder_late, 2);
  second->open();
  ASSERT_TRUE(encoded(90)) << "all that was refused is made up for";
  (*recorder)->on_program_frame(maker.picture(90), 90, 0);
  EXPECT_EQ((*recorder)->counters().frames_repeated_encoder_late, 2) << "there is room again";
  ASSERT_TRUE((*recorder)->finish());
  EXPECT_EQ(video_packets(part).size(), 91U);
}

TEST_F(RecorderTest, EncodesNoRepeatForAnEncoderThatIsBehind) {
  const auto gate = std::make_shared<Gate>();
  auto recorder = Recorder::create({part, kSmallCanvas, {}, "", held_by(gate)}, listener);
  ASSERT_TRUE(recorder);
  FlashBeepMaker maker(kSmallCanvas);
  const PicturePtr last = maker.picture(11);
  for (int64_t n = 0; n < 6000; ++n) (*recorder)->on_program_frame(n < 11 ? maker.picture(n) : last, n, 0);
  gate->open();
  ASSERT_TRUE((*recorder)->finish());
  const RecorderCounters counters = (*recorder)->counters();
  EXPECT_EQ(counters.frames_encoded, 6000);
  // Encoded is a keyframe each half second. All else had waited for too long.
  EXPECT_EQ(counters.frames_not_encoded, 6000 - 6000 / 15);
  EXPECT_EQ(counters.frames_repeated_encoder_late, 6000 - 1);
  EXPECT_TRUE(listener.failures().empty());
  const json packets = video_packets(part);
  ASSERT_EQ(packets.size(), 6000U);
  for (size_t n = 0; n < packets.size(); ++n) {
    ASSERT_EQ(packets[n]["flags"].get<std::string>().starts_with('K'), n % 15 == 0) << n;
    ASSERT_NEAR(std::stod(packets[n]["pts_time"].get<std::string>()), static_cast<double>(n) / 30, 1e-4) << n;
  }
  EXPECT_EQ(complaints_of_ffmpeg(part), "");
}

// The picture doesn't change: encoding it again would only take time from what waits.
TEST_F(RecorderTest, EncodesTheSamePictureAgainOnlyWhereNothingWaits) {
  const auto gate = std::make_shared<Gate>();
  auto recorder = Recorder::create({part, kSmallCanvas, {}, "", held_by(gate)}, listener);
  ASSERT_TRUE(recorder);
  FlashBeepMaker maker(kSmallCanvas);
  const PicturePtr still = maker.picture(1);
  for (int64_t n = 0; n < 10; ++n) (*recorder)->on_program_frame(still, n, 0);
  gate->open();
  ASSERT_TRUE(wait_for([&] { return (*recorder)->counters().frames_encoded == 10; }));
  EXPECT_EQ((*recorder)->counters().frames_not_encoded, 8);  // not the first, and not the last
  for (int64_t n = 10; n < 14; ++n) {
    (*recorder)->on_program_frame(still, n, 0);
    ASSERT_TRUE(wait_for([&] { return (*recorder)->counters().frames_encoded == n + 1; }));
  }
  EXPECT_EQ((*recorder)->counters().frames_not_encoded, 8);
  ASSERT_TRUE((*recorder)->finish());
  EXPECT_EQ(complaints_of_ffmpeg(part), "");
}

// As long as the encoder is no further behind than may be, what it was given is in the file.
TEST_F(RecorderTest, AShortHiccupOfTheEncoderCostsNoPicture) {
  const auto gate = std::make_shared<Gate>();
  auto recorder = Recorder::create({part, kSmallCanvas, {}, "", held_by(gate)}, listener);
  ASSERT_TRUE(recorder);
  FlashBeepMaker maker(kSmallCanvas);
  for (int64_t n = 0; n < 12; ++n) (*recorder)->on_program_frame(maker.picture(n), n, 0);
  gate->open();
  ASSERT_TRUE((*recorder)->finish());
  EXPECT_EQ((*recorder)->counters().frames_repeated_encoder_late, 0);
  EXPECT_EQ((*recorder)->counters().frames_not_encoded, 0);
}

// What is written survives a crash of the program, also while a sync hangs.
TEST_F(RecorderTest, WritesEachQuarterOfASecondWhateverTheSyncTakes) {
  const auto gate = std::make_shared<Gate>();
  auto recorder = Recorder::create({part, kSmallCanvas, {}, "", {}, hanging_disk(gate)}, listener);
  ASSERT_TRUE(recorder);
  feed_take(**recorder, kSmallCanvas, 120);
  // At most the encoder's own delay is missing: whole are seven groups in halves, and half of the eighth.
  const auto whole = [&] { return whole_fragments(part).value_or(std::vector<int64_t>()).size(); };
  ASSERT_TRUE(wait_for([&] { return whole() >= 15; }));
  EXPECT_EQ((*recorder)->counters().safe_until, MediaTime{});
  EXPECT_GE(*playable_duration(part), MediaTime::from_ms(3700));
  gate->open();
  ASSERT_TRUE((*recorder)->finish());
  EXPECT_EQ((*recorder)->counters().safe_until, MediaTime::from_ms(4000));
  EXPECT_EQ(whole(), 16U);
  EXPECT_EQ(complaints_of_ffmpeg(part), "");
}

TEST_F(RecorderTest, ADiskThatHangsForMoreThanAMinuteCostsPicturesButNoSoundAndNoTake) {
  const auto gate = std::make_shared<Gate>();
  auto recorder = Recorder::create({part, kSmallCanvas, {}, "", {}, hanging_disk(gate)}, listener);
  ASSERT_TRUE(recorder);
  FlashBeepMaker maker(kSmallCanvas);
  std::vector<PicturePtr> pictures;
  for (int64_t n = 0; n < 30; ++n) pictures.push_back(maker.picture(n));
  constexpr int64_t kFrames = 100 * 30;
  for (int64_t n = 0; n < kFrames; ++n) {
    (*recorder)->on_program_frame(pictures[static_cast<size_t>(n % 30)], n, 0);
    (*recorder)->on_sound(FlashBeepMaker::sound(n * 1600, 1600).data(), 1600);
  }
  EXPECT_LE((*recorder)->counters().safe_until, MediaTime{});
  EXPECT_TRUE(listener.failures().empty());
  gate->open();
  ASSERT_TRUE((*recorder)->finish());
  EXPECT_TRUE(listener.failures().empty());
  const FlashesAndBeeps found = find_flashes_and_beeps(part);
  EXPECT_EQ(found.video_frames, kFrames);
  EXPECT_EQ(found.beeps.size(), 100U);
  EXPECT_GE(found.audio_samples, 100 * 48'000);
}

TEST_F(RecorderTest, EndsThePartWhereAnEncoderFails) {
  auto recorder = Recorder::create({part, kSmallCanvas, {}, "", failing_after(40)}, listener);
  ASSERT_TRUE(recorder);
  FlashBeepMaker maker(kSmallCanvas);
  for (int64_t n = 0; n < 45; ++n) {
    (*recorder)->on_program_frame(maker.picture(n), n, 0);
    ASSERT_TRUE(wait_for(
        [&] { return (*recorder)->counters().frames_encoded == std::min<int64_t>(n + 1, 40) || n >= 40; }));
    (*recorder)->on_sound(FlashBeepMaker::sound(n * 1600, 1600).data(), 1600);
  }
  EXPECT_FALSE((*recorder)->finish());
  ASSERT_EQ(listener.failures().size(), 1U);
  EXPECT_EQ(listener.failures()[0].detail, "made to fail");
  EXPECT_GE(video_packets(part).size(), 30U);  // two whole fragments
}

TEST_F(RecorderTest, LeavesAnExistingFileAlone) {
  std::ofstream(part) << "an earlier take";
  auto recorder = Recorder::create({part, kSmallCanvas, {}, ""}, listener);
  ASSERT_FALSE(recorder);
  std::ifstream in(part);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), "an earlier take");
}

TEST_F(RecorderTest, NamesAnEncoderThatIsNotThere) {
  const EncoderSettings settings{.video_encoder = "h264_imaginary"};
  auto recorder = Recorder::create({part, kSmallCanvas, settings, ""}, listener);
  ASSERT_FALSE(recorder);
  EXPECT_EQ(recorder.error().kind, ErrorKind::kUnsupported);
  EXPECT_NE(recorder.error().english().find("h264_imaginary"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(part));
}

TEST_F(RecorderTest, ReportsAFullDiskOnce) {
  // /dev/full takes nothing: the header already fails.
  std::filesystem::create_symlink("/dev/full", folder / "full.mp4");
  auto recorder = Recorder::create({folder / "full.mp4", kSmallCanvas, {}, ""}, listener);
  EXPECT_FALSE(recorder);
}

TEST_F(RecorderTest, EndsThePartWhenAPictureCantBeEncodedAndKeepsWhatCameBefore) {
  auto recorder = start(part);
  ASSERT_TRUE(recorder);
  feed_take(*recorder, kSmallCanvas, 45);
  PicturePool pool;
  recorder->on_program_frame(pool.take(160, 160).freeze(), 45, 0);
  EXPECT_FALSE(recorder->finish());
  EXPECT_EQ(listener.failures().size(), 1U);
  EXPECT_GE(video_packets(part).size(), 30U);
}

TEST_F(RecorderTest, TakesSoundThatIsNoNumberAsSilence) {
  auto recorder = start(part);
  ASSERT_TRUE(recorder);
  const std::vector<float> bad(4096, std::nanf(""));
  recorder->on_sound(bad.data(), 2048);
  feed_take(*recorder, kSmallCanvas, 15);
  EXPECT_TRUE(recorder->finish());
  EXPECT_TRUE(listener.failures().empty());
}

TEST(EncoderSettings, RateGrowsWithTheCanvas) {
  EXPECT_EQ(default_encoder_settings({720, 1280, 30, 1}).max_bitrate_bps, 3'000'000);
  EXPECT_EQ(default_encoder_settings({1080, 1920, 30, 1}).max_bitrate_bps, 6'000'000);
  EXPECT_LT(default_encoder_settings({320, 240, 30, 1}).max_bitrate_bps, 500'000);
}

}  // namespace
}  // namespace gladi
