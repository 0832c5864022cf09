#include "studio/people/also_ids.h"

#include <algorithm>

#include "studio/base/json_file.h"
#include "studio/text/uuid.h"

namespace gladi {
namespace {
constexpr int kSchemaVersion = 1;  // of PeopleStore's files
}  // namespace

std::vector<std::string> also_ids(const std::filesystem::path& people, const std::string& person_id) {
  if (!is_uuid(person_id)) return {};
  const auto json = json_file::read(people / (person_id + ".json"));
  if (!json) return {};
  std::vector<std::string> ids = json_file::texts_of(*json, "also_ids");
  std::erase_if(ids, [&](const std::string& id) { return !is_uuid(id) || id == person_id; });
  return ids;
}

Status add_also_id(const std::filesystem::path& people, const std::string& person_id,
                   const std::string& other_id) {
  std::vector<std::string> ids = also_ids(people, person_id);
  if (std::find(ids.begin(), ids.end(), other_id) != ids.end()) return {};
  ids.push_back(other_id);
  return json_file::update(people / (person_id + ".json"),
                           {{"schema_version", kSchemaVersion}, {"also_ids", ids}});
}

}  // namespace gladi
