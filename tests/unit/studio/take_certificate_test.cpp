#include "studio/session/take_certificate.h"

#include <gtest/gtest.h>

#include "studio/rehearsal/sync_watch.h"
#include "tests/support/samples.h"

namespace gladi {
namespace {

Session whole_take() {
  Session session = test::sample_session();
  session.microphone = "Mikrofon";
  session.counters = {};
  session.counters.frames = 1800;
  session.sync = TakeSync{MediaTime::from_ms(2), MediaTime::from_ms(-6), -30};
  return session;
}

Gap sound_gap(int64_t ms, const char* reason) {
  return {"microphone", MediaTime::from_ms(ms), reason};
}

TEST(TakeCertificate, IsPerfectWhereNothingWasLost) {
  Session session = whole_take();
  session.counters.repeated_camera = 900;  // a camera of 15 pictures a second
  session.counters.repeated_late = 1;      // below 0.1 %
  const TakeCertificate certificate(session, {{{}, TakeEnded{"stopped"}}});
  EXPECT_TRUE(certificate.perfect());
  EXPECT_EQ(certificate.line().english(), "A perfect recording: nothing was lost.");
}

TEST(TakeCertificate, NeverTellsOfMorePicturesThanThereAre) {
  Session session = whole_take();
  session.counters.repeated_late = session.counters.frames - 10;  // late, and then no room before the encoder
  session.counters.repeated_encoder = 40;
  const std::string all = std::to_string(session.counters.frames);
  EXPECT_EQ(TakeCertificate(session, {}).line().english(),
            all + " of " + all + " pictures were shown twice: the computer was too busy.");
}

TEST(TakeCertificate, TellsTheWeightiestLossFirstAndAddsUpGaps) {
  Session session = whole_take();
  session.state = SessionState::kRecovered;
  session.counters.repeated_encoder = 2;
  session.sync->mean_offset = MediaTime::from_ms(16);
  const TakeCertificate certificate(session, {{{}, sound_gap(200, "hole")},
                                              {{}, sound_gap(1900, "lost")},
                                              {{}, sound_gap(300, "nothing_came")},
                                              {{}, Gap{"camera", MediaTime::from_ms(4000), "unplugged"}}});
  std::vector<std::string> sentences;
  for (const Message& loss : certificate.losses()) sentences.push_back(loss.english());
  EXPECT_EQ(sentences,
            (std::vector<std::string>{"The recording was cut off; up to 01:00 it is safe.",
                                      "The microphone gave no sound for about 1 s.",
                                      "About 3 s of sound were lost on the way: the computer was too busy.",
                                      "The camera was missing for about 4 s.",
                                      "2 of 1800 pictures were shown twice: the computer was too busy.",
                                      "Sound comes 16 ms after the picture."}));
  EXPECT_EQ(certificate.line().english(), sentences.front());
  EXPECT_EQ(certificate.sound_missing(), MediaTime::from_ms(2400));
  EXPECT_EQ(certificate.camera_missing(), MediaTime::from_ms(4000));
}

TEST(TakeCertificate, TellsWhatIsMissingBetweenParts) {
  const TakeCertificate certificate(
      whole_take(), {{{}, Gap{"recording", MediaTime::from_ms(2500), "disk"}}, {{}, TakeEnded{"stopped"}}});
  EXPECT_FALSE(certificate.perfect());
  EXPECT_EQ(certificate.line().english(), "About 3 s were not recorded: the disk failed.");
}

TEST(TakeCertificate, WithoutAMicrophoneSilenceIsNoLoss) {
  Session session = whole_take();
  session.microphone.clear();
  EXPECT_TRUE(TakeCertificate(session, {{{}, sound_gap(60'000, "nothing_came")}}).perfect());
}

TEST(TakeCertificate, EarlySoundIsAllowedLessThanLateSound) {
  Session session = whole_take();
  session.sync->mean_offset = MediaTime::from_ms(14);
  EXPECT_TRUE(TakeCertificate(session, {}).perfect());
  session.sync->mean_offset = MediaTime::from_ms(-6);
  EXPECT_EQ(TakeCertificate(session, {}).line().english(), "Sound comes 6 ms before the picture.");
}

TEST(TakeCertificate, ATakeThatEndedByItselfSaysSo) {
  const TakeCertificate certificate(whole_take(), {{{}, TakeEnded{"failed"}}});
  EXPECT_EQ(certificate.line().english(), "The recording had to end early; up to 01:00 it is safe.");
}

TEST(TakeCertificate, OfATakeThatWasCutOffIsNotPerfectBeforeItIsRecovered) {
  Session session = whole_take();
  session.state = SessionState::kRecording;
  session.counters = {};
  const TakeCertificate certificate(session, {});
  EXPECT_FALSE(certificate.perfect());
  EXPECT_EQ(certificate.line().english(),
            "The recording was cut off and is not rescued yet, or it still runs.");
}

TEST(SyncWatch, ComparesSoundAndPictureByHalfSecondsAndKeepsTheWorst) {
  SyncWatch watch;
  Lateness sound, picture;
  EXPECT_FALSE(watch.result(0));
  for (int tick = 0; tick < 100; ++tick) {
    for (int i = 0; i < 3; ++i) picture.add(MediaTime::from_ms(i - 1));
    for (int i = 0; i < 10; ++i) sound.add(MediaTime::from_ms(tick >= 50 && tick < 55 ? 12 : 2));
    watch.add(sound, picture);
  }
  const auto sync = watch.result(42);
  ASSERT_TRUE(sync);
  EXPECT_NEAR(sync->mean_offset.seconds(), 0.0025, 1e-6);
  EXPECT_EQ(sync->worst_offset, MediaTime::from_ms(12));
  EXPECT_EQ(sync->device_ppm, 42);
}

}  // namespace
}  // namespace gladi
