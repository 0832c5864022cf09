#include "studio/review/review.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "encoder/base/platform.h"
#include "studio/base/json_file.h"
#include "studio/review/comment_json.h"
#include "studio/review/review_lock.h"
#include "studio/review/review_stamps.h"
#include "studio/text/utf8.h"
#include "studio/text/uuid.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using json_file::Json;

constexpr int64_t kMostLevels = 100;  // of a criterion in a file; more is damage

fs::path folder_of(const fs::path& session_folder) {
  return session_folder / "reviews";
}
fs::path file_of(const fs::path& session_folder, const std::string& reviewer_id) {
  return folder_of(session_folder) / (reviewer_id + ".json");
}

void sort_by_time(std::vector<Comment>& comments) {
  std::stable_sort(comments.begin(), comments.end(),
                   [](const Comment& a, const Comment& b) { return a.at < b.at; });
}

Json to_json(const Score& score) {
  return {{"id", score.criterion},
          {"name", json_file::to_json(score.name)},
          {"level", score.level},
          {"levels", score.levels},
          {"words", json_file::to_json(score.words)},
          {"at_ns", score.at ? Json(score.at->ns) : Json()}};
}

std::vector<Score> read_scores(const Json& json) {
  std::vector<Score> scores;
  std::set<std::string> seen;
  for (const Json& object : json_file::list_of(json, "scores")) {
    const int64_t level = json_file::int_of(object, "level");
    const int64_t levels = json_file::int_of(object, "levels");
    Score score{json_file::text_of(object, "id"),
                json_file::local_text_of(object, "name"),
                static_cast<int>(std::clamp<int64_t>(level, 0, kMostLevels)),
                static_cast<int>(std::clamp<int64_t>(levels, 0, kMostLevels)),
                json_file::local_text_of(object, "words"),
                std::nullopt};
    if (object.is_object() && object.contains("at_ns") && object["at_ns"].is_number_integer())
      score.at = json_file::time_of(object, "at_ns");
    const bool sound = level >= 1 && level <= levels && !score.criterion.empty();
    if (sound && seen.insert(score.criterion).second) scores.push_back(std::move(score));
  }
  return scores;
}

struct VerdictName {
  ReviewVerdict verdict;
  const char* name;
};
constexpr std::array<VerdictName, 3> kVerdicts{{{ReviewVerdict::kOpen, "open"},
                                                {ReviewVerdict::kConfirmed, "confirmed"},
                                                {ReviewVerdict::kDismissed, "dismissed"}}};

Json to_json(const FindingVerdict& said) {
  const auto name = std::find_if(kVerdicts.begin(), kVerdicts.end(),
                                 [&](const VerdictName& known) { return known.verdict == said.verdict; });
  return {{"kind", said.kind},
          {"at_ns", said.at.ns},
          {"verdict", name->name},
          {"said_at", json_file::to_json(said.said_at)}};
}

std::vector<FindingVerdict> read_verdicts(const Json& json) {
  std::vector<FindingVerdict> verdicts;
  for (const Json& object : json_file::list_of(json, "findings")) {
    const std::string said = json_file::text_of(object, "verdict");
    for (const VerdictName& known : kVerdicts) {
      if (said == known.name)
        verdicts.push_back({json_file::text_of(object, "kind"), json_file::time_of(object, "at_ns"),
                            known.verdict, json_file::wall_time_of(object, "said_at")});
    }
  }
  std::stable_sort(verdicts.begin(), verdicts.end(),
                   [](const FindingVerdict& a, const FindingVerdict& b) { return a.at < b.at; });
  return verdicts;
}

std::vector<RemovedComment> read_removed(const Json& json) {
  std::map<std::string, std::optional<WallTime>> times;
  for (const Json& object : json_file::list_of(json, "removals"))
    times[json_file::text_of(object, "id")] = json_file::wall_time_of(object, "at");
  std::vector<RemovedComment> removed;
  for (const std::string& id : json_file::texts_of(json, "removed")) removed.push_back({id, times[id]});
  return removed;
}

