#include "encoder/file/finalise.h"

#include <gtest/gtest.h>
#include <sys/mount.h>
#include <unistd.h>

#include <fstream>

#include "encoder/base/platform.h"
#include "tests/support/command.h"
#include "tests/support/flash_beep.h"
#include "tests/support/take_maker.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

using namespace test;
using nlohmann::json;
namespace fs = std::filesystem;

// The names of an MP4's outermost boxes, in order.
std::vector<std::string> top_boxes(const fs::path& file) {
  const std::string bytes = *platform::read_file(file);
  std::vector<std::string> names;
  for (size_t at = 0; at + 8 <= bytes.size();) {
    size_t size = 0;
    for (size_t i = 0; i < 4; ++i) size = size << 8 | static_cast<uint8_t>(bytes[at + i]);
    names.push_back(bytes.substr(at + 4, 4));
    at += std::max<size_t>(size, 8);
  }
  return names;
}

class FinaliseTest : public ::testing::Test {
 protected:
  FinaliseOptions options() const {
    return {part,
            final_file,
            {{MediaTime(), "Opening"}, {MediaTime::from_ms(1200), "Sambal Bu Rini"}},
            "My rehearsal"};
  }
  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder.path())) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
  }

  TempFolder folder;
  const fs::path part = folder / "take.part.mp4";
  const fs::path final_file = folder / "take.mp4";
};

TEST_F(FinaliseTest, KeepsItsHandsOffAPartThatIsStillRecorded) {
  auto recording = platform::DurableFile::create(part);
  ASSERT_TRUE(recording);
  const auto refused = finalise(options());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kBusy) << refused.error().english();
  EXPECT_EQ(files(), std::vector<std::string>{"take.part.mp4"});

  ASSERT_TRUE(recording->close());
  EXPECT_TRUE(platform::FileLock::take(part)) << "free again";
}

TEST_F(FinaliseTest, MakesAnOrdinaryFileWithChaptersAndDeletesThePart) {
  ASSERT_TRUE(record_part(part, 75));
  double last = 0;
  bool forward = true;
  const auto done = finalise(options(), [&](double progress) {
    forward = forward && progress >= last;
    last = progress;
  });
  ASSERT_TRUE(done) << done.error().english();
  EXPECT_EQ(done->video_packets, 75);
  EXPECT_NEAR(done->duration.seconds(), 2.5, 0.022);
  EXPECT_TRUE(forward);
  EXPECT_EQ(last, 1.0);
  EXPECT_EQ(files(), std::vector<std::string>{"take.mp4"});

  const json probed = ffprobe_json(final_file, {"-count_packets"});
  EXPECT_EQ(probed["format"]["tags"]["title"], "My rehearsal");
  ASSERT_EQ(probed["chapters"].size(), 2U);
  EXPECT_EQ(probed["chapters"][1]["tags"]["title"], "Sambal Bu Rini");
  EXPECT_EQ(probed["chapters"][1]["start_time"], "1.200000");
  EXPECT_NEAR(std::stod(probed["chapters"][1]["end_time"].get<std::string>()), 2.5, 0.03);
  const json video = stream_of_type(probed, "video");
  EXPECT_EQ(video["nb_read_packets"], "75");
  EXPECT_EQ(video["r_frame_rate"], "30/1");
  EXPECT_EQ(video["avg_frame_rate"], "30/1");
  EXPECT_EQ(video["color_range"], "tv");
  EXPECT_EQ(video["color_space"], "bt709");
  EXPECT_EQ(video["color_primaries"], "bt709");
  EXPECT_EQ(video["color_transfer"], "bt709");
  const std::vector<std::string> boxes = top_boxes(final_file);
  EXPECT_LT(std::find(boxes.begin(), boxes.end(), "moov"), std::find(boxes.begin(), boxes.end(), "mdat"));
  EXPECT_EQ(std::find(boxes.begin(), boxes.end(), "moof"), boxes.end());
}

TEST_F(FinaliseTest, KeepsSoundAndPictureWhereTheyBelong) {
  ASSERT_TRUE(record_part(part, 120));
  ASSERT_TRUE(finalise(options()));
  const FlashesAndBeeps found = find_flashes_and_beeps(final_file);
  EXPECT_EQ(found.problem, "");
  ASSERT_EQ(found.flashes.size(), 4U);
  ASSERT_EQ(found.beeps.size(), 4U);
  for (size_t second = 1; second < 4; ++second) {
    EXPECT_NEAR(found.flashes[second].seconds(), static_cast<double>(second), 1e-4);
    EXPECT_NEAR(found.beeps[second].seconds(), static_cast<double>(second), 1e-3);
  }
}

TEST_F(FinaliseTest, LeavesChaptersOutThatLieBehindTheEnd) {
  ASSERT_TRUE(record_part(part, 30));
  ASSERT_TRUE(finalise({part, final_file, {{MediaTime(), "A"}, {MediaTime::from_ms(5000), "lost"}}, ""}));
  EXPECT_EQ(ffprobe_json(final_file)["chapters"].size(), 1U);
}

