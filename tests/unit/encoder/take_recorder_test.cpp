#include "encoder/file/take_recorder.h"

#include <gtest/gtest.h>

#include <mutex>
#include <optional>

#include "encoder/file/finalise.h"
#include "encoder/file/video_encoder.h"
#include "tests/support/command.h"
#include "tests/support/failing_disk.h"
#include "tests/support/faulty_encoder.h"
#include "tests/support/flash_beep.h"
#include "tests/support/take_maker.h"
#include "tests/support/temp_folder.h"
#include "tests/support/wait.h"

namespace gladi {
namespace {

using namespace test;
namespace fs = std::filesystem;

// What the recorder told, and which answer it gets. Any thread.
class Told final : public TakeRecorderListener {
 public:
  Status on_parts_changed(const std::vector<PartInfo>& parts) override {
    std::lock_guard lock(mutex_);
    lists.push_back(parts);
    return answer;
  }
  void on_take_safe(MediaTime safe_until) override {
    std::lock_guard lock(mutex_);
    safe.push_back(safe_until);
  }
  void on_take_interrupted(const Error& error) override {
    std::lock_guard lock(mutex_);
    interruptions.push_back(error);
  }
  void on_part_refused(const Error& error) override {
    std::lock_guard lock(mutex_);
    refusals.push_back(error);
  }
  template <class T>
  std::vector<T> copy(std::vector<T> Told::*list) {
    std::lock_guard lock(mutex_);
    return this->*list;
  }

  std::vector<std::vector<PartInfo>> lists;
  std::vector<MediaTime> safe;
  std::vector<Error> interruptions, refusals;
  Status answer;

 private:
  std::mutex mutex_;
};

class TakeRecorderTest : public testing::Test {
 protected:
  PartSettings part(int number, const fs::path& folder = {}) {
    const std::string name = number == 1 ? "take.part.mp4" : "take-" + std::to_string(number) + ".part.mp4";
    return {(folder.empty() ? folder_.path() : folder) / name, default_encoder_settings(canvas_)};
  }
  void begin(OutputOpener open = create_output_file, VideoEncoderFactory encoders = {}) {
    auto created =
        TakeRecorder::create({canvas_, "A take", std::move(open), std::move(encoders)}, part(1), told_);
    ASSERT_TRUE(created) << created.error().english();
    take_ = std::move(*created);
  }
  // Frames and their sound, no faster than the encoder takes them.
  void feed(int64_t frames) {
    for (const int64_t end = next_ + frames; next_ < end; ++next_) feed_one();
  }
  void feed_one() {
    give_one();
    keep_pace(*take_);
  }
  void give_one() {
    take_->on_program_frame(maker_->picture(next_), next_, 0);
    const auto sound = FlashBeepMaker::sound(next_ * 1600, 1600);
    take_->on_sound(sound.data(), 1600);
  }
  void feed_until(const std::function<bool()>& reached) {
    for (int i = 0; i < 3000 && !reached(); ++i, ++next_) feed_one();
    ASSERT_TRUE(reached());
  }
  void go_on_now(PartSettings next) {
    ASSERT_TRUE(take_->go_on(std::move(next)));
    feed_until([&] { return !take_->at_work(); });
  }
  // Each part made final, as the studio does, and what is on the take's timeline.
  struct Timeline {
    std::vector<double> flashes, beeps;
    std::vector<FlashesAndBeeps> parts;
  };
  Timeline play_all() {
    Timeline timeline;
    const std::vector<PartInfo> parts = take_->parts();
    take_.reset();
    for (size_t i = 0; i < parts.size(); ++i) {
      const fs::path final_file = parts[i].settings.file.string() + ".final.mp4";
      const auto made = finalise({parts[i].settings.file, final_file, {}, "A take"});
      EXPECT_TRUE(made) << made.error().english();
      if (!made) continue;
      const FlashesAndBeeps found = find_flashes_and_beeps(final_file);
      EXPECT_EQ(found.problem, "");
      const double end = i + 1 < parts.size() ? parts[i + 1].start.seconds() : 1e9;
      for (const MediaTime flash : found.flashes) {
        const double at = (flash + parts[i].start).seconds();
        // A flash that the part begins in the middle of is none of its own.
        if (at < end - 0.001 && (flash.ns > 0 || i == 0)) timeline.flashes.push_back(at);
      }
      for (const MediaTime beep : found.beeps) {
        const double at = (beep + parts[i].start).seconds();
        if (at < end - 0.001 && (beep.ns > 30'000'000 || i == 0)) timeline.beeps.push_back(at);
      }
      timeline.parts.push_back(found);
    }
    return timeline;
  }
  void expect_seamless(const Timeline& timeline, const std::vector<PartInfo>& parts) {
    for (size_t i = 0; i + 1 < parts.size(); ++i) EXPECT_EQ(parts[i].end, parts[i + 1].start) << i;
    expect_whole_parts(timeline, parts);
  }
  // Each whole second of the take that lies in a part has its flash and its beep where they belong.
  void expect_whole_parts(const Timeline& timeline, const std::vector<PartInfo>& parts) {
    const auto near_join = [&](double second) {
      for (size_t i = 1; i < parts.size(); ++i) {
        if (second > parts[i - 1].end.seconds() - 0.001 && second < parts[i].start.seconds() + 0.05)
          return true;
      }
      return false;
    };
    const auto has = [](const std::vector<double>& list, double at, double within) {
      return std::any_of(list.begin(), list.end(), [&](double x) { return std::abs(x - at) < within; });
    };
    for (int64_t second = 1; second < next_ / 30; ++second) {
      const auto at = static_cast<double>(second);
      if (near_join(at)) continue;  // AAC fades in over 21 ms
      EXPECT_TRUE(has(timeline.flashes, at, 0.001)) << second;
      EXPECT_TRUE(has(timeline.beeps, at, 0.002)) << second;
    }
  }

