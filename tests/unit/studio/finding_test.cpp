#include "studio/review/finding.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "studio/review/review.h"
#include "studio/review/told_facts.h"
#include "studio/share/review_merge.h"
#include "studio/text/uuid.h"
#include "tests/support/measured_sound.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
using testing::ElementsAre;
using testing::IsEmpty;

MediaTime s(double seconds) {
  return MediaTime::from_seconds(seconds);
}

std::vector<std::string> ids(const std::vector<TakeFinding>& findings) {
  std::vector<std::string> found;
  for (const TakeFinding& finding : findings) found.push_back(finding.id());
  return found;
}

TEST(Findings, OfAFluentTakeAreNone) {
  EXPECT_THAT(findings_in(test::measured_talk(6)), IsEmpty());
}

TEST(Findings, AreNoneWhereSpeechLacks) {
  SoundMetrics sound = test::measured_talk(2);
  sound.windows[0].syllables = 80;
  sound.lack = SpeechLack::kTooLittle;
  EXPECT_THAT(findings_in(sound), IsEmpty());
}

TEST(Findings, TellPausesByTheirLength) {
  SoundMetrics sound = test::measured_talk(3);
  sound.pauses = {{s(1), s(3.4)}, {s(5), s(7.6)}, {s(12), s(16)}, {s(20), s(24.5)}};
  const std::vector<TakeFinding> found = findings_in(sound);
  EXPECT_THAT(ids(found), ElementsAre("long-pause-5000", "long-pause-12000", "dead-air-20000"));
  EXPECT_EQ(found[0].words(Language::kEnglish).english(), "A long pause, 2.6 s");
  EXPECT_EQ(found[0].words(Language::kIndonesian).english(), "A long pause, 2,6 s");
}

TEST(Findings, CallASilenceDeadAirOnlyWhereNothingMoves) {
  SoundMetrics sound = test::measured_talk(6);
  sound.pauses = {{s(10), s(15)}, {s(30), s(35)}, {s(50), s(55)}};
  PictureMetrics picture;
  picture.looked = {{s(0), s(40)}};
  picture.moving = {{s(11), s(14)}, {s(29), s(32)}};
  EXPECT_THAT(ids(findings_in(sound, picture)),
              ElementsAre("long-pause-10000", "dead-air-30000", "dead-air-50000"))
      << "most of the first moves, less of the second; nobody looked at the third";
}

TEST(Findings, JoinWindowsThatFollowOneAnother) {
  SoundMetrics sound = test::measured_talk(6);
  for (const size_t i : {1u, 2u, 4u}) sound.windows[i].syllables = 60;
  const std::vector<TakeFinding> found = findings_in(sound);
  ASSERT_THAT(ids(found), ElementsAre("fast-10000", "fast-40000"));
  EXPECT_EQ(found[0].at.to, s(30));
  EXPECT_EQ(found[1].length(), s(10));
}

TEST(Findings, AreOfEachKindAtItsThreshold) {
  SoundMetrics sound = test::measured_talk(5);
  sound.windows[0].syllables = 27;                // 3.4 a second
  sound.windows[1].pitch_spread_semitones = 1.6;  // flat
  sound.windows[2].speech_lufs = -26.5;           // too quiet
  sound.windows[3].pitch_spread_semitones = {};   // not known
  sound.windows[3].speech_lufs = {};              // not known
  sound.windows[4].syllables = 52;                // 6.5: just comfortable
  sound.held = {{s(33), s(33.4)}};
  EXPECT_THAT(ids(findings_in(sound)), ElementsAre("slow-0", "flat-10000", "too-quiet-20000", "held-33000"));
}

TEST(Findings, SayNothingOfAWindowWithHardlyAnySpeech) {
  SoundMetrics sound = test::measured_talk(2);
  sound.windows[1].speech = s(1.5);
  sound.windows[1].syllables = 30;
  sound.windows[1].pitch_spread_semitones = 0.5;
  EXPECT_THAT(findings_in(sound), IsEmpty());
}

