// A take on the disk, whatever happens to the disk. Pictures and sound are made, files and folders are real.
#include "studio/rehearsal/take_record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "encoder/base/platform.h"
#include "encoder/playback/player.h"
#include "studio/library/ballast.h"
#include "studio/session/part_place.h"
#include "studio/session/session_file.h"
#include "tests/support/failing_disk.h"
#include "tests/support/flash_beep.h"
#include "tests/support/mounted_disk.h"
#include "tests/support/samples.h"
#include "tests/support/take_maker.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

namespace fs = std::filesystem;
using namespace test;

// Rules that the disk of the test machine never meets by itself.
DiskRules easy_rules() {
  DiskRules rules;
  rules.reserve_bytes = 0;
  rules.reserve_time = {};
  rules.warn_before = {};
  return rules;
}

class TakeOnADisk : public testing::Test {
 protected:
  TakeOnADisk() : library_(std::move(*Library::open(temp_ / "library"))) {}

  void begin(const DiskRules& rules) { begin_in(*library_, rules); }
  void begin_in(Library& library, const DiskRules& rules) {
    Session session = sample_session();
    session.id.clear();
    session.state = SessionState::kRecording;
    session.duration = {};
    session.canvas = kSmallCanvas;
    auto made = TakeRecord::create(session, default_encoder_settings(kSmallCanvas), rules, library);
    ASSERT_TRUE(made) << made.error().english();
    take_ = std::move(*made);
    folder_ = take_->folder();
    take_->note({{}, TakeStarted{take_->session().id}});
    take_->note({{}, SegmentStarted{0, ""}});
  }
  // The first part lies on `disk`, every other one on the real one.
  DiskRules first_part_on(const FailingDisk& disk) {
    DiskRules rules = easy_rules();
    rules.open_file = [bad = disk.opener()](const fs::path& path) {
      return path.filename() == "take.part.mp4" ? bad(path) : create_output_file(path);
    };
    return rules;
  }
  void feed_one() {
    take_->recorder().on_program_frame(maker_.picture(next_), next_, 0);
    const auto sound = FlashBeepMaker::sound(next_ * 1600, 1600);
    take_->recorder().on_sound(sound.data(), 1600);
    ++next_;
    keep_pace(take_->recorder());
  }
  void feed(int frames) {
    for (int i = 0; i < frames; ++i) feed_one();
  }
  void feed_until(const std::function<bool()>& reached) {
    for (int i = 0; i < 3000 && !reached(); ++i) feed_one();
    ASSERT_TRUE(reached());
  }
  void go_on_in(const fs::path& library) {
    ASSERT_TRUE(take_->go_on_in(library));
    feed_until([&] { return !take_->state().at_work; });
  }
  fs::path close() {
    auto closed = take_->close("stopped", {}, {});
    EXPECT_TRUE(closed) << closed.error().english();
    take_.reset();
    return closed ? *closed : fs::path();
  }
  MediaTime fed() const { return kSmallCanvas.frame_time(next_); }

  // What a person sees in the review: plays over all joins, to the end.
  // Part files of a broken disk end in the middle of a fragment until they are made final.
  void expect_plays_whole(const fs::path& folder, bool is_final = true) {
    const Session session = *load_session(folder);
    std::vector<PlayerPart> parts;
    for (const TakePart& part : session.parts) {
      const fs::path media = media_of(folder, session, part);
      ASSERT_TRUE(fs::exists(media)) << part.file;
      parts.push_back({media, part.start});
      const auto found = find_flashes_and_beeps(media);
      if (is_final) {
        EXPECT_EQ(found.problem, "");
      }
      for (const double offset : sound_minus_picture_ms(found)) EXPECT_LT(std::abs(offset), 34) << part.file;
    }
    MonotonicClock clock;
    auto player = Player::open(parts, clock);
    ASSERT_TRUE(player) << player.error().english();
    EXPECT_FALSE((*player)->state().problem);
    EXPECT_LE(abs((*player)->state().duration - session.duration), kSmallCanvas.frame_time(1));
    for (size_t i = 0; i + 1 < session.parts.size(); ++i) {
      EXPECT_EQ(session.parts[i].start + session.parts[i].duration, session.parts[i + 1].start);
    }
  }

  TempFolder temp_;
  const std::unique_ptr<Library> library_;
  std::unique_ptr<TakeRecord> take_;
  fs::path folder_;
  FlashBeepMaker maker_{kSmallCanvas};
  int64_t next_ = 0;
};

