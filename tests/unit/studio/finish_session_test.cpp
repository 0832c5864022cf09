#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "encoder/base/platform.h"
#include "encoder/file/media_info.h"
#include "studio/library/library.h"
#include "studio/review/review.h"
#include "studio/session/journal.h"
#include "studio/session/session_file.h"
#include "studio/text/uuid.h"
#include "tests/support/samples.h"
#include "tests/support/take_maker.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr int64_t kFrames = 120;  // 4 s
const MediaTime kLength = MediaTime::from_ms(4000);
const MediaTime kTolerance = MediaTime::from_ms(60);  // sound ends on a whole AAC frame

class TakeToFinish : public testing::Test {
 protected:
  TakeToFinish() {
    library_ = std::move(*Library::open(temp_ / "library"));
    Session session = test::sample_session();
    session.person_name = "Siti Aminah";
    session.duration = {};
    session.canvas = test::kSmallCanvas;
    session.parts = {{"take.mp4", {}, {}, false, "libx264"}};
    folder_ = *library_->create_session(session);
    id_ = session.id;
  }

  void SetUp() override {
    ASSERT_TRUE(test::record_part(folder_ / "take.part.mp4", kFrames));
    auto journal = JournalWriter::open(folder_);
    ASSERT_TRUE(journal);
    for (const TakeEvent& event : {TakeEvent{{}, TakeStarted{id_}}, TakeEvent{{}, SegmentStarted{0, ""}},
                                   TakeEvent{MediaTime::from_ms(1000), SegmentStarted{1, "kain"}},
                                   TakeEvent{MediaTime::from_ms(2500), SegmentStarted{3, ""}},
                                   TakeEvent{MediaTime::from_ms(9000), SegmentStarted{2, "tas"}}}) {
      ASSERT_TRUE((*journal)->add(event));
    }
  }

  Session session() { return *load_session(folder_); }
  void set_state(SessionState state) {
    Session changed = session();
    changed.state = state;
    ASSERT_TRUE(save_session(folder_, changed));
  }
  void stopped() {
    ASSERT_TRUE(add_event({kLength, TakeEnded{"stopped"}}));
    set_state(SessionState::kStopped);
  }
  Status add_event(const TakeEvent& event) { return (*JournalWriter::open(folder_))->add(event); }
  Session finish() {
    auto finished = finish_session(folder_);
    if (!finished) {
      ADD_FAILURE() << finished.error().english();
      return {};
    }
    return *finished;
  }
  void expect_whole(const Session& finished, MediaTime length = kLength) {
    EXPECT_LT(abs(finished.duration - length), kTolerance) << finished.duration.ms();
    ASSERT_FALSE(finished.parts.empty());
    EXPECT_TRUE(finished.parts[0].finalised);
    EXPECT_FALSE(fs::exists(folder_ / "take.part.mp4"));
    const auto info = probe_media(folder_ / "take.mp4");
    ASSERT_TRUE(info) << info.error().english();
    EXPECT_TRUE(info->has_audio);
    EXPECT_LT(abs(info->duration - length), kTolerance);
    EXPECT_TRUE(fs::exists(folder_ / "cache/thumbnail.jpg"));
    EXPECT_EQ(session().state, finished.state);
    EXPECT_THAT(library_->interrupted(), IsEmpty());
  }
  std::vector<std::string> ends() {
    std::vector<std::string> reasons;
    const JournalContent journal = *read_journal(folder_);
    for (const TakeEvent& event : journal.events) {
      if (const auto* ended = std::get_if<TakeEnded>(&event.what)) reasons.push_back(ended->reason);
    }
    return reasons;
  }
  std::vector<std::string> chapter_titles(const std::string& file = "take.mp4") {
    std::vector<std::string> titles;
    const MediaInfo info = *probe_media(folder_ / file);
    for (const Chapter& chapter : info.chapters) titles.push_back(chapter.title);
    return titles;
  }

  test::TempFolder temp_;
  std::unique_ptr<Library> library_;
  fs::path folder_;
  std::string id_;
};

