#include "studio/share/take_export.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

#include "studio/review/self_rating.h"
#include "tests/support/carried_take.h"
#include "tests/support/media_files.h"
#include "tests/support/mounted_disk.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using testing::HasSubstr;

ReportWords words() {
  return {Language::kIndonesian, [](const Message& message) { return message.english(); }};
}

constexpr ExportKind kAll[] = {ExportKind::kBundle, ExportKind::kReviews, ExportKind::kClip,
                               ExportKind::kPage,   ExportKind::kSheet,   ExportKind::kTable};

// Those that take long enough to tell how far they are.
constexpr ExportKind kTold[] = {ExportKind::kBundle, ExportKind::kReviews, ExportKind::kClip,
                                ExportKind::kPage, ExportKind::kTable};

class TakeExportTest : public test::CarriedTake {
 protected:
  TakeExportTest() {
    fs::create_directories(out_);
    for (const TakePart& part : session_.parts) {
      fs::remove(folder_ / part.file);
      test::make_media(folder_ / part.file, {"-f", "lavfi", "-i", "testsrc2=size=180x320:rate=30:duration=2",
                                             "-f", "lavfi", "-i", "sine=duration=2", "-c:v", "libx264",
                                             "-preset", "ultrafast", "-bf", "0", "-c:a", "aac"});
    }
  }
  ExportOrder order(ExportKind kind) {
    return {kind, a_, {folder_}, {}, free_export_file(out_, kind, {"Siti Aminah", session_.started_at, 1})};
  }
  void hand_in(const std::string& reviewer, const std::string& name, const std::string& words) {
    ASSERT_TRUE(change_review(folder_, reviewer, name, [&](Review& review) -> Status {
      if (!words.empty()) review.comments = {new_comment(MediaTime::from_ms(900), words)};
      review.finished = true;
      return {};
    }));
  }
  size_t files() const {
    return static_cast<size_t>(std::distance(fs::directory_iterator(out_), fs::directory_iterator()));
  }

  const fs::path out_ = temp_ / "out";
};

TEST_F(TakeExportTest, WritesEachKindOfFile) {
  for (const ExportKind kind : kAll) {
    const ExportOrder to = order(kind);
    const auto made = export_takes(to, words());
    ASSERT_TRUE(made) << made.error().english();
    EXPECT_TRUE(fs::file_size(to.target) > 100) << to.target;
  }
  EXPECT_EQ(files(), std::size(kAll));
}