TEST_F(TakeOnADisk, GoesOnInASecondFolderAndIsOneTakeAgain) {
  begin(easy_rules());
  feed(50);
  go_on_in(temp_ / "stick/Gladi");
  take_->note({fed(), SegmentStarted{1, "kain"}});
  const fs::path there = temp_ / "stick/Gladi/sessions" / folder_.filename();
  EXPECT_EQ(take_->state().library, temp_ / "stick/Gladi");
  // Both folders know the whole take while it runs.
  ASSERT_EQ(load_session(folder_)->parts.size(), 2u);
  EXPECT_EQ(load_session(folder_)->parts[1].root, there);
  EXPECT_EQ(load_session(there)->parts[0].root, folder_);
  EXPECT_TRUE(load_session(there)->parts[1].root.empty());
  EXPECT_TRUE(library_->interrupted().empty());
  feed(60);
  EXPECT_EQ(close(), folder_);
  EXPECT_EQ(read_journal(folder_)->events.size(), 4u);
  const auto finished = finish_session(folder_);
  ASSERT_TRUE(finished) << finished.error().english();
  EXPECT_EQ(finished->state, SessionState::kReady);
  EXPECT_LE(abs(finished->duration - fed()), MediaTime::from_ms(30));
  EXPECT_TRUE(fs::exists(there / "take-2.mp4"));
  EXPECT_FALSE(fs::exists(there / "take-2.part.mp4"));
  EXPECT_EQ(load_session(there)->state, SessionState::kReady);
  expect_plays_whole(folder_);
  expect_plays_whole(there);
}

class FailingFirstDisk : public TakeOnADisk, public testing::WithParamInterface<DiskFault> {};

