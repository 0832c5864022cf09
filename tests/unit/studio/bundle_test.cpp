#include "studio/share/bundle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>

#include "studio/review/review_lock.h"
#include "studio/share/take_export.h"
#include "tests/support/carried_take.h"
#include "tests/support/command.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using test::content_of;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class BundleTest : public test::CarriedTake {};

TEST_F(BundleTest, BringsATakeToAnotherLibraryWhole) {
  ASSERT_TRUE(write());
  // Somebody else's program opens it, and finds the film as it is.
  const auto tested = test::run_command({"python3", "-m", "zipfile", "-t", bundle_.string()});
  EXPECT_EQ(tested.exit_code, 0) << tested.out << tested.err;
  const auto report = read();
  ASSERT_TRUE(report) << report.error().english();
  EXPECT_EQ(report->takes_added, 1);
  EXPECT_EQ(report->reviews_added, 1);
  EXPECT_EQ(report->people_added, 1);
  EXPECT_THAT(report->same_names, IsEmpty());
  const fs::path arrived = b_ / "sessions" / test::kTakeFolder;
  for (const char* name : {"journal.jsonl", "take.mp4"})
    EXPECT_EQ(test::read_text(arrived / name), test::read_text(folder_ / name)) << name;
  EXPECT_FALSE(fs::exists(arrived / "cache"));
  const auto session = load_session(arrived);
  ASSERT_TRUE(session);
  EXPECT_EQ(session->id, session_.id);
  ASSERT_EQ(load_reviews(arrived).size(), 1u);
  EXPECT_EQ(load_reviews(arrived)[0].comments[0].text, "Harga jelas 👍");
  EXPECT_EQ(PeopleStore(b_ / "people").load(person_.id)->consent, person_.consent);
  for (const auto& entry : fs::directory_iterator(b_))
    EXPECT_FALSE(entry.path().filename().string().starts_with(".import")) << "nothing is left behind";
}

TEST_F(BundleTest, SaysWhatItHoldsBeforeAnythingIsUnpacked) {
  ASSERT_TRUE(write());
  const auto manifest = inspect_bundle(bundle_);
  ASSERT_TRUE(manifest) << manifest.error().english();
  EXPECT_FALSE(manifest->reviews_only);
  ASSERT_EQ(manifest->takes.size(), 1u);
  EXPECT_EQ(manifest->takes[0].person_name, "Siti Aminah");
  EXPECT_EQ(manifest->takes[0].started_at, session_.started_at);
}

TEST_F(BundleTest, OfATakeThatIsHereAddsReviewsOnly) {
  ASSERT_TRUE(write());
  ASSERT_TRUE(read());
  const fs::path here = b_ / "sessions" / test::kTakeFolder;
  const std::string other = make_uuid();
  ASSERT_TRUE(add_comment(here, other, "Bu Rina", {}, "Senyumnya ramah"));
  ASSERT_TRUE(add_comment(here, trainer_, "Pak Budi", MediaTime::from_ms(100), "Ditulis di sini"));
  ASSERT_TRUE(add_comment(folder_, trainer_, "Pak Budi", MediaTime::from_ms(200), "Ditulis di sana"));
  fs::remove(bundle_);
  ASSERT_TRUE(write());
  const auto report = read({{session_.id, here}});
  ASSERT_TRUE(report) << report.error().english();
  EXPECT_EQ(report->takes_added, 0);
  EXPECT_EQ(report->takes_known, 1);
  EXPECT_EQ(report->reviews_merged, 1);
  EXPECT_EQ(report->people_added, 0);
  std::vector<std::string> texts;
  for (const Review& review : load_reviews(here)) {
    if (review.reviewer_id != trainer_) continue;
    for (const Comment& comment : review.comments) texts.push_back(comment.text);
  }
  EXPECT_THAT(texts, ElementsAre("Ditulis di sini", "Ditulis di sana", "Harga jelas 👍"));
  EXPECT_EQ(load_reviews(here).size(), 2u) << "the other trainer's stays";
  const auto again = read({{session_.id, here}});
  ASSERT_TRUE(again);
  EXPECT_EQ(again->reviews_merged + again->reviews_added, 0) << "the same once more changes nothing";
}