TEST_F(TakeExportTest, SaysThatAPageHasNoFilmWhereItCannotBeRead) {
  const auto with = export_takes(order(ExportKind::kPage), words());
  ASSERT_TRUE(with) << with.error().english();
  EXPECT_TRUE(with->empty());
  for (const TakePart& part : session_.parts) test::write_text(folder_ / part.file, std::string(30'000, 'm'));
  const auto without = export_takes(order(ExportKind::kPage), words());
  ASSERT_TRUE(without) << without.error().english();
  ASSERT_EQ(without->size(), 1U);
  EXPECT_EQ(without->front().english().rfind("The page has no film: ", 0), 0U) << without->front().english();
}

// adr/0026: what Review hides from her isn't in what she shares either.
TEST_F(TakeExportTest, TellsNoResultsBeforeSheHasRatedHerself) {
  const ReportBy herself, trainer{trainer_};
  const auto written = [&](ExportKind kind, const ReportBy& by) {
    ExportOrder to = order(kind);
    to.by = by;
    const auto made = export_takes(to, words());
    EXPECT_TRUE(made) << made.error().english();
    return test::read_text(to.target);
  };
  const std::string waits = "come once Siti Aminah has said how it went";
  for (const ExportKind kind : {ExportKind::kPage, ExportKind::kTable}) {
    const std::string hers = written(kind, herself);
    EXPECT_THAT(hers, HasSubstr(waits));
    EXPECT_THAT(hers, testing::Not(HasSubstr("Harga jelas")));
    EXPECT_THAT(hers, testing::Not(HasSubstr("One thing for the next rehearsal")));
    EXPECT_THAT(written(kind, trainer), testing::Not(HasSubstr(waits)));
  }
  EXPECT_THAT(written(ExportKind::kPage, trainer), HasSubstr("Time per product"));
  ASSERT_TRUE(save_self_rating(folder_, session_.duration, {}));
  for (const ExportKind kind : {ExportKind::kPage, ExportKind::kTable})
    EXPECT_THAT(written(kind, herself), testing::Not(HasSubstr(waits)));
}

TEST_F(TakeExportTest, WhatWaitsLeavesNothingToReadInTheReport) {
  const auto report = read_take_report(folder_, Language::kIndonesian, {});
  ASSERT_TRUE(report);
  EXPECT_TRUE(report->results_wait);
  EXPECT_TRUE(report->reviews.empty() && report->facts.segments.empty() && report->findings.empty());
  EXPECT_FALSE(report->feedback.next);
  EXPECT_EQ(report->facts.duration, session_.duration);
  EXPECT_FALSE(read_take_report(folder_, Language::kIndonesian, {trainer_})->results_wait);
}

// adr/0026: who reviews isn't led by what others said, by no way out of the program either.
TEST_F(TakeExportTest, TellsATrainerNothingOfOthersBeforeSheHasHandedIn) {
  hand_in(trainer_, "Pak Budi", "Harga jelas 👍");
  const std::string other = make_uuid();
  const auto written = [&](ExportKind kind) {
    ExportOrder to = order(kind);
    to.by = {other};
    const auto made = export_takes(to, words());
    EXPECT_TRUE(made) << made.error().english();
    return test::read_text(to.target);
  };
  const auto tell_nothing = [&] {
    for (const ExportKind kind : {ExportKind::kPage, ExportKind::kTable}) {
      const std::string file = written(kind);
      EXPECT_THAT(file, HasSubstr("has not handed in her own review"));
      EXPECT_THAT(file, testing::Not(HasSubstr("Harga jelas")));
      EXPECT_THAT(file, testing::Not(HasSubstr("Pak Budi")));
      EXPECT_THAT(file, testing::Not(HasSubstr("Baru dimulai"))) << "her own isn't handed in";
    }
    const auto report = read_take_report(folder_, Language::kIndonesian, {other});
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->reviews.empty());
    EXPECT_TRUE(report->feedback.next || report->feedback.lack) << "the results are there";
  };
  tell_nothing();
  ASSERT_TRUE(add_comment(folder_, other, "Bu Rina", MediaTime::from_ms(500), "Baru dimulai"));
  tell_nothing();
  hand_in(other, "Bu Rina", "");
  EXPECT_THAT(written(ExportKind::kPage), HasSubstr("Harga jelas"));
  EXPECT_THAT(written(ExportKind::kPage), testing::Not(HasSubstr("has not handed in her own review")));
}

TEST_F(TakeExportTest, SaysNothingOfOthersWhereThereIsNothing) {
  const auto report = read_take_report(folder_, Language::kIndonesian, {make_uuid()});
  ASSERT_TRUE(report);
  EXPECT_FALSE(report->reviews_wait) << "what isn't handed in never comes, for nobody";
}

// It leads nobody: no rubric, no name.
TEST_F(TakeExportTest, TellsATrainerAtOnceWhatWasSaidByAKey) {
  hand_in(session_.id, "", "Suara jelas");
  const auto report = read_take_report(folder_, Language::kIndonesian, {make_uuid()});
  ASSERT_TRUE(report);
  ASSERT_EQ(report->reviews.size(), 1U);
  EXPECT_FALSE(report->reviews_wait);
}

TEST_F(TakeExportTest, AsksForConsentForEveryKind) {
  person_.consent.review = false;
  ASSERT_TRUE(PeopleStore(a_ / "people").save(person_));
  for (const ExportKind kind : kAll) {
    const auto made = export_takes(order(kind), words());
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().kind, ErrorKind::kRefused);
  }
  EXPECT_EQ(files(), 0u);
}

TEST_F(TakeExportTest, WritesOverNothing) {
  for (const ExportKind kind : kAll) {
    const ExportOrder to = order(kind);
    test::write_text(to.target, "somebody's");
    const auto made = export_takes(to, words());
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().kind, ErrorKind::kInvalid);
    EXPECT_EQ(test::read_text(to.target), "somebody's");
    EXPECT_NE(order(kind).target, to.target) << "another name is free";
  }
}

TEST_F(TakeExportTest, LeavesNothingWhenCancelled) {
  const std::atomic<bool> cancel{true};
  for (const ExportKind kind :
       {ExportKind::kBundle, ExportKind::kClip, ExportKind::kPage, ExportKind::kTable}) {
    const auto made = export_takes(order(kind), words(), {{}, &cancel});
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().kind, ErrorKind::kCancelled);
  }
  EXPECT_EQ(files(), 0u);
}

TEST_F(TakeExportTest, SaysThatTheStickIsGone) {
  for (const ExportKind kind : kAll) {
    ExportOrder to = order(kind);
    to.target = temp_ / "stick" / to.target.filename();
    const auto made = export_takes(to, words());
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().kind, ErrorKind::kNotFound);
    EXPECT_THAT(made.error().english(), HasSubstr("plugged in"));
  }
  EXPECT_FALSE(fs::exists(temp_ / "stick"));
}

TEST_F(TakeExportTest, LeavesNothingOnAFullStick) {
  test::MountedDisk stick("tmpfs", 1);
  if (!stick.mounted()) GTEST_SKIP() << "no disk can be mounted here";
  stick.fill();
  const auto before = test::content_of(stick.path());
  for (const ExportKind kind : kAll) {
    ExportOrder to = order(kind);
    to.target = stick.path() / to.target.filename();
    const auto made = export_takes(to, words());
    ASSERT_FALSE(made) << to.target;
    EXPECT_EQ(made.error().kind, ErrorKind::kNoSpace) << made.error().english();
    EXPECT_EQ(test::content_of(stick.path()), before) << to.target;
  }
}

