#include "studio/coaching/picture_metrics.h"

#include <gtest/gtest.h>

#include <cmath>

#include "studio/session/journal.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {

constexpr MediaTime kEvery = MediaTime::from_ms(700);

MediaTime seconds(double s) {
  return MediaTime::from_seconds(s);
}

// Somebody who sits in good light and sways a little, as people do.
PictureSample person(double at) {
  PictureSample sample;
  sample.at = seconds(at);
  sample.faces = 1;
  sample.face = SeenFace{{0.5 + 0.01 * std::sin(at), 0.4}, 0.14, 0.25, 0.36, 0.05, 0.9};
  sample.light = {0.5, 0.55, 0};
  sample.sharpness = 0.2;
  sample.shake = 0.0004;
  return sample;
}

template <class Change>
std::vector<PictureSample> samples(double length_s, Change change) {
  std::vector<PictureSample> all;
  for (double at = 0.35; at < length_s; at += kEvery.seconds()) {
    all.push_back(person(at));
    change(at, all.back());
  }
  return all;
}

PictureMetrics metrics(const std::vector<PictureSample>& samples, double length_s) {
  return picture_metrics_of(samples, seconds(length_s));
}

void expect_stretch(const std::optional<PictureTrait>& trait, double from, double to, double length_s) {
  ASSERT_TRUE(trait);
  ASSERT_EQ(trait->where.size(), 1U);
  EXPECT_NEAR(trait->where[0].from.seconds(), from, 0.7);
  EXPECT_NEAR(trait->where[0].to.seconds(), to, 0.7);
  EXPECT_NEAR(trait->share, (to - from) / length_s, 0.03);
}

TEST(PictureMetricsTest, TellNothingWhereNobodyLookedOrTooShortly) {
  EXPECT_EQ(metrics({}, 60).lack, PictureLack::kNotSeen);
  const auto few = metrics(samples(8, [](double, PictureSample&) {}), 60);
  EXPECT_EQ(few.lack, PictureLack::kTooLittle);
  EXPECT_FALSE(few.out_of_frame);
  EXPECT_FALSE(few.dark);
  EXPECT_FALSE(few.face_share());
}

TEST(PictureMetricsTest, FindNothingWrongWhereNothingIs) {
  const auto all = metrics(samples(60, [](double, PictureSample&) {}), 60);
  EXPECT_EQ(all.lack, PictureLack::kNone);
  EXPECT_NEAR(all.watched.seconds(), 60, 0.7);
  EXPECT_FALSE(all.still_face);
  for (const auto& trait :
       {all.out_of_frame, all.turned_away, all.dark, all.backlit, all.blurred, all.shaking, all.several}) {
    ASSERT_TRUE(trait);
    EXPECT_EQ(trait->share, 0);
    EXPECT_TRUE(trait->where.empty());
  }
  EXPECT_EQ(all.face_share(), 1);
  EXPECT_NEAR(*all.face_height, 0.25, 1e-9);
  EXPECT_NEAR(*all.eyes_y, 0.36, 1e-9);
}

TEST(PictureMetricsTest, SayWhenSheWasOutOfTheFrame) {
  const auto gone = metrics(samples(60,
                                    [](double at, PictureSample& sample) {
                                      if (at < 20 || at > 30) return;
                                      sample.faces = 0;
                                      sample.face.reset();
                                      sample.light.face.reset();
                                    }),
                            60);
  expect_stretch(gone.out_of_frame, 20, 30, 60);
  EXPECT_NEAR(*gone.face_share(), 50.0 / 60, 0.03);
}

TEST(PictureMetricsTest, CountAFaceThatTheLayoutCutsOffAsOut) {
  const auto beside = metrics(samples(60,
                                      [](double at, PictureSample& sample) {
                                        sample.shown = {0.34, 0, 0.32, 1};
                                        if (at >= 20 && at <= 30) sample.face->centre.x = 0.2;
                                      }),
                              60);
  expect_stretch(beside.out_of_frame, 20, 30, 60);
}

TEST(PictureMetricsTest, MeasureTurningAgainstTheFirstSeconds) {
  // Her camera stands beside the screen: she looks ahead with a turn of 0.4.
  const auto turned = metrics(
      samples(60,
              [](double at, PictureSample& sample) { sample.face->turn = at >= 40 && at <= 50 ? 0.0 : 0.4; }),
      60);
  expect_stretch(turned.turned_away, 40, 50, 60);
}

