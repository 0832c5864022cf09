#include "studio/review/review.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <nlohmann/json.hpp>
#include <thread>

#include "studio/review/live_comments.h"
#include "studio/review/review_lock.h"
#include "studio/share/review_merge.h"
#include "studio/text/uuid.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
using nlohmann::json;
using testing::ElementsAre;

class Reviews : public testing::Test {
 protected:
  std::filesystem::path file() const { return temp_ / "reviews" / (trainer_ + ".json"); }
  Comment add(MediaTime at, const std::string& text) {
    auto comment = add_comment(temp_.path(), trainer_, "Pak Budi", at, text);
    if (!comment) {
      ADD_FAILURE() << comment.error().english();
      return {};
    }
    return *comment;
  }
  std::vector<std::string> texts() {
    std::vector<std::string> found;
    for (const Review& review : load_reviews(temp_.path())) {
      for (const Comment& comment : review.comments) found.push_back(comment.text);
    }
    return found;
  }

  test::TempFolder temp_;
  const std::string trainer_ = make_uuid();
};

TEST_F(Reviews, AreChangedByOneThreadAtATime) {
  constexpr int kEach = 12;
  const auto write = [&](const char* text) {
    for (int i = 0; i < kEach; ++i)
      EXPECT_TRUE(add_comment(temp_.path(), trainer_, "Pak Budi", MediaTime::from_ms(i), text));
  };
  std::thread one(write, "satu"), two(write, "dua");
  one.join();
  two.join();
  EXPECT_EQ(texts().size(), 2u * kEach) << "none is written over";
}

TEST_F(Reviews, WaitForWhoeverChangesThem) {
  auto lock = std::make_unique<Result<ReviewLock>>(ReviewLock::take(temp_.path()));
  ASSERT_TRUE(*lock);
  auto writing = std::async(std::launch::async, [&] { add({}, "satu"); });
  EXPECT_EQ(writing.wait_for(std::chrono::milliseconds(100)), std::future_status::timeout);
  EXPECT_TRUE(texts().empty());
  lock.reset();
  writing.get();
  EXPECT_THAT(texts(), ElementsAre("satu"));
}

TEST_F(Reviews, KeepCommentsByTimeAcrossARestart) {
  add(MediaTime::from_ms(9000), "Harga disebut jelas 👍");
  const Comment first = add(MediaTime::from_ms(2500), "  Salamnya hangat\n");
  const std::vector<Review> reviews = load_reviews(temp_.path());
  ASSERT_EQ(reviews.size(), 1u);
  EXPECT_EQ(reviews[0].reviewer_id, trainer_);
  EXPECT_EQ(reviews[0].reviewer_name, "Pak Budi");
  ASSERT_EQ(reviews[0].comments.size(), 2u);
  EXPECT_EQ(reviews[0].comments[0].id, first.id);
  EXPECT_EQ(reviews[0].comments[0].text, "Salamnya hangat");
  EXPECT_EQ(reviews[0].comments[0].at, MediaTime::from_ms(2500));
  EXPECT_EQ(reviews[0].comments[0].written_at, first.written_at);
  EXPECT_EQ(reviews[0].comments[1].text, "Harga disebut jelas 👍");
}

TEST_F(Reviews, AreOneFileAReviewer) {
  add({}, "satu");
  ASSERT_TRUE(add_comment(temp_.path(), make_uuid(), "Bu Rina", {}, "dua"));
  EXPECT_EQ(load_reviews(temp_.path()).size(), 2u);
}

TEST_F(Reviews, LoseACommentOnlyWhenItIsRemoved) {
  add(MediaTime{1}, "satu");
  const Comment second = add(MediaTime{2}, "dua");
  ASSERT_TRUE(remove_comment(temp_.path(), trainer_, second.id));
  EXPECT_THAT(texts(), ElementsAre("satu"));
  EXPECT_EQ(remove_comment(temp_.path(), trainer_, second.id).error().kind, ErrorKind::kNotFound);
  EXPECT_EQ(remove_comment(temp_.path(), make_uuid(), second.id).error().kind, ErrorKind::kNotFound);
}

TEST_F(Reviews, RefuseCommentsThatSayNothing) {
  for (const std::string& text :
       {std::string(), std::string(" \n "), std::string("\xff"), std::string(5000, 'x')}) {
    EXPECT_EQ(add_comment(temp_.path(), trainer_, "Pak Budi", {}, text).error().kind, ErrorKind::kInvalid);
  }
  EXPECT_EQ(add_comment(temp_.path(), "../x", "Pak Budi", {}, "a").error().kind, ErrorKind::kInvalid);
  EXPECT_EQ(add_comment(temp_ / "none", trainer_, "Pak Budi", {}, "a").error().kind, ErrorKind::kNotFound);
  EXPECT_FALSE(std::filesystem::exists(temp_ / "none"));
  EXPECT_TRUE(load_reviews(temp_.path()).empty());
}

