// What is left of a recording after a crash.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <random>

#include "encoder/base/platform.h"
#include "encoder/file/finalise.h"
#include "encoder/file/part_scan.h"
#include "tests/support/command.h"
#include "tests/support/take_maker.h"
#include "tests/support/temp_folder.h"
#include "tests/support/wait.h"

namespace gladi {
namespace {

using namespace test;
using nlohmann::json;
namespace fs = std::filesystem;

// Eight and seven in turn: two fragments are half a second.
constexpr int64_t frames_in(int64_t fragments) {
  return fragments / 2 * 15 + fragments % 2 * 8;
}

class TornPartTest : public ::testing::Test {
 protected:
  void write_part(const std::string& bytes) const { std::ofstream(part, std::ios::binary) << bytes; }

  // How many pictures the ffmpeg program decodes from the finalised file, with no complaint.
  int64_t decoded_frames() const {
    const CommandOutput decoded = run_command(
        {"ffmpeg", "-v", "error", "-xerror", "-nostdin", "-i", final_file.string(), "-f", "null", "-"});
    EXPECT_EQ(decoded.exit_code, 0) << decoded.err;
    EXPECT_EQ(decoded.err, "");
    const json video = stream_of_type(ffprobe_json(final_file, {"-count_frames"}), "video");
    return std::stol(video.value("nb_read_frames", "0"));
  }

