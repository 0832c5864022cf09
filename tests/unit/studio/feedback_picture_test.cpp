// The rules about what viewers see of her, one by one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "studio/review/feedback.h"

namespace gladi {
namespace {
using testing::HasSubstr;

MediaTime s(double seconds) {
  return MediaTime::from_seconds(seconds);
}

class FeedbackOfPicture : public ::testing::Test {
 protected:
  FeedbackOfPicture() {
    facts_.duration = s(180);
    PictureMetrics picture;
    picture.lack = PictureLack::kNone;
    picture.watched = s(180);
    for (auto* trait : {&picture.out_of_frame, &picture.turned_away, &picture.dark, &picture.backlit,
                        &picture.blurred, &picture.shaking, &picture.several})
      *trait = PictureTrait{};
    facts_.picture = picture;
    facts_.sound = SoundMetrics{};
    facts_.sound->lack = SpeechLack::kNone;
    facts_.sound->speech = s(100);
    facts_.sound->syllables_per_s = 5;
  }
  PictureMetrics& picture() { return *facts_.picture; }
  // So for this share of the time; the second stretch is the longer one.
  static PictureTrait trait(double share) {
    return {share, {{s(20), s(26)}, {s(70), s(90)}, {s(120), s(122)}}};
  }
  std::optional<Insight> next() { return feedback_of(facts_, Language::kIndonesian).next; }
  std::string rule() { return next()->rule; }
  bool praised() {
    for (const Insight& praise : feedback_of(facts_, Language::kIndonesian).strengths) {
      if (praise.rule == "in-frame") return true;
    }
    return false;
  }

  TakeFacts facts_;
};

TEST_F(FeedbackOfPicture, InventsNoFaultAndPraisesWhoCouldBeSeen) {
  EXPECT_EQ(rule(), "harder");
  EXPECT_TRUE(praised());
  picture().out_of_frame->share = 0.11;
  EXPECT_FALSE(praised());
}

// Each from a share of the time on, and with its longest stretch.
TEST_F(FeedbackOfPicture, EachRuleHasItsShareAndItsMoment) {
  struct Case {
    std::optional<PictureTrait> PictureMetrics::*trait;
    double from;
    std::string rule;
  };
  for (const Case& told :
       {Case{&PictureMetrics::out_of_frame, 0.25, "out-of-frame"},
        Case{&PictureMetrics::backlit, 0.3, "backlit"}, Case{&PictureMetrics::dark, 0.3, "dark"},
        Case{&PictureMetrics::blurred, 0.3, "blurred"}, Case{&PictureMetrics::shaking, 0.2, "shaking"},
        Case{&PictureMetrics::turned_away, 0.4, "turned-away"}}) {
    picture().*told.trait = trait(told.from - 0.01);
    EXPECT_EQ(rule(), "harder") << told.rule;
    picture().*told.trait = trait(told.from);
    EXPECT_EQ(rule(), told.rule);
    EXPECT_EQ(next()->at, s(70)) << told.rule;
    EXPECT_THAT(next()->detail.english(), HasSubstr("an estimate")) << told.rule;
    EXPECT_FALSE(next()->example.english().empty()) << told.rule;
    picture().*told.trait = PictureTrait{};
  }
}

TEST_F(FeedbackOfPicture, SaysWholeMinutesOfTenAndNoMore) {
  picture().out_of_frame = trait(0.437);
  EXPECT_THAT(next()->detail.english(), HasSubstr("about 4 of every 10 minutes"));
}

TEST_F(FeedbackOfPicture, CountsNoStretchThatAReviewerHasDismissed) {
  picture().out_of_frame = trait(0.3);
  ASSERT_EQ(rule(), "out-of-frame");
  std::vector<TakeFinding> found = findings_in(facts_.sound, facts_.picture);
  ASSERT_EQ(found.size(), 3u);
  const auto told = [&](const std::vector<TakeFinding>& dismissed) {
    return *feedback_of(facts_, Language::kEnglish, dismissed).next;
  };
  EXPECT_EQ(told({found[1]}).rule, "harder") << "the longest wasn't so: too little is left";
  EXPECT_EQ(told({found[2]}).at, s(70));
  picture().out_of_frame->share = 0.9;
  EXPECT_EQ(told({found[1]}).at, s(20));
}

TEST_F(FeedbackOfPicture, TellsNothingOfWhatIsNotKnown) {
  picture().out_of_frame = trait(0.9);
  picture().lack = PictureLack::kTooLittle;
  EXPECT_EQ(rule(), "harder");
  EXPECT_FALSE(praised());
  picture().lack = PictureLack::kNone;
  picture().out_of_frame.reset();  // without the model's file, or a poster
  EXPECT_EQ(rule(), "harder");
  EXPECT_FALSE(praised());
  facts_.picture.reset();
  EXPECT_EQ(rule(), "harder");
}

TEST_F(FeedbackOfPicture, SeveralFacesAreNoFault) {
  picture().several = trait(1);
  EXPECT_EQ(rule(), "harder");
}

TEST_F(FeedbackOfPicture, ToBeSeenComesBeforeTheRest) {
  picture().turned_away = trait(0.8);
  EXPECT_EQ(rule(), "turned-away");
  picture().shaking = trait(0.8);
  EXPECT_EQ(rule(), "shaking");
  picture().blurred = trait(0.8);
  EXPECT_EQ(rule(), "blurred");
  picture().dark = trait(0.8);
  EXPECT_EQ(rule(), "dark");
  picture().backlit = trait(0.8);
  EXPECT_EQ(rule(), "backlit");
  picture().out_of_frame = trait(0.8);
  EXPECT_EQ(rule(), "out-of-frame");
  facts_.integrated_lufs = -30;
  EXPECT_EQ(rule(), "quiet") << "who isn't heard can't sell";
}

}  // namespace
}  // namespace gladi
