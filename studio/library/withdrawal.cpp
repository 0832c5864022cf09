#include "studio/library/withdrawal.h"

#include <algorithm>
#include <set>

#include "encoder/base/platform.h"
#include "studio/library/indexed_sessions.h"
#include "studio/library/leftovers.h"
#include "studio/library/take_title.h"
#include "studio/library/trash.h"
#include "studio/library/withdrawal_file.h"
#include "studio/people/also_ids.h"
#include "studio/review/kept_draft.h"
#include "studio/review/review.h"
#include "studio/session/part_place.h"
#include "studio/session/session_file.h"
#include "studio/text/utf8.h"
#include "studio/text/uuid.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

// The person's file, also in the trash of people.
std::vector<fs::path> person_files(const fs::path& root, const std::string& id) {
  return {root / "people" / (id + ".json"), root / "people" / ".trash" / (id + ".json")};
}

std::string name_of(const fs::path& root, const std::string& id) {
  for (const fs::path& file : person_files(root, id)) {
    if (const auto person = PeopleStore(file.parent_path()).load(id)) return person->name;
  }
  return {};
}

// Not those of people who are here under them themselves.
std::vector<std::string> also_ids_of(const fs::path& root, const std::string& id) {
  std::vector<std::string> ids;
  for (const fs::path& file : person_files(root, id)) {
    for (std::string& other : also_ids(file.parent_path(), id)) {
      if (name_of(root, other).empty()) ids.push_back(std::move(other));
    }
  }
  return ids;
}

// A take that was recovered without its session.json may know the name alone. People share names, so that
// proves nothing: what is removed for good is only what has her number.
bool may_be_hers(const TakeSummary& take, const std::string& name) {
  return take.person_id.empty() && !name.empty() && fold_case(take.person_name) == fold_case(name);
}

int64_t bytes_in(const fs::path& folder) {
  int64_t bytes = 0;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    if (it->is_regular_file(ignored)) bytes += static_cast<int64_t>(it->file_size(ignored));
  }
  return bytes;
}

// What she wrote about takes of others.
std::vector<fs::path> own_reviews_of_others(const std::vector<TakeSummary>& others,
                                            const std::vector<std::string>& ids) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const TakeSummary& take : others) {
    for (const std::string& id : ids) {
      const fs::path file = take.folder / "reviews" / (id + ".json");
      if (fs::exists(file, error)) files.push_back(file);
    }
  }
  return files;
}

// What she said about them: the voice notes of such a review lie beside it.
std::vector<fs::path> own_voices_of_others(const std::vector<TakeSummary>& others,
                                           const std::vector<std::string>& ids) {
  std::vector<fs::path> files;
  for (const TakeSummary& take : others) {
    for (const Review& review : load_reviews(take.folder)) {
      if (std::find(ids.begin(), ids.end(), review.reviewer_id) == ids.end()) continue;
      for (const Comment& comment : review.comments) {
        if (comment.voice) files.push_back(take.folder / "reviews" / comment.voice->file);
      }
    }
  }
  return files;
}

struct Everything {
  WithdrawalList list;
  std::vector<std::string> ids;  // hers: here, and on other computers
  std::vector<fs::path> reviews_of_others;
  std::vector<fs::path> voices_of_others;
  std::vector<fs::path> takes_of_others;  // she may have begun a comment there and not sent it
  std::vector<fs::path> other_folders;    // of her takes, on other disks
};

void look_at_take(const TakeSummary& take, Everything& all) {
  all.list.reviews += static_cast<int>(load_reviews(take.folder).size());
  all.list.bytes += bytes_in(take.folder);
  const auto session = load_session(take.folder);
  if (!session) return;
  for (const fs::path& folder : folders_of(take.folder, *session)) {
    if (folder == take.folder) continue;
    all.other_folders.push_back(folder);
    all.list.bytes += bytes_in(folder);
  }
  for (const TakePart& part : session->parts) {
    if (!part.root.empty() && folder_of(take.folder, *session, part).empty())
      all.list.unreachable.push_back(part.root);
  }
}

Everything look(const fs::path& root, const std::string& id) {
  Everything all;
  all.list.person_id = id;
  all.list.person_name = name_of(root, id);
  all.ids = also_ids_of(root, id);
  all.ids.push_back(id);
  const std::vector<std::string>& ids = all.ids;
  std::vector<TakeSummary> others;
  const auto sort_in = [&](TakeSummary take) {
    if (may_be_hers(take, all.list.person_name)) all.list.namesakes.push_back(take.folder);
    const bool hers = std::find(ids.begin(), ids.end(), take.person_id) != ids.end();
    (hers ? all.list.takes : others).push_back(std::move(take));
  };
  IndexedSessions sessions(root);
  for (IndexRow& row : sessions.rows(nullptr, &all.list.unclear)) sort_in(std::move(row.take));
  const size_t in_list = all.list.takes.size();
  for (TrashedTake& thrown : trashed_takes(root)) sort_in(std::move(thrown.take));
  all.list.in_trash = static_cast<int>(all.list.takes.size() - in_list);
  for (const TakeSummary& take : all.list.takes) look_at_take(take, all);
  for (const TakeSummary& take : others) all.takes_of_others.push_back(take.folder);
  all.reviews_of_others = own_reviews_of_others(others, ids);
  all.voices_of_others = own_voices_of_others(others, ids);
  all.list.reviews += static_cast<int>(all.reviews_of_others.size());
  for (const Group& group : GroupStore(root / "groups").list()) {
    if (group.has(id)) all.list.classes.push_back(group.name);
  }
  all.list.exports = exports_with(root, id);
  return all;
}

