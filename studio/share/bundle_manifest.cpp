#include "studio/share/bundle_manifest.h"

#include <algorithm>
#include <set>

#include "studio/base/json_file.h"
#include "studio/review/comment.h"
#include "studio/share/sha256.h"
#include "studio/text/utf8.h"
#include "studio/text/uuid.h"

namespace gladi {
namespace {
using json_file::Json;

constexpr size_t kLongestFolder = 120;
constexpr size_t kMostDigits = 3;

bool ends_with_json(const std::string& name) {
  return name.ends_with(".json") && is_uuid(name.substr(0, name.size() - 5));
}

// "take.mp4", "take-2.mp4"
bool is_media_name(const std::string& name) {
  if (!name.starts_with("take") || !name.ends_with(".mp4")) return false;
  const std::string number = name.substr(4, name.size() - 8);
  if (number.empty()) return true;
  return number.size() >= 2 && number.size() <= kMostDigits + 1 && number[0] == '-' && number[1] != '0' &&
         std::all_of(number.begin() + 1, number.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_take_folder(const std::string& name) {
  return !name.empty() && name.size() <= kLongestFolder && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == 'T';
  });
}

std::vector<std::string> pieces_of(const std::string& path) {
  std::vector<std::string> pieces{""};
  for (const char c : path) {
    if (c == '/') {
      pieces.emplace_back();
    } else {
      pieces.back() += c;
    }
  }
  return pieces;
}

Result<BundledTake> read_take(const Json& object) {
  BundledTake take;
  take.folder = json_file::text_of(object, "folder");
  take.session_id = json_file::text_of(object, "session_id");
  take.person_id = json_file::text_of(object, "person_id");
  take.person_name = json_file::text_of(object, "person_name");
  take.title = json_file::text_of(object, "title");
  take.started_at = json_file::wall_time_of(object, "started_at").value_or(WallTime{});
  take.duration = json_file::length_of(object, "duration_ns");
  if (!is_take_folder(take.folder)) return senseless_bundle("folder \"" + take.folder + "\"");
  if (!is_uuid(take.session_id)) return senseless_bundle("session_id of " + take.folder);
  if (!take.person_id.empty() && !is_uuid(take.person_id))
    return senseless_bundle("person_id of " + take.folder);
  return take;
}

}  // namespace

std::optional<BundlePath> parse_bundle_path(const std::string& path) {
  const std::vector<std::string> pieces = pieces_of(path);
  using Kind = BundlePath::Kind;
  if (pieces.size() == 2 && pieces[0] == "people" && ends_with_json(pieces[1]))
    return BundlePath{Kind::kPerson, {}, pieces[1]};
  if (pieces.size() < 3 || pieces[0] != "sessions" || !is_take_folder(pieces[1])) return std::nullopt;
  if (pieces.size() == 4 && pieces[2] == "reviews" && ends_with_json(pieces[3]))
    return BundlePath{Kind::kReview, pieces[1], pieces[3]};
  if (pieces.size() == 4 && pieces[2] == "reviews" && is_voice_file(pieces[3]))
    return BundlePath{Kind::kVoice, pieces[1], pieces[3]};
  if (pieces.size() != 3) return std::nullopt;
  if (pieces[2] == "session.json") return BundlePath{Kind::kSession, pieces[1], pieces[2]};
  if (pieces[2] == "journal.jsonl") return BundlePath{Kind::kJournal, pieces[1], pieces[2]};
  if (is_media_name(pieces[2])) return BundlePath{Kind::kMedia, pieces[1], pieces[2]};
  return std::nullopt;
}

tl::unexpected<Error> senseless_bundle(std::string detail) {
  return fail(ErrorKind::kDamaged,
              Message(GLADI_TEXT("This file was not made by Gladi, or it was changed afterwards.")),
              std::move(detail));
}

std::string BundleManifest::to_text() const {
  Json listed_takes = Json::array();
  for (const BundledTake& take : takes) {
    listed_takes.push_back({{"folder", take.folder},
                            {"session_id", take.session_id},
                            {"person_id", take.person_id},
                            {"person_name", take.person_name},
                            {"title", take.title},
                            {"started_at", to_iso8601(take.started_at)},
                            {"duration_ns", take.duration.ns}});
  }
  Json listed_files = Json::array();
  for (const BundleFile& file : files)
    listed_files.push_back({{"path", file.path}, {"size_bytes", file.size_bytes}, {"sha256", file.sha256}});
  const Json json = {{"schema_version", kSchemaVersion},
                     {"format", "gladi-bundle"},
                     {"reviews_only", reviews_only},
                     {"voices_left_out", voices_left_out},
                     {"made_at", to_iso8601(made_at)},
                     {"takes", listed_takes},
                     {"files", listed_files}};
  return json_file::to_line(json) + "\n";
}

Result<BundleManifest> BundleManifest::parse(const std::string& text) {
  std::string reason;
  const auto json = json_file::parse(text, &reason);
  if (!json || !json->is_object()) return senseless_bundle("manifest: " + reason);
  if (json_file::text_of(*json, "format") != "gladi-bundle") return senseless_bundle("manifest: format");
  const int64_t version = json_file::int_of(*json, "schema_version");
  if (version > kSchemaVersion) {
    return fail(ErrorKind::kNewer,
                Message(GLADI_TEXT("This file was made by a newer Gladi. Please update Gladi on this "
                                   "computer, then open it again.")));
  }
  if (version < 1) return senseless_bundle("manifest: schema_version");
  BundleManifest manifest;
  manifest.reviews_only = json_file::bool_of(*json, "reviews_only");
  manifest.voices_left_out =
      static_cast<int>(std::clamp<int64_t>(json_file::int_of(*json, "voices_left_out"), 0, 1'000'000));
  manifest.made_at = json_file::wall_time_of(*json, "made_at").value_or(WallTime{});
  std::set<std::string> folders, names;
  for (const Json& object : json_file::list_of(*json, "takes")) {
    auto take = read_take(object);
    if (!take) return fail(std::move(take));
    if (!folders.insert(fold_case(take->folder)).second) return senseless_bundle("twice: " + take->folder);
    manifest.takes.push_back(std::move(*take));
  }
  for (const Json& object : json_file::list_of(*json, "files")) {
    const int64_t size = json_file::int_of(object, "size_bytes", -1);
    BundleFile file{json_file::text_of(object, "path"), static_cast<uint64_t>(std::max<int64_t>(size, 0)),
                    json_file::text_of(object, "sha256")};
    const auto place = parse_bundle_path(file.path);
    if (!place || size < 0 || !is_sha256(file.sha256)) return senseless_bundle("file \"" + file.path + "\"");
    if (!names.insert(fold_case(file.path)).second) return senseless_bundle("twice: " + file.path);
    if (!place->folder.empty() && !folders.contains(fold_case(place->folder)))
      return senseless_bundle("of no take: " + file.path);
    if (manifest.reviews_only && place->kind == BundlePath::Kind::kMedia)
      return senseless_bundle("media: " + file.path);
    manifest.files.push_back(std::move(file));
  }
  for (const BundledTake& take : manifest.takes) {
    if (!names.contains(fold_case("sessions/" + take.folder + "/session.json")))
      return senseless_bundle("no session.json: " + take.folder);
  }
  return manifest;
}

}  // namespace gladi
