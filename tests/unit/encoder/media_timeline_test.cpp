#include "encoder/capture/media_timeline.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "tests/support/command.h"
#include "tests/support/media_files.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

namespace fs = std::filesystem;

class MediaTimelineTest : public testing::Test {
 protected:
  // Arguments for a moving picture of a size and rate.
  static std::vector<std::string> moving(const std::string& size, const std::string& fps) {
    return {"-f", "lavfi", "-i", "testsrc2=s=" + size + ":r=" + fps};
  }
  fs::path make(const std::string& name, std::vector<std::string> arguments,
                const std::vector<std::string>& more) {
    arguments.insert(arguments.end(), more.begin(), more.end());
    test::make_media(folder_ / name, arguments);
    return folder_ / name;
  }

  static Result<std::unique_ptr<MediaTimeline>> open(const fs::path& file, bool picture, bool sound) {
    auto input = MediaInput::open({MediaPlace::Kind::kFile, file.string()});
    if (!input) return fail(std::move(input));
    return MediaTimeline::open(std::move(*input), picture, sound);
  }

  static std::vector<PicturePtr> pictures(MediaTimeline& timeline, size_t count) {
    std::vector<PicturePtr> taken;
    while (taken.size() < count) {
      const Status filled = timeline.fill(1);
      EXPECT_TRUE(filled) << filled.error().english();
      if (!filled) break;
      if (timeline.has_sound()) timeline.blocks().clear();
      for (; !timeline.pictures().empty(); timeline.pictures().pop_front())
        taken.push_back(timeline.pictures().front());
    }
    return taken;
  }

  static std::vector<SoundBlock> blocks(MediaTimeline& timeline, size_t count) {
    std::vector<SoundBlock> taken;
    while (taken.size() < count) {
      const Status filled = timeline.fill(1);
      EXPECT_TRUE(filled) << filled.error().english();
      if (!filled) break;
      timeline.pictures().clear();
      for (; !timeline.blocks().empty(); timeline.blocks().pop_front())
        taken.push_back(timeline.blocks().front());
    }
    return taken;
  }

  static double rms(const std::vector<SoundBlock>& sound) {
    double sum = 0;
    int64_t count = 0;
    for (const SoundBlock& block : sound) {
      for (int i = 0; i < block.frames * block.channels; ++i, ++count) {
        sum += std::pow(block.samples[static_cast<size_t>(i)], 2);
      }
    }
    return std::sqrt(sum / static_cast<double>(count));
  }

  test::TempFolder folder_;
};

TEST_F(MediaTimelineTest, PlaysMjpegWithoutCopyingInItsOwnColour) {
  const auto file =
      make("a.mov", moving("320x180", "30"), {"-t", "1", "-c:v", "mjpeg", "-pix_fmt", "yuvj422p"});
  auto timeline = open(file, true, false);
  ASSERT_TRUE(timeline) << timeline.error().english();
  EXPECT_DOUBLE_EQ((*timeline)->fps(), 30);
  const auto taken = pictures(**timeline, 3);
  EXPECT_EQ(taken[0]->width_px, 320);
  EXPECT_EQ(taken[0]->chroma_x_shift, 1);
  EXPECT_EQ(taken[0]->chroma_y_shift, 0) << "4:2:2 stays 4:2:2: the decoder's own memory";
  EXPECT_EQ(taken[0]->colour, (Colour{ColourMatrix::kBt601, true}));
}

TEST_F(MediaTimelineTest, BeginsAgainWithoutAJumpInTheStamps) {
  const auto file = make("a.mov", moving("160x120", "30"), {"-t", "0.5", "-c:v", "mjpeg"});
  auto timeline = open(file, true, false);
  ASSERT_TRUE(timeline) << timeline.error().english();
  const auto taken = pictures(**timeline, 50);  // three times round
  for (size_t i = 0; i < taken.size(); ++i) {
    const MediaTime off = abs(taken[i]->stamp - MediaTime::from_count(static_cast<int64_t>(i), 30));
    EXPECT_LT(off, MediaTime::from_ms(1)) << i;
  }
}

TEST_F(MediaTimelineTest, OpensAFileAnewThatCannotBeSoughtIn) {
  const auto file = make("a.mjpeg", moving("160x120", "25"), {"-t", "0.2", "-c:v", "mjpeg"});
  auto timeline = open(file, true, false);
  ASSERT_TRUE(timeline) << timeline.error().english();
  const auto taken = pictures(**timeline, 14);
  for (size_t i = 1; i < taken.size(); ++i) {
    EXPECT_EQ(taken[i]->stamp - taken[i - 1]->stamp, MediaTime::from_ms(40)) << i;
  }
}

