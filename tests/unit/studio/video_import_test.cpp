#include "studio/share/video_import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "studio/library/library.h"
#include "studio/review/feedback.h"
#include "studio/session/journal.h"
#include "studio/session/take_certificate.h"
#include "studio/session/take_waveform.h"
#include "tests/support/carried_take.h"
#include "tests/support/media_files.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using testing::HasSubstr;

class VideoImport : public test::CarriedTake {
 protected:
  void film(const std::vector<std::string>& more = {}) {
    std::vector<std::string> how = {"-f",   "lavfi",   "-i",      "testsrc2=s=180x320:r=30:d=2",
                                    "-f",   "lavfi",   "-i",      "sine=d=2",
                                    "-c:v", "libx264", "-preset", "ultrafast",
                                    "-c:a", "aac"};
    how.insert(how.end(), more.begin(), more.end());
    test::make_media(video_, how);
  }
  fs::path taken_in() {
    auto folder = import_video(a_, person_, video_);
    EXPECT_TRUE(folder) << folder.error().english();
    return folder.value_or(fs::path());
  }

  fs::path video_ = temp_ / "Latihan di rumah 🌺.mp4";
};

TEST_F(VideoImport, IsATakeLikeTheOthers) {
  film({"-metadata", "creation_time=2026-03-04T05:06:07.000000Z"});
  const fs::path folder = taken_in();
  const auto session = load_session(folder);
  ASSERT_TRUE(session) << session.error().english();
  EXPECT_EQ(session->person_id, person_.id);
  EXPECT_EQ(session->title, "Latihan di rumah 🌺");
  EXPECT_EQ(session->imported_from, "Latihan di rumah 🌺.mp4");
  EXPECT_EQ(session->state, SessionState::kReady);
  EXPECT_EQ(to_iso8601(session->started_at), "2026-03-04T05:06:07.000Z");
  EXPECT_NEAR(session->duration.seconds(), 2, 0.1);
  EXPECT_TRUE(session->loudness) << "the sound was measured";
  EXPECT_TRUE(fs::exists(folder / "cache" / "thumbnail.jpg"));
  EXPECT_TRUE(load_waveform(folder, *session));

  auto library = Library::open(a_);
  ASSERT_TRUE(library);
  const auto takes = (*library)->takes();
  EXPECT_EQ(takes.size(), 2u);
  EXPECT_TRUE((*library)->find(session->id));
  EXPECT_TRUE((*library)->interrupted().empty()) << "nothing is left to be finished";
}

TEST_F(VideoImport, SaysThatItWasNotRecordedHere) {
  film();
  const fs::path folder = taken_in();
  const auto session = load_session(folder);
  const auto journal = read_journal(folder);
  ASSERT_TRUE(session && journal);
  const TakeCertificate certificate(*session, journal->events);
  EXPECT_THAT(certificate.line().english(), HasSubstr("Not recorded by Gladi"));
  // Nobody listened: that nothing was noted is no praise.
  TakeFacts facts = take_facts(*session, journal->events);
  facts.duration = MediaTime::from_ms(120'000);
  facts.integrated_lufs = -20;
  for (const Insight& praise : feedback_of(facts, Language::kIndonesian).strengths)
    EXPECT_NE(praise.rule, "fluent");
}

TEST_F(VideoImport, TwiceOfOneMomentAreTwoTakes) {
  film({"-metadata", "creation_time=2026-03-04T05:06:07.000000Z"});
  const fs::path first = taken_in(), second = taken_in();
  EXPECT_NE(first, second);
  EXPECT_NE(load_session(first)->id, load_session(second)->id);
}

TEST_F(VideoImport, TravelsInABundleAndKeepsItsMark) {
  film();
  folder_ = taken_in();
  ASSERT_TRUE(write());
  ASSERT_TRUE(read());
  const auto arrived = load_session(b_ / "sessions" / folder_.filename());
  ASSERT_TRUE(arrived);
  EXPECT_FALSE(arrived->imported_from.empty());
}

TEST_F(VideoImport, LeavesTheLibraryAsItWasWhenRefusedOrCancelled) {
  const auto before = test::content_of(a_);
  test::write_text(video_, std::string(10'000, 'x'));
  EXPECT_FALSE(import_video(a_, person_, video_));
  EXPECT_EQ(test::content_of(a_), before);
  EXPECT_FALSE(import_video(a_, person_, temp_ / "none.mp4"));
  film();
  for (const double at : {0.0, 0.4, 0.88}) {
    std::atomic<bool> cancel{false};
    const auto folder =
        import_video(a_, person_, video_, {[&](double done) { cancel = cancel || done >= at; }, &cancel});
    ASSERT_FALSE(folder) << at;
    EXPECT_EQ(folder.error().kind, ErrorKind::kCancelled);
    EXPECT_EQ(test::content_of(a_), before) << at;
  }
}

// A clock that was never set says 1904; the file knows better.
TEST_F(VideoImport, OfAPhoneWithoutAClockIsDatedAsItsFile) {
  film({"-metadata", "creation_time=1970-01-01T00:00:00.000000Z"});
  const auto now = std::chrono::system_clock::now();
  const auto session = load_session(taken_in());
  ASSERT_TRUE(session);
  EXPECT_LT(now - session->started_at, std::chrono::minutes(10));
}

}  // namespace
}  // namespace gladi
