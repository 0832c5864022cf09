#include "studio/review/voice_history.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "studio/coaching/take_metrics.h"
#include "studio/library/take_list.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using testing::ElementsAre;

class VoiceHistoryTest : public ::testing::Test {
 protected:
  // A take of this day of November, with what would have been measured in it.
  Session take(int day, std::optional<double> pace, const std::string& person = "siti") {
    Session session = test::sample_session();
    const std::string hers = person == "siti" ? "1" : person == "budi" ? "2" : "3";
    session.id = "00000000-0000-4000-800" + hers + "-0000000000" + std::to_string(10 + day);
    session.person_id = person;
    session.started_at = *parse_iso8601(fmt_day(day));
    session.duration = MediaTime::from_ms(120'000);
    session.parts = {{"take.mp4", {}, MediaTime::from_ms(120'000), true, "", {}}};
    const fs::path folder = test::write_sample_session(temp_.path() / "sessions", session.id, session);
    test::write_text(folder / "take.mp4", "a film");
    if (pace) {
      SoundMetrics sound;
      sound.lack = *pace > 0 ? SpeechLack::kNone : SpeechLack::kNoVoice;
      if (*pace > 0) sound.speech = MediaTime::from_ms(60'000);
      if (*pace > 0) sound.syllables_per_s = *pace;
      if (*pace > 0) sound.pitch_spread_semitones = 2;
      EXPECT_TRUE(save_metrics(folder, session, sound));
    }
    return session;
  }
  static std::string fmt_day(int day) {
    return "2026-11-" + std::string(day < 10 ? "0" : "") + std::to_string(day) + "T02:00:00.000Z";
  }
  VoiceHistory before(const Session& session) {
    const ListedTakes listed = takes_by_folders(temp_.path());  // brings the index up to date
    for (const Error& problem : listed.problems) ADD_FAILURE() << problem.english();
    EXPECT_FALSE(listed.takes.empty());
    return voice_before(temp_.path(), session);
  }
  static std::vector<double> paces(const VoiceHistory& history) {
    std::vector<double> list;
    for (const EarlierVoice& take : history.takes) list.push_back(take.syllables_per_s.value_or(-1));
    return list;
  }

  test::TempFolder temp_;
};

TEST_F(VoiceHistoryTest, IsOfHerEarlierTakesOnlyByTime) {
  take(3, 5.0);
  take(1, 4.0);
  take(2, 6.0);
  take(2, 9.9, "budi");
  const Session now = take(5, 4.5);
  take(6, 9.8);
  const VoiceHistory history = before(now);
  EXPECT_THAT(paces(history), ElementsAre(4.0, 6.0, 5.0));
  EXPECT_EQ(history.usual_syllables_per_s(), 5.0);
  EXPECT_TRUE(history.unmeasured.empty());
}

TEST_F(VoiceHistoryTest, OfOneTakeNothingIsUsual) {
  take(1, 4.0);
  take(2, 0.0);  // nobody spoke
  const VoiceHistory history = before(take(5, 4.5));
  EXPECT_THAT(paces(history), ElementsAre(4.0, -1));
  EXPECT_FALSE(history.usual_syllables_per_s());
  take(3, 5.0);
  EXPECT_EQ(before(take(5, 4.5)).usual_syllables_per_s(), 4.5) << "between the two";
}

TEST_F(VoiceHistoryTest, NamesTakesThatAreNotMeasured) {
  const Session first = take(1, std::nullopt);
  take(2, 5.0);
  const VoiceHistory history = before(take(5, 4.5));
  EXPECT_THAT(paces(history), ElementsAre(5.0));
  ASSERT_EQ(history.unmeasured.size(), 1u);
  EXPECT_EQ(history.unmeasured[0].filename(), first.id);
}

TEST_F(VoiceHistoryTest, GoesNotTooFarBack) {
  for (int day = 1; day <= 9; ++day) take(day, 4.0 + 0.1 * day);
  const VoiceHistory history = before(take(20, 4.5));
  EXPECT_EQ(history.takes.size(), VoiceHistory::kMost);
  EXPECT_NEAR(history.takes.front().syllables_per_s.value_or(0), 4.4, 1e-9);
}

TEST_F(VoiceHistoryTest, OfNobodyIsEmpty) {
  take(1, 4.0, "");
  take(2, 4.0, "");
  EXPECT_TRUE(before(take(5, 4.5, "")).takes.empty());
}

}  // namespace
}  // namespace gladi
