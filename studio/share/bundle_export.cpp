#include <optional>
#include <set>

#include "encoder/base/platform.h"
#include "studio/base/json_file.h"
#include "studio/library/take_files.h"
#include "studio/review/review.h"
#include "studio/session/part_place.h"
#include "studio/session/session_file.h"
#include "studio/share/bundle_writer.h"
#include "studio/share/export_log.h"
#include "studio/share/reviews_size.h"
#include "studio/share/take_report.h"
#include "studio/text/uuid.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr uint64_t kSpareBytes = 16 << 20;                // beside the bundle itself
constexpr uint64_t kMostOnFat = (uint64_t{1} << 32) - 1;  // a file on FAT holds less than 4 GB

// session.json without what only means something on this computer: all parts will lie beside it. Beside
// reviews alone it only says which take they are of.
Result<BundleItem> session_item(const std::string& path, const fs::path& folder, bool reviews_only) {
  auto json = json_file::read(folder / "session.json");
  if (!json) return fail(std::move(json));
  if (json->contains("parts") && (*json)["parts"].is_array()) {
    for (auto& part : (*json)["parts"]) {
      if (part.is_object()) part["root"] = "";
    }
  }
  if (reviews_only) {
    json_file::Json known = json_file::Json::object();
    for (const char* key :
         {"schema_version", "id", "title", "person", "started_at", "state", "duration_ns"}) {
      if (json->contains(key)) known[key] = (*json)[key];
    }
    *json = std::move(known);
  }
  return BundleItem::of_text(path, json_file::to_line(*json) + "\n");
}

Status add_media(std::vector<BundleItem>& items, const std::string& prefix, const fs::path& folder,
                 const Session& session) {
  for (const TakePart& part : session.parts) {
    const fs::path media = media_of(folder, session, part);
    std::error_code error;
    if (media.empty() || !part.finalised || !fs::is_regular_file(media, error)) {
      return fail(
          ErrorKind::kInvalid,
          Message(GLADI_TEXT("The take of {0} is not whole here: {1} is missing. Is the disk plugged in on "
                             "which it was recorded?"),
                  {session.person_name, part.file}));
    }
    auto item = BundleItem::of_file(prefix + part.file, media, false);
    if (!item) return fail(std::move(item));
    items.push_back(std::move(*item));
  }
  return {};
}

// Names of the voice notes that comments mention. Nothing where a review can't be read: it may mention any.
std::optional<std::set<std::string>> voices_in_use(const fs::path& folder) {
  std::vector<Error> problems;
  std::set<std::string> voices;
  for (const Review& review : load_reviews(folder, &problems)) {
    for (const Comment& comment : review.comments) {
      if (comment.voice) voices.insert(comment.voice->file);
    }
  }
  return problems.empty() ? std::optional(voices) : std::nullopt;
}

Status add_reviews(std::vector<BundleItem>& items, const std::string& prefix, const fs::path& folder,
                   bool voices_in_use_only) {
  const std::string reviews = prefix + "reviews/";
  const auto in_use = voices_in_use_only ? voices_in_use(folder) : std::nullopt;
  std::error_code error;
  for (fs::directory_iterator it(folder / "reviews", error), end; !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    const std::string in_bundle = reviews + name;
    const auto path = parse_bundle_path(in_bundle);
    if (!path || !it->is_regular_file()) continue;
    // Sound doesn't get smaller by packing.
    const bool voice = path->kind == BundlePath::Kind::kVoice;
    if (voice && in_use && !in_use->contains(name)) continue;
    auto review = BundleItem::of_file(in_bundle, it->path(), !voice);
    if (!review) return fail(std::move(review));
    items.push_back(std::move(*review));
  }
  return {};
}