TEST_F(Reviews, KeepFieldsThatThisVersionDoesNotKnow) {
  const Comment comment = add(MediaTime{5}, "satu");
  json content = json::parse(test::read_text(file()));
  content["sticker"] = {{"opening", 4}};
  content["comments"][0]["key"] = "bagus";
  test::write_text(file(), content.dump());
  add(MediaTime{1}, "nol");
  content = json::parse(test::read_text(file()));
  EXPECT_EQ(content["sticker"]["opening"], 4);
  EXPECT_EQ(content["comments"][0]["text"], "nol");
  EXPECT_FALSE(content["comments"][0].contains("key"));
  EXPECT_EQ(content["comments"][1]["id"], comment.id);
  EXPECT_EQ(content["comments"][1]["key"], "bagus");
}

TEST_F(Reviews, KeepAScoreWithItsWordsAndItsMoment) {
  const Score opening{"opening", {"Pembukaan", "Opening"}, 4, 5, {"Juga menyebut manfaatnya", ""}, {}};
  Score demo{"demo", {"Peragaan", "Demo"}, 2, 5, {"Terlihat sekilas", ""}, MediaTime::from_ms(61'000)};
  const auto set = [&](const Score& score) {
    return change_review(temp_.path(), trainer_, "Pak Budi", [&](Review& review) -> Status {
      set_score(review, "live-selling", score);
      return {};
    });
  };
  ASSERT_TRUE(set(opening));
  ASSERT_TRUE(set(demo));
  demo.level = 3;
  ASSERT_TRUE(set(demo));
  const auto reviews = load_reviews(temp_.path());
  ASSERT_EQ(reviews.size(), 1u);
  EXPECT_EQ(reviews[0].rubric, "live-selling");
  EXPECT_FALSE(reviews[0].finished);
  ASSERT_EQ(reviews[0].scores.size(), 2u);
  EXPECT_EQ(reviews[0].scores[0].criterion, "opening");
  EXPECT_EQ(reviews[0].scores[0].words, opening.words);
  EXPECT_FALSE(reviews[0].scores[0].at);
  EXPECT_EQ(reviews[0].scores[1].level, 3);
  EXPECT_EQ(reviews[0].scores[1].name, demo.name);
  EXPECT_EQ(reviews[0].scores[1].at, MediaTime::from_ms(61'000));
}

TEST_F(Reviews, DropScoresOfAnotherRubric) {
  Review review;
  set_score(review, "live-selling", {"opening", {}, 4, 5, {}, {}});
  set_score(review, "own", {"hook", {}, 1, 3, {}, {}});
  ASSERT_EQ(review.scores.size(), 1u);
  EXPECT_EQ(review.scores[0].criterion, "hook");
  EXPECT_FALSE(clear_score(review, "opening"));
  EXPECT_TRUE(clear_score(review, "hook"));
  EXPECT_TRUE(review.scores.empty());
}

TEST_F(Reviews, PassOverScoresThatNobodyCanHaveGiven) {
  add({}, "satu");
  json content = json::parse(test::read_text(file()));
  const auto score = [](const char* id, int64_t level, int64_t levels) {
    return json{{"id", id}, {"level", level}, {"levels", levels}, {"at_ns", nullptr}};
  };
  content["scores"] = {score("none", 0, 5),  score("much", 6, 5),     score("huge", 1LL << 40, 1LL << 41),
                       score("", 3, 5),      json("no object"),       score("voice", 3, 5),
                       score("voice", 1, 5), json{{"level", "three"}}};
  test::write_text(file(), content.dump());
  const auto reviews = load_reviews(temp_.path());
  ASSERT_EQ(reviews.size(), 1u);
  std::vector<std::string> kept;
  for (const Score& kept_score : reviews[0].scores) kept.push_back(kept_score.criterion);
  EXPECT_THAT(kept, ElementsAre("huge", "voice"));
  EXPECT_EQ(reviews[0].scores[1].level, 3);
}

TEST_F(Reviews, AreNotWrittenWhenAChangeFails) {
  add({}, "satu");
  const std::string before = test::read_text(file());
  const auto changed = change_review(temp_.path(), trainer_, "Bu Rina", [](Review& review) -> Status {
    review.finished = true;
    return fail(ErrorKind::kCancelled, Message("no"));
  });
  EXPECT_EQ(changed.error().kind, ErrorKind::kCancelled);
  EXPECT_EQ(test::read_text(file()), before);
}

TEST_F(Reviews, BringARemovedCommentBackAndTakeANewText) {
  Comment comment = add(MediaTime::from_ms(500), "satu");
  ASSERT_TRUE(remove_comment(temp_.path(), trainer_, comment.id));
  ASSERT_TRUE(put_comment(temp_.path(), trainer_, comment));
  EXPECT_THAT(texts(), ElementsAre("satu"));
  comment.text = "  satu, lebih jelas ";
  ASSERT_TRUE(put_comment(temp_.path(), trainer_, comment));
  EXPECT_THAT(texts(), ElementsAre("satu, lebih jelas"));
  EXPECT_EQ(load_reviews(temp_.path())[0].reviewer_name, "Pak Budi");
  comment.text = " ";
  EXPECT_EQ(put_comment(temp_.path(), trainer_, comment).error().kind, ErrorKind::kInvalid);
  comment.text = "dua";
  comment.id = "../x";
  EXPECT_EQ(put_comment(temp_.path(), trainer_, comment).error().kind, ErrorKind::kInvalid);
}

TEST_F(Reviews, ThatAreDamagedOrNewerAreLeftUntouched) {
  add({}, "satu");
  const std::string whole = test::read_text(file());
  json newer = json::parse(whole);
  newer["schema_version"] = 2;
  for (const std::string& content : {whole.substr(0, whole.size() / 2), std::string("{}"), newer.dump()}) {
    test::write_text(file(), content);
    EXPECT_FALSE(add_comment(temp_.path(), trainer_, "Pak Budi", {}, "dua"));
    EXPECT_EQ(test::read_text(file()), content);
  }
  EXPECT_THAT(texts(), ElementsAre("satu"));  // the newer one is read
  test::write_text(file(), "{ torn");
  std::vector<Error> problems;
  EXPECT_TRUE(load_reviews(temp_.path(), &problems).empty());
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].kind, ErrorKind::kDamaged);
}

TEST_F(Reviews, KeepADrawingAndAVoiceNoteWithTheirComment) {
  Comment comment = new_comment(MediaTime::from_ms(700), "");
  EXPECT_EQ(put_comment(temp_.path(), trainer_, comment, "Pak Budi").error().kind, ErrorKind::kInvalid);
  comment.drawing.strokes = {{Stroke::Shape::kArrow, {{0.25F, 0.5F}, {1, 0}}},
                             {Stroke::Shape::kPen, {{0, 0}, {0.1234F, 0.5F}, {0.2F, 1}}},
                             {Stroke::Shape::kCircle, {{0.5F, 0.5F}, {0.75F, 0.75F}}}};
  comment.voice = VoiceNote{make_uuid() + ".m4a", MediaTime::from_ms(4200)};
  ASSERT_TRUE(put_comment(temp_.path(), trainer_, comment, "Pak Budi")) << "it says something without words";
  EXPECT_THAT(load_reviews(temp_.path())[0].comments, ElementsAre(comment));
  // Taken away again they leave nothing behind in the file.
  comment.text = "tanpa gambar";
  comment.drawing = {};
  comment.voice.reset();
  ASSERT_TRUE(put_comment(temp_.path(), trainer_, comment));
  EXPECT_THAT(load_reviews(temp_.path())[0].comments, ElementsAre(comment));
}

TEST_F(Reviews, OpenAFileOfTheTimeBeforeDrawings) {
  test::write_text(file(), R"({"schema_version":1,"reviewer":{"id":")" + trainer_ +
                               R"(","name":"Pak Budi"},"comments":[{"id":")" + make_uuid() +
                               R"(","at_ns":5,"text":"lama","written_at":"2026-11-21T02:30:00.000Z"}]})");
  EXPECT_THAT(texts(), ElementsAre("lama"));
  EXPECT_TRUE(load_reviews(temp_.path())[0].comments[0].drawing.empty());
  add(MediaTime{9}, "baru");
  EXPECT_THAT(texts(), ElementsAre("lama", "baru"));
}