TEST_F(TakeToFinish, ThatWasStoppedBecomesReadyWithChapters) {
  stopped();
  EXPECT_THAT(library_->interrupted(), ElementsAre(folder_));
  std::vector<double> progress;
  const auto finished = finish_session(folder_, [&](double share) { progress.push_back(share); });
  ASSERT_TRUE(finished) << finished.error().english();
  EXPECT_EQ(finished->state, SessionState::kReady);
  expect_whole(*finished);
  EXPECT_THAT(ends(), ElementsAre("stopped"));
  ASSERT_FALSE(progress.empty());
  EXPECT_TRUE(std::is_sorted(progress.begin(), progress.end()));
  EXPECT_THAT(chapter_titles(), ElementsAre("Pembukaan", "Kain Daun Jati", "Penutup"));
  const auto chapters = probe_media(folder_ / "take.mp4")->chapters;
  EXPECT_LT(abs(chapters[1].start - MediaTime::from_ms(1000)), MediaTime::from_ms(2));
}

TEST_F(TakeToFinish, ThatWasCutOffBecomesRecovered) {
  EXPECT_THAT(library_->interrupted(), ElementsAre(folder_));
  EXPECT_THAT(library_->interrupted(folder_), IsEmpty());  // while it runs
  const Session finished = finish();
  EXPECT_EQ(finished.state, SessionState::kRecovered);
  expect_whole(finished);
  EXPECT_THAT(ends(), ElementsAre("recovered"));
  EXPECT_EQ(library_->takes()[0].state, SessionState::kRecovered);
}

TEST_F(TakeToFinish, ThatWasCutOffHasTheCommentsThatWereMadeMeanwhile) {
  ASSERT_TRUE(add_event({MediaTime::from_ms(2000), LiveComment{make_uuid(), id_, "", "Kail"}}));
  finish();
  const std::vector<Review> reviews = load_reviews(folder_);
  ASSERT_EQ(reviews.size(), 1u);
  ASSERT_EQ(reviews[0].comments.size(), 1u);
  EXPECT_EQ(reviews[0].comments[0].text, "Kail");
  EXPECT_EQ(reviews[0].comments[0].at, MediaTime::from_ms(2000));
}

TEST_F(TakeToFinish, WhoseFileIsTornKeepsWhatIsWhole) {
  const auto size = fs::file_size(folder_ / "take.part.mp4");
  fs::resize_file(folder_ / "take.part.mp4", size * 3 / 4);
  const Session finished = finish();
  EXPECT_EQ(finished.state, SessionState::kRecovered);
  EXPECT_GT(finished.duration, MediaTime::from_ms(1500));
  EXPECT_LT(finished.duration, MediaTime::from_ms(3900));
  expect_whole(finished, finished.duration);
}

TEST_F(TakeToFinish, WhoseJournalIsTornGetsALineOfItsOwn) {
  const std::string journal = test::read_text(folder_ / "journal.jsonl");
  test::write_text(folder_ / "journal.jsonl", journal.substr(0, journal.size() - 10));
  finish();
  EXPECT_THAT(ends(), ElementsAre("recovered"));
  EXPECT_EQ(read_journal(folder_)->events.size(), 5u);
}

TEST_F(TakeToFinish, IsFinishedOnceHoweverOftenItIsAsked) {
  const Session first = finish();
  const std::string media = test::read_text(folder_ / "take.mp4");
  const std::string journal = test::read_text(folder_ / "journal.jsonl");
  const Session second = finish();
  EXPECT_EQ(second.state, first.state);
  EXPECT_EQ(second.duration, first.duration);
  EXPECT_EQ(test::read_text(folder_ / "take.mp4"), media);
  EXPECT_EQ(test::read_text(folder_ / "journal.jsonl"), journal);
}

TEST_F(TakeToFinish, KilledBetweenTheFinalFileAndItsDescriptionIsFinishedTheNextTime) {
  stopped();
  const std::string part = test::read_text(folder_ / "take.part.mp4");
  const std::string before = test::read_text(folder_ / "session.json");
  finish();
  test::write_text(folder_ / "session.json", before);  // killed before it was saved
  EXPECT_THAT(library_->interrupted(), ElementsAre(folder_));
  expect_whole(finish());
  test::write_text(folder_ / "session.json", before);  // killed before the part file was deleted
  test::write_text(folder_ / "take.part.mp4", part);
  EXPECT_THAT(library_->interrupted(), ElementsAre(folder_));
  expect_whole(finish());
  test::write_text(folder_ / "take.part.mp4", part);  // the final file went, whoever took it
  fs::remove(folder_ / "take.mp4");
  EXPECT_THAT(library_->interrupted(), ElementsAre(folder_));
  EXPECT_EQ(finish().state, SessionState::kReady);
}