TEST_F(BundleTest, WaitsWhileSomebodyCommentsOnTheTake) {
  ASSERT_TRUE(write());
  ASSERT_TRUE(read());
  const fs::path here = b_ / "sessions" / test::kTakeFolder;
  ASSERT_TRUE(add_comment(folder_, trainer_, "Pak Budi", MediaTime::from_ms(200), "Ditulis di sana"));
  fs::remove(bundle_);
  ASSERT_TRUE(write(true));
  auto lock = std::make_unique<Result<ReviewLock>>(ReviewLock::take(here));
  ASSERT_TRUE(*lock);
  auto reading = std::async(std::launch::async, [&] { return read({{session_.id, here}}); });
  EXPECT_EQ(reading.wait_for(std::chrono::milliseconds(300)), std::future_status::timeout);
  EXPECT_EQ(load_reviews(here).at(0).comments.size(), 1u);
  lock.reset();
  EXPECT_EQ(reading.get()->reviews_merged, 1);
  EXPECT_EQ(load_reviews(here).at(0).comments.size(), 2u);
}

TEST_F(BundleTest, WithReviewsOnlyIsSmallAndFindsItsTake) {
  ASSERT_TRUE(write());
  ASSERT_TRUE(read());
  const fs::path here = b_ / "sessions" / test::kTakeFolder;
  ASSERT_TRUE(add_comment(folder_, make_uuid(), "Bu Rina", {}, "Bagus"));
  fs::remove(bundle_);
  ASSERT_TRUE(write(true));
  EXPECT_LT(fs::file_size(bundle_), 20'000u);
  const auto report = read({{session_.id, here}});
  ASSERT_TRUE(report) << report.error().english();
  EXPECT_EQ(report->reviews_added, 1);
  const auto elsewhere = read();
  ASSERT_TRUE(elsewhere);
  EXPECT_EQ(elsewhere->takes_unknown, 1);
  EXPECT_EQ(elsewhere->takes_added + elsewhere->people_added, 0);
}

TEST_F(BundleTest, CarriesDrawingsAndVoiceNotesWithTheFeedback) {
  ASSERT_TRUE(write());
  ASSERT_TRUE(read());
  const fs::path here = b_ / "sessions" / test::kTakeFolder;
  Comment comment = new_comment(MediaTime::from_ms(300), "");
  comment.drawing.strokes = {{Stroke::Shape::kCircle, {{0.25F, 0.25F}, {0.5F, 0.5F}}}};
  comment.voice = VoiceNote{make_uuid() + ".m4a", MediaTime::from_ms(900)};
  ASSERT_TRUE(put_comment(folder_, trainer_, comment, "Pak Budi"));
  test::write_text(folder_ / "reviews" / comment.voice->file, "the voice");
  fs::remove(bundle_);
  ASSERT_TRUE(write(true));
  const auto report = read({{session_.id, here}});
  ASSERT_TRUE(report) << report.error().english();
  EXPECT_THAT(load_reviews(here)[0].comments, testing::Contains(comment));
  EXPECT_EQ(test::read_text(here / "reviews" / comment.voice->file), "the voice");
  const auto again = read({{session_.id, here}});
  ASSERT_TRUE(again);
  EXPECT_EQ(test::read_text(here / "reviews" / comment.voice->file), "the voice");
}

TEST_F(BundleTest, OfFeedbackStaysUnderAMegabyteAndSaysWhatItLeftOut) {
  const auto start = fs::file_time_type::clock::now();
  std::vector<std::string> voices;
  for (int i = 0; i < 4; ++i) {
    Comment comment = new_comment(MediaTime::from_ms(i), "");
    comment.voice = VoiceNote{make_uuid() + ".m4a", MediaTime::from_ms(120'000)};
    ASSERT_TRUE(put_comment(folder_, trainer_, comment, "Pak Budi"));
    voices.push_back(comment.voice->file);
    test::write_text(folder_ / "reviews" / voices.back(), std::string(400'000, static_cast<char>('a' + i)));
    fs::last_write_time(folder_ / "reviews" / voices.back(), start + std::chrono::seconds(i));
  }
  test::write_text(folder_ / "reviews" / ("." + voices[0]), "half recorded");
  ASSERT_TRUE(write(true));
  EXPECT_LT(fs::file_size(bundle_), 1'000'000u);
  const auto manifest = inspect_bundle(bundle_);
  ASSERT_TRUE(manifest);
  EXPECT_EQ(manifest->voices_left_out, 2);
  const ReportWords words{Language::kIndonesian, [](const Message& message) { return message.english(); }};
  ExportOrder order{ExportKind::kReviews, a_, {folder_}, {}, temp_ / "again.gladi"};
  const auto told = export_takes(order, words);
  ASSERT_TRUE(told) << told.error().english();
  ASSERT_EQ(told->size(), 1U);
  EXPECT_EQ(told->front().values(), std::vector<std::string>{"2"});
  order.kind = ExportKind::kBundle;
  order.target = temp_ / "whole.gladi";
  const auto whole = export_takes(order, words);
  ASSERT_TRUE(whole) << whole.error().english();
  EXPECT_TRUE(whole->empty()) << "who carries the film carries all of them";
  std::string names;
  for (const BundleFile& file : manifest->files) names += file.path + "\n";
  EXPECT_THAT(names, HasSubstr(voices[2]));
  EXPECT_THAT(names, HasSubstr(voices[3])) << "the newest";
  EXPECT_THAT(names, testing::Not(HasSubstr("/.")));
  fs::remove(bundle_);
  ASSERT_TRUE(write());
  EXPECT_EQ(inspect_bundle(bundle_)->voices_left_out, 0) << "with the film there is room";
}

TEST_F(BundleTest, KeepsATakeOfAnotherOneWithTheSameFolderName) {
  ASSERT_TRUE(write());
  EXPECT_EQ(fs::status(bundle_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  test::write_text(b_ / "sessions" / test::kTakeFolder / "session.json", "somebody else's");
  ASSERT_TRUE(read());
  EXPECT_EQ(test::read_text(b_ / "sessions" / test::kTakeFolder / "session.json"), "somebody else's");
  EXPECT_TRUE(load_session(b_ / "sessions" / (std::string(test::kTakeFolder) + "-2")));
}

TEST_F(BundleTest, TellsOfPeopleWithTheSameName) {
  ASSERT_TRUE(write());
  ASSERT_TRUE(PeopleStore(b_ / "people").save(test::sample_person("SITI aminah")));
  const auto report = read();
  ASSERT_TRUE(report);
  EXPECT_THAT(report->same_names, ElementsAre("Siti Aminah"));
}

TEST_F(BundleTest, IsNotMadeOfWhatIsNotWholeOrNotAgreedTo) {
  Session running = session_;
  running.state = SessionState::kRecording;
  ASSERT_TRUE(save_session(folder_, running));
  EXPECT_EQ(write().error().kind, ErrorKind::kInvalid);
  ASSERT_TRUE(save_session(folder_, session_));

  fs::rename(folder_ / "take.mp4", folder_ / "away.mp4");
  EXPECT_THAT(write().error().message.english(), HasSubstr("take.mp4 is missing"));
  fs::rename(folder_ / "away.mp4", folder_ / "take.mp4");

  Person silent = person_;
  silent.consent.review = false;
  ASSERT_TRUE(PeopleStore(a_ / "people").save(silent));
  EXPECT_EQ(write().error().kind, ErrorKind::kRefused);
  ASSERT_TRUE(PeopleStore(a_ / "people").save(person_));

  test::write_text(bundle_, "mine");
  EXPECT_EQ(write().error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(test::read_text(bundle_), "mine");
  EXPECT_FALSE(export_bundle(a_, {folder_}, false, temp_ / "nowhere" / "x.gladi"));
  EXPECT_FALSE(export_bundle(a_, {temp_ / "nowhere"}, false, temp_ / "x.gladi"));
  for (const auto& entry : fs::directory_iterator(temp_.path()))
    EXPECT_FALSE(entry.path().filename().string().starts_with('.')) << "no half file";
}

TEST_F(BundleTest, CanBeCancelledAtAnyPoint) {
  for (const double at : {0.0, 0.2, 0.5, 0.8}) {
    std::atomic<bool> cancel{false};
    const ShareProgress progress{[&](double share) { cancel = cancel || share >= at; }, &cancel};
    const auto before = content_of(temp_.path());
    EXPECT_EQ(export_bundle(a_, {folder_}, false, bundle_, progress).error().kind, ErrorKind::kCancelled)
        << at;
    EXPECT_EQ(content_of(temp_.path()), before) << at;
  }
  ASSERT_TRUE(write());
  const auto before = content_of(temp_.path());
  std::atomic<bool> cancel{false};
  const ShareProgress progress{[&](double share) { cancel = share > 0.5; }, &cancel};
  EXPECT_EQ(import_bundle(b_, {}, bundle_, progress).error().kind, ErrorKind::kCancelled);
  EXPECT_EQ(content_of(temp_.path()), before);
}

TEST_F(BundleTest, OfLongAndForeignNamesArrives) {
  person_.name = "سِتي “Budi” O'Neil / 👩🏽‍🌾 " + std::string(40, 'x');
  ASSERT_TRUE(PeopleStore(a_ / "people").save(person_));
  session_.person_name = person_.name;
  ASSERT_TRUE(save_session(folder_, session_));
  ASSERT_TRUE(write());
  ASSERT_TRUE(read());
  EXPECT_EQ(PeopleStore(b_ / "people").load(person_.id)->name, person_.name);
}

}  // namespace
}  // namespace gladi
