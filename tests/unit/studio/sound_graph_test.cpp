#include "studio/share/sound_graph.h"

#include <gtest/gtest.h>

#include "tests/support/measured_sound.h"

namespace gladi {
namespace {
using Kind = SoundGraph::Kind;

MediaTime s(double seconds) {
  return MediaTime::from_seconds(seconds);
}

std::vector<SoundGraph::Rectangle> of_kind(const SoundGraph& graph, Kind kind) {
  std::vector<SoundGraph::Rectangle> found;
  for (const auto& rectangle : graph.rectangles) {
    if (rectangle.kind == kind) found.push_back(rectangle);
  }
  return found;
}

TEST(SoundGraph, ShowsPaceSpeechAndFindingsWhereTheyAre) {
  SoundMetrics sound = test::measured_talk(10);
  sound.windows[5].syllables = 60;  // 7.5 a second: above the band
  sound.windows[7].speech = s(1);   // says nothing of its pace
  sound.pauses = {{s(20), s(25)}};
  const SoundGraph graph = sound_graph(sound, {{FindingKind::kDeadAir, {s(20), s(25)}}}, s(100));
  const auto band = of_kind(graph, Kind::kComfortable), paces = of_kind(graph, Kind::kPace);
  const auto speech = of_kind(graph, Kind::kSpeech), findings = of_kind(graph, Kind::kFinding);
  ASSERT_EQ(band.size(), 1U);
  ASSERT_EQ(paces.size(), 9U);
  EXPECT_GT(paces[0].y, band[0].y);
  EXPECT_LT(paces[0].y + paces[0].h, band[0].y + band[0].h) << "inside the band";
  EXPECT_LT(paces[5].y, band[0].y);
  ASSERT_EQ(speech.size(), 2U);
  EXPECT_NEAR(speech[0].w, 0.2, 1e-9);
  EXPECT_NEAR(speech[1].x, 0.25, 1e-9);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_NEAR(findings[0].x, 0.2, 1e-9);
  EXPECT_NEAR(findings[0].w, 0.05, 1e-9);
}

TEST(SoundGraph, StaysInItsBoxAndSmallForAnHour) {
  SoundMetrics sound = test::measured_talk(361);  // the last window ends after the take
  for (int i = 0; i < 1500; ++i) sound.pauses.push_back({s(2.4 * i), s(2.4 * i + 0.6)});
  std::vector<TakeFinding> findings;
  for (int i = 0; i < 60; ++i)
    findings.push_back({FindingKind::kHeld, {s(60.0 * i + 59.9), s(60.0 * i + 60.3)}});
  const SoundGraph graph = sound_graph(sound, findings, s(3600));
  EXPECT_LT(graph.rectangles.size(), 600U);
  for (const auto& r : graph.rectangles) {
    EXPECT_GE(r.x, 0);
    EXPECT_GE(r.y, 0);
    EXPECT_GE(r.w, 0);
    EXPECT_LE(r.x + r.w, 1 + 1e-9);
    EXPECT_LE(r.y + r.h, 1 + 1e-9);
  }
}

TEST(SoundGraph, IsEmptyWhereSpeechLacks) {
  SoundMetrics sound = test::measured_talk(2);
  sound.lack = SpeechLack::kTooLittle;
  EXPECT_TRUE(sound_graph(sound, {}, s(20)).rectangles.empty());
  EXPECT_TRUE(sound_graph(test::measured_talk(2), {}, {}).rectangles.empty());
}

}  // namespace
}  // namespace gladi
