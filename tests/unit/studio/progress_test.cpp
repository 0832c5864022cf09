#include "studio/review/progress.h"

#include <gtest/gtest.h>

#include <fstream>

#include "studio/coaching/take_metrics.h"
#include "studio/library/library.h"
#include "studio/review/self_rating.h"
#include "studio/session/journal.h"
#include "studio/session/session_file.h"
#include "studio/text/uuid.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

MediaTime s(double seconds) {
  return MediaTime::from_seconds(seconds);
}

class ProgressTest : public ::testing::Test {
 protected:
  ProgressTest() : library_(*Library::open(folder_.path())) {}

  // A take of this length, `day` days into November, of which she skipped the question how she found it.
  std::filesystem::path take(const std::string& person, int day, double length = 60) {
    const auto made = unrated_take(person, day, length);
    EXPECT_TRUE(save_self_rating(made, s(length), {}));
    return made;
  }
  std::filesystem::path unrated_take(const std::string& person, int day, double length = 60) {
    Session session;
    session.person_id = person;
    session.person_name = "Siti";
    session.title = "Batik";
    session.started_at = *parse_iso8601("2026-11-01T02:00:00.000Z") + std::chrono::hours(24 * day);
    session.duration = s(length);
    session.state = SessionState::kReady;
    session.rundown.segments = {{SegmentKind::kOpening, {"Pembukaan", ""}, "", s(20), {}},
                                {SegmentKind::kProduct, {"Kain", ""}, "kain", s(20), {}}};
    session.loudness = Loudness{-20.0 - day, -3};
    const auto made = library_->create_session(session);
    EXPECT_TRUE(made);
    session.state = SessionState::kReady;
    EXPECT_TRUE(save_session(*made, session));
    auto journal = JournalWriter::open(*made);
    EXPECT_TRUE((*journal)->add({{}, SegmentStarted{0, ""}}));
    EXPECT_TRUE((*journal)->add({s(21), SegmentStarted{1, "kain"}}));
    EXPECT_TRUE((*journal)->add({s(5), ChatShown{.chat = 1, .expects = "answer"}}));
    EXPECT_TRUE((*journal)->add({s(5 + day), ChatAnswered{1, s(day)}}));
    return *made;
  }
  void review(const std::filesystem::path& take, const std::string& reviewer, int level, bool finished) {
    Review review;
    review.reviewer_id = reviewer;
    review.rubric = "live-selling";
    review.scores = {{"demo", {"Peragaan", "Demo"}, level, 5, {}, {}}};
    review.finished = finished;
    EXPECT_TRUE(save_review(take, review));
  }

  test::TempFolder folder_;
  std::unique_ptr<Library> library_;
  const std::string siti_ = make_uuid(), budi_ = make_uuid();
  const std::string sri_ = make_uuid(), yanto_ = make_uuid();  // trainers
};

TEST_F(ProgressTest, HasAPointForEachTakeOfThatPersonByTime) {
  const auto later = take(siti_, 8), earlier = take(siti_, 2);
  const auto others = take(budi_, 3), short_one = take(siti_, 4, 15);
  EXPECT_TRUE(save_self_rating(later, s(60), {2, ""}));
  const auto points = progress_of({later, others, short_one, earlier}, {siti_, ""});
  ASSERT_EQ(points.size(), 2U) << "never somebody else's, and none that is too short to say anything";
  EXPECT_EQ(points[0].folder, earlier);
  EXPECT_EQ(points[1].folder, later);
  EXPECT_EQ(points[0].replies.median, s(2));
  EXPECT_EQ(points[1].integrated_lufs, -28);
  EXPECT_EQ(points[0].parts, 2);
  EXPECT_EQ(points[0].on_time, 1) << "21 of 20 seconds, and 39 of 20";
  EXPECT_EQ(points[0].own_level, 0);
  EXPECT_EQ(points[1].own_level, 2);
}

TEST_F(ProgressTest, ATraineeSeesNothingOfATakeThatSheHasntRated) {
  const auto rated = take(siti_, 1), unrated = unrated_take(siti_, 2), hardly = unrated_take(siti_, 3, 15);
  int waiting = 9;
  const auto points = progress_of({rated, unrated, hardly}, {siti_, ""}, nullptr, nullptr, &waiting);
  ASSERT_EQ(points.size(), 1U);
  EXPECT_EQ(points[0].folder, rated);
  EXPECT_EQ(waiting, 1) << "the one that is too short never has a point";
  EXPECT_EQ(progress_of({rated, unrated}, {siti_, sri_}, nullptr, nullptr, &waiting).size(), 2U)
      << "a trainer";
  EXPECT_EQ(waiting, 0);
}

