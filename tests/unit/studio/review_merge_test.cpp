// One reviewer's file on two computers: what was said later counts, and nothing is lost.
#include "studio/share/review_merge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "studio/text/uuid.h"
#include "tests/support/samples.h"
#include "tests/support/temp_folder.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using nlohmann::json;
using testing::ElementsAre;
using testing::IsEmpty;

// Her computer and the other one begin with the same file: a comment, a score, handed in.
class ReviewMerge : public testing::Test {
 protected:
  ReviewMerge() {
    fs::create_directories(there_);
    fs::create_directories(here_);
    comment_ = *add_comment(there_, trainer_, "Bu Sri", MediaTime::from_ms(100), "Harga salah");
    change(there_, [](Review& review) {
      set_score(review, "jualan", score("suara", 2));
      review.finished = true;
    });
    fs::copy(there_ / "reviews", here_ / "reviews");
  }
  static Score score(const std::string& criterion, int level) {
    return {criterion, {"Suara", ""}, level, 5, {"Jelas", ""}, {}};
  }
  template <class Change>
  void change(const fs::path& folder, Change&& step) {
    ASSERT_TRUE(change_review(folder, trainer_, "Bu Sri", [&](Review& review) -> Status {
      step(review);
      return {};
    }));
  }
  Review read(const fs::path& folder) const {
    const std::vector<Review> reviews = load_reviews(folder);
    EXPECT_EQ(reviews.size(), 1u);
    return reviews.empty() ? Review{} : reviews[0];
  }
  void edit(const fs::path& folder, const std::string& text) {
    Comment edited = comment_;
    edited.text = text;
    ASSERT_TRUE(put_comment(folder, trainer_, edited));
  }
  // What is there comes here; a second time it changes nothing.
  ReviewChanges bring() {
    Review ours = read(here_);
    const Review theirs = read(there_);
    const ReviewChanges changes = merge_review(ours, theirs);
    EXPECT_TRUE(save_review(here_, ours));
    EXPECT_FALSE(merge_review(ours, theirs).any());
    return changes;
  }
  std::vector<std::string> texts() const {
    std::vector<std::string> found;
    for (const Comment& comment : read(here_).comments) found.push_back(comment.text);
    return found;
  }

  const test::TempFolder temp_;
  const fs::path there_ = temp_ / "there", here_ = temp_ / "here";
  const std::string trainer_ = make_uuid();
  Comment comment_;
};

TEST_F(ReviewMerge, OfTheSameFileChangesNothing) {
  EXPECT_FALSE(bring().any());
}

TEST_F(ReviewMerge, BringsACorrectedCommentAndKeepsItsMoment) {
  edit(there_, "Harga benar");
  const ReviewChanges changes = bring();
  EXPECT_EQ(changes.comments_changed, 1);
  EXPECT_EQ(changes.comments_added + changes.comments_removed, 0);
  EXPECT_THAT(texts(), ElementsAre("Harga benar"));
  EXPECT_EQ(read(here_).comments[0].written_at, comment_.written_at);
}

TEST_F(ReviewMerge, KeepsALaterCorrectionFromAnOlderCopy) {
  edit(there_, "Lama");
  edit(here_, "Baru");
  edit(here_, "Paling baru");
  EXPECT_FALSE(bring().any());
  EXPECT_THAT(texts(), ElementsAre("Paling baru"));
}

TEST_F(ReviewMerge, OfACorrectionThatWasTakenBackKeepsTheTime) {
  edit(there_, "Harga benar");
  fs::copy_file(there_ / "reviews" / (trainer_ + ".json"), temp_ / "between.json");
  edit(there_, comment_.text);
  EXPECT_EQ(bring().comments_changed, 0);
  fs::copy_file(temp_ / "between.json", there_ / "reviews" / (trainer_ + ".json"),
                fs::copy_options::overwrite_existing);
  EXPECT_FALSE(bring().any());
  EXPECT_THAT(texts(), ElementsAre("Harga salah"));
}

TEST_F(ReviewMerge, TakesADeletedCommentAwayForGood) {
  const Review older = read(there_);
  ASSERT_TRUE(remove_comment(there_, trainer_, comment_.id));
  EXPECT_EQ(bring().comments_removed, 1);
  EXPECT_THAT(texts(), IsEmpty());
  Review ours = read(here_);
  EXPECT_FALSE(merge_review(ours, older).any());
  EXPECT_THAT(ours.comments, IsEmpty());
}

TEST_F(ReviewMerge, KeepsACommentThatWasChangedAfterItWasDeletedElsewhere) {
  ASSERT_TRUE(remove_comment(there_, trainer_, comment_.id));
  Review ours = read(here_);
  ours.comments[0].text = "Tetap";
  ours.comments[0].changed_at = *read(there_).removed[0].at + std::chrono::seconds(1);
  ASSERT_TRUE(save_review(here_, ours));
  EXPECT_EQ(bring().comments_removed, 0);
  EXPECT_THAT(texts(), ElementsAre("Tetap"));
}