TEST_F(TakeToFinish, KilledAfterItsJournalWasEndedSaysSoOnce) {
  ASSERT_TRUE(add_event({kLength, TakeEnded{"recovered"}}));
  finish();
  EXPECT_THAT(ends(), ElementsAre("recovered"));
}

TEST_F(TakeToFinish, OfWhichNothingPlaysIsLeftAndNotTriedForever) {
  for (const std::string& content : {std::string(), std::string("no media"), std::string(5000, '\0')}) {
    Session fresh = session();
    fresh.nothing_recorded = false;
    ASSERT_TRUE(save_session(folder_, fresh));
    test::write_text(folder_ / "take.part.mp4", content);
    const auto finished = finish_session(folder_);
    ASSERT_FALSE(finished);
    EXPECT_THAT(finished.error().english(), testing::HasSubstr("nothing was recorded"));
    EXPECT_EQ(test::read_text(folder_ / "take.part.mp4"), content);
    EXPECT_EQ(session().state, SessionState::kRecording);
    EXPECT_THAT(library_->interrupted(), IsEmpty());
    std::vector<Error> problems;
    EXPECT_THAT(library_->takes(&problems), IsEmpty());
    EXPECT_EQ(problems.size(), 1u);
    EXPECT_FALSE(finish_session(folder_));
  }
  EXPECT_THAT(ends(), IsEmpty());
}

TEST_F(TakeToFinish, WithADamagedDescriptionIsMadeWholeAndKeepsItBeside) {
  const auto siti = library_->people().add("Siti Aminah", {});
  const Session before = session();
  const std::string part = test::read_text(folder_ / "take.part.mp4");
  for (const bool missing : {false, true}) {
    if (missing) {
      fs::remove(folder_ / "take.mp4");
      test::write_text(folder_ / "take.part.mp4", part);
      fs::remove(folder_ / "session.json");
    } else {
      test::write_text(folder_ / "session.json", "{ torn");
    }
    EXPECT_THAT(library_->interrupted(), ElementsAre(folder_));
    const Session finished = finish();
    EXPECT_EQ(finished.state, SessionState::kRecovered);
    EXPECT_EQ(finished.id, id_);
    EXPECT_EQ(finished.person_id, siti->id);
    EXPECT_EQ(finished.person_name, "Siti Aminah");
    EXPECT_EQ(finished.started_at, before.started_at);
    EXPECT_EQ(finished.canvas, test::kSmallCanvas);
    expect_whole(finished);
    EXPECT_EQ(test::read_text(folder_ / "session.json.damaged"), "{ torn");
    EXPECT_THAT(chapter_titles(), ElementsAre("Bagian 1", "kain", "Bagian 4"));
    EXPECT_EQ(library_->takes().size(), 1u);
  }
}

TEST_F(TakeToFinish, WithADamagedDescriptionAndNoRecordingIsLeftAlone) {
  fs::remove(folder_ / "take.part.mp4");
  test::write_text(folder_ / "session.json", "{ torn");
  EXPECT_EQ(finish_session(folder_).error().kind, ErrorKind::kDamaged);
  EXPECT_EQ(test::read_text(folder_ / "session.json"), "{ torn");
  EXPECT_THAT(library_->interrupted(), IsEmpty());
  EXPECT_EQ(finish_session(temp_ / "none").error().kind, ErrorKind::kNotFound);
}

TEST_F(TakeToFinish, OfANewerVersionIsLeftAlone) {
  std::string content = test::read_text(folder_ / "session.json");
  content.replace(content.find("\"schema_version\": 1"), 19, "\"schema_version\": 2");
  test::write_text(folder_ / "session.json", content);
  EXPECT_EQ(finish_session(folder_).error().kind, ErrorKind::kNewer);
  EXPECT_TRUE(fs::exists(folder_ / "take.part.mp4"));
  EXPECT_EQ(test::read_text(folder_ / "session.json"), content);
}

