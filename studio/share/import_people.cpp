#include "studio/share/import_people.h"

#include <algorithm>

#include "encoder/base/platform.h"
#include "studio/base/json_file.h"
#include "studio/library/withdrawal.h"
#include "studio/people/also_ids.h"
#include "studio/review/review.h"
#include "studio/session/session_file.h"
#include "studio/share/bundle_open.h"
#include "studio/share/import_place.h"
#include "studio/share/review_merge.h"
#include "studio/text/utf8.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

bool has_name_of(const Person& a, const Person& b) {
  return fold_case(a.name) == fold_case(b.name);
}

SamePeople known_elsewhere_as(const std::vector<Person>& here, const fs::path& people) {
  SamePeople same;
  for (const Person& person : here) {
    for (const std::string& id : also_ids(people, person.id)) same.emplace(id, person.id);
  }
  for (const Person& person : here) same.erase(person.id);  // she is here under her own number
  return same;
}

const Person* find(const std::vector<Person>& people, const std::string& id) {
  const auto found =
      std::find_if(people.begin(), people.end(), [&](const Person& person) { return person.id == id; });
  return found == people.end() ? nullptr : &*found;
}

// Somebody here whom the other computer has found to be one of its people, whom others know by `ids`.
std::string found_there(const std::vector<std::string>& ids, const std::vector<Person>& here,
                        const SamePeople& same) {
  for (const std::string& id : ids) {
    if (find(here, id) != nullptr) return id;
    if (const auto known = same.find(id); known != same.end()) return known->second;
  }
  return {};
}

// The review is under her number of here then; what she wrote under both is made one.
Status rename_review(const fs::path& folder, const std::string& from, const Person& to) {
  const fs::path source = folder / "reviews" / (from + ".json");
  const fs::path target = folder / "reviews" / (to.id + ".json");
  std::error_code error;
  if (!fs::is_regular_file(source, error)) return {};
  auto json = json_file::read(source);
  if (!json) return fail(std::move(json));
  (*json)["reviewer"]["id"] = to.id;
  (*json)["reviewer"]["name"] = to.name;
  if (!fs::exists(target, error)) {
    if (auto written = platform::write_file_atomically(target, json_file::to_line(*json) + "\n"); !written)
      return written;
    return platform::remove_durably(source);
  }
  const std::vector<Review> reviews = load_reviews(folder);
  const auto of = [&](const std::string& id) {
    return std::find_if(reviews.begin(), reviews.end(),
                        [&](const Review& review) { return review.reviewer_id == id; });
  };
  if (of(from) == reviews.end() || of(to.id) == reviews.end()) return {};
  Review merged = *of(to.id);
  if (merged.schema_version > Review::kSchemaVersion) return {};
  merge_review(merged, *of(from));
  if (auto saved = save_review(folder, merged); !saved) return saved;
  return platform::remove_durably(source);
}

// A person of the bundle whose number means nobody here.
bool is_new(const Person& theirs, const fs::path& work, const fs::path& library, const SamePeople& same) {
  std::error_code error;
  return !same.contains(theirs.id) && !fs::exists(library / "people" / (theirs.id + ".json"), error) &&
         !has_withdrawn(library, theirs.id, work / "people");
}

}  // namespace

SamePeople who_is_who(const fs::path& library, const fs::path& work, const SamePeople& told) {
  const std::vector<Person> here = PeopleStore(library / "people").list();
  SamePeople same = known_elsewhere_as(here, library / "people");
  for (const Person& theirs : PeopleStore(work / "people").list()) {
    if (find(here, theirs.id) != nullptr || same.contains(theirs.id)) continue;
    const auto said = told.find(theirs.id);
    const std::string id =
        said != told.end() ? said->second : found_there(also_ids(work / "people", theirs.id), here, same);
    if (find(here, id) != nullptr) same[theirs.id] = id;
  }
  return same;
}

Status use_numbers_of_here(const fs::path& session_folder, const fs::path& library, const SamePeople& same) {
  auto session = load_session(session_folder);
  if (!session) return fail(std::move(session));
  const PeopleStore people(library / "people");
  for (const auto& [theirs, here] : same) {
    const auto person = people.load(here);
    if (!person) return tl::unexpected(person.error());
    if (auto renamed = rename_review(session_folder, theirs, *person); !renamed) return renamed;
    if (session->person_id != theirs) continue;
    session->person_id = person->id;
    session->person_name = person->name;
    if (auto saved = save_session(session_folder, *session); !saved) return saved;
  }
  return {};
}

Status place_people(const fs::path& work, const fs::path& library, const SamePeople& same,
                    ImportReport& report) {
  PeopleStore here(library / "people");
  const std::vector<Person> known = here.list();
  for (const Person& person : PeopleStore(work / "people").list()) {
    if (const auto known_as = same.find(person.id); known_as != same.end()) {
      const std::vector<std::string> numbers = also_ids(library / "people", known_as->second);
      if (std::find(numbers.begin(), numbers.end(), person.id) != numbers.end()) continue;
      if (auto added = add_also_id(library / "people", known_as->second, person.id); !added) return added;
      ++report.people_joined;
      continue;
    }
    if (!is_new(person, work, library, same)) continue;
    if (auto saved = here.save(person); !saved) return saved;
    ++report.people_added;
    const bool same_name = std::any_of(known.begin(), known.end(),
                                       [&](const Person& other) { return has_name_of(other, person); });
    if (same_name) report.same_names.push_back(person.name);
  }
  return {};
}

Result<std::vector<SameName>> same_names(const fs::path& library, const fs::path& file) {
  auto bundle = open_bundle(file);
  if (!bundle) return fail(std::move(bundle));
  std::vector<SameName> found;
  if (bundle->manifest.reviews_only) return found;
  auto place = ImportPlace::open(library);
  if (!place) return fail(std::move(place));
  const fs::path& work = (*place)->path();
  if (auto unpacked = unpack_people(*bundle, work); !unpacked) return fail(std::move(unpacked));
  const std::vector<Person> here = PeopleStore(library / "people").list();
  const SamePeople same = who_is_who(library, work, {});
  for (const Person& theirs : PeopleStore(work / "people").list()) {
    if (!is_new(theirs, work, library, same)) continue;
    const auto named = [&](const Person& person) { return has_name_of(person, theirs); };
    if (std::count_if(here.begin(), here.end(), named) != 1) continue;
    const auto one = std::find_if(here.begin(), here.end(), named);
    found.push_back({theirs.id, one->name, one->id});
  }
  return found;
}

}  // namespace gladi
