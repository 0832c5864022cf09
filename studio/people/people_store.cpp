#include "studio/people/people_store.h"

#include <algorithm>
#include <set>

#include "encoder/base/platform.h"
#include "studio/base/json_file.h"
#include "studio/text/utf8.h"
#include "studio/text/uuid.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using json_file::Json;

constexpr int kSchemaVersion = 1;
constexpr const char* kTrash = ".trash";

fs::path file_of(const fs::path& folder, const std::string& id) {
  return folder / (id + ".json");
}

tl::unexpected<Error> name_taken(const std::string& name) {
  return fail(ErrorKind::kInvalid,
              Message(GLADI_TEXT("\"{0}\" is in the list already. Add a second name to tell the two apart."),
                      {name}));
}

tl::unexpected<Error> nobody(const std::string& id) {
  return fail(ErrorKind::kNotFound, Message(GLADI_TEXT("Nobody here has the number {0}."), {id}));
}

Json to_json(const Person& person) {
  return {{"schema_version", kSchemaVersion},
          {"id", person.id},
          {"name", person.name},
          {"consent",
           {{"review", person.consent.review},
            {"class_show", person.consent.class_show},
            {"promotion", person.consent.promotion},
            {"asked_at", json_file::to_json(person.consent.asked_at)}}},
          {"created_at", to_iso8601(person.created_at)}};
}

Result<Person> read_person(const fs::path& file, const std::string& id) {
  auto json = json_file::read(file);
  if (!json) return fail(std::move(json));
  Person person;
  person.id = json_file::text_of(*json, "id");
  person.name = json_file::text_of(*json, "name");
  if (person.id != id) return tl::unexpected(json_file::damaged(file, "\"id\" is not the file's name"));
  if (person.name.empty()) return tl::unexpected(json_file::damaged(file, "\"name\" is missing"));
  // Consent that can't be read is consent that wasn't given.
  const Json& consent = json_file::child_of(*json, "consent");
  person.consent = {json_file::bool_of(consent, "review"), json_file::bool_of(consent, "class_show"),
                    json_file::bool_of(consent, "promotion"), json_file::wall_time_of(consent, "asked_at")};
  person.created_at = json_file::wall_time_of(*json, "created_at").value_or(WallTime{});
  return person;
}

}  // namespace

Result<std::string> PeopleStore::checked_name(const std::string& typed) {
  if (!is_utf8(typed) || has_control_characters(trim(typed))) {
    return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("The name has characters that can't be shown.")));
  }
  std::string name = trim(typed);
  if (name.empty()) return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("Please write a name.")));
  if (count_code_points(name) > kMaxNameLength) {
    return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("The name is too long: {0} letters fit."),
                                             {std::to_string(kMaxNameLength)}));
  }
  return name;
}

std::vector<Person> PeopleStore::list(std::vector<Error>* problems) const {
  std::vector<Person> people;
  std::error_code error;
  for (fs::directory_iterator it(folder_, error), end; !error && it != end; it.increment(error)) {
    const fs::path& file = it->path();
    const std::string id = file.stem().string();
    if (file.extension() != ".json" || !is_uuid(id)) continue;
    auto person = read_person(file, id);
    if (person) {
      people.push_back(std::move(*person));
    } else if (problems != nullptr) {
      problems->push_back(std::move(person).error());
    }
  }
  std::sort(people.begin(), people.end(), [](const Person& a, const Person& b) {
    const std::string left = fold_case(a.name), right = fold_case(b.name);
    return left != right ? left < right : a.id < b.id;
  });
  return people;
}

Result<Person> PeopleStore::load(const std::string& id) const {
  if (!is_uuid(id)) return nobody(id);
  return read_person(file_of(folder_, id), id);
}

Result<Person> PeopleStore::add(const std::string& name, const Consent& consent) {
  auto added = add_all({name}, consent);
  if (!added) return fail(std::move(added));
  return std::move(added->front());
}

Result<std::vector<Person>> PeopleStore::add_all(const std::vector<std::string>& names,
                                                 const Consent& consent) {
  std::set<std::string> taken;
  for (const Person& other : list()) taken.insert(fold_case(other.name));
  std::vector<Person> added;
  for (const std::string& name : names) {
    auto checked = checked_name(name);
    if (!checked) return fail(std::move(checked));
    if (!taken.insert(fold_case(*checked)).second) return name_taken(*checked);
    Person person;
    person.id = make_uuid();
    person.name = *checked;
    person.consent = consent;
    person.created_at = std::chrono::system_clock::now();
    if (auto saved = save(person); !saved) return fail(std::move(saved));
    added.push_back(std::move(person));
  }
  return added;
}

Result<Person> PeopleStore::rename(const std::string& id, const std::string& name) {
  auto checked = checked_name(name);
  if (!checked) return fail(std::move(checked));
  for (const Person& other : list()) {
    if (other.id != id && fold_case(other.name) == fold_case(*checked)) return name_taken(*checked);
  }
  auto person = load(id);
  if (!person) return person;
  person->name = *checked;
  if (auto saved = save(*person); !saved) return fail(std::move(saved));
  return person;
}

Status PeopleStore::save(const Person& person) {
  if (!is_uuid(person.id)) {
    return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("Nobody here has the number {0}."), {person.id}));
  }
  if (auto checked = checked_name(person.name); !checked) return fail(std::move(checked));
  if (auto made = platform::create_private_folder(folder_); !made) return made;
  return json_file::update(file_of(folder_, person.id), to_json(person));
}

Status PeopleStore::throw_away(const std::string& id) {
  if (!is_uuid(id)) return nobody(id);
  if (auto made = platform::create_private_folder(folder_ / kTrash); !made) return made;
  return platform::rename_durably(file_of(folder_, id), file_of(folder_ / kTrash, id));
}

Status PeopleStore::restore(const std::string& id) {
  if (!is_uuid(id)) return nobody(id);
  return platform::rename_durably(file_of(folder_ / kTrash, id), file_of(folder_, id));
}

}  // namespace gladi
