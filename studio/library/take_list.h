// The takes of a library as lists show, filter and search them.
#pragma once

#include <atomic>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "studio/library/library.h"

namespace gladi {

// What one reviewer has given a take, as far as lists need it.
struct ReviewLine {
  std::string reviewer_id;
  bool finished = false;
  int scores = 0;
  int comments = 0;
  std::string words;               // of the comments, each a line, without regard to letter case
  std::vector<MediaTime> moments;  // of these lines; empty where who looks doesn't see them yet
};

struct ListedTake {
  TakeSummary take;
  std::vector<LocalText> products;
  std::string words;  // person, title, products and date, without regard to letter case
  std::vector<ReviewLine> reviews;
};

struct ListedTakes {
  std::vector<ListedTake> takes;  // newest first
  std::vector<Error> problems;    // folders that can't be read
};

// Both touch only files, each with an index of its own: any thread, never the main one.
// As the index knows them, without a look at the folders: quick. Empty where there is no index yet.
ListedTakes takes_by_index(const std::filesystem::path& library_root);
// Looks at every folder and brings the index up to date. Ends early, with what it has, once `cancel` is set.
ListedTakes takes_by_folders(const std::filesystem::path& library_root,
                             const std::atomic<bool>* cancel = nullptr);

// How many takes a person has, by the index; by the folders where there is no index yet. Any thread but the
// main one.
size_t count_takes_of(const std::filesystem::path& library_root, const std::string& person_id);

// One folder that was changed, brought or taken away, so that takes_by_index() knows it at once.
void read_into_index(const std::filesystem::path& library_root, const std::filesystem::path& session_folder);

// Who looks. The one place that keeps what somebody may not see out of lists and searches: takes of others,
// reviews not handed in, and hers before she has rated herself (of which her journal is asked: no main
// thread).
struct TakeViewer {
  std::string id;               // whose own reviews are always seen: the person's, or the trainer's
  std::set<std::string> whose;  // the people whose takes are shown
};
std::vector<ListedTake> seen_by(const TakeViewer& viewer, std::vector<ListedTake> takes);

enum class TakeOrder { kNewest, kOldest, kLongest, kName };

struct TakeWish {
  std::string search;  // each of its words must be in the take's words, its date or its comments
  bool unreviewed = false;
  bool recovered = false;
  std::string person_id;  // empty: everybody
  std::string product;    // a product's Indonesian name; empty: all
  TakeOrder order = TakeOrder::kNewest;
  friend bool operator==(const TakeWish&, const TakeWish&) = default;
};

// Places in `takes`, in the order that is wished. Quick enough for each letter that is typed: 10,000 takes in
// a few milliseconds (docs/performance.md).
std::vector<size_t> find_takes(const std::vector<ListedTake>& takes, const TakeWish& wish);

// Where a search is found only because of what was said in comments: the moment of the comment that has most
// of the words which the take itself doesn't have, the first of them. Nothing where the take's own words have
// them all, and of comments that who looks doesn't see yet.
std::optional<MediaTime> found_at(const ListedTake& take, const std::string& search);

}  // namespace gladi