  TempFolder folder;
  const fs::path part = folder / "take.part.mp4";
  const fs::path final_file = folder / "take.mp4";
};

TEST_F(TornPartTest, EveryWholeFragmentSurvivesACutAnywhere) {
  ASSERT_TRUE(record_part(part, 60));
  const std::string whole = *platform::read_file(part);
  // Where fragments end: before the next moof's size field, or before the trailer.
  std::vector<size_t> fragment_ends;
  for (size_t at = whole.find("mdat"); at != std::string::npos; at = whole.find("mdat", at + 4)) {
    size_t size = 0;
    for (size_t i = 0; i < 4; ++i) size = size << 8 | static_cast<uint8_t>(whole[at - 4 + i]);
    if (at - 4 + size <= whole.size() && size > 8) fragment_ends.push_back(at - 4 + size);
  }
  ASSERT_EQ(fragment_ends.size(), 8U);

  for (int cut = 0; cut < 40; ++cut) {
    const size_t length = whole.size() * static_cast<size_t>(cut) / 39;
    SCOPED_TRACE(length);
    write_part(whole.substr(0, length));
    fs::remove(final_file);
    const auto fragments =
        std::count_if(fragment_ends.begin(), fragment_ends.end(), [&](size_t end) { return end <= length; });
    const auto playable = playable_duration(part);
    const auto done = finalise({part, final_file, {{MediaTime(), "A"}}, ""});
    ASSERT_EQ(playable.has_value(), fragments > 0);
    ASSERT_EQ(done.has_value(), fragments > 0);
    if (!done) {
      EXPECT_EQ(done.error().kind, ErrorKind::kDamaged);
      EXPECT_EQ(fs::file_size(part), length);
      continue;
    }
    EXPECT_EQ(done->video_packets, frames_in(fragments));
    EXPECT_GE(done->duration, kSmallCanvas.frame_time(frames_in(fragments)));
    EXPECT_LE(abs(done->duration - *playable), MediaTime::from_ms(22));
    if (cut % 4 == 3) {
      EXPECT_EQ(decoded_frames(), frames_in(fragments));
    }
  }
}

TEST_F(TornPartTest, AnEndThatAPowerCutLeftEmptyIsNotCounted) {
  ASSERT_TRUE(record_part(part, 60));
  std::string bytes = *platform::read_file(part);
  const size_t last_mdat = bytes.rfind("mdat");
  std::fill(bytes.begin() + static_cast<ptrdiff_t>(last_mdat) + 4, bytes.end(), '\0');
  write_part(bytes);
  const auto done = finalise({part, final_file, {}, ""});
  ASSERT_TRUE(done) << done.error().english();
  EXPECT_EQ(done->video_packets, frames_in(7));
  EXPECT_EQ(decoded_frames(), frames_in(7));
}

TEST_F(TornPartTest, GarbageNeverCrashesIt) {
  ASSERT_TRUE(record_part(part, 30));
  const std::string whole = *platform::read_file(part);
  std::mt19937 random(7);
  for (int round = 0; round < 24; ++round) {
    std::string bytes = whole;
    const size_t first = round % 2 == 0 ? 0 : bytes.size() / 2;  // the header's boxes half of the time
    const size_t reach = round % 2 == 0 ? 1500 : bytes.size() / 2;
    for (int i = 0; i < 20; ++i) bytes[first + random() % reach] = static_cast<char>(random());
    write_part(bytes);
    fs::remove(final_file);
    const auto playable = playable_duration(part);
    const auto done = finalise({part, final_file, {}, ""});
    if (!done) {
      EXPECT_EQ(fs::file_size(part), bytes.size()) << done.error().english();
    }
  }
  for (const std::string& bytes :
       {std::string(), std::string("no film at all"), std::string(100'000, '\0')}) {
    write_part(bytes);
    EXPECT_FALSE(playable_duration(part));
    EXPECT_FALSE(finalise({part, folder / "other.mp4", {}, ""}));
  }
}

// Torn at any length and with bytes flipped by a bad disk: what lies whole before the first wrong byte is
// kept. Seed 1 makes counts that ask libav for too much memory, and times years ahead. GLADI_SEED is another
// one, or "random".
TEST_F(TornPartTest, WhatIsWholeBeforeTheDamageIsKept) {
  ASSERT_TRUE(record_part(part, 180));
  const std::string whole = *platform::read_file(part);
  const std::vector<int64_t> ends = *whole_fragments(part);
  ASSERT_EQ(ends.size(), 24U);
  const char* given = std::getenv("GLADI_SEED");
  const unsigned seed = given == nullptr                 ? 1
                        : given == std::string("random") ? std::random_device()()
                                                         : static_cast<unsigned>(std::atol(given));
  SCOPED_TRACE("GLADI_SEED=" + std::to_string(seed));
  std::mt19937 random(seed);
  for (int round = 0; round < 200; ++round) {
    std::string bytes = whole.substr(0, random() % (whole.size() + 1));
    size_t intact = bytes.size();
    for (unsigned flips = random() % 4; flips > 0 && !bytes.empty(); --flips) {
      const size_t at = random() % bytes.size();
      bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1 + random() % 255));
      intact = std::min(intact, at);
    }
    SCOPED_TRACE("round " + std::to_string(round) + ", " + std::to_string(bytes.size()) +
                 " bytes, whole up to " + std::to_string(intact));
    write_part(bytes);
    fs::remove(final_file);
    const auto before_damage =
        std::upper_bound(ends.begin(), ends.end(), static_cast<int64_t>(intact)) - ends.begin();
    const auto done = finalise({part, final_file, {{MediaTime(), "A"}}, "Bu Sari"});
    if (done) {
      EXPECT_GE(done->video_packets, frames_in(before_damage));
      EXPECT_FALSE(fs::exists(part));
      if (round % 20 == 0 && before_damage > 0) {
        EXPECT_TRUE(stream_of_type(ffprobe_json(final_file), "video").is_object());
      }
    } else {
      EXPECT_EQ(before_damage, 0) << done.error().english() << " " << done.error().detail;
      EXPECT_EQ(*platform::read_file(part), bytes) << "what nobody could read must stay";
      EXPECT_FALSE(fs::exists(final_file));
    }
  }
}

TEST_F(TornPartTest, AnAbandonedRecorderLeavesWhatItCalledSafe) {
  RecordingListener listener;
  {
    auto recorder = Recorder::create({part, kSmallCanvas, {}, ""}, listener);
    ASSERT_TRUE(recorder);
    feed_take(**recorder, kSmallCanvas, 100);
    ASSERT_TRUE(wait_for([&] {
      const auto safe = listener.safe();
      return !safe.empty() && safe.back() >= MediaTime::from_ms(2000);
    }));
  }
  EXPECT_TRUE(listener.failures().empty());
  const auto playable = playable_duration(part);
  ASSERT_TRUE(playable);
  EXPECT_GE(*playable, listener.safe().back());
}

// A child process records in real time and writes the number of each frame it hands over into a pipe; it is
// killed without warning.
TEST_F(TornPartTest, AKilledProcessLosesAtMostASecond) {
  int pipe_ends[2];
  ASSERT_EQ(pipe(pipe_ends), 0);
  const pid_t child = fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    RecordingListener listener;
    auto recorder = Recorder::create({part, kSmallCanvas, {}, ""}, listener);
    if (!recorder) _exit(1);
    for (int64_t n = 0;; ++n) {
      feed_take(**recorder, kSmallCanvas, 1, n);
      if (write(pipe_ends[1], &n, sizeof n) != sizeof n) _exit(1);
      usleep(33'333);
    }
  }
  close(pipe_ends[1]);
  int64_t frame = 0;
  while (frame < 70 && read(pipe_ends[0], &frame, sizeof frame) == sizeof frame) {
  }
  kill(child, SIGKILL);
  while (read(pipe_ends[0], &frame, sizeof frame) == sizeof frame) {
  }
  close(pipe_ends[0]);
  waitpid(child, nullptr, 0);
  ASSERT_GE(frame, 70);

  const auto done = finalise({part, final_file, {}, ""});
  ASSERT_TRUE(done) << done.error().english();
  const MediaTime handed_over = kSmallCanvas.frame_time(frame + 1);
  RecordProperty("lost_ms",
                 static_cast<int>((handed_over - kSmallCanvas.frame_time(done->video_packets)).ms()));
  EXPECT_LE(handed_over - kSmallCanvas.frame_time(done->video_packets), MediaTime::from_ms(1000));
  EXPECT_EQ(decoded_frames(), done->video_packets);
}

}  // namespace
}  // namespace gladi
