#include "studio/library/retention.h"

#include "studio/base/json_file.h"

namespace gladi {
namespace {

constexpr const char* kFile = "library.json";
constexpr int kSchemaVersion = 1;
constexpr int kMostDays = 36'500;  // more is for ever

}  // namespace

LibraryRules load_library_rules(const std::filesystem::path& library_root, std::optional<Error>* problem) {
  auto json = json_file::read(library_root / kFile);
  if (!json) {
    if (problem != nullptr && json.error().kind != ErrorKind::kNotFound) *problem = std::move(json).error();
    return {};
  }
  const int64_t days = json_file::int_of(*json, "keep_days");
  return {days > 0 && days <= kMostDays ? static_cast<int>(days) : 0};
}

Status save_library_rules(const std::filesystem::path& library_root, const LibraryRules& rules) {
  return json_file::update(library_root / kFile,
                           {{"schema_version", kSchemaVersion}, {"keep_days", rules.keep_days}});
}

std::optional<WallTime> kept_until(const TakeSummary& take, const LibraryRules& rules) {
  if (rules.keep_days <= 0) return std::nullopt;
  return take.started_at + std::chrono::hours(24) * rules.keep_days;
}

std::vector<size_t> due_takes(const std::vector<ListedTake>& takes, const LibraryRules& rules, WallTime now) {
  std::vector<size_t> due;
  for (size_t i = 0; i < takes.size(); ++i) {
    const auto until = kept_until(takes[i].take, rules);
    if (until && *until <= now) due.push_back(i);
  }
  return due;
}

}  // namespace gladi