TEST_F(MediaTimelineTest, KeepsTheStampsOfAVariableRate) {
  // Frames 0, 1, 2, 6, 7, 8, 12 …: a phone that skipped.
  const auto file =
      make("a.mp4", moving("160x120", "30"),
           {"-t", "1", "-vf", "select='lt(mod(n,6),3)'", "-vsync", "vfr", "-c:v", "libx264", "-bf", "2"});
  auto timeline = open(file, true, false);
  ASSERT_TRUE(timeline) << timeline.error().english();
  const auto taken = pictures(**timeline, 7);
  const std::vector<int64_t> expected = {0, 1, 2, 6, 7, 8, 12};
  for (size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(taken[i]->stamp.to_count(30), expected[i]);
}

TEST_F(MediaTimelineTest, TakesOddSizes) {
  const auto file = make("a.mkv", {"-f", "lavfi", "-i", "testsrc=s=161x91"},
                         {"-t", "0.2", "-c:v", "ffv1", "-pix_fmt", "yuv420p"});
  auto timeline = open(file, true, false);
  ASSERT_TRUE(timeline) << timeline.error().english();
  const auto taken = pictures(**timeline, 1);
  EXPECT_EQ(taken[0]->width_px, 161);
  EXPECT_EQ(taken[0]->chroma_width_px(), 81);
  EXPECT_EQ(taken[0]->chroma_height_px(), 46);
}

TEST_F(MediaTimelineTest, TellsHowAPhonesPictureIsTurnedUpright) {
  const auto flat = make("flat.mp4", moving("160x120", "30"), {"-t", "0.2", "-c:v", "libx264"});
  for (const std::string angle : {"-90", "180", "90"}) {
    const auto file = folder_ / ("turned" + angle + ".mp4");
    test::make_media(file, {"-i", flat.string(), "-c", "copy", "-metadata:s:v", "rotate=" + angle});
    // ffprobe tells the counterclockwise angle at which the picture is to be shown.
    const auto rotation = test::ffprobe_json(file)["streams"][0]["side_data_list"][0]["rotation"].get<int>();
    auto timeline = open(file, true, false);
    ASSERT_TRUE(timeline) << timeline.error().english();
    const int clockwise = ((-rotation / 90) % 4 + 4) % 4;
    EXPECT_EQ(pictures(**timeline, 1)[0]->quarter_turns, clockwise) << angle;
  }
}

TEST_F(MediaTimelineTest, GivesAStillPictureAgainAndAgain) {
  const auto file = make("a.png", {"-f", "lavfi", "-i", "testsrc=s=161x91"}, {"-frames:v", "1"});
  auto timeline = open(file, true, false);
  ASSERT_TRUE(timeline) << timeline.error().english();
  const auto taken = pictures(**timeline, 40);
  EXPECT_EQ(taken[0]->width_px, 161);
  for (size_t i = 1; i < taken.size(); ++i) {
    EXPECT_GT(taken[i]->stamp, taken[i - 1]->stamp);
    EXPECT_EQ(taken[i]->y.data, taken[0]->y.data) << "decoded once";
  }
}

TEST_F(MediaTimelineTest, MixesSurroundDownAndResamples) {
  const auto file = make(
      "a.wav", {"-f", "lavfi", "-i", "aevalsrc='0|0|0.4*sin(2*PI*440*t)|0|0|0':c=5.1:s=44100"}, {"-t", "1"});
  auto timeline = open(file, false, true);
  ASSERT_TRUE(timeline) << timeline.error().english();
  const auto sound = blocks(**timeline, 80);
  EXPECT_EQ(sound[0].channels, 2);
  EXPECT_GT(rms(sound), 0.05) << "the centre, where speech is, is heard";
  for (size_t i = 0; i < sound.size(); ++i) {
    EXPECT_EQ(sound[i].first_frame, static_cast<int64_t>(i) * 480);
    EXPECT_EQ(sound[i].arrived_at, MediaTime::from_count(static_cast<int64_t>(i + 1) * 480, 48'000));
  }
}

TEST_F(MediaTimelineTest, KeepsMonoMono) {
  const auto file = make("a.wav", {"-f", "lavfi", "-i", "sine=f=440:r=22050"}, {"-t", "0.5"});
  auto timeline = open(file, false, true);
  ASSERT_TRUE(timeline) << timeline.error().english();
  EXPECT_EQ((*timeline)->channels(), 1);
  EXPECT_NEAR(rms(blocks(**timeline, 40)), 0.125 / std::sqrt(2.0), 0.005);
}

TEST_F(MediaTimelineTest, SoundAndPictureStayTogetherWhenTheFileBeginsAgain) {
  test::make_flash_and_beep(folder_ / "a.mov", 1);
  auto timeline = open(folder_ / "a.mov", true, true);
  ASSERT_TRUE(timeline) << timeline.error().english();
  std::vector<MediaTime> flashes, beeps;
  MediaTime quiet_since = MediaTime::from_ms(-1000);
  while (beeps.size() < 4 || flashes.size() < 4) {
    ASSERT_TRUE((*timeline)->fill(1));
    for (; !(*timeline)->pictures().empty(); (*timeline)->pictures().pop_front()) {
      const PicturePtr picture = (*timeline)->pictures().front();
      if (picture->y.data[0] > 200) flashes.push_back(picture->stamp);
    }
    for (; !(*timeline)->blocks().empty(); (*timeline)->blocks().pop_front()) {
      const SoundBlock& block = (*timeline)->blocks().front();
      for (int i = 0; i < block.frames; ++i) {
        if (std::abs(block.samples[static_cast<size_t>(i * block.channels)]) < 0.01F) continue;
        const MediaTime at = block.arrived_at - MediaTime::from_count(block.frames - i, 48'000);
        if (at - quiet_since > MediaTime::from_ms(100)) beeps.push_back(at);
        quiet_since = at;
      }
    }
  }
  for (size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(flashes[i], MediaTime::from_ms(1000 * static_cast<int64_t>(i)));
    EXPECT_LT(abs(beeps[i] - flashes[i]), MediaTime::from_ms(1)) << i;
  }
}

TEST_F(MediaTimelineTest, FillsWithSilenceWhereTheSoundIsShorterThanThePicture) {
  const auto file = make("a.mov", moving("160x120", "30"),
                         {"-f", "lavfi", "-t", "0.3", "-i", "sine=f=440:r=48000", "-t", "1", "-c:v", "mjpeg",
                          "-c:a", "pcm_s16le"});
  auto timeline = open(file, true, true);
  ASSERT_TRUE(timeline) << timeline.error().english();
  const auto sound = blocks(**timeline, 110);
  EXPECT_GT(rms({sound.begin(), sound.begin() + 30}), 0.05);
  EXPECT_EQ(rms({sound.begin() + 31, sound.begin() + 99}), 0);
  EXPECT_GT(rms({sound.begin() + 100, sound.end()}), 0.05)
      << "the next time round begins after exactly a second";
}

TEST_F(MediaTimelineTest, SkipsDamagedPicturesAndCountsThem) {
  const auto file = make("a.mov", moving("320x180", "30"), {"-t", "0.4", "-c:v", "mjpeg"});
  const auto packet = test::ffprobe_json(file, {"-show_packets"})["packets"][5];
  const auto size = std::stol(packet["size"].get<std::string>());
  {
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp(std::stol(packet["pos"].get<std::string>()) + size / 2);
    for (long i = 0; i < size / 4; ++i) bytes.write("\xFF\xD9", 2);  // ends the picture early
  }
  auto timeline = open(file, true, false);
  ASSERT_TRUE(timeline) << timeline.error().english();
  const auto taken = pictures(**timeline, 11);
  EXPECT_EQ((*timeline)->broken(), 1);
  EXPECT_EQ(taken[5]->stamp.to_count(30), 6) << "frame 5 is left out";
}

TEST_F(MediaTimelineTest, SaysWhatIsMissing) {
  const auto picture_only = make("p.mov", moving("160x120", "30"), {"-t", "0.2", "-c:v", "mjpeg"});
  const auto sound_only = make("s.wav", {"-f", "lavfi", "-i", "sine"}, {"-t", "0.2"});
  std::ofstream(folder_ / "no.mp4") << "this is no film";
  std::ofstream(folder_ / "empty.mp4");

  const auto error_of = [](const fs::path& file, bool picture, bool sound) {
    auto timeline = open(file, picture, sound);
    EXPECT_FALSE(timeline) << file;
    return timeline ? Error{} : timeline.error();
  };
  EXPECT_EQ(error_of(sound_only, true, false).kind, ErrorKind::kInvalid);
  EXPECT_EQ(error_of(picture_only, false, true).kind, ErrorKind::kInvalid);
  EXPECT_EQ(error_of(folder_ / "no.mp4", true, false).kind, ErrorKind::kDamaged);
  EXPECT_EQ(error_of(folder_ / "empty.mp4", true, false).kind, ErrorKind::kDamaged);
  const Error missing = error_of(folder_ / "missing.mp4", true, true);
  EXPECT_EQ(missing.kind, ErrorKind::kNotFound);
  EXPECT_NE(missing.english().find("missing.mp4"), std::string::npos);
}

}  // namespace
}  // namespace gladi