TEST(PictureMetricsTest, TellLightFocusShakeAndCompanyApart) {
  const auto bad = metrics(samples(100,
                                   [](double at, PictureSample& sample) {
                                     if (at < 10) sample.light = {0.1, 0.12, 0};
                                     if (at >= 20 && at < 30) sample.light = {0.3, 0.8, 0};
                                     if (at >= 40 && at < 50) sample.sharpness = 0.001;
                                     if (at >= 60 && at < 70) sample.shake = 0.01;
                                     if (at >= 80 && at < 90) sample.faces = 2;
                                   }),
                           100);
  expect_stretch(bad.dark, 0, 10, 100);
  expect_stretch(bad.backlit, 20, 30, 100);
  expect_stretch(bad.blurred, 40, 50, 100);
  expect_stretch(bad.shaking, 60, 70, 100);
  expect_stretch(bad.several, 80, 90, 100);
  EXPECT_EQ(bad.out_of_frame->share, 0);
}

TEST(PictureMetricsTest, LeaveOutWhatWasOverInAMoment) {
  const auto blink = metrics(samples(60,
                                     [](double at, PictureSample& sample) {
                                       if (at >= 20 && at < 20.7) sample.faces = 0, sample.face.reset();
                                     }),
                             60);
  EXPECT_GT(blink.out_of_frame->share, 0);
  EXPECT_TRUE(blink.out_of_frame->where.empty());
}

TEST(PictureMetricsTest, KnowNothingOfFacesWithoutTheModel) {
  const auto blind = metrics(samples(60,
                                     [](double, PictureSample& sample) {
                                       sample.faces.reset();
                                       sample.face.reset();
                                       sample.light = {std::nullopt, 0.5, 0};
                                     }),
                             60);
  EXPECT_EQ(blind.lack, PictureLack::kNone);
  EXPECT_FALSE(blind.out_of_frame);
  EXPECT_FALSE(blind.several);
  EXPECT_FALSE(blind.turned_away);
  EXPECT_FALSE(blind.backlit);
  ASSERT_TRUE(blind.dark);
  EXPECT_TRUE(blind.blurred);
}

TEST(PictureMetricsTest, TakeAFaceThatNeverMovesForAPoster) {
  const auto poster = metrics(samples(60,
                                      [](double at, PictureSample& sample) {
                                        // What the finder itself sways by in a sensor's noise.
                                        sample.face->centre = {0.5 + 0.0008 * std::sin(9 * at), 0.4};
                                      }),
                              60);
  EXPECT_TRUE(poster.still_face);
  EXPECT_FALSE(poster.out_of_frame);
  EXPECT_FALSE(poster.turned_away);
  EXPECT_FALSE(poster.face_height);
  EXPECT_TRUE(poster.dark);
}

TEST(PictureMetricsTest, DoNotInventWhatHappenedWhileNobodyLooked) {
  const auto rested = metrics(samples(100, [](double, PictureSample&) {}), 100);
  auto half = samples(100, [](double, PictureSample&) {});
  std::erase_if(half, [](const PictureSample& sample) { return sample.at.ns > seconds(50).ns; });
  EXPECT_NEAR(rested.watched.seconds(), 100, 1);
  EXPECT_NEAR(metrics(half, 100).watched.seconds(), 50 + PictureMetrics::kStandsFor.seconds(), 1);
}

// A computer that couldn't keep up stopped looking after some seconds: they don't speak for the whole take.
TEST(PictureMetricsTest, TellNothingOfATakeOfWhichOnlyAPartWasLookedAt) {
  const auto part = metrics(samples(20, [](double, PictureSample&) {}), 300);
  EXPECT_EQ(part.lack, PictureLack::kTooLittle);
  EXPECT_FALSE(part.face_share());
  ASSERT_EQ(part.looked.size(), 1u);
  EXPECT_NEAR(part.looked[0].to.seconds(), 20 + PictureMetrics::kStandsFor.seconds(), 1);
  EXPECT_EQ(metrics(samples(149, [](double, PictureSample&) {}), 300).lack, PictureLack::kNone);
  EXPECT_EQ(metrics(samples(140, [](double, PictureSample&) {}), 300).lack, PictureLack::kTooLittle);
}

