#include "studio/library/take_list.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <sstream>

#include "studio/library/indexed_sessions.h"
#include "studio/library/take_words.h"
#include "studio/review/review_sight.h"
#include "studio/review/self_rating.h"
#include "studio/text/utf8.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

ListedTakes listed(std::vector<IndexRow> rows) {
  ListedTakes list;
  DateWords date;
  list.takes.reserve(rows.size());
  for (IndexRow& row : rows) {
    if (row.nothing_recorded) continue;
    ListedTake take;
    take.words = std::move(row.words) + "\n" + date.of(row.take.started_at);
    take.products = unpack_products(row.products);
    take.reviews = std::move(row.reviews);
    take.take = std::move(row.take);
    list.takes.push_back(std::move(take));
  }
  return list;
}

std::vector<std::string> words_in(const std::string& search) {
  std::istringstream in(fold_case(search));
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(std::move(word));
  return words;
}

// The words of a search, each prepared once: a text is then passed in great steps.
class Needles {
 public:
  explicit Needles(const std::string& search) : words_(words_in(search)) {
    for (const std::string& word : words_) searchers_.emplace_back(word.begin(), word.end());
  }
  bool all_in(const ListedTake& take) const {
    return std::all_of(searchers_.begin(), searchers_.end(), [&](const Searcher& searcher) {
      return in(take.words, searcher) ||
             std::any_of(take.reviews.begin(), take.reviews.end(),
                         [&](const ReviewLine& review) { return in(review.words, searcher); });
    });
  }

 private:
  using Searcher = std::boyer_moore_horspool_searcher<std::string::const_iterator>;
  static bool in(const std::string& text, const Searcher& searcher) {
    return std::search(text.begin(), text.end(), searcher) != text.end();
  }

  std::vector<std::string> words_;  // what the searchers point into
  std::vector<Searcher> searchers_;
};

bool has_product(const ListedTake& take, const std::string& name) {
  return std::any_of(take.products.begin(), take.products.end(),
                     [&](const LocalText& product) { return product.indonesian == name; });
}

// Something that isn't handed in.
bool has_begun(const std::string& trainer_id, const std::vector<ReviewLine>& reviews) {
  return std::any_of(reviews.begin(), reviews.end(), [&](const ReviewLine& review) {
    return review.reviewer_id == trainer_id && !review.finished && review.scores + review.comments > 0;
  });
}

// A trainer's search finds what others wrote, but doesn't lead to it before she has judged the take herself.
void hide_moments(const std::string& trainer_id, ListedTake& take) {
  const bool handed_in = std::any_of(take.reviews.begin(), take.reviews.end(), [&](const ReviewLine& review) {
    return review.reviewer_id == trainer_id && review.finished;
  });
  const ReviewSight sight = ReviewSight::of_trainer(trainer_id, take.take.session_id, handed_in);
  for (ReviewLine& review : take.reviews) {
    if (sight.waits(review.reviewer_id)) review.moments.clear();
  }
}

}  // namespace

ListedTakes takes_by_index(const fs::path& library_root) {
  std::error_code error;
  if (!fs::exists(library_root / "index.sqlite", error)) return {};
  IndexedSessions sessions(library_root, IndexCheck::kNone);
  return listed(sessions.known());
}

ListedTakes takes_by_folders(const fs::path& library_root, const std::atomic<bool>* cancel) {
  IndexedSessions sessions(library_root, IndexCheck::kWhole);
  std::vector<Error> problems;
  ListedTakes list = listed(sessions.rows(&problems, nullptr, cancel));
  list.problems = std::move(problems);
  return list;
}

size_t count_takes_of(const fs::path& library_root, const std::string& person_id) {
  std::error_code error;
  size_t all = 0, hers = 0;
  if (fs::exists(library_root / "index.sqlite", error)) {
    IndexedSessions sessions(library_root, IndexCheck::kNone);
    sessions.index().count(person_id, all, hers);
  }
  return all > 0 ? hers : seen_by({person_id, {person_id}}, takes_by_folders(library_root).takes).size();
}