  TempFolder folder_;
  Told told_;
  Canvas canvas_ = kSmallCanvas;
  std::optional<FlashBeepMaker> maker_{canvas_};
  std::unique_ptr<TakeRecorder> take_;
  int64_t next_ = 0;
};

TEST_F(TakeRecorderTest, OfOnePartIsWhatARecorderMakes) {
  begin();
  feed(75);
  ASSERT_TRUE(take_->finish());
  const auto counters = take_->counters();
  EXPECT_EQ(counters.frames_encoded, 75);
  EXPECT_EQ(counters.duration, kSmallCanvas.frame_time(75));
  EXPECT_EQ(counters.safe_until, kSmallCanvas.frame_time(75));
  EXPECT_EQ(counters.not_recorded, MediaTime{});
  const auto parts = take_->parts();
  ASSERT_EQ(parts.size(), 1U);
  expect_seamless(play_all(), parts);
}

TEST_F(TakeRecorderTest, GoesOnInAnotherFolderWithoutLosingAFrame) {
  begin();
  feed(70);
  const fs::path other = folder_ / "other disk";
  fs::create_directory(other);
  go_on_now(part(2, other));
  feed(65);
  PartSettings third = part(3);
  third.encoder.preset = "veryfast";
  go_on_now(third);
  feed(50);
  ASSERT_TRUE(take_->finish());
  EXPECT_TRUE(told_.copy(&Told::interruptions).empty());
  const auto parts = take_->parts();
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[1].settings.file, other / "take-2.part.mp4");
  EXPECT_EQ(take_->counters().not_recorded, MediaTime{});
  EXPECT_EQ(take_->counters().duration, kSmallCanvas.frame_time(next_));
  EXPECT_EQ(take_->counters().safe_until, kSmallCanvas.frame_time(next_));
  const Timeline timeline = play_all();
  int64_t frames = 0;
  for (const auto& found : timeline.parts) frames += found.video_frames;
  EXPECT_EQ(frames, next_);
  expect_seamless(timeline, parts);
  // Written down before the file is made, so that it is found after a crash.
  const auto lists = told_.copy(&Told::lists);
  ASSERT_FALSE(lists.empty());
  EXPECT_EQ(lists.front().size(), 2U);
  EXPECT_EQ(lists.front()[1].start, parts[1].start);
}

class BrokenDisk : public TakeRecorderTest, public testing::WithParamInterface<DiskFault> {};

TEST_P(BrokenDisk, InTheMiddleOfAFragmentKeepsAllBeforeAndTheNextPartTakesTheRest) {
  const FailingDisk disk(GetParam(), 150'000);
  const fs::path first = part(1).file;
  // Only the first file lies on the bad disk.
  begin([&](const fs::path& path) { return path == first ? disk.opener()(path) : create_output_file(path); });
  feed_until([&] { return take_->interrupted(); });
  EXPECT_TRUE(disk.failed());
  const MediaTime safe = take_->counters().safe_until;
  EXPECT_GE(safe, MediaTime::from_ms(500));
  ASSERT_EQ(told_.copy(&Told::interruptions).size(), 1U);
  EXPECT_EQ(told_.copy(&Told::interruptions)[0].kind,
            GetParam() == DiskFault::kFull ? ErrorKind::kNoSpace : ErrorKind::kIo);
  feed(5);  // until somebody answers
  go_on_now(part(2));
  feed(90);
  ASSERT_TRUE(take_->finish());
  const auto parts = take_->parts();
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0].end, safe);
  EXPECT_EQ(take_->counters().not_recorded, MediaTime{});
  EXPECT_EQ(take_->counters().duration, kSmallCanvas.frame_time(next_));
  const Timeline timeline = play_all();
  ASSERT_EQ(timeline.parts.size(), 2U);
  EXPECT_GE(kSmallCanvas.frame_time(timeline.parts[0].video_frames), safe);  // every second before it
  EXPECT_EQ(timeline.parts[1].video_frames, next_ - safe.to_count(30));
  expect_seamless(timeline, parts);
}