Status remove_take(const fs::path& root, const fs::path& folder) {
  // Out of the list in one step; what a crash leaves of it goes at the next start.
  const fs::path hidden = root / "sessions" / (".gone-" + make_uuid());
  if (auto moved = platform::rename_durably(folder, hidden); !moved) return moved;
  return platform::remove_all_durably(hidden);
}

Status leave_classes(const fs::path& root, const std::string& id) {
  GroupStore store(root / "groups");
  for (Group group : store.list()) {
    if (!group.has(id)) continue;
    std::erase(group.members, id);
    if (auto saved = store.save(std::move(group)); !saved) return fail(std::move(saved));
  }
  return {};
}

// In an order in which each step can be done again. Her file goes last.
Status remove_everything(const fs::path& root, const std::string& id,
                         const std::function<void(double)>& progress) {
  const Everything all = look(root, id);
  const double steps = static_cast<double>(all.list.takes.size()) + 1;
  double done = 0;
  for (const fs::path& folder : all.other_folders) discard_session(folder);
  for (const TakeSummary& take : all.list.takes) {
    if (auto removed = remove_take(root, take.folder); !removed) return removed;
    if (progress) progress(++done / steps);
  }
  // The review goes after the voices: it is what names them.
  for (const fs::path& file : all.voices_of_others) {
    if (auto removed = platform::remove_durably(file); !removed) return removed;
  }
  for (const fs::path& file : all.reviews_of_others) {
    if (auto removed = platform::remove_durably(file); !removed) return removed;
  }
  for (const fs::path& folder : all.takes_of_others) {
    for (const std::string& hers : all.ids) {
      if (auto removed = keep_drafts(folder, hers, {}); !removed) return removed;
    }
  }
  if (auto left = leave_classes(root, id); !left) return left;
  if (auto forgotten = forget_exports_of(root, id); !forgotten) return forgotten;
  for (const fs::path& file : person_files(root, id)) {
    if (auto removed = platform::remove_durably(file); !removed) return removed;
  }
  IndexedSessions sessions(root);
  sessions.rows(nullptr);
  sessions.index().compact();
  if (progress) progress(1);
  return {};
}

Result<WithdrawalProof> finish(const fs::path& root, WithdrawalProof proof,
                               const std::function<void(double)>& progress) {
  if (auto removed = remove_everything(root, proof.person_id, progress); !removed)
    return fail(std::move(removed));
  proof.finished_at = std::chrono::system_clock::now();
  if (auto saved = save_proof(root, proof); !saved) return fail(std::move(saved));
  return proof;
}

}  // namespace

Result<WithdrawalList> list_withdrawal(const fs::path& root, const std::string& person_id) {
  Everything all = is_uuid(person_id) ? look(root, person_id) : Everything{};
  if (!all.list.person_name.empty() || !all.list.takes.empty()) return std::move(all.list);
  return fail(ErrorKind::kNotFound, Message(GLADI_TEXT("Nobody here has the number {0}."), {person_id}));
}

Result<WithdrawalProof> withdraw(const fs::path& root, const std::string& person_id,
                                 const std::function<void(double)>& progress) {
  auto list = list_withdrawal(root, person_id);
  if (!list) return fail(std::move(list));
  for (const TakeSummary& take : list->takes) {
    const auto session = load_session(take.folder);
    if (!session) continue;
    if (auto rest = check_nobody_works_on(take.folder, *session); !rest) return fail(std::move(rest));
  }
  WithdrawalProof proof;
  proof.person_id = person_id;
  proof.also_ids = also_ids_of(root, person_id);
  proof.begun_at = std::chrono::system_clock::now();
  proof.takes = static_cast<int>(list->takes.size());
  proof.reviews = list->reviews;
  proof.classes = static_cast<int>(list->classes.size());
  proof.bytes = list->bytes;
  for (const ExportRecord& record : list->exports)
    proof.left.push_back({record.kind, record.at, record.target.parent_path()});
  proof.unreachable = list->unreachable;
  if (auto ordered = save_proof(root, proof); !ordered) return fail(std::move(ordered));
  return finish(root, std::move(proof), progress);
}

std::vector<WithdrawalProof> continue_withdrawals(const fs::path& root, std::vector<Error>* problems) {
  std::vector<WithdrawalProof> finished;
  std::error_code error;
  for (fs::directory_iterator it(withdrawals_of(root), error), end; !error && it != end;
       it.increment(error)) {
    const std::string id = it->path().stem().string();
    if (it->path().extension() != ".json" || !is_uuid(id)) continue;
    auto proof = load_proof(root, id);
    if (proof && proof->finished_at) continue;
    if (proof) proof = finish(root, std::move(*proof), {});
    if (proof) {
      finished.push_back(std::move(*proof));
    } else if (problems != nullptr) {
      problems->push_back(std::move(proof).error());
    }
  }
  return finished;
}

}  // namespace gladi
