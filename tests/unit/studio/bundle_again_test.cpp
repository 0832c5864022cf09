// A bundle whose takes are here already, wholly or in part.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "studio/library/trash.h"
#include "studio/share/bundle.h"
#include "studio/share/take_export.h"
#include "tests/support/carried_take.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using nlohmann::json;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class BundleAgain : public test::CarriedTake {
 protected:
  // The take is in both libraries.
  void SetUp() override {
    ASSERT_TRUE(write());
    ASSERT_TRUE(read());
    fs::remove(bundle_);
  }
  ImportReport bring(bool reviews_only = true) {
    fs::remove(bundle_);
    EXPECT_TRUE(write(reviews_only));
    const auto report = read({{session_.id, here_}});
    EXPECT_TRUE(report) << report.error().english();
    return report ? *report : ImportReport{};
  }
  void hand_in(bool finished) {
    ASSERT_TRUE(change_review(folder_, trainer_, "", [&](Review& review) -> Status {
      review.finished = finished;
      return {};
    }));
  }
  static std::vector<std::string> sentences(const ImportReport& report) {
    std::vector<std::string> said;
    for (const Message& message : words_of(report)) said.push_back(message.english());
    return said;
  }
  std::vector<std::string> folders_in_b() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(b_ / "sessions")) {
      if (const std::string name = entry.path().filename(); name[0] != '.') names.push_back(name);
    }
    return names;
  }
  // Another take of the same person.
  fs::path add_take(const fs::path& library, const std::string& name) {
    Session session = session_;
    session.id = make_uuid();
    const fs::path folder = test::write_sample_session(library / "sessions", name, session);
    for (const TakePart& part : session.parts) test::write_text(folder / part.file, "film");
    return folder;
  }

  const fs::path here_ = b_ / "sessions" / test::kTakeFolder;
};

TEST_F(BundleAgain, BringsCorrectedFeedbackAndSaysWhatChanged) {
  const Comment comment = load_reviews(folder_)[0].comments[0];
  const auto second = add_comment(folder_, trainer_, "Pak Budi", {}, "Dua");
  hand_in(true);
  ImportReport report = bring();
  EXPECT_EQ(report.comments_added, 1);
  EXPECT_EQ(report.reviews_assessed, 1);
  Comment edited = comment;
  edited.text = "Harga kurang jelas";
  ASSERT_TRUE(put_comment(folder_, trainer_, edited));
  ASSERT_TRUE(remove_comment(folder_, trainer_, second->id));
  ASSERT_TRUE(add_comment(folder_, trainer_, "", {}, "Tiga"));
  report = bring();
  EXPECT_EQ(report.comments_added, 1);
  EXPECT_EQ(report.comments_changed, 1);
  EXPECT_EQ(report.comments_removed, 1);
  EXPECT_THAT(sentences(report), Contains(HasSubstr("new: 1, changed: 1, deleted: 1")));
  std::vector<std::string> texts;
  const Review arrived = load_reviews(here_)[0];
  for (const Comment& one : arrived.comments) texts.push_back(one.text);
  EXPECT_THAT(texts, ElementsAre("Tiga", "Harga kurang jelas"));
  // Taken back: it doesn't come back by the older copy that lies here.
  hand_in(false);
  report = bring();
  EXPECT_EQ(report.reviews_assessed, 1);
  EXPECT_FALSE(load_reviews(here_)[0].finished);
}

TEST_F(BundleAgain, TellsNothingOfCommentsThatAreNotHandedIn) {
  ASSERT_TRUE(add_comment(folder_, trainer_, "", {}, "Belum selesai"));
  const ImportReport report = bring();
  EXPECT_EQ(report.reviews_merged, 1);
  EXPECT_EQ(report.comments_added, 0);
}

