#include "studio/review/review.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

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

}  // namespace
}  // namespace gladi