TEST_F(Reviews, LeaveOutDrawingsAndVoicesThatMakeNoSense) {
  const Comment whole = add(MediaTime{1}, "satu");
  json content = json::parse(test::read_text(file()));
  json& comment = content["comments"][0];
  comment["drawing"] =
      json::parse(R"([{"shape":"arrow","points":[[0.5,0.5]]}, {"shape":"cube","points":[[0,0],[1,1]]},
      7, {"shape":"pen","points":[[-5,2],["a",1],[0.5],[0.5,0.25]]}, {"shape":"pen"}])");
  comment["voice"] = {{"file", "../../etc/passwd.m4a"}, {"length_ns", 5}};
  test::write_text(file(), content.dump());
  const std::vector<Review> reviews = load_reviews(temp_.path());
  ASSERT_EQ(reviews[0].comments.size(), 1u);
  const Comment& read = reviews[0].comments[0];
  EXPECT_EQ(read.text, "satu");
  EXPECT_FALSE(read.voice);
  EXPECT_THAT(read.drawing.strokes, ElementsAre(Stroke{Stroke::Shape::kPen, {{0, 1}, {0.5F, 0.25F}}}));
}

TEST_F(Reviews, RememberWhatWasDeletedSoThatAnOlderCopyDoesNotBringItBack) {
  const Comment gone = add(MediaTime{1}, "satu");
  const Comment stays = add(MediaTime{2}, "dua");
  const Review older = load_reviews(temp_.path())[0];
  ASSERT_TRUE(remove_comment(temp_.path(), trainer_, gone.id));
  Review now = load_reviews(temp_.path())[0];
  EXPECT_FALSE(merge_review(now, older).any());
  EXPECT_THAT(now.comments, ElementsAre(stays));
  ASSERT_TRUE(put_comment(temp_.path(), trainer_, gone)) << "undone";
  EXPECT_THAT(load_reviews(temp_.path())[0].removed, ElementsAre());
}