// Kept metrics are read; a take without them is only known to be unmeasured.
TEST_F(ProgressTest, TellsHowSheSpokeWhereThatIsMeasured) {
  const auto measured = take(siti_, 1), unmeasured = take(siti_, 2), hardly = take(siti_, 3);
  const auto keep = [](const std::filesystem::path& folder, const SoundMetrics& sound) {
    std::ofstream(folder / "take.mp4") << "of this only name and size count";
    auto session = load_session(folder);
    session->parts = {{"take.mp4", {}, s(60), true, "", {}}};
    ASSERT_TRUE(save_session(folder, *session));
    ASSERT_TRUE(save_metrics(folder, *session, sound));
  };
  SoundMetrics sound;
  sound.lack = SpeechLack::kNone;
  sound.speech = s(40);
  sound.syllables_per_s = 5;
  sound.pitch_spread_semitones = 2.5;
  sound.pauses = {{s(3), s(4)}, {s(10), s(13)}, {s(20), s(29)}};
  keep(measured, sound);
  SoundMetrics little;
  little.lack = SpeechLack::kTooLittle;
  keep(hardly, little);
  const auto read = [&] { return progress_of({measured, unmeasured, hardly}, {siti_, ""}); };
  const auto points = read();
  ASSERT_EQ(points.size(), 3U);
  EXPECT_TRUE(points[0].measured);
  EXPECT_EQ(points[0].syllables_per_s, 5);
  EXPECT_EQ(points[0].pitch_spread_semitones, 2.5);
  EXPECT_EQ(points[0].longest_pause, s(9));
  EXPECT_FALSE(points[1].measured);
  EXPECT_FALSE(points[1].syllables_per_s || points[1].longest_pause);
  EXPECT_TRUE(points[2].measured);
  EXPECT_FALSE(points[2].longest_pause) << "too little speech: no number from nothing";

  ASSERT_TRUE(change_review(measured, sri_, "Bu Sri", [](Review& review) -> Status {
    set_verdict(review.findings, {FindingKind::kDeadAir, {s(20), s(29)}}, ReviewVerdict::kDismissed);
    return {};
  }));
  EXPECT_EQ(read()[0].longest_pause, s(9)) << "not handed in: she sees nothing of it";
  EXPECT_EQ(progress_of({measured}, {siti_, sri_})[0].longest_pause, s(3));
  ASSERT_TRUE(change_review(measured, sri_, "Bu Sri", [](Review& review) -> Status {
    review.finished = true;
    return {};
  }));
  EXPECT_EQ(read()[0].longest_pause, s(3));
}

// What another trainer has dismissed tells her what to look at.
TEST_F(ProgressTest, ATrainerCountsWhatOthersDismissedOnceSheHasHandedIn) {
  const auto measured = take(siti_, 1);
  std::ofstream(measured / "take.mp4") << "of this only name and size count";
  auto session = load_session(measured);
  session->parts = {{"take.mp4", {}, s(60), true, "", {}}};
  ASSERT_TRUE(save_session(measured, *session));
  SoundMetrics sound;
  sound.lack = SpeechLack::kNone;
  sound.speech = s(40);
  sound.syllables_per_s = 5;
  sound.pitch_spread_semitones = 2.5;
  sound.pauses = {{s(20), s(29)}};
  ASSERT_TRUE(save_metrics(measured, *session, sound));
  ASSERT_TRUE(change_review(measured, sri_, "Bu Sri", [](Review& review) -> Status {
    set_verdict(review.findings, {FindingKind::kDeadAir, {s(20), s(29)}}, ReviewVerdict::kDismissed);
    review.finished = true;
    return {};
  }));
  EXPECT_EQ(progress_of({measured}, {siti_, yanto_})[0].longest_pause, s(9));
  review(measured, yanto_, 3, true);
  EXPECT_EQ(progress_of({measured}, {siti_, yanto_})[0].longest_pause, s(0));
}

TEST_F(ProgressTest, ShowsScoresToATrainerWhoHasHandedInHerOwnAndToNobodyElse) {
  const auto one = take(siti_, 1);
  review(one, sri_, 4, true);
  review(one, yanto_, 3, false);
  EXPECT_TRUE(progress_of({one}, {siti_, ""})[0].scores.empty()) << "a trainee";
  EXPECT_TRUE(progress_of({one}, {siti_, yanto_})[0].scores.empty()) << "not handed in yet";
  EXPECT_TRUE(progress_of({one}, {siti_, make_uuid()})[0].scores.empty()) << "not reviewed at all";
  const auto own = progress_of({one}, {siti_, sri_})[0].scores;
  ASSERT_EQ(own.size(), 1U);
  EXPECT_EQ(own[0].level, 4) << "and nothing of a review that isn't handed in";
  review(one, yanto_, 3, true);
  EXPECT_EQ(progress_of({one}, {siti_, yanto_})[0].scores[0].level, 3.5);
}

TEST_F(ProgressTest, WhatCantBeReadIsToldAndTheRestIsThere) {
  const auto one = take(siti_, 1);
  std::vector<Error> problems;
  EXPECT_EQ(progress_of({folder_.path() / "gone", one}, {siti_, ""}, &problems).size(), 1U);
  EXPECT_EQ(problems.size(), 1U);
}

TEST(TrendTest, NeedsFourValuesAndSetsTheLastTwoAgainstThoseBefore) {
  EXPECT_FALSE(trend_of({1, 2, 3}));
  EXPECT_FALSE(trend_of({1, {}, 2, {}, 3}));
  const auto trend = trend_of({1, 2, {}, 3, 4, 5});
  ASSERT_TRUE(trend);
  EXPECT_EQ(trend->before, 2);
  EXPECT_EQ(trend->lately, 4.5);
}

}  // namespace
}  // namespace gladi
