// What a trainer does with the rubric, and how far she agrees with others who have scored the same take.
#include <algorithm>
#include <utility>

#include "ui/screens/review/review_controller.h"

namespace gladi {

// The rubric that she has chosen for this take; else the first one, and the library's own come first.
void ReviewController::offer_rubrics(const OpenedTake& take) {
  RubricChoice& choice = model_.choice;
  choice.folder = (services_.library.root() / "rubrics").string();
  for (const LoadedRubric& loaded : take.rubrics.rubrics) {
    choice.rubrics.push_back(loaded.rubric);
    choice.faults.insert(choice.faults.end(), loaded.faults.begin(), loaded.faults.end());
  }
  for (const Error& broken : take.rubrics.broken) choice.problems.push_back(broken.message);
  if (!choice.rubrics.empty()) model_.rubric = choice.rubrics.front();
  for (const Review& review : take.reviews) {
    if (review.reviewer_id != viewer_id_ || review.rubric.empty()) continue;
    choose_rubric(review.rubric);
    // Scored by a rubric that isn't here any more: nothing of it is lost.
    if (model_.rubric.id != review.rubric && !review.scores.empty())
      model_.rubric = rubric_of_scores(review.rubric, review.scores);
  }
}

// Nothing happens when there is none of this id.
void ReviewController::choose_rubric(const std::string& id) {
  const auto found = std::find_if(model_.choice.rubrics.begin(), model_.choice.rubrics.end(),
                                  [&](const Rubric& rubric) { return rubric.id == id; });
  if (found != model_.choice.rubrics.end()) model_.rubric = *found;
}

void ReviewController::look_at_agreement(const std::vector<Review>& reviews) {
  model_.agreements.clear();
  if (!model_.finished) return;
  const auto own = std::find_if(reviews.begin(), reviews.end(),
                                [this](const Review& review) { return review.reviewer_id == viewer_id_; });
  for (const Review& review : reviews) {
    if (own == reviews.end() || review.reviewer_id == viewer_id_) continue;
    const ScorePairs pairs = pairs_of(*own, review);
    if (pairs.pairs.empty()) continue;
    model_.agreements.push_back({review.reviewer_name, agreement_of(pairs.pairs, pairs.levels)});
  }
  if (model_.agreements.empty()) return;
  if (!agreement_) {
    agreement_ = std::make_unique<BackgroundValue<DoubleReviewed>>(
        [root = services_.library.root(), cancel = &no_more_agreement_] {
          return double_reviewed(root, cancel);
        },
        services_.wake);
  }
  agreement_->refresh();
}

void ReviewController::score(const ReviewIntent& intent) {
  if (!model_.trainer) return;
  if (const auto* set = std::get_if<review::SetScore>(&intent)) {
    const Criterion* criterion = model_.rubric.find(set->criterion);
    if (criterion == nullptr) return;
    Score score{criterion->id,
                criterion->name,
                set->level,
                static_cast<int>(criterion->levels.size()),
                criterion->levels[static_cast<size_t>(set->level - 1)],
                std::nullopt};
    desk_->change([rubric = model_.rubric.id, score](Review& review) mutable -> Status {
      for (const Score& before : review.scores) {  // another level, the same moment
        if (before.criterion == score.criterion) score.at = before.at;
      }
      set_score(review, rubric, score);
      return {};
    });
  }
  if (const auto* clear = std::get_if<review::ClearScore>(&intent)) {
    desk_->change([id = clear->criterion](Review& review) -> Status {
      clear_score(review, id);
      return {};
    });
  }
  if (const auto* moment = std::get_if<review::SetScoreMoment>(&intent)) {
    const auto at = moment->here ? std::optional(model_.player.position) : std::nullopt;
    desk_->change([id = moment->criterion, at](Review& review) -> Status {
      for (Score& score : review.scores) {
        if (score.criterion == id) score.at = at;
      }
      return {};
    });
  }
  if (const auto* chosen = std::get_if<review::ChooseRubric>(&intent)) {
    choose_rubric(chosen->id);
    view_.criterion.clear();
    desk_->change([id = model_.rubric.id](Review& review) -> Status {
      if (review.rubric != id) review.scores.clear();
      review.rubric = id;
      return {};
    });
  }
  if (const auto* finish = std::get_if<review::FinishReview>(&intent)) {
    view_.criterion.clear();  // where its words stood, she now reads how far others agree
    desk_->change([finished = finish->finished](Review& review) -> Status {
      review.finished = finished;
      return {};
    });
  }
}

}  // namespace gladi
