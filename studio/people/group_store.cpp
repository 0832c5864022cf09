#include "studio/people/group_store.h"

#include <algorithm>

#include "encoder/base/platform.h"
#include "studio/base/json_file.h"
#include "studio/people/people_store.h"
#include "studio/text/utf8.h"
#include "studio/text/uuid.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using json_file::Json;

constexpr int kSchemaVersion = 1;

Result<Group> read_group(const fs::path& file, const std::string& id) {
  auto json = json_file::read(file);
  if (!json) return fail(std::move(json));
  Group group;
  group.id = json_file::text_of(*json, "id");
  group.name = json_file::text_of(*json, "name");
  if (group.id != id) return tl::unexpected(json_file::damaged(file, "\"id\" is not the file's name"));
  if (group.name.empty()) return tl::unexpected(json_file::damaged(file, "\"name\" is missing"));
  for (const Json& member : json_file::list_of(*json, "members")) {
    if (!member.is_string()) continue;
    const std::string person = member.get<std::string>();
    if (is_uuid(person) && !group.has(person)) group.members.push_back(person);
  }
  group.created_at = json_file::wall_time_of(*json, "created_at").value_or(WallTime{});
  return group;
}

}  // namespace

std::vector<Group> GroupStore::list(std::vector<Error>* problems) const {
  std::vector<Group> groups;
  std::error_code error;
  for (fs::directory_iterator it(folder_, error), end; !error && it != end; it.increment(error)) {
    const std::string id = it->path().stem().string();
    if (it->path().extension() != ".json" || !is_uuid(id)) continue;
    auto group = read_group(it->path(), id);
    if (group) {
      groups.push_back(std::move(*group));
    } else if (problems != nullptr) {
      problems->push_back(std::move(group).error());
    }
  }
  std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
    const std::string left = fold_case(a.name), right = fold_case(b.name);
    return left != right ? left < right : a.id < b.id;
  });
  return groups;
}

Result<Group> GroupStore::save(Group group) {
  auto name = PeopleStore::checked_name(group.name);
  if (!name) return fail(std::move(name));
  group.name = *name;
  if (group.id.empty()) {
    group.id = make_uuid();
    group.created_at = std::chrono::system_clock::now();
  }
  if (!is_uuid(group.id)) {
    return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("No class has the number {0}."), {group.id}));
  }
  if (auto made = platform::create_private_folder(folder_); !made) return fail(std::move(made));
  const Json json = {{"schema_version", kSchemaVersion},
                     {"id", group.id},
                     {"name", group.name},
                     {"members", group.members},
                     {"created_at", to_iso8601(group.created_at)}};
  if (auto saved = json_file::update(folder_ / (group.id + ".json"), json); !saved)
    return fail(std::move(saved));
  return group;
}

Status GroupStore::remove(const std::string& id) {
  std::error_code error;
  if (is_uuid(id) && std::filesystem::remove(folder_ / (id + ".json"), error)) return {};
  return fail(ErrorKind::kNotFound, Message(GLADI_TEXT("No class has the number {0}."), {id}),
              error.message());
}

}  // namespace gladi