TEST(Findings, OfThePicturesStandBesideThoseOfTheSound) {
  EXPECT_THAT(findings_in({}, {}), IsEmpty());
  SoundMetrics sound = test::measured_talk(3);
  sound.held = {{s(12), s(12.5)}};
  PictureMetrics picture;
  picture.lack = PictureLack::kNone;
  picture.out_of_frame = PictureTrait{0.2, {{s(20), s(24)}}};
  picture.backlit = PictureTrait{0.5, {{s(5), s(11)}}};
  EXPECT_THAT(ids(findings_in(sound, picture)),
              ElementsAre("backlit-5000", "held-12000", "out-of-frame-20000"));
  EXPECT_THAT(ids(findings_in({}, picture)), ElementsAre("backlit-5000", "out-of-frame-20000"));
  picture.lack = PictureLack::kTooLittle;
  EXPECT_THAT(ids(findings_in(sound, picture)), ElementsAre("held-12000"));
}

TEST(Findings, HaveWordsAndANameEachOfTheirOwn) {
  std::set<std::string> names, words;
  for (int kind = 0; kind <= static_cast<int>(FindingKind::kSeveral); ++kind) {
    const TakeFinding finding{static_cast<FindingKind>(kind), {s(1), s(4)}};
    names.insert(name_of(finding.kind));
    words.insert(finding.words(Language::kEnglish).english());
  }
  EXPECT_EQ(names.size(), 14u);
  EXPECT_EQ(words.size(), 14u);
  EXPECT_EQ(names.count(""), 0u);
}

class Verdicts : public ::testing::Test {
 protected:
  Review said(const std::string& who, ReviewVerdict verdict) const {
    Review review;
    review.reviewer_id = who;
    set_verdict(review.findings, held_, verdict);
    return review;
  }
  const TakeFinding held_{FindingKind::kHeld, {s(12.34), s(12.8)}};
  const std::string trainer_ = make_uuid(), person_ = make_uuid();
};

TEST_F(Verdicts, HoldForTheSameThingMeasuredALittleElsewhere) {
  const Review review = said(trainer_, ReviewVerdict::kDismissed);
  TakeFinding again = held_;
  again.at.from = s(12.5);
  EXPECT_EQ(verdict_on(again, review.findings), ReviewVerdict::kDismissed);
  again.at.from = s(12.7);
  EXPECT_EQ(verdict_on(again, review.findings), ReviewVerdict::kOpen);
  again = held_;
  again.kind = FindingKind::kLongPause;
  EXPECT_EQ(verdict_on(again, review.findings), ReviewVerdict::kOpen);
}

// Looked at later, dead air turns out to be a pause in which she shows something.
TEST_F(Verdicts, OnDeadAirHoldForTheSamePause) {
  TakeFinding pause{FindingKind::kDeadAir, {s(20), s(25)}};
  Review review;
  set_verdict(review.findings, pause, ReviewVerdict::kDismissed);
  pause.kind = FindingKind::kLongPause;
  EXPECT_EQ(verdict_on(pause, review.findings), ReviewVerdict::kDismissed);
  set_verdict(review.findings, pause, ReviewVerdict::kConfirmed);
  EXPECT_EQ(review.findings.size(), 1u);
}

TEST_F(Verdicts, OfAnotherCountUntilOneHasSaidSomethingOneself) {
  std::vector<Review> reviews{said(trainer_, ReviewVerdict::kDismissed)};
  EXPECT_TRUE(is_dismissed(held_, reviews, person_));
  EXPECT_THAT(without_dismissed({held_}, reviews, person_), IsEmpty());
  reviews.push_back(said(person_, ReviewVerdict::kConfirmed));
  EXPECT_FALSE(is_dismissed(held_, reviews, person_));
  EXPECT_TRUE(is_dismissed(held_, reviews, trainer_));
  EXPECT_FALSE(is_dismissed(held_, {said(trainer_, ReviewVerdict::kConfirmed)}, person_));
}

