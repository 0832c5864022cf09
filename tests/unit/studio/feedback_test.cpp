#include "studio/review/feedback.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "studio/text/format.h"
#include "tests/support/samples.h"

namespace gladi {
namespace {
using testing::ElementsAre;
using testing::HasSubstr;

MediaTime s(double seconds) {
  return MediaTime::from_seconds(seconds);
}

// Three minutes in which all went well.
TakeFacts good_take() {
  TakeFacts facts;
  facts.duration = s(180);
  facts.segments = {{0, {"Pembukaan", "Opening"}, false, s(60), s(62), s(0), {}},
                    {1, {"Kain", "Cloth"}, true, s(60), s(58), s(62), true},
                    {2, {"Tas", "Bag"}, true, s(60), s(60), s(120), true}};
  facts.replies.asked = 4;
  facts.replies.answered = 4;
  facts.replies.quick = 4;
  facts.replies.median = s(6);
  facts.integrated_lufs = -18;
  SoundMetrics sound;
  sound.lack = SpeechLack::kNone;
  sound.speech = s(130);
  sound.syllables_per_s = 5;
  sound.held = {{s(5), s(5.4)}, {s(9), s(9.4)}};
  facts.sound = sound;
  return facts;
}
void be_silent(TakeFacts& facts, double at, double length) {
  facts.sound->pauses.push_back({s(at), s(at + length)});
}
MissedLine missed(double at) {
  return {s(at), "rina_mlg", "Luntur ga?"};
}
std::string next_rule(const TakeFacts& facts) {
  const Feedback feedback = feedback_of(facts, Language::kIndonesian);
  return feedback.next ? feedback.next->rule : "";
}
std::vector<std::string> strengths(const TakeFacts& facts) {
  std::vector<std::string> rules;
  for (const Insight& finding : feedback_of(facts, Language::kIndonesian).strengths)
    rules.push_back(finding.rule);
  return rules;
}

TEST(FeedbackTest, OfAGoodTakeInventsNoFault) {
  EXPECT_EQ(next_rule(good_take()), "harder");
  EXPECT_THAT(strengths(good_take()), ElementsAre("answered", "prices", "fluent"));
}

TEST(FeedbackTest, OfATakeOfSomeSecondsIsNone) {
  TakeFacts facts = good_take();
  facts.duration = s(19.9);
  const Feedback feedback = feedback_of(facts, Language::kEnglish);
  EXPECT_FALSE(feedback.next);
  EXPECT_TRUE(feedback.strengths.empty());
  EXPECT_TRUE(feedback.too_short);
}

// She shows the cloth and says nothing: no dead air.
TEST(FeedbackTest, LetsASilencePassInWhichSomethingMoves) {
  TakeFacts facts = good_take();
  be_silent(facts, 20, 6);
  be_silent(facts, 70, 9);
  facts.picture = PictureMetrics{};
  facts.picture->moving = {{s(19), s(25)}, {s(71), s(78)}};
  EXPECT_EQ(next_rule(facts), "harder");
  facts.picture->moving = {{s(19), s(25)}, {s(71), s(74)}};
  EXPECT_EQ(next_rule(facts), "dead-air");
}

TEST(FeedbackTest, AlwaysFindsSomethingGood) {
  TakeFacts facts;
  facts.duration = s(30);
  EXPECT_THAT(strengths(facts), ElementsAre("rehearsed"));
}

// From the last rule to the first: each one added wins over those before.
TEST(FeedbackTest, TellsFirstWhatLosesMostBuyers) {
  TakeFacts facts = good_take();
  facts.replies.median = s(14);
  EXPECT_EQ(next_rule(facts), "slow-replies");
  facts.segments.push_back({3, {"Sepatu", "Shoes"}, true, s(60), {}, {}, {}});
  EXPECT_EQ(next_rule(facts), "left-out");
  facts.replies.asked = 5;
  facts.replies.missed = {missed(40)};
  EXPECT_EQ(next_rule(facts), "unanswered");
  facts.segments[1].ran = s(85);
  EXPECT_EQ(next_rule(facts), "too-long");
  facts.segments[2].price_said = false;
  EXPECT_EQ(next_rule(facts), "price");
  be_silent(facts, 20, 6);
  be_silent(facts, 70, 9);
  EXPECT_EQ(next_rule(facts), "dead-air");
  facts.replies.missed = {missed(40), missed(50), missed(60)};
  EXPECT_EQ(next_rule(facts), "unanswered");
  facts.integrated_lufs = -26.5;
  EXPECT_EQ(next_rule(facts), "quiet");
}

TEST(FeedbackTest, LetsAShortSilencePass) {
  TakeFacts facts = good_take();
  be_silent(facts, 20, 7.9);
  EXPECT_EQ(next_rule(facts), "harder");
  facts.sound->pauses.clear();
  be_silent(facts, 20, 8);
  EXPECT_EQ(next_rule(facts), "dead-air");
}

TEST(FeedbackTest, PointsAtTheMomentAndNamesIt) {
  TakeFacts facts = good_take();
  be_silent(facts, 20, 6);
  be_silent(facts, 70, 9);
  const Feedback silence = feedback_of(facts, Language::kEnglish);
  EXPECT_EQ(silence.next->at, s(70));
  EXPECT_THAT(silence.next->detail.english(), HasSubstr("the longest was 9 seconds"));

  facts = good_take();
  facts.segments[1].ran = s(95);
  const Feedback longer = feedback_of(facts, Language::kEnglish);
  EXPECT_EQ(longer.next->at, s(122)) << "where its time was over";
  EXPECT_EQ(longer.next->detail.english(), "Cloth took 35 seconds longer than planned.");
  EXPECT_THAT(feedback_of(facts, Language::kIndonesian).next->detail.values()[0], "Kain");

  facts = good_take();
  facts.replies.missed = {missed(41)};
  const Feedback reply = feedback_of(facts, Language::kEnglish);
  EXPECT_EQ(reply.next->at, s(41));
  EXPECT_THAT(reply.next->detail.english(), HasSubstr("“Luntur ga?” from rina_mlg"));
}

TEST(FeedbackTest, PraisesNothingThatWasNotThere) {
  TakeFacts facts = good_take();
  facts.replies = {};
  facts.sound.reset();  // no silence was looked for
  for (SegmentFact& segment : facts.segments) segment.price_said.reset();
  EXPECT_THAT(strengths(facts), ElementsAre("on-time"));
  facts.rude = 2;
  facts.muted = 1;
  EXPECT_THAT(strengths(facts), ElementsAre("on-time"));
  facts.muted = 2;
  EXPECT_THAT(strengths(facts), ElementsAre("on-time", "calm"));
  facts.sound = good_take().sound;
  facts.integrated_lufs = -9;
  facts.sound->syllables_per_s = 7;
  EXPECT_THAT(strengths(facts), ElementsAre("fluent", "on-time", "calm"));
}

}  // namespace
}  // namespace gladi