// All files of one take.
Status add_take(std::vector<BundleItem>& items, BundleManifest& manifest, const fs::path& library,
                const fs::path& folder) {
  auto session = load_session(folder);
  if (!session) return fail(std::move(session));
  if (auto agreed = may_leave(library, *session); !agreed) return agreed;
  const bool final = session->state == SessionState::kReady || session->state == SessionState::kRecovered;
  if (!final || is_being_worked_on(folder)) {
    return fail(ErrorKind::kInvalid,
                Message(GLADI_TEXT("The take of {0} is still being saved. Please try again in a moment."),
                        {session->person_name}));
  }
  const std::string name = folder.filename().string();
  const std::string prefix = "sessions/" + name + "/";
  manifest.takes.push_back({name, session->id, session->person_id, session->person_name, session->title,
                            session->started_at, session->duration});
  auto described = session_item(prefix + "session.json", folder, manifest.reviews_only);
  if (!described) return fail(std::move(described));
  items.push_back(std::move(*described));
  if (auto reviews = add_reviews(items, prefix, folder, manifest.reviews_only); !reviews) return reviews;
  if (manifest.reviews_only) return {};  // who has the take has its journal
  std::error_code error;
  if (fs::is_regular_file(folder / "journal.jsonl", error)) {
    auto journal = BundleItem::of_file(prefix + "journal.jsonl", folder / "journal.jsonl", true);
    if (!journal) return fail(std::move(journal));
    items.push_back(std::move(*journal));
  }
  return add_media(items, prefix, folder, *session);
}

Status add_people(std::vector<BundleItem>& items, const BundleManifest& manifest, const fs::path& library) {
  std::set<std::string> ids;
  for (const BundledTake& take : manifest.takes) ids.insert(take.person_id);
  for (const std::string& id : ids) {
    std::error_code error;
    const fs::path file = library / "people" / (id + ".json");
    if (!is_uuid(id) || !fs::is_regular_file(file, error))
      continue;  // removed since: the take keeps the name
    auto person = BundleItem::of_file("people/" + id + ".json", file, true);
    if (!person) return fail(std::move(person));
    items.push_back(std::move(*person));
  }
  return {};
}

Status check_room(const fs::path& target, uint64_t bytes) {
  const fs::path folder = target.parent_path();
  if (bytes > kMostOnFat && platform::is_on_fat(folder)) {
    return fail(ErrorKind::kInvalid,
                Message(GLADI_TEXT("This stick holds no file of 4 GB or more. Please choose fewer takes.")));
  }
  const auto space = platform::disk_space(folder);
  if (space && static_cast<uint64_t>(space->free_bytes) < bytes + kSpareBytes) {
    return fail(ErrorKind::kNoSpace,
                Message(GLADI_TEXT("There is not enough room in {0}: {1} MB are needed, {2} MB are free."),
                        {folder.string(), std::to_string((bytes + kSpareBytes) >> 20),
                         std::to_string(space->free_bytes >> 20)}));
  }
  return {};
}

}  // namespace

Status export_bundle(const fs::path& library, const std::vector<fs::path>& session_folders, bool reviews_only,
                     const fs::path& target, const ShareProgress& progress) {
  std::error_code error;
  if (fs::exists(target, error)) {
    return fail(ErrorKind::kInvalid,
                Message(GLADI_TEXT("{0} is there already. Please choose another name."), {target.string()}));
  }
  BundleManifest manifest;
  manifest.reviews_only = reviews_only;
  manifest.made_at = std::chrono::system_clock::now();
  std::vector<BundleItem> items;
  for (const fs::path& folder : session_folders) {
    if (auto added = add_take(items, manifest, library, folder); !added) return added;
  }
  if (auto added = add_people(items, manifest, library); !added) return added;
  const fs::path hidden = target.parent_path() / ("." + target.filename().string() + "." + make_uuid());
  if (reviews_only) {
    if (auto fits = leave_out_voices(items, manifest, hidden, progress); !fits) return fits;
  }
  if (auto room = check_room(target, bytes_of(items)); !room) return room;
  std::vector<Session> sessions;
  for (const BundledTake& take : manifest.takes) {
    Session& session = sessions.emplace_back();
    session.id = take.session_id;
    session.person_id = take.person_id;
  }
  auto note =
      ExportNote::begin(library, reviews_only ? ExportKind::kReviews : ExportKind::kBundle, target, sessions);
  if (!note) return fail(std::move(note));
  const auto made = [&]() -> Status {
    if (auto written = write_bundle_file(items, manifest, hidden, progress); !written) return written;
    std::error_code ignored;  // FAT knows no owners
    fs::permissions(hidden, fs::perms::owner_read | fs::perms::owner_write, ignored);
    return platform::rename_durably(hidden, target);
  };
  if (auto done = made(); !done) {
    static_cast<void>(platform::remove_durably(hidden));
    return done;
  }
  note->keep();
  if (progress.share) progress.share(1);
  return {};
}

}  // namespace gladi