class LiveComments : public Reviews {
 protected:
  TakeEvent said(MediaTime at, const std::string& who, const std::string& text) {
    return {at, LiveComment{make_uuid(), who, who == trainer_ ? "Pak Budi" : "", text}};
  }
  const std::string session_ = make_uuid();
};

TEST_F(LiveComments, BecomeCommentsOfTheTrainerAndOfTheObserver) {
  const std::vector<TakeEvent> events = {said(MediaTime::from_ms(900), trainer_, "Kail"),
                                         {MediaTime::from_ms(950), MarkerSet{"x"}},
                                         said(MediaTime::from_ms(1900), session_, "Bagus!")};
  ASSERT_TRUE(file_live_comments(temp_.path(), session_, events));
  for (const Review& review : load_reviews(temp_.path())) {
    ASSERT_EQ(review.comments.size(), 1u);
    const bool trainer = review.reviewer_id == trainer_;
    EXPECT_EQ(review.comments[0].text, trainer ? "Kail" : "Bagus!");
    EXPECT_EQ(review.comments[0].at, MediaTime::from_ms(trainer ? 900 : 1900));
    EXPECT_EQ(review.reviewer_name, trainer ? "Pak Budi" : "");
    EXPECT_EQ(review.finished, !trainer) << "a trainer hands her review in herself";
  }
}

TEST_F(LiveComments, AreFiledOnceWhateverBecameOfThem) {
  const std::vector<TakeEvent> events = {said(MediaTime{1}, trainer_, "Kail"),
                                         said(MediaTime{2}, trainer_, "Harga"),
                                         said(MediaTime{3}, trainer_, "Ajakan")};
  ASSERT_TRUE(file_live_comments(temp_.path(), session_, {events[0], events[1]}));
  Comment edited = load_reviews(temp_.path())[0].comments[0];
  edited.text = "Kail bagus";
  ASSERT_TRUE(put_comment(temp_.path(), trainer_, edited));
  ASSERT_TRUE(remove_comment(temp_.path(), trainer_, std::get<LiveComment>(events[1].what).comment_id));
  ASSERT_TRUE(file_live_comments(temp_.path(), session_, events)) << "as a recovery does it";
  EXPECT_THAT(texts(), ElementsAre("Kail bagus", "Ajakan"));
}

TEST_F(LiveComments, ThatMakeNoSenseAreLeftOut) {
  const std::vector<TakeEvent> events = {said(MediaTime{1}, "../x", "Kail"),
                                         said(MediaTime{2}, trainer_, ""),
                                         {MediaTime{3}, LiveComment{"x", trainer_, "", "Harga"}}};
  EXPECT_TRUE(file_live_comments(temp_.path(), session_, events));
  EXPECT_TRUE(load_reviews(temp_.path()).empty());
  EXPECT_FALSE(std::filesystem::exists(temp_ / "reviews"));
}

TEST_F(LiveComments, NeverWriteOverAReviewOfANewerVersion) {
  add({}, "satu");
  json newer = json::parse(test::read_text(file()));
  newer["schema_version"] = 2;
  test::write_text(file(), newer.dump());
  const auto filed = file_live_comments(temp_.path(), session_, {said(MediaTime{1}, trainer_, "Kail")});
  ASSERT_FALSE(filed);
  EXPECT_EQ(filed.error().kind, ErrorKind::kNewer);
  EXPECT_EQ(test::read_text(file()), newer.dump());
}

}  // namespace
}  // namespace gladi
