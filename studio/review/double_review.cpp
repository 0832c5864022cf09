#include "studio/review/double_review.h"

#include <algorithm>
#include <map>

#include "studio/people/people_store.h"
#include "studio/session/session_file.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

using PairsByLevels = std::map<int, std::vector<ScorePair>>;

void add_pairs(const Review& first, const Review& second, PairsByLevels& found) {
  if (!first.finished || !second.finished || first.rubric != second.rubric) return;
  for (const Score& score : first.scores) {
    const auto other = std::find_if(second.scores.begin(), second.scores.end(), [&](const Score& candidate) {
      return candidate.criterion == score.criterion && candidate.levels == score.levels;
    });
    if (other != second.scores.end()) found[score.levels].push_back({score.level, other->level});
  }
}

ScorePairs most_common(const PairsByLevels& found) {
  ScorePairs most;
  for (const auto& [levels, pairs] : found) {
    if (pairs.size() > most.pairs.size()) most = {pairs, levels};
  }
  return most;
}

// Without opening them: most takes have one or none.
bool has_two_files(const fs::path& reviews) {
  int count = 0;
  std::error_code error;
  for (fs::directory_iterator it(reviews, error), end; !error && it != end; it.increment(error)) {
    if (it->path().extension() == ".json" && ++count == 2) return true;
  }
  return false;
}

bool may_be_reviewed(const PeopleStore& people, const fs::path& folder) {
  const auto session = load_session(folder);
  if (!session) return false;
  const auto person = people.load(session->person_id);
  return person && person->consent.review;
}

}  // namespace

ScorePairs pairs_of(const Review& first, const Review& second) {
  PairsByLevels found;
  add_pairs(first, second, found);
  return most_common(found);
}

DoubleReviewed double_reviewed(const fs::path& library_root, const std::atomic<bool>* cancel) {
  DoubleReviewed all;
  PairsByLevels found;
  const PeopleStore people(library_root / "people");
  std::error_code error;
  for (fs::directory_iterator it(library_root / "sessions", error), end; !error && it != end;
       it.increment(error)) {
    if (cancel != nullptr && *cancel) break;
    const fs::path& folder = it->path();
    if (folder.filename().string().starts_with(".") || !has_two_files(folder / "reviews")) continue;
    if (!may_be_reviewed(people, folder)) continue;
    const std::vector<Review> reviews = load_reviews(folder);
    bool any = false;
    for (size_t i = 0; i < reviews.size(); ++i) {
      for (size_t j = i + 1; j < reviews.size(); ++j) {
        any = any || !pairs_of(reviews[i], reviews[j]).pairs.empty();
        add_pairs(reviews[i], reviews[j], found);
      }
    }
    all.takes += any ? 1 : 0;
  }
  const ScorePairs most = most_common(found);
  all.agreement = agreement_of(most.pairs, most.levels);
  return all;
}

}  // namespace gladi