// It had room when the work began; somebody else's files take it meanwhile.
TEST_F(TakeExportTest, LeavesNothingOnAStickThatFillsUpMeanwhile) {
  for (const ExportKind kind : kTold) {
    test::MountedDisk stick("tmpfs", 40);
    if (!stick.mounted()) GTEST_SKIP() << "no disk can be mounted here";
    const auto film = test::content_of(folder_);
    ExportOrder to = order(kind);
    to.target = stick.path() / to.target.filename();
    bool full = false;
    const auto made = export_takes(to, words(),
                                   {[&](double) {
                                      if (!std::exchange(full, true)) stick.fill();
                                    },
                                    nullptr});
    ASSERT_TRUE(full) << to.target;
    ASSERT_FALSE(made) << to.target;
    EXPECT_EQ(made.error().kind, ErrorKind::kNoSpace) << to.target << ": " << made.error().english();
    stick.make_room();
    EXPECT_TRUE(fs::is_empty(stick.path())) << to.target;
    EXPECT_EQ(test::content_of(folder_), film);
  }
}

TEST_F(TakeExportTest, LeavesNothingWhereTheStickIsPulledOutMeanwhile) {
  for (const ExportKind kind : kTold) {
    test::MountedDisk stick("tmpfs", 40);
    if (!stick.mounted()) GTEST_SKIP() << "no disk can be mounted here";
    const auto film = test::content_of(folder_);
    ExportOrder to = order(kind);
    to.target = stick.path() / to.target.filename();
    bool pulled = false;
    const auto made = export_takes(to, words(),
                                   {[&](double) {
                                      if (!std::exchange(pulled, true)) pulled = stick.pull();
                                    },
                                    nullptr});
    ASSERT_TRUE(pulled) << to.target;
    ASSERT_FALSE(made) << to.target;
    EXPECT_THAT(made.error().kind, testing::AnyOf(ErrorKind::kNotFound, ErrorKind::kIo)) << to.target;
    EXPECT_THAT(made.error().english(), HasSubstr(stick.path().string())) << "it says where";
    EXPECT_FALSE(fs::exists(stick.path())) << to.target;
    EXPECT_EQ(test::content_of(folder_), film);
  }
}

TEST_F(TakeExportTest, OfSeveralTakesIsABundleOrATable) {
  for (const ExportKind kind : kAll) {
    ExportOrder to = order(kind);
    to.session_folders = {folder_, folder_};
    if (kind == ExportKind::kBundle || kind == ExportKind::kReviews) continue;  // BundleTest
    EXPECT_EQ(export_takes(to, words()).has_value(), kind == ExportKind::kTable);
  }
  ExportOrder none = order(ExportKind::kTable);
  none.target = out_ / "none.csv";
  none.session_folders.clear();
  EXPECT_FALSE(export_takes(none, words()));
}

TEST(ExportName, SaysWhoAndWhen) {
  test::TempFolder temp;
  const WallTime at = *parse_iso8601("2026-11-21T09:30:00.000Z");
  const std::string name =
      free_export_file(temp.path(), ExportKind::kClip, {"Siti Aminah", at, 1}).filename().string();
  EXPECT_THAT(name, testing::MatchesRegex("siti-aminah-2026-11-2[0-9]-[0-9][0-9]-[0-9][0-9]-klip\\.mp4"));
  EXPECT_THAT(free_export_file(temp.path(), ExportKind::kTable, {"", at, 12}).filename().string(),
              testing::MatchesRegex("gladi-2026-11-2[0-9]-12-tabel\\.csv"));
}

// Whatever somebody is called: what FAT can't hold or a shell takes for something else isn't in it.
TEST(ExportName, IsOneForEveryFileSystem) {
  test::TempFolder temp;
  for (const std::string& person :
       {std::string("../../etc/passwd"), std::string(300, 'a'), std::string("👩🏽‍🌾"),
        std::string("مرحبا"), std::string("a/b\\c:d*?\"<>|"), std::string()}) {
    const fs::path file = free_export_file(temp.path(), ExportKind::kBundle, {person, {}, 1});
    EXPECT_EQ(file.parent_path(), temp.path());
    EXPECT_LT(file.filename().string().size(), 120u);
    EXPECT_EQ(file.filename().string().find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-."),
              std::string::npos)
        << file;
  }
}

TEST(ExportKindByEnding, IsKnown) {
  EXPECT_EQ(kind_by_ending("a/b.PDF"), ExportKind::kSheet);
  EXPECT_EQ(kind_by_ending("a/b.gladi"), ExportKind::kBundle);
  EXPECT_FALSE(kind_by_ending("a/b"));
  EXPECT_FALSE(kind_by_ending("a/b.odt"));
}

}  // namespace
}  // namespace gladi