TEST_F(TakeToFinish, OfSeveralPartsHasThemOnOneTimeline) {
  ASSERT_TRUE(test::record_part(folder_ / "take-2.part.mp4", kFrames / 2));  // begun, and not yet listed
  test::write_text(folder_ / "take-3.part.mp4", "torn before its first fragment");
  ASSERT_TRUE(add_event({MediaTime::from_ms(5000), SegmentStarted{2, "tas"}}));
  const Session finished = finish();
  EXPECT_EQ(finished.state, SessionState::kRecovered);
  ASSERT_EQ(finished.parts.size(), 3u);
  EXPECT_TRUE(finished.parts[0].finalised);
  EXPECT_EQ(finished.parts[1].file, "take-2.mp4");
  EXPECT_EQ(finished.parts[1].start, finished.parts[0].duration);
  EXPECT_TRUE(finished.parts[1].finalised);
  EXPECT_FALSE(finished.parts[2].finalised);
  EXPECT_LT(abs(finished.duration - MediaTime::from_ms(6000)), kTolerance * 2);
  EXPECT_THAT(chapter_titles("take-2.mp4"), ElementsAre("Penutup", "Tas Selempang"));
  EXPECT_TRUE(fs::exists(folder_ / "take-3.part.mp4"));
  EXPECT_THAT(library_->interrupted(), IsEmpty());
}

TEST_F(TakeToFinish, ThatIsCancelledKeepsItsPart) {
  const std::string part = test::read_text(folder_ / "take.part.mp4");
  const std::atomic<bool> cancel = true;
  EXPECT_EQ(finish_session(folder_, {}, &cancel).error().kind, ErrorKind::kCancelled);
  EXPECT_EQ(test::read_text(folder_ / "take.part.mp4"), part);
  EXPECT_EQ(session().state, SessionState::kRecording);
  EXPECT_THAT(library_->interrupted(), ElementsAre(folder_));
}

TEST_F(TakeToFinish, BesideAFileOfAnotherTakeLosesNeither) {
  stopped();
  ASSERT_TRUE(test::record_part(folder_ / "take.mp4", kFrames / 2));
  const std::string part = test::read_text(folder_ / "take.part.mp4");
  const std::string other = test::read_text(folder_ / "take.mp4");
  finish();
  EXPECT_EQ(test::read_text(folder_ / "take.part.mp4"), part);
  EXPECT_EQ(test::read_text(folder_ / "take.mp4"), other);
  EXPECT_THAT(library_->interrupted(), IsEmpty());
}

TEST_F(TakeToFinish, ThatSomebodyStillRecordsIsLeftAlone) {
  const std::string before = test::read_text(folder_ / "session.json");
  {
    const auto recorder = platform::FileLock::take(folder_ / "take.part.mp4");
    ASSERT_TRUE(recorder);
    EXPECT_THAT(library_->interrupted(), IsEmpty());
    EXPECT_EQ(finish_session(folder_).error().kind, ErrorKind::kBusy);
    EXPECT_TRUE(fs::exists(folder_ / "take.part.mp4"));
    EXPECT_EQ(test::read_text(folder_ / "session.json"), before);
    test::write_text(folder_ / "session.json", "{ torn");
    EXPECT_EQ(finish_session(folder_).error().kind, ErrorKind::kBusy);
    EXPECT_EQ(test::read_text(folder_ / "session.json"), "{ torn");
  }
  EXPECT_THAT(library_->interrupted(), ElementsAre(folder_));
  expect_whole(finish());
}

TEST_F(TakeToFinish, GetsItsThumbnailAgain) {
  const Session finished = finish();
  fs::remove_all(folder_ / "cache");
  ASSERT_TRUE(make_thumbnail(folder_, finished));
  EXPECT_TRUE(fs::exists(folder_ / "cache/thumbnail.jpg"));
  EXPECT_EQ(make_thumbnail(temp_.path(), finished).error().kind, ErrorKind::kNotFound);
}

}  // namespace
}  // namespace gladi