TEST_P(FailingFirstDisk, LosesNothingThatWasSafeAndGoesOnElsewhere) {
  const FailingDisk disk(GetParam(), 150'000);
  begin(first_part_on(disk));
  feed_until([&] { return take_->state().problem.has_value(); });
  const MediaTime safe = take_->state().safe_until;
  EXPECT_GE(safe, MediaTime::from_ms(500));
  go_on_in(temp_ / "other");
  EXPECT_FALSE(take_->state().problem);
  feed(60);
  EXPECT_EQ(take_->state().not_recorded, MediaTime{});
  const fs::path closed = close();
  ASSERT_TRUE(finish_session(closed));
  expect_plays_whole(closed);
}

INSTANTIATE_TEST_SUITE_P(Take, FailingFirstDisk,
                         testing::Values(DiskFault::kFull, DiskFault::kBroken, DiskFault::kWontSync,
                                         DiskFault::kVanished));

TEST_F(TakeOnADisk, WhoseFolderVanishesIsKeptWholeInTheOther) {
  const FailingDisk disk(DiskFault::kVanished, 150'000);
  begin(first_part_on(disk));
  take_->note({MediaTime::from_ms(200), MarkerSet{"before"}});
  feed_until([&] { return take_->state().problem.has_value(); });
  // The stick is pulled: nothing of the library is there any more.
  const fs::path pulled = temp_ / "in somebody's pocket";
  fs::rename(temp_ / "library", pulled);
  take_->note({fed(), MarkerSet{"meanwhile"}});
  go_on_in(temp_ / "home");
  ASSERT_FALSE(take_->state().problem) << take_->state().problem->english();
  feed(60);
  take_->note({fed(), MarkerSet{"after"}});
  const fs::path home = close();
  EXPECT_EQ(home, temp_ / "home/sessions" / folder_.filename());
  const auto journal = read_journal(home);
  ASSERT_TRUE(journal);
  EXPECT_EQ(journal->unreadable_lines, 0);
  int markers = 0;
  for (const TakeEvent& event : journal->events) markers += std::holds_alternative<MarkerSet>(event.what);
  EXPECT_EQ(markers, 3);
  const auto here = finish_session(home);
  ASSERT_TRUE(here) << here.error().english();
  ASSERT_EQ(here->parts.size(), 2u);
  EXPECT_FALSE(here->parts[0].finalised);
  EXPECT_TRUE(here->parts[1].finalised);
  EXPECT_LE(abs(here->duration - fed()), MediaTime::from_ms(30));
  // The stick comes back: what was on it is made whole too, and both play as one.
  fs::rename(pulled, temp_ / "library");
  const auto there = finish_session(folder_);
  ASSERT_TRUE(there) << there.error().english();
  EXPECT_TRUE(there->parts[0].finalised);
  ASSERT_TRUE(finish_session(home));
  expect_plays_whole(home);
}

TEST_F(TakeOnADisk, CutOffAfterItMovedIsRecoveredFromBothFolders) {
  begin(easy_rules());
  feed(50);
  go_on_in(temp_ / "other");
  take_->note({fed(), SegmentStarted{1, "kain"}});
  feed(60);
  feed_until([&] { return take_->state().safe_until > MediaTime::from_ms(3000); });
  const MediaTime safe = take_->state().safe_until;
  take_.reset();  // as a crash would
  EXPECT_THAT(library_->interrupted(), testing::ElementsAre(folder_));
  const auto recovered = finish_session(folder_);
  ASSERT_TRUE(recovered) << recovered.error().english();
  EXPECT_EQ(recovered->state, SessionState::kRecovered);
  EXPECT_GE(recovered->duration, safe);
  EXPECT_EQ(read_journal(folder_)->events.size(), 4u);
  expect_plays_whole(folder_);
  EXPECT_TRUE(library_->interrupted().empty());
}

TEST_F(TakeOnADisk, BelongsToNoFolderThatSaysItIsAnotherTakes) {
  begin(easy_rules());
  feed(40);
  close();
  // A session.json from a stranger's stick that points at somebody else's files.
  auto other = sample_session();
  const fs::path victim = *library_->create_session(other);
  ASSERT_TRUE(record_part(victim / "take-2.part.mp4", 30));
  Session session = *load_session(folder_);
  session.parts.push_back({"take-2.mp4", fed(), {}, false, "", victim});
  ASSERT_TRUE(save_session(folder_, session));
  ASSERT_TRUE(finish_session(folder_));
  EXPECT_TRUE(fs::exists(victim / "take-2.part.mp4"));
  EXPECT_FALSE(fs::exists(victim / "take-2.mp4"));
  EXPECT_EQ(load_session(victim)->id, other.id);
}

TEST_F(TakeOnADisk, SplitsLongFilesByItself) {
  DiskRules rules = easy_rules();
  rules.max_part_bytes = 120'000;  // as 3.5 GB on FAT
  begin(rules);
  feed_until([&] { return load_session(folder_)->parts.size() >= 3; });
  feed_until([&] { return !take_->state().at_work; });
  EXPECT_FALSE(take_->state().problem);
  const fs::path closed = close();
  const auto finished = finish_session(closed);
  ASSERT_TRUE(finished) << finished.error().english();
  EXPECT_LE(abs(finished->duration - fed()), MediaTime::from_ms(30));
  expect_plays_whole(closed);
  for (const TakePart& part : finished->parts) EXPECT_LT(fs::file_size(closed / part.file), 400'000u);
}

TEST_F(TakeOnADisk, WarnsInTimeAndStopsCleanlyAtTheReserve) {
  std::atomic<int64_t> free_bytes = 10'000'000'000;
  DiskRules rules;
  rules.space = [&](const fs::path&) { return platform::DiskSpace{free_bytes, 20'000'000'000}; };
  begin(rules);
  feed(40);
  feed_until([&] { return take_->state().safe_until > MediaTime{}; });
  EXPECT_FALSE(take_->state().disk_low);
  EXPECT_GT(take_->state().disk_left, MediaTime::from_ms(3'600'000));
  free_bytes = 160'000'000;  // ten more than the reserve
  feed_until([&] { return take_->state().disk_low; });
  EXPECT_FALSE(take_->state().problem);
  free_bytes = 149'000'000;
  feed_until([&] { return take_->state().problem.has_value(); });
  EXPECT_EQ(take_->state().problem->kind, ErrorKind::kNoSpace);
  // The part is whole: not even its last frame is missing.
  const auto parts = take_->recorder().parts();
  ASSERT_EQ(parts.size(), 1u);
  EXPECT_EQ(take_->state().safe_until, parts[0].end);
  feed(20);
  const fs::path closed = close();
  const auto finished = finish_session(closed);
  ASSERT_TRUE(finished) << finished.error().english();
  EXPECT_LE(abs(finished->duration - parts[0].end), MediaTime::from_ms(30));
  EXPECT_EQ(find_flashes_and_beeps(closed / "take.mp4").video_frames, parts[0].end.to_count(30));
}

TEST_F(TakeOnADisk, DoesNotBeginWhereTheReserveIsReachedAlready) {
  DiskRules rules;
  rules.space = [](const fs::path&) { return platform::DiskSpace{100'000'000, 20'000'000'000}; };
  Session session = sample_session();
  session.id.clear();
  const auto refused = TakeRecord::create(session, default_encoder_settings(kSmallCanvas), rules, *library_);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::kNoSpace);
  EXPECT_THAT(refused.error().english(), testing::HasSubstr("too full"));
  EXPECT_TRUE(fs::is_empty(temp_ / "library/sessions"));
}

TEST_F(TakeOnADisk, WhoseSecondFolderCannotBeUsedStaysWhereItWas) {
  begin(easy_rules());
  feed(40);
  write_text(temp_ / "a file", "in the way");
  go_on_in(temp_ / "a file");
  ASSERT_TRUE(take_->state().refused);
  EXPECT_FALSE(take_->state().problem);
  EXPECT_EQ(take_->state().library, temp_ / "library");
  take_->note({fed(), MarkerSet{"still here"}});
  feed(30);
  const fs::path closed = close();
  EXPECT_EQ(closed, folder_);
  ASSERT_TRUE(finish_session(closed));
  EXPECT_EQ(load_session(closed)->parts.size(), 1u);
  expect_plays_whole(closed);
}

TEST_F(TakeOnADisk, BothOfWhoseFoldersFailKeepsWhatWasSafe) {
  const FailingDisk disk(DiskFault::kFull, 150'000);
  DiskRules rules = easy_rules();
  rules.open_file = disk.opener();
  begin(rules);
  feed_until([&] { return take_->state().problem.has_value(); });
  const MediaTime safe = take_->state().safe_until;
  go_on_in(temp_ / "other");
  EXPECT_TRUE(take_->state().problem);
  EXPECT_TRUE(take_->state().refused);
  feed(20);
  const fs::path closed = close();
  const Session session = *load_session(closed);
  EXPECT_EQ(session.duration, safe);
  const auto finished = finish_session(closed);
  ASSERT_TRUE(finished) << finished.error().english();
  EXPECT_GE(finished->duration, safe);
  const auto journal = read_journal(closed);
  ASSERT_TRUE(std::holds_alternative<TakeEnded>(journal->events.back().what));
  EXPECT_EQ(std::get<TakeEnded>(journal->events.back().what).reason, "disk");
}

TEST_F(TakeOnADisk, ThatFillsUpGivesItsBallastAway) {
  ASSERT_TRUE(make_ballast(temp_ / "library"));
  EXPECT_EQ(fs::file_size(temp_ / "library/ballast.bin"), static_cast<uintmax_t>(kBallastBytes));
  ASSERT_TRUE(make_ballast(temp_ / "library"));  // once
  const FailingDisk disk(DiskFault::kFull, 100'000);
  begin(first_part_on(disk));
  feed_until([&] { return take_->state().problem.has_value(); });
  close();
  EXPECT_FALSE(fs::exists(temp_ / "library/ballast.bin"));
}

// The same on real disks of a few megabytes, filled to the last byte.
class TakeOnARealDisk : public TakeOnADisk, public testing::WithParamInterface<const char*> {};

TEST_P(TakeOnARealDisk, ThatIsFilledUpIsKeptAndGoesOnElsewhere) {
  MountedDisk disk(GetParam(), 40);
  if (!disk.mounted()) GTEST_SKIP() << "no " << GetParam() << " can be mounted here";
  auto library = Library::open(disk.path() / "Gladi");
  ASSERT_TRUE(library) << library.error().english();
  begin_in(**library, easy_rules());
  feed_until([&] { return take_->state().safe_until >= MediaTime::from_ms(1500); });
  disk.fill();
  feed_until([&] { return take_->state().problem.has_value(); });
  EXPECT_EQ(take_->state().problem->kind, ErrorKind::kNoSpace) << take_->state().problem->english();
  const MediaTime safe = take_->state().safe_until;
  take_->note({fed(), MarkerSet{"while it was full"}});
  go_on_in(temp_ / "other");
  feed(60);
  const fs::path closed = close();
  EXPECT_GE(safe, MediaTime::from_ms(1500));
  expect_plays_whole(closed, false);  // there is no room to make it final
  disk.make_room();
  const auto finished = finish_session(folder_);
  ASSERT_TRUE(finished) << finished.error().english();
  expect_plays_whole(closed);
  EXPECT_LE(abs(load_session(closed)->duration - fed()), MediaTime::from_ms(30));
  int markers = 0;
  const auto journal = read_journal(closed);
  for (const TakeEvent& event : journal->events) markers += std::holds_alternative<MarkerSet>(event.what);
  EXPECT_EQ(markers, 1);
}

TEST_P(TakeOnARealDisk, IsRecordedSplitAndListed) {
  MountedDisk disk(GetParam(), 40);
  if (!disk.mounted()) GTEST_SKIP() << "no " << GetParam() << " can be mounted here";
  EXPECT_EQ(platform::is_on_fat(disk.path()), std::string(GetParam()) == "vfat");
  EXPECT_EQ(privacy_warning(disk.path()).has_value(), std::string(GetParam()) != "tmpfs");
  auto library = Library::open(disk.path() / "Gladi");
  ASSERT_TRUE(library) << library.error().english();
  DiskRules rules = easy_rules();
  rules.max_part_bytes = 120'000;
  begin_in(**library, rules);
  feed_until([&] { return load_session(folder_)->parts.size() >= 2; });
  feed(40);
  const fs::path closed = close();
  const auto finished = finish_session(closed);
  ASSERT_TRUE(finished) << finished.error().english();
  expect_plays_whole(closed);
  ASSERT_EQ((*library)->takes().size(), 1u);
  EXPECT_LE(abs((*library)->takes()[0].duration - fed()), MediaTime::from_ms(30));
}

INSTANTIATE_TEST_SUITE_P(Disk, TakeOnARealDisk, testing::Values("tmpfs", "vfat", "exfat"));

}  // namespace
}  // namespace gladi
