#include "studio/library/withdrawal_file.h"

#include <algorithm>

#include "encoder/base/platform.h"
#include "studio/base/json_file.h"
#include "studio/people/also_ids.h"
#include "studio/text/uuid.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using json_file::Json;

constexpr int kSchemaVersion = 1;

fs::path file_of(const fs::path& root, const std::string& person_id) {
  return withdrawals_of(root) / (person_id + ".json");
}

ExportKind kind_of(const std::string& word) {
  for (const ExportKind kind : {ExportKind::kBundle, ExportKind::kReviews, ExportKind::kClip,
                                ExportKind::kPage, ExportKind::kSheet, ExportKind::kTable}) {
    if (word == to_string(kind)) return kind;
  }
  return ExportKind::kOther;
}

}  // namespace

fs::path withdrawals_of(const fs::path& root) {
  return root / "withdrawals";
}

Status save_proof(const fs::path& root, const WithdrawalProof& proof) {
  Json left = Json::array();
  for (const LeftCopy& copy : proof.left)
    left.push_back(
        {{"kind", to_string(copy.kind)}, {"at", to_iso8601(copy.at)}, {"folder", copy.folder.string()}});
  Json unreachable = Json::array();
  for (const fs::path& folder : proof.unreachable) unreachable.push_back(folder.string());
  if (auto made = platform::create_private_folder(withdrawals_of(root)); !made) return made;
  return json_file::update(file_of(root, proof.person_id),
                           {{"schema_version", kSchemaVersion},
                            {"person_id", proof.person_id},
                            {"also_ids", proof.also_ids},
                            {"begun_at", to_iso8601(proof.begun_at)},
                            {"finished_at", json_file::to_json(proof.finished_at)},
                            {"takes", proof.takes},
                            {"reviews", proof.reviews},
                            {"classes", proof.classes},
                            {"bytes", proof.bytes},
                            {"left", left},
                            {"unreachable", unreachable}});
}

Result<WithdrawalProof> load_proof(const fs::path& root, const std::string& person_id) {
  auto json = json_file::read(file_of(root, person_id));
  if (!json) return fail(std::move(json));
  WithdrawalProof proof;
  proof.person_id = person_id;
  proof.also_ids = json_file::texts_of(*json, "also_ids");
  proof.begun_at = json_file::wall_time_of(*json, "begun_at").value_or(WallTime{});
  proof.finished_at = json_file::wall_time_of(*json, "finished_at");
  proof.takes = static_cast<int>(json_file::int_of(*json, "takes"));
  proof.reviews = static_cast<int>(json_file::int_of(*json, "reviews"));
  proof.classes = static_cast<int>(json_file::int_of(*json, "classes"));
  proof.bytes = json_file::int_of(*json, "bytes");
  for (const Json& copy : json_file::list_of(*json, "left")) {
    proof.left.push_back({kind_of(json_file::text_of(copy, "kind")),
                          json_file::wall_time_of(copy, "at").value_or(WallTime{}),
                          json_file::text_of(copy, "folder")});
  }
  for (const std::string& folder : json_file::texts_of(*json, "unreachable"))
    proof.unreachable.emplace_back(folder);
  return proof;
}

bool is_withdrawn(const fs::path& root, const std::string& person_id) {
  if (!is_uuid(person_id)) return false;
  std::error_code error;
  if (fs::exists(file_of(root, person_id), error)) return true;
  for (fs::directory_iterator it(withdrawals_of(root), error), end; !error && it != end;
       it.increment(error)) {
    if (it->path().extension() != ".json") continue;
    const auto proof = load_proof(root, it->path().stem().string());
    if (proof &&
        std::find(proof->also_ids.begin(), proof->also_ids.end(), person_id) != proof->also_ids.end())
      return true;
  }
  return false;
}

bool has_withdrawn(const fs::path& root, const std::string& person_id, const fs::path& people) {
  const std::vector<std::string> others = also_ids(people, person_id);
  return is_withdrawn(root, person_id) ||
         std::any_of(others.begin(), others.end(),
                     [&](const std::string& id) { return is_withdrawn(root, id); });
}

}  // namespace gladi
