#include "studio/share/export_log.h"

#include <algorithm>
#include <array>
#include <utility>

#include "encoder/base/platform.h"
#include "studio/base/json_file.h"
#include "studio/text/uuid.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using json_file::Json;

constexpr int kSchemaVersion = 1;
constexpr const char* kFolder = "exports";

constexpr std::array<std::pair<ExportKind, const char*>, 7> kKinds = {{{ExportKind::kBundle, "bundle"},
                                                                       {ExportKind::kReviews, "reviews"},
                                                                       {ExportKind::kClip, "clip"},
                                                                       {ExportKind::kPage, "page"},
                                                                       {ExportKind::kSheet, "sheet"},
                                                                       {ExportKind::kTable, "table"},
                                                                       {ExportKind::kOther, "other"}}};

ExportKind kind_of(const std::string& word) {
  for (const auto& [kind, name] : kKinds) {
    if (word == name) return kind;
  }
  return ExportKind::kOther;
}

Json to_json(const ExportRecord& record) {
  Json takes = Json::array();
  for (const ExportedTake& take : record.takes)
    takes.push_back({{"session_id", take.session_id}, {"person_id", take.person_id}});
  return {{"schema_version", kSchemaVersion},
          {"kind", to_string(record.kind)},
          {"at", to_iso8601(record.at)},
          {"target", record.target.string()},
          {"takes", takes}};
}

std::vector<ExportRecord> all_exports(const fs::path& library, std::vector<Error>* problems) {
  std::vector<ExportRecord> records;
  std::error_code error;
  for (fs::directory_iterator it(library / kFolder, error), end; !error && it != end; it.increment(error)) {
    const fs::path& file = it->path();
    if (file.extension() != ".json" || !is_uuid(file.stem().string())) continue;
    const auto json = json_file::read(file);
    if (!json) {
      if (problems != nullptr) problems->push_back(json.error());
      continue;
    }
    ExportRecord record;
    record.id = file.stem().string();
    record.kind = kind_of(json_file::text_of(*json, "kind"));
    record.at = json_file::wall_time_of(*json, "at").value_or(WallTime{});
    record.target = json_file::text_of(*json, "target");
    for (const Json& take : json_file::list_of(*json, "takes"))
      record.takes.push_back({json_file::text_of(take, "session_id"), json_file::text_of(take, "person_id")});
    records.push_back(std::move(record));
  }
  std::sort(records.begin(), records.end(), [](const ExportRecord& a, const ExportRecord& b) {
    return a.at != b.at ? a.at < b.at : a.id < b.id;
  });
  return records;
}

bool is_about(const ExportRecord& record, const std::string& person_id) {
  return std::any_of(record.takes.begin(), record.takes.end(),
                     [&](const ExportedTake& take) { return take.person_id == person_id; });
}

}  // namespace

const char* to_string(ExportKind kind) {
  for (const auto& [known, name] : kKinds) {
    if (known == kind) return name;
  }
  return "other";
}

Result<ExportNote> ExportNote::begin(const fs::path& library, ExportKind kind, const fs::path& target,
                                     const std::vector<Session>& takes) {
  std::error_code error;
  ExportRecord record{make_uuid(), kind, std::chrono::system_clock::now(), fs::absolute(target, error), {}};
  for (const Session& take : takes) record.takes.push_back({take.id, take.person_id});
  Status written = platform::create_private_folder(library / kFolder);
  const fs::path file = library / kFolder / (record.id + ".json");
  if (written) written = json_file::update(file, to_json(record));
  if (written) return ExportNote(file);
  if (platform::is_on_read_only_disk(library)) return ExportNote(fs::path());
  return fail(std::move(written));
}

ExportNote::~ExportNote() {
  if (!file_.empty()) static_cast<void>(platform::remove_durably(file_));
}

std::vector<ExportRecord> exports_with(const fs::path& library, const std::string& person_id,
                                       std::vector<Error>* problems) {
  std::vector<ExportRecord> records = all_exports(library, problems);
  std::erase_if(records, [&](const ExportRecord& record) { return !is_about(record, person_id); });
  return records;
}

Status forget_exports_of(const fs::path& library, const std::string& person_id) {
  for (ExportRecord& record : exports_with(library, person_id)) {
    std::erase_if(record.takes, [&](const ExportedTake& take) { return take.person_id == person_id; });
    const fs::path file = library / kFolder / (record.id + ".json");
    Status changed =
        record.takes.empty() ? platform::remove_durably(file) : json_file::update(file, to_json(record));
    if (!changed) return changed;
  }
  return {};
}

}  // namespace gladi
