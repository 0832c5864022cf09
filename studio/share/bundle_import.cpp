#include <set>

#include "encoder/base/platform.h"
#include "studio/base/json_file.h"
#include "studio/library/trash.h"
#include "studio/library/withdrawal.h"
#include "studio/people/people_store.h"
#include "studio/review/review.h"
#include "studio/session/session_file.h"
#include "studio/share/bundle_open.h"
#include "studio/share/import_people.h"
#include "studio/share/import_place.h"
#include "studio/share/import_reviews.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

// Each take is what the manifest says it is, and is whole where it is.
Status check_takes(const BundleManifest& manifest, const fs::path& work) {
  for (const BundledTake& take : manifest.takes) {
    const fs::path folder = work / "sessions" / take.folder;
    auto session = load_session(folder);
    if (!session) return fail(std::move(session));
    if (session->read_only()) return tl::unexpected(json_file::newer(folder / "session.json"));
    if (session->id != take.session_id) return senseless_bundle("session id of " + take.folder);
    if (session->state != SessionState::kReady && session->state != SessionState::kRecovered)
      return senseless_bundle("state of " + take.folder);
    for (const TakePart& part : session->parts) {
      std::error_code error;
      if (!part.root.empty()) return senseless_bundle("root of " + take.folder);
      if (!manifest.reviews_only && !fs::is_regular_file(folder / part.file, error))
        return senseless_bundle("missing: " + take.folder + "/" + part.file);
    }
    std::vector<Error> problems;
    load_reviews(folder, &problems);
    if (!problems.empty()) return tl::unexpected(std::move(problems.front()));
  }
  std::vector<Error> problems;
  for (const Person& person : PeopleStore(work / "people").list(&problems)) {
    if (auto name = PeopleStore::checked_name(person.name); !name) return fail(std::move(name));
  }
  if (!problems.empty()) return tl::unexpected(std::move(problems.front()));
  return {};
}

std::string person_of(const fs::path& session_folder) {
  const auto session = load_session(session_folder);
  return session ? session->person_id : "";
}

// What becomes of a take of the bundle.
struct TakePlan {
  enum class Fate { kWithdrawn, kUnknown, kKnown, kTwice, kNew };
  Fate fate = Fate::kNew;
  fs::path from;
  fs::path to;  // kKnown: its folder here; kTwice: that of the same take in the bundle
};

// Takes of the trash are here as well: they can be taken back at any time.
std::map<std::string, fs::path> takes_in_trash(const fs::path& library) {
  std::map<std::string, fs::path> takes;
  for (const TrashedTake& thrown : trashed_takes(library))
    takes.emplace(thrown.take.session_id, thrown.take.folder);
  return takes;
}

// Of the people whose takes these are; also who has withdrawn here under another of her numbers.
std::set<std::string> withdrawn_people(const BundleManifest& manifest, const fs::path& library,
                                       const fs::path& work) {
  std::set<std::string> withdrawn;
  const auto look_at = [&](const std::string& id) {
    if (is_withdrawn(library, id)) withdrawn.insert(id);
  };
  for (const BundledTake& take : manifest.takes) {
    look_at(take.person_id);
    look_at(person_of(work / "sessions" / take.folder));
  }
  for (const Person& person : PeopleStore(work / "people").list()) {
    if (has_withdrawn(library, person.id, work / "people")) withdrawn.insert(person.id);
  }
  return withdrawn;
}

std::vector<TakePlan> plan(const BundleManifest& manifest, const fs::path& library, const fs::path& work,
                           const std::map<std::string, fs::path>& known, ImportReport& report) {
  using Fate = TakePlan::Fate;
  const std::map<std::string, fs::path> thrown = takes_in_trash(library);
  const std::set<std::string> withdrawn = withdrawn_people(manifest, library, work);
  std::map<std::string, fs::path> coming;
  std::vector<TakePlan> takes;
  for (const BundledTake& take : manifest.takes) {
    TakePlan& planned = takes.emplace_back();
    planned.from = work / "sessions" / take.folder;
    const auto here = known.find(take.session_id);
    const auto in_trash = thrown.find(take.session_id);
    std::error_code error;
    if (withdrawn.contains(take.person_id) || withdrawn.contains(person_of(planned.from))) {
      planned.fate = Fate::kWithdrawn;
      ++report.takes_withdrawn;
    } else if (here != known.end() && fs::is_directory(here->second, error)) {
      planned.fate = Fate::kKnown;
      planned.to = here->second;
      ++report.takes_known;
    } else if (in_trash != thrown.end()) {
      planned.fate = Fate::kKnown;
      planned.to = in_trash->second;
      ++report.takes_in_trash;
    } else if (manifest.reviews_only) {
      planned.fate = Fate::kUnknown;
      ++report.takes_unknown;
    } else if (const auto [first, fresh] = coming.emplace(take.session_id, planned.from); !fresh) {
      planned.fate = Fate::kTwice;
      planned.to = first->second;
    }
  }
  return takes;
}

// Each take once; what reviewers wrote in a second copy of it comes with the first.
Status place_takes(const std::vector<TakePlan>& takes, const ImportPlace& place, ImportReport& report) {
  ImportReport ignored;  // all of it is new here
  for (const TakePlan& take : takes) {
    if (take.fate != TakePlan::Fate::kTwice) continue;
    if (auto merged = merge_reviews(take.from, take.to, ignored); !merged) return merged;
  }
  for (const TakePlan& take : takes) {
    if (take.fate != TakePlan::Fate::kNew) continue;
    auto to = place.place_session(take.from);
    if (!to) return fail(std::move(to));
    ++report.takes_added;
    report.reviews_added += static_cast<int>(load_reviews(*to).size());
  }
  return {};
}

}  // namespace

Result<ImportReport> import_bundle(const fs::path& library, const std::map<std::string, fs::path>& known,
                                   const fs::path& file, const ShareProgress& progress,
                                   const SamePeople& told) {
  auto bundle = open_bundle(file);
  if (!bundle) return fail(std::move(bundle));
  auto place = ImportPlace::open(library);
  if (!place) return fail(std::move(place));
  const fs::path& work = (*place)->path();
  if (auto unpacked = unpack(*bundle, work, progress); !unpacked) return fail(std::move(unpacked));
  if (auto sound = check_takes(bundle->manifest, work); !sound) return fail(std::move(sound));

  const SamePeople same = who_is_who(library, work, told);
  for (const BundledTake& take : bundle->manifest.takes) {
    const fs::path folder = work / "sessions" / take.folder;
    if (auto renumbered = use_numbers_of_here(folder, library, same); !renumbered)
      return fail(std::move(renumbered));
  }

  // From here on everything is checked and on this disk. People come first: without what she has agreed to,
  // nobody may see a take.
  ImportReport report;
  const std::vector<TakePlan> takes = plan(bundle->manifest, library, work, known, report);
  if (!bundle->manifest.reviews_only) {
    if (auto placed = place_people(work, library, same, report); !placed) return fail(std::move(placed));
  }
  if (auto placed = place_takes(takes, **place, report); !placed) return fail(std::move(placed));
  for (const TakePlan& take : takes) {
    if (take.fate != TakePlan::Fate::kKnown) continue;
    if (auto merged = merge_reviews(take.from, take.to, report); !merged) return fail(std::move(merged));
  }
  return report;
}

}  // namespace gladi