TEST_F(FinaliseTest, LeavesThePartAloneWhenCancelled) {
  ASSERT_TRUE(record_part(part, 60));
  const std::string before = *platform::read_file(part);
  std::atomic<bool> cancel = false;
  const auto done = finalise(
      options(), [&](double progress) { cancel = progress > 0.3; }, &cancel);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().kind, ErrorKind::kCancelled);
  EXPECT_EQ(files(), std::vector<std::string>{"take.part.mp4"});
  EXPECT_EQ(*platform::read_file(part), before);
}

TEST_F(FinaliseTest, ReplacesWhatAKilledRunHasLeft) {
  ASSERT_TRUE(record_part(part, 30));
  std::ofstream(folder / ".take.mp4.tmp") << "half a file";
  ASSERT_TRUE(finalise(options()));
  EXPECT_EQ(files(), std::vector<std::string>{"take.mp4"});
}

TEST_F(FinaliseTest, EndsTheJobOfARunKilledBeforeThePartWasDeleted) {
  ASSERT_TRUE(record_part(part, 45));
  const std::string saved = *platform::read_file(part);
  ASSERT_TRUE(finalise(options()));
  const auto made = fs::last_write_time(final_file);
  std::ofstream(part, std::ios::binary) << saved;
  const auto again = finalise(options());
  ASSERT_TRUE(again) << again.error().english();
  EXPECT_EQ(again->video_packets, 45);
  EXPECT_EQ(files(), std::vector<std::string>{"take.mp4"});
  EXPECT_EQ(fs::last_write_time(final_file), made);
  // And once more, when nothing is left to do.
  EXPECT_TRUE(finalise(options()));
}

TEST_F(FinaliseTest, TouchesNothingWhenTheFinalFileHoldsAnotherRecording) {
  ASSERT_TRUE(record_part(final_file, 30));
  ASSERT_TRUE(record_part(part, 45));
  const std::string before = *platform::read_file(final_file);
  EXPECT_FALSE(finalise(options()));
  EXPECT_TRUE(fs::exists(part));
  EXPECT_EQ(*platform::read_file(final_file), before);
}

TEST_F(FinaliseTest, ReplacesAFinalFileThatAPowerCutHasEmptied) {
  ASSERT_TRUE(record_part(part, 30));
  std::ofstream{final_file};
  ASSERT_TRUE(finalise(options()));
  EXPECT_EQ(stream_of_type(ffprobe_json(final_file, {"-count_packets"}), "video")["nb_read_packets"], "30");
}

TEST_F(FinaliseTest, SaysWhenThereIsNothingToDo) {
  const auto done = finalise(options());
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().kind, ErrorKind::kNotFound);
}

// A small file system of its own needs root; elsewhere the test has nothing to stand on.
class FullDiskTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (mount("tmpfs", folder.path().c_str(), "tmpfs", 0, "size=6m") != 0)
      GTEST_SKIP() << "can't mount a tmpfs here";
    mounted = true;
  }
  void TearDown() override {
    if (mounted) umount2(folder.path().c_str(), MNT_DETACH);
  }
  // Leaves `bytes` of room.
  void fill_up_to(int64_t bytes) const {
    const int64_t free_bytes = platform::disk_space(folder.path())->free_bytes;
    std::ofstream out(folder / "ballast", std::ios::binary);
    out << std::string(static_cast<size_t>(std::max<int64_t>(0, free_bytes - bytes)), 'x');
  }

  TempFolder folder;
  bool mounted = false;
};

TEST_F(FullDiskTest, FinaliseKeepsThePartAndSaysSo) {
  const fs::path part = folder / "take.part.mp4";
  ASSERT_TRUE(record_part(part, 60));
  fill_up_to(64 * 1024);
  const auto done = finalise({part, folder / "take.mp4", {}, ""});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().kind, ErrorKind::kNoSpace);
  EXPECT_TRUE(fs::exists(part));
  EXPECT_FALSE(fs::exists(folder / "take.mp4"));
  EXPECT_FALSE(fs::exists(folder / ".take.mp4.tmp"));
}

TEST_F(FullDiskTest, ARecordingThatFillsTheDiskStaysPlayable) {
  fill_up_to(256 * 1024);
  const fs::path part = folder / "take.part.mp4";
  RecordingListener listener;
  RecorderOptions options;
  options.file = part;
  options.canvas = kSmallCanvas;
  auto recorder = Recorder::create(options, listener);
  ASSERT_TRUE(recorder);
  for (int64_t second = 0; second < 60 && listener.failures().empty(); ++second) {
    feed_take(**recorder, kSmallCanvas, 30, second * 30);
  }
  const Status finished = (*recorder)->finish();
  ASSERT_FALSE(finished);
  EXPECT_EQ(finished.error().kind, ErrorKind::kNoSpace);
  ASSERT_EQ(listener.failures().size(), 1U);
  EXPECT_EQ(listener.failures()[0].kind, ErrorKind::kNoSpace);
  const MediaTime safe = (*recorder)->counters().safe_until;
  EXPECT_GT(safe, MediaTime::from_ms(500));
  const auto playable = playable_duration(part);
  ASSERT_TRUE(playable) << playable.error().english();
  EXPECT_GE(*playable, safe);
}

}  // namespace
}  // namespace gladi