void read_into_index(const fs::path& library_root, const fs::path& session_folder) {
  IndexedSessions(library_root, IndexCheck::kNone).refresh(session_folder);
}

std::vector<ListedTake> seen_by(const TakeViewer& viewer, std::vector<ListedTake> takes) {
  std::erase_if(takes, [&](const ListedTake& take) { return !viewer.whose.contains(take.take.person_id); });
  for (ListedTake& take : takes) {
    const bool own = take.take.person_id == viewer.id;
    // Trainers know of each other's work that somebody has begun; the person learns of it when it is handed
    // in. What a trainer has begun herself waits for her.
    take.take.reviewed =
        is_reviewed(take.reviews, take.take, own) && (own || !has_begun(viewer.id, take.reviews));
    std::erase_if(take.reviews, [&](const ReviewLine& review) {
      return review.reviewer_id != viewer.id && !review.finished;
    });
    // Nor do their words lead her before she has said how she found it herself.
    const bool of_others =
        std::any_of(take.reviews.begin(), take.reviews.end(),
                    [&](const ReviewLine& review) { return review.reviewer_id != viewer.id; });
    if (own && of_others && !is_self_rated(take.take.folder)) {
      std::erase_if(take.reviews, [&](const ReviewLine& review) { return review.reviewer_id != viewer.id; });
    }
    if (!own) hide_moments(viewer.id, take);
    take.take.comments =
        std::accumulate(take.reviews.begin(), take.reviews.end(), 0,
                        [](int sum, const ReviewLine& review) { return sum + review.comments; });
  }
  return takes;
}

std::vector<size_t> find_takes(const std::vector<ListedTake>& takes, const TakeWish& wish) {
  const Needles needles(wish.search);
  std::vector<size_t> found;
  for (size_t i = 0; i < takes.size(); ++i) {
    const ListedTake& take = takes[i];
    if (wish.unreviewed && take.take.reviewed) continue;
    if (wish.recovered && take.take.state != SessionState::kRecovered) continue;
    if (!wish.person_id.empty() && take.take.person_id != wish.person_id) continue;
    if (!wish.product.empty() && !has_product(take, wish.product)) continue;
    if (needles.all_in(take)) found.push_back(i);
  }
  switch (wish.order) {
    case TakeOrder::kNewest:
      break;
    case TakeOrder::kOldest:
      std::reverse(found.begin(), found.end());
      break;
    case TakeOrder::kLongest:
      std::stable_sort(found.begin(), found.end(),
                       [&](size_t a, size_t b) { return takes[a].take.duration > takes[b].take.duration; });
      break;
    case TakeOrder::kName:
      // The words begin with the person's name and go on with the title, letter case aside.
      std::stable_sort(found.begin(), found.end(),
                       [&](size_t a, size_t b) { return takes[a].words < takes[b].words; });
      break;
  }
  return found;
}

std::optional<MediaTime> found_at(const ListedTake& take, const std::string& search) {
  std::vector<std::string> words = words_in(search);
  std::erase_if(words, [&](const std::string& word) { return take.words.find(word) != std::string::npos; });
  std::optional<MediaTime> at;
  std::ptrdiff_t most = 0;
  for (const ReviewLine& review : take.reviews) {
    std::istringstream lines(review.words);
    std::string line;
    for (size_t i = 0; i < review.moments.size() && std::getline(lines, line); ++i) {
      const auto here = std::count_if(words.begin(), words.end(), [&](const std::string& word) {
        return line.find(word) != std::string::npos;
      });
      if (here == 0 || here < most || (here == most && *at <= review.moments[i])) continue;
      most = here;
      at = review.moments[i];
    }
  }
  return at;
}

}  // namespace gladi