TEST_F(ReviewMerge, BringsADeletedCommentBackWhenTheDeletionWasUndone) {
  ASSERT_TRUE(remove_comment(there_, trainer_, comment_.id));
  bring();
  ASSERT_TRUE(put_comment(there_, trainer_, comment_));
  EXPECT_EQ(bring().comments_added, 1);
  EXPECT_THAT(texts(), ElementsAre("Harga salah"));
  EXPECT_THAT(read(here_).removed, IsEmpty());
}

TEST_F(ReviewMerge, KnowsOfACommentThatWasDeletedBeforeItEverCame) {
  const auto other = add_comment(there_, trainer_, "Bu Sri", {}, "Salah orang");
  const Review older = read(there_);
  ASSERT_TRUE(remove_comment(there_, trainer_, other->id));
  EXPECT_EQ(bring().comments_removed, 0) << "nobody here has seen it";
  Review ours = read(here_);
  merge_review(ours, older);
  EXPECT_EQ(ours.comments.size(), 1u);
}

TEST_F(ReviewMerge, LosesNoCommentOfEitherSide) {
  ASSERT_TRUE(add_comment(there_, trainer_, "Bu Sri", MediaTime::from_ms(200), "Di sana"));
  ASSERT_TRUE(add_comment(here_, trainer_, "Bu Sri", MediaTime::from_ms(300), "Di sini"));
  EXPECT_EQ(bring().comments_added, 1);
  EXPECT_THAT(texts(), ElementsAre("Harga salah", "Di sana", "Di sini"));
}

TEST_F(ReviewMerge, BringsChangedScoresAndLaterDecisions) {
  change(there_, [](Review& review) { set_score(review, "jualan", score("suara", 4)); });
  EXPECT_TRUE(bring().assessed);
  EXPECT_EQ(read(here_).scores[0].level, 4);
  change(there_, [](Review& review) { review.finished = false; });
  bring();
  EXPECT_FALSE(read(here_).finished) << "taken back";
  change(there_, [](Review& review) { clear_score(review, "suara"); });
  bring();
  EXPECT_THAT(read(here_).scores, IsEmpty());
  change(there_, [](Review& review) { set_score(review, "lain", score("senyum", 3)); });
  bring();
  EXPECT_EQ(read(here_).rubric, "lain");
  EXPECT_EQ(read(here_).scores.size(), 1u);
}

TEST_F(ReviewMerge, OfAnOlderCopyUndoesNoDecision) {
  change(here_, [](Review& review) { review.finished = false; });
  EXPECT_FALSE(bring().any());
  EXPECT_FALSE(read(here_).finished);
  change(here_, [](Review& review) { clear_score(review, "suara"); });
  EXPECT_FALSE(bring().any());
  EXPECT_THAT(read(here_).scores, IsEmpty());
  change(here_, [](Review& review) { review.rubric = "baru"; });
  EXPECT_FALSE(bring().any());
  EXPECT_EQ(read(here_).rubric, "baru") << "chosen, and still empty";
}

TEST_F(ReviewMerge, FollowsTheOrderOfDecisionsWhateverTheClockSays) {
  Review review = read(there_);
  const WallTime future = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()) +
                          std::chrono::hours(1000);
  review.assessed_at = future;
  review.comments[0].changed_at = future;
  ASSERT_TRUE(save_review(there_, review));
  bring();
  // The clock was put right.
  edit(there_, "Sesudahnya");
  change(there_, [](Review& later) { later.finished = false; });
  EXPECT_EQ(bring().comments_changed, 1);
  EXPECT_THAT(texts(), ElementsAre("Sesudahnya"));
  EXPECT_FALSE(read(here_).finished);
}

// Files of the time before there were times.
TEST_F(ReviewMerge, OfFilesWithoutTimesKeepsWhatIsHereAndTakesWhatIsHandedIn) {
  for (const fs::path& folder : {there_, here_}) {
    const fs::path file = folder / "reviews" / (trainer_ + ".json");
    json content = json::parse(test::read_text(file));
    for (const char* key : {"assessed_at", "removals"}) content.erase(key);
    content["comments"][0].erase("changed_at");
    content["finished"] = folder == there_;
    if (folder == there_) content["scores"][0]["level"] = 3;
    test::write_text(file, content.dump());
  }
  EXPECT_TRUE(bring().assessed);
  EXPECT_TRUE(read(here_).finished);
  EXPECT_EQ(read(here_).scores[0].level, 3);
  // An older Gladi has deleted a comment and says no more than that.
  const fs::path file = there_ / "reviews" / (trainer_ + ".json");
  json content = json::parse(test::read_text(file));
  content["comments"] = json::array();
  content["removed"] = {comment_.id};
  test::write_text(file, content.dump());
  EXPECT_EQ(bring().comments_removed, 1);
  EXPECT_THAT(json::parse(test::read_text(here_ / "reviews" / (trainer_ + ".json")))["removed"],
              ElementsAre(comment_.id))
      << "where that one reads it";
}

}  // namespace
}  // namespace gladi