TEST_F(BundleAgain, WithAReviewOfANewerGladiHereBringsAllElse) {
  const fs::path review = here_ / "reviews" / (trainer_ + ".json");
  json newer = json::parse(test::read_text(review));
  newer["schema_version"] = 99;
  test::write_text(review, newer.dump());
  fs::remove(b_ / "people" / (person_.id + ".json"));
  add_take(a_, "2026-11-22T09-30-00-siti-aminah");
  ASSERT_TRUE(add_comment(folder_, trainer_, "", {}, "Dua"));
  fs::remove(bundle_);
  ASSERT_TRUE(
      export_bundle(a_, {a_ / "sessions" / "2026-11-22T09-30-00-siti-aminah", folder_}, false, bundle_));
  const auto report = read({{session_.id, here_}});
  ASSERT_TRUE(report) << report.error().english();
  EXPECT_EQ(report->takes_added, 1);
  EXPECT_EQ(report->people_added, 1) << "without her file nobody may see the take";
  EXPECT_EQ(report->reviews_left, 1);
  EXPECT_THAT(sentences(*report), Contains(HasSubstr("newer Gladi")));
  EXPECT_EQ(test::read_text(review), newer.dump());
}

// Whatever cuts it off on the way, people are there before their takes.
TEST_F(BundleAgain, ThatFailsOnTheWayHasBroughtPeopleFirst) {
  fs::remove(b_ / "people" / (person_.id + ".json"));
  add_take(a_, "2026-11-22T09-30-00-siti-aminah");
  ASSERT_TRUE(add_comment(folder_, trainer_, "", {}, "Dua"));
  fs::remove(bundle_);
  ASSERT_TRUE(
      export_bundle(a_, {folder_, a_ / "sessions" / "2026-11-22T09-30-00-siti-aminah"}, false, bundle_));
  // A folder that lies where a file should be written.
  fs::remove_all(b_ / "sessions");
  test::write_text(b_ / "sessions", "no folder");
  EXPECT_FALSE(read());
  EXPECT_TRUE(PeopleStore(b_ / "people").load(person_.id));
}

TEST_F(BundleAgain, OfATakeInTheTrashBringsItsReviewsThereAndSaysSo) {
  const auto trashed = throw_take_away(b_, here_);
  ASSERT_TRUE(trashed);
  ASSERT_TRUE(add_comment(folder_, trainer_, "", {}, "Dua"));
  ASSERT_TRUE(write());
  const auto report = read();
  ASSERT_TRUE(report) << report.error().english();
  EXPECT_EQ(report->takes_added, 0);
  EXPECT_EQ(report->takes_in_trash, 1);
  EXPECT_THAT(sentences(*report), Contains(HasSubstr("trash")));
  EXPECT_THAT(folders_in_b(), IsEmpty());
  const auto back = restore_take(b_, *trashed);
  ASSERT_TRUE(back) << back.error().english();
  EXPECT_EQ(load_reviews(*back)[0].comments.size(), 2u);
  EXPECT_THAT(folders_in_b(), ElementsAre(test::kTakeFolder));
}

TEST_F(BundleAgain, WithOneTakeInTwoFoldersPlacesItOnce) {
  fs::remove_all(here_);
  const fs::path copy = a_ / "sessions" / (std::string(test::kTakeFolder) + "-2");
  fs::copy(folder_, copy, fs::copy_options::recursive);
  ASSERT_TRUE(add_comment(copy, make_uuid(), "Bu Rina", {}, "Dari salinan"));
  ASSERT_TRUE(export_bundle(a_, {folder_, copy}, false, bundle_));
  const auto report = read();
  ASSERT_TRUE(report) << report.error().english();
  EXPECT_EQ(report->takes_added, 1);
  EXPECT_EQ(report->reviews_added, 2);
  EXPECT_THAT(folders_in_b(), ElementsAre(test::kTakeFolder));
  EXPECT_EQ(load_reviews(here_).size(), 2u);
}

