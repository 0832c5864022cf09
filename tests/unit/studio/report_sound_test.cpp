// A report on a take that nobody has opened yet: it is listened to first.
#include <gtest/gtest.h>

#include "studio/session/session_file.h"
#include "studio/share/take_report.h"
#include "tests/support/media_files.h"
#include "tests/support/samples.h"
#include "tests/support/speech_corpus.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

class ReportSound : public ::testing::Test {
 protected:
  ReportSound() {
    Session session = test::sample_session();
    session.state = SessionState::kReady;
    session.duration = MediaTime::from_ms(32'000);
    session.parts = {{"take.mp4", {}, session.duration, true, "", {}}};
    folder_ = test::write_sample_session(temp_.path() / "sessions", "take", session);
    test::write_text(folder_ / "journal.jsonl", "{\"at_ns\":0,\"type\":\"take_started\"}\n");
  }

  const test::TempFolder temp_;
  fs::path folder_;
};

TEST_F(ReportSound, OfATakeThatIsNotMeasuredIsMeasuredFirst) {
  const auto sound = temp_.path() / "sound.wav";
  test::write_wav(sound.string(), test::short_take(test::CorpusPart::kJudging, 32).samples);
  test::make_media(folder_ / "take.mp4", {"-i", sound.string(), "-c:a", "aac", "-ac", "2"});
  const auto report = read_take_report(folder_, Language::kIndonesian, {"trainer"});
  ASSERT_TRUE(report) << report.error().english();
  ASSERT_TRUE(report->facts.sound);
  EXPECT_TRUE(report->facts.sound->syllables_per_s);
  EXPECT_FALSE(fs::exists(folder_ / "metrics.json")) << "another program may be the one that writes here";
  const std::atomic<bool> cancel = true;
  EXPECT_EQ(read_take_report(folder_, Language::kIndonesian, {"trainer"}, &cancel).error().kind,
            ErrorKind::kCancelled);
}

TEST_F(ReportSound, ThatCannotBeHeardIsToldSo) {
  test::write_text(folder_ / "take.mp4", "no film");
  const auto report = read_take_report(folder_, Language::kIndonesian, {"trainer"});
  ASSERT_TRUE(report) << report.error().english();
  EXPECT_FALSE(report->facts.sound);
  EXPECT_TRUE(report->feedback.lack);
}

}  // namespace
}  // namespace gladi