Json to_json(const Review& review) {
  Json removed = Json::array(), removals = Json::array();
  for (const RemovedComment& gone : review.removed) {
    removed.push_back(gone.id);  // versions before "removals" know this list alone
    if (gone.at) removals.push_back({{"id", gone.id}, {"at", json_file::to_json(gone.at)}});
  }
  Json findings = Json::array();
  for (const FindingVerdict& said : review.findings) findings.push_back(to_json(said));
  Json scores = Json::array();
  for (const Score& score : review.scores) scores.push_back(to_json(score));
  Json comments = Json::array();
  for (const Comment& comment : review.comments) comments.push_back(to_json(comment));
  return {{"schema_version", Review::kSchemaVersion},
          {"reviewer", {{"id", review.reviewer_id}, {"name", review.reviewer_name}}},
          {"comments", comments},
          {"removed", removed},
          {"removals", removals},
          {"findings", findings},
          {"rubric", review.rubric},
          {"scores", scores},
          {"finished", review.finished},
          {"assessed_at", json_file::to_json(review.assessed_at)}};
}

Result<Review> read_review(const fs::path& session_folder, const std::string& reviewer_id) {
  const fs::path file = file_of(session_folder, reviewer_id);
  auto json = json_file::read(file);
  if (!json) return fail(std::move(json));
  const Json& reviewer = json_file::child_of(*json, "reviewer");
  Review review;
  review.schema_version =
      static_cast<int>(std::min<int64_t>(json_file::int_of(*json, "schema_version"), 1'000'000));
  review.reviewer_id = json_file::text_of(reviewer, "id");
  review.reviewer_name = json_file::text_of(reviewer, "name");
  if (review.reviewer_id != reviewer_id) {
    return tl::unexpected(json_file::damaged(file, "the reviewer's \"id\" is not the file's name"));
  }
  for (const Json& object : json_file::list_of(*json, "comments")) {
    if (auto comment = comment_of(object)) review.comments.push_back(std::move(*comment));
  }
  review.removed = read_removed(*json);
  sort_by_time(review.comments);
  review.findings = read_verdicts(*json);
  review.rubric = json_file::text_of(*json, "rubric");
  review.scores = read_scores(*json);
  review.finished = json_file::bool_of(*json, "finished");
  review.assessed_at = json_file::wall_time_of(*json, "assessed_at");
  return review;
}

Status check_comment(const Comment& comment) {
  if (!is_utf8(comment.text)) {
    return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("The comment has characters that can't be shown.")));
  }
  if (comment.text.empty() && comment.drawing.empty() && !comment.voice)
    return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("The comment is empty.")));
  if (count_code_points(comment.text) > Comment::kMostLetters) {
    return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("The comment is too long: {0} letters fit."),
                                             {std::to_string(Comment::kMostLetters)}));
  }
  if (!is_uuid(comment.id)) {
    return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("Nobody here has the number {0}."), {comment.id}));
  }
  return {};
}

Status check_reviewer(const std::string& reviewer_id) {
  if (is_uuid(reviewer_id)) return {};
  return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("Nobody here has the number {0}."), {reviewer_id}));
}

}  // namespace

std::vector<Review> load_reviews(const fs::path& session_folder, std::vector<Error>* problems) {
  std::vector<Review> reviews;
  std::error_code error;
  for (fs::directory_iterator it(folder_of(session_folder), error), end; !error && it != end;
       it.increment(error)) {
    const std::string reviewer_id = it->path().stem().string();
    if (it->path().extension() != ".json" || !is_uuid(reviewer_id)) continue;
    auto review = read_review(session_folder, reviewer_id);
    if (review) {
      reviews.push_back(std::move(*review));
    } else if (problems != nullptr) {
      problems->push_back(std::move(review).error());
    }
  }
  std::sort(reviews.begin(), reviews.end(),
            [](const Review& a, const Review& b) { return a.reviewer_id < b.reviewer_id; });
  return reviews;
}