TEST(PictureMetricsTest, AreEnoughWhereKeyframesLieFarApart) {
  std::vector<PictureSample> rare;
  for (double at = 0; at < 300; at += 10) rare.push_back(person(at));
  const auto seen = metrics(rare, 300);
  EXPECT_EQ(seen.lack, PictureLack::kNone);
  EXPECT_EQ(seen.looked.size(), 1u);
}

TEST(PictureMetricsTest, TellWhereSomethingMoves) {
  const auto busy = metrics(
      samples(60,
              [](double at, PictureSample& sample) { sample.moved = at >= 20 && at <= 30 ? 0.05 : 0.01; }),
      60);
  EXPECT_TRUE(busy.moves_in({seconds(21), seconds(29)}));
  EXPECT_TRUE(busy.moves_in({seconds(16), seconds(27)}));
  EXPECT_FALSE(busy.moves_in({seconds(10), seconds(24)}));
  EXPECT_FALSE(busy.moves_in({seconds(40), seconds(50)}));
}

TEST(PictureMetricsTest, ComeFromTheJournalAsTheyWereSeen) {
  const test::TempFolder folder;
  const auto seen = samples(60, [](double at, PictureSample& sample) {
    sample.shown = {0.34, 0.01, 0.32, 0.98};
    sample.moved = 0.03;
    if (at >= 20 && at <= 30) sample.faces = 0, sample.face.reset();
  });
  {
    auto journal = JournalWriter::open(folder.path());
    ASSERT_TRUE(journal);
    for (const PictureSample& sample : seen) ASSERT_TRUE((*journal)->add({sample.at, PictureSeen{sample}}));
    ASSERT_TRUE((*journal)->sync());
  }
  const auto read = read_journal(folder.path());
  ASSERT_TRUE(read);
  ASSERT_EQ(read->events.size(), seen.size());
  const auto& first = std::get<PictureSeen>(read->events[0].what).sample;
  EXPECT_EQ(first.at, seen[0].at);
  EXPECT_EQ(first.faces, 1);
  ASSERT_TRUE(first.face);
  EXPECT_NEAR(first.face->centre.x, seen[0].face->centre.x, 1e-4);
  EXPECT_NEAR(first.face->height, 0.25, 1e-4);
  EXPECT_NEAR(first.face->eyes_y, 0.36, 1e-4);
  EXPECT_NEAR(first.face->turn, 0.05, 1e-4);
  EXPECT_NEAR(first.face->confidence, 0.9, 1e-4);
  EXPECT_NEAR(first.shown.left, 0.34, 1e-4);
  EXPECT_NEAR(first.shown.height, 0.98, 1e-4);
  EXPECT_NEAR(*first.light.face, 0.5, 1e-4);
  EXPECT_NEAR(first.light.background, 0.55, 1e-4);
  EXPECT_NEAR(*first.sharpness, 0.2, 1e-4);
  EXPECT_NEAR(*first.shake, 0.0004, 1e-4);
  EXPECT_NEAR(*first.moved, 0.03, 1e-4);
  const PictureMetrics kept = picture_metrics_of(read->events, seconds(60));
  expect_stretch(kept.out_of_frame, 20, 30, 60);
}

TEST(PictureMetricsTest, AreMadeOfAnyJournalWithoutComplaint) {
  const test::TempFolder folder;
  test::write_text(
      folder / "journal.jsonl",
      "{\"at_ns\":9223372036854775807,\"type\":\"picture_seen\",\"faces\":-3}\n"
      "{\"at_ns\":-5,\"type\":\"picture_seen\",\"face\":[1]}\n"
      "{\"at_ns\":7,\"type\":\"picture_seen\",\"face\":{\"x\":\"a\"},\"shown\":[1,\"b\",0,0]}\n");
  const auto read = read_journal(folder.path());
  ASSERT_TRUE(read);
  EXPECT_EQ(picture_metrics_of(read->events, seconds(60)).lack, PictureLack::kTooLittle);
}

}  // namespace
}  // namespace gladi