// Text that packs badly, as words do that are all different.
std::string any_words(size_t letters) {
  static std::mt19937 random(7);  // NOLINT(cert-msc51-cpp): the same each time
  std::uniform_int_distribution<int> letter('A', 'z');
  std::string words(letters, ' ');
  for (char& c : words) {
    c = static_cast<char>(letter(random));
    if (c == '\\') c = ' ';
  }
  return words;
}

TEST_F(BundleAgain, OfManyTakesWithLongJournalsStaysUnderAMegabyte) {
  std::vector<fs::path> folders{folder_};
  for (int i = 0; i < 40; ++i) {
    const fs::path folder = add_take(a_, "2026-11-22T09-30-00-siti-" + std::to_string(i));
    test::write_text(folder / "journal.jsonl", any_words(40'000));
    ASSERT_TRUE(add_comment(folder, trainer_, "Pak Budi", {}, any_words(2000)));
    folders.push_back(folder);
  }
  test::write_text(folder_ / "journal.jsonl", any_words(2'000'000));
  // Voice notes for what is left, one that nothing mentions any more.
  for (int i = 0; i < 12; ++i) {
    Comment comment = new_comment(MediaTime::from_ms(i), "");
    comment.voice = VoiceNote{make_uuid() + ".m4a", MediaTime::from_ms(30'000)};
    test::write_text(folder_ / "reviews" / comment.voice->file, any_words(90'000));
    ASSERT_TRUE(put_comment(folder_, trainer_, comment, "Pak Budi"));
  }
  test::write_text(folder_ / "reviews" / (make_uuid() + ".m4a"), any_words(90'000));
  fs::remove(bundle_);
  ASSERT_TRUE(export_bundle(a_, folders, true, bundle_));
  EXPECT_LE(fs::file_size(bundle_), kMostReviewsBytes);
  EXPECT_GT(fs::file_size(bundle_), kMostReviewsBytes - 150'000) << "what is left is used";
  const auto manifest = inspect_bundle(bundle_);
  ASSERT_TRUE(manifest);
  EXPECT_GT(manifest->voices_left_out, 0);
  EXPECT_LT(manifest->voices_left_out, 12);
  for (const BundleFile& file : manifest->files) EXPECT_THAT(file.path, testing::Not(HasSubstr("journal")));
  const auto report = read({{session_.id, here_}});
  ASSERT_TRUE(report) << report.error().english();
  EXPECT_EQ(report->takes_known, 1);
  EXPECT_EQ(report->takes_unknown, 40);
  EXPECT_EQ(load_reviews(here_)[0].comments.size(), 13u);
}

TEST_F(BundleAgain, WhoseWordsAloneAreMoreSaysSo) {
  Comment comment = new_comment({}, "");
  comment.voice = VoiceNote{make_uuid() + ".m4a", MediaTime::from_ms(30'000)};
  test::write_text(folder_ / "reviews" / comment.voice->file, "voice");
  ASSERT_TRUE(put_comment(folder_, trainer_, comment));
  const Comment at{"", {}, "", comment.written_at};
  ASSERT_TRUE(change_review(folder_, trainer_, "", [&](Review& review) -> Status {
    for (int i = 0; i < 700; ++i) {
      review.comments.push_back(at);
      review.comments.back().id = make_uuid();
      review.comments.back().text = any_words(4000);
    }
    return {};
  }));
  const ReportWords words{Language::kIndonesian, [](const Message& message) { return message.english(); }};
  fs::remove(bundle_);
  const auto told = export_takes({ExportKind::kReviews, a_, {folder_}, {}, bundle_}, words);
  ASSERT_TRUE(told) << told.error().english();
  EXPECT_GT(fs::file_size(bundle_), kMostReviewsBytes);
  ASSERT_EQ(told->size(), 2u);
  EXPECT_THAT((*told)[0].english(), HasSubstr("too large for some messengers"));
  EXPECT_THAT((*told)[1].english(), HasSubstr("Voice notes"));
}

}  // namespace
}  // namespace gladi