Status save_review(const fs::path& session_folder, const Review& review) {
  if (auto checked = check_reviewer(review.reviewer_id); !checked) return checked;
  const fs::path file = file_of(session_folder, review.reviewer_id);
  if (review.schema_version > Review::kSchemaVersion) return tl::unexpected(json_file::newer(file));
  std::error_code error;
  if (!fs::is_directory(session_folder, error)) {
    return fail(ErrorKind::kNotFound,
                Message(GLADI_TEXT("The recording {0} is not there."), {session_folder.string()}));
  }
  if (auto made = platform::create_private_folder(folder_of(session_folder)); !made) return made;
  Review sorted = review;
  sort_by_time(sorted.comments);
  return json_file::update(file, to_json(sorted));
}

Result<Review> change_review(const fs::path& session_folder, const std::string& reviewer_id,
                             const std::string& reviewer_name, const std::function<Status(Review&)>& change) {
  if (auto checked = check_reviewer(reviewer_id); !checked) return fail(std::move(checked));
  const auto lock = ReviewLock::take(session_folder);
  if (!lock) return tl::unexpected(lock.error());
  auto review = read_review(session_folder, reviewer_id);
  if (!review && review.error().kind != ErrorKind::kNotFound) return fail(std::move(review));
  if (!review) {
    review = Review{};
    review->reviewer_id = reviewer_id;
  }
  if (!reviewer_name.empty()) review->reviewer_name = reviewer_name;
  const Review before = *review;
  if (auto changed = change(*review); !changed) return fail(std::move(changed));
  stamp_changes(before, *review, std::chrono::system_clock::now());
  if (auto saved = save_review(session_folder, *review); !saved) return fail(std::move(saved));
  sort_by_time(review->comments);
  return review;
}

void set_score(Review& review, const std::string& rubric_id, Score score) {
  if (review.rubric != rubric_id) review.scores.clear();
  review.rubric = rubric_id;
  clear_score(review, score.criterion);
  review.scores.push_back(std::move(score));
}

bool clear_score(Review& review, const std::string& criterion) {
  return std::erase_if(review.scores, [&](const Score& score) { return score.criterion == criterion; }) > 0;
}

Comment new_comment(MediaTime at, const std::string& text) {
  return {make_uuid(), std::max(at, MediaTime{}), trim(text),
          std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now())};
}

Result<Comment> add_comment(const fs::path& session_folder, const std::string& reviewer_id,
                            const std::string& reviewer_name, MediaTime at, const std::string& text) {
  Comment comment = new_comment(at, text);
  auto put = put_comment(session_folder, reviewer_id, comment, reviewer_name);
  if (!put) return fail(std::move(put));
  return comment;
}

Status put_comment(const fs::path& session_folder, const std::string& reviewer_id, const Comment& comment,
                   const std::string& reviewer_name) {
  Comment put = comment;
  put.text = trim(comment.text);
  if (auto checked = check_comment(put); !checked) return checked;
  auto changed = change_review(session_folder, reviewer_id, reviewer_name, [&](Review& review) -> Status {
    std::erase_if(review.comments, [&](const Comment& c) { return c.id == put.id; });
    std::erase_if(review.removed, [&](const RemovedComment& gone) { return gone.id == put.id; });
    review.comments.push_back(put);
    return {};
  });
  return changed ? Status{} : fail(std::move(changed));
}

Status remove_comment(const fs::path& session_folder, const std::string& reviewer_id,
                      const std::string& comment_id) {
  auto changed = change_review(session_folder, reviewer_id, {}, [&](Review& review) -> Status {
    const auto removed = std::erase_if(review.comments, [&](const Comment& c) { return c.id == comment_id; });
    if (removed > 0) {
      review.removed.push_back({comment_id});
      return {};
    }
    return fail(ErrorKind::kNotFound, Message(GLADI_TEXT("The comment is not there any more.")));
  });
  return changed ? Status{} : fail(std::move(changed));
}

}  // namespace gladi