TEST_F(Verdicts, OnEachFindingOfAKindAreOnTheKind) {
  const std::vector<Review> reviews{said(trainer_, ReviewVerdict::kDismissed)};
  TakeFacts facts;
  facts.sound = test::measured_talk(3);
  facts.sound->held = {held_.at};
  const auto gone = [&] {
    return kinds_gone(facts, dismissed_among(findings_in(facts.sound, {}), reviews, person_));
  };
  EXPECT_THAT(gone(), ElementsAre(FindingKind::kHeld));
  facts.sound->held.push_back({s(17), s(17.4)});
  EXPECT_THAT(gone(), IsEmpty()) << "one of two is told still";
  facts.sound.reset();
  EXPECT_THAT(gone(), IsEmpty());
}

TEST_F(Verdicts, TakenBackAreNotSaidAnyMore) {
  Review review;
  set_verdict(review.findings, held_, ReviewVerdict::kOpen);
  EXPECT_THAT(review.findings, IsEmpty()) << "nothing was ever said";
  set_verdict(review.findings, held_, ReviewVerdict::kDismissed);
  set_verdict(review.findings, held_, ReviewVerdict::kOpen);
  EXPECT_EQ(verdict_on(held_, review.findings), ReviewVerdict::kOpen);
}

TEST_F(Verdicts, AreKeptInTheReviewersFile) {
  test::TempFolder temp;
  const auto change = [&](ReviewVerdict verdict) {
    return change_review(temp.path(), trainer_, "Pak Budi", [&](Review& review) -> Status {
      set_verdict(review.findings, held_, verdict);
      return {};
    });
  };
  ASSERT_TRUE(add_comment(temp.path(), trainer_, "Pak Budi", {}, "Bagus"));
  ASSERT_TRUE(change(ReviewVerdict::kConfirmed));
  EXPECT_EQ(verdict_on(held_, load_reviews(temp.path()).at(0).findings), ReviewVerdict::kConfirmed);
  EXPECT_EQ(load_reviews(temp.path())[0].comments.size(), 1u);
  ASSERT_TRUE(change(ReviewVerdict::kDismissed));
  EXPECT_THAT(load_reviews(temp.path())[0].findings,
              ElementsAre(FindingVerdict{"held", held_.at.from, ReviewVerdict::kDismissed}));
}

TEST_F(Verdicts, OfKindsThatAreNotKnownHereStay) {
  test::TempFolder temp;
  ASSERT_TRUE(add_comment(temp.path(), trainer_, "Pak Budi", {}, "Bagus"));
  const auto file = temp.path() / "reviews" / (trainer_ + ".json");
  nlohmann::json json = nlohmann::json::parse(test::read_text(file));
  json["findings"] = {{{"kind", "smiles"}, {"at_ns", 5}, {"verdict", "dismissed"}},
                      {{"kind", "held"}, {"at_ns", 6}, {"verdict", "perhaps"}},
                      "damage"};
  test::write_text(file, json.dump());
  ASSERT_TRUE(add_comment(temp.path(), trainer_, "Pak Budi", {}, "Lagi"));
  EXPECT_THAT(load_reviews(temp.path()).at(0).findings,
              ElementsAre(FindingVerdict{"smiles", {5}, ReviewVerdict::kDismissed}));
}

TEST_F(Verdicts, FromAnotherComputerAreAddedAndTheLaterOneCounts) {
  Review ours = said(trainer_, ReviewVerdict::kOpen);
  ASSERT_TRUE(merge_review(ours, said(trainer_, ReviewVerdict::kDismissed)).any());
  EXPECT_EQ(verdict_on(held_, ours.findings), ReviewVerdict::kDismissed);
  // Taken back here: the older copy doesn't bring it back.
  set_verdict(ours.findings, held_, ReviewVerdict::kOpen);
  EXPECT_FALSE(merge_review(ours, said(trainer_, ReviewVerdict::kDismissed)).any());
  EXPECT_EQ(verdict_on(held_, ours.findings), ReviewVerdict::kOpen);
  // Said there once more, later.
  Review theirs = said(trainer_, ReviewVerdict::kConfirmed);
  theirs.findings[0].said_at = WallTime{} + std::chrono::hours(1);
  ASSERT_TRUE(merge_review(ours, theirs).any());
  ASSERT_EQ(ours.findings.size(), 1u);
  EXPECT_EQ(verdict_on(held_, ours.findings), ReviewVerdict::kConfirmed);
}

}  // namespace
}  // namespace gladi