INSTANTIATE_TEST_SUITE_P(Take, BrokenDisk,
                         testing::Values(DiskFault::kFull, DiskFault::kBroken, DiskFault::kWontSync,
                                         DiskFault::kVanished));

TEST_F(TakeRecorderTest, WhoseEncoderFailsIsInterruptedAndKeepsWhatWasSafe) {
  begin();
  feed(50);
  PicturePool pool;  // what an encoder can't take stands for one that breaks
  take_->on_program_frame(pool.take(160, 160).freeze(), next_, 0);
  const auto sound = FlashBeepMaker::sound(next_ * 1600, 1600);
  take_->on_sound(sound.data(), 1600);
  ASSERT_TRUE(wait_for([&] { return take_->interrupted(); }));
  ++next_;
  EXPECT_EQ(told_.copy(&Told::interruptions)[0].kind, ErrorKind::kInternal);
  const MediaTime safe = take_->counters().safe_until;
  EXPECT_GE(safe, MediaTime::from_ms(1000));
}

TEST_F(TakeRecorderTest, ThatWaitsTooLongForAnAnswerTellsWhatIsMissing) {
  begin();
  feed(40);
  ASSERT_TRUE(take_->end_part({ErrorKind::kNoSpace, Message("The reserve is reached."), {}}));
  feed_until([&] { return take_->interrupted(); });
  const auto ended = take_->parts();
  EXPECT_EQ(told_.copy(&Told::interruptions)[0].message.english(), "The reserve is reached.");
  // 320×240 pictures of 115 kB: the hold has room for about 870.
  feed(1000);
  go_on_now(part(2));
  feed(60);
  ASSERT_TRUE(take_->finish());
  const auto parts = take_->parts();
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0].end, ended[0].end);
  EXPECT_GT(parts[1].start, parts[0].end);
  const TakeRecorderCounters take_counters = take_->counters();
  EXPECT_EQ(take_counters.not_recorded, parts[1].start - parts[0].end);
  const Timeline timeline = play_all();
  ASSERT_EQ(timeline.parts.size(), 2U);
  // The second part stands where its pictures were taken, and has all of them and all sound from there on.
  EXPECT_EQ(take_counters.frames_repeated_encoder_late, 0);
  EXPECT_EQ(timeline.parts[1].video_frames, next_ - parts[1].start.to_count(30));
  EXPECT_GE(kSmallCanvas.frame_time(next_) - parts[1].start, MediaTime::from_ms(15'000));
  expect_whole_parts(timeline, parts);
}

TEST_F(TakeRecorderTest, CatchingUpWithAFullHoldLosesNothingOfWhatComesMeanwhile) {
  canvas_ = {640, 360, 30, 1};
  maker_.emplace(canvas_);
  const auto gate = std::make_shared<Gate>();
  begin(create_output_file, [&](const Canvas& canvas, const EncoderSettings& settings) {
    const bool second = settings.preset == "veryfast";
    return second ? held_by(gate)(canvas, settings) : open_video_encoder(canvas, settings);
  });
  feed(40);
  ASSERT_TRUE(take_->end_part({ErrorKind::kNoSpace, Message("The reserve is reached."), {}}));
  feed_until([&] { return take_->interrupted(); });
  feed(350);  // pictures of 345 kB: the hold has room for about 290
  PartSettings second = part(2);
  second.encoder.preset = "veryfast";
  ASSERT_TRUE(take_->go_on(second));
  // Its encoder has got its first pictures and hangs for three seconds of the take.
  ASSERT_TRUE(wait_for([&] {
    return !take_->interrupted() && take_->counters().frames_waiting == take_->counters().most_waiting;
  }));
  for (int i = 0; i < 90; ++i, ++next_) give_one();
  gate->open();
  feed_until([&] { return !take_->at_work(); });
  feed(60);
  ASSERT_TRUE(take_->finish());
  EXPECT_EQ(take_->counters().frames_repeated_encoder_late, 0);
  const auto parts = take_->parts();
  ASSERT_EQ(parts.size(), 2U);
  const Timeline timeline = play_all();
  ASSERT_EQ(timeline.parts.size(), 2U);
  EXPECT_EQ(timeline.parts[1].video_frames, next_ - parts[1].start.to_count(30));
  expect_whole_parts(timeline, parts);
}

TEST_F(TakeRecorderTest, ThatEndsAsANewPartBeginsHasNoPartWithoutPictures) {
  begin();
  feed(40);
  ASSERT_TRUE(take_->go_on(part(2)));
  feed_until([&] { return !take_->at_work(); });  // on some machines with a picture for the new part
  const bool begun = kSmallCanvas.frame_time(next_) > take_->parts().back().start;
  ASSERT_TRUE(take_->finish());
  EXPECT_EQ(take_->parts().size(), begun ? 2U : 1U);
  EXPECT_EQ(fs::exists(part(2).file), begun);
  EXPECT_EQ(take_->counters().frames_encoded, next_);
  EXPECT_EQ(take_->counters().duration, kSmallCanvas.frame_time(next_));
  EXPECT_EQ(play_all().parts.size(), begun ? 2U : 1U);
}

TEST_F(TakeRecorderTest, WhoseNewPartCannotBeMadeGoesOnInTheOldOne) {
  begin();
  feed(40);
  go_on_now(part(2, folder_ / "not there"));
  EXPECT_EQ(told_.copy(&Told::refusals).size(), 1U);
  EXPECT_FALSE(take_->interrupted());
  feed(50);
  ASSERT_TRUE(take_->finish());
  const auto parts = take_->parts();
  ASSERT_EQ(parts.size(), 1U);
  EXPECT_EQ(play_all().parts[0].video_frames, next_);
}

TEST_F(TakeRecorderTest, WhoseSecondFolderFailsAsWellStaysInterruptedAndKeepsTheFirst) {
  const FailingDisk disk(DiskFault::kBroken, 150'000);
  begin(disk.opener());
  feed_until([&] { return take_->interrupted(); });
  go_on_now(part(2));  // on the same bad disk
  EXPECT_TRUE(take_->interrupted());
  go_on_now(part(3, folder_ / "not there"));
  EXPECT_TRUE(take_->interrupted());
  EXPECT_GE(told_.copy(&Told::refusals).size(), 1U);
  const MediaTime safe = take_->counters().safe_until;
  EXPECT_FALSE(take_->finish());
  EXPECT_GE(*playable_duration(part(1).file), safe);
}

TEST_F(TakeRecorderTest, StoppedWhileItIsSwitchingHasEveryFrame) {
  for (const int64_t more : {0, 1, 20}) {
    TempFolder own;
    next_ = 0;
    auto created =
        TakeRecorder::create({kSmallCanvas, "A take", create_output_file},
                             {own / "take.part.mp4", default_encoder_settings(kSmallCanvas)}, told_);
    ASSERT_TRUE(created);
    take_ = std::move(*created);
    feed(40);
    ASSERT_TRUE(take_->go_on({own / "take-2.part.mp4", default_encoder_settings(kSmallCanvas)}));
    EXPECT_FALSE(take_->go_on({own / "take-3.part.mp4", default_encoder_settings(kSmallCanvas)}));
    feed(more);
    ASSERT_TRUE(take_->finish());
    EXPECT_EQ(take_->counters().duration, kSmallCanvas.frame_time(next_));
    EXPECT_EQ(take_->counters().safe_until, kSmallCanvas.frame_time(next_));
    for (const PartInfo& part : take_->parts()) EXPECT_TRUE(playable_duration(part.settings.file));
    take_.reset();
  }
}

}  // namespace
}  // namespace gladi
