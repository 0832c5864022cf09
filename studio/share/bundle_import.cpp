#include <algorithm>
#include <fstream>
#include <optional>

#include "encoder/base/platform.h"
#include "studio/base/json_file.h"
#include "studio/library/withdrawal.h"
#include "studio/people/people_store.h"
#include "studio/review/review.h"
#include "studio/review/review_lock.h"
#include "studio/session/session_file.h"
#include "studio/share/bundle.h"
#include "studio/share/import_place.h"
#include "studio/share/review_merge.h"
#include "studio/share/sha256.h"
#include "studio/share/zip_file.h"
#include "studio/text/utf8.h"
#include "studio/text/uuid.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr uint64_t kMostManifestBytes = 16 << 20;
constexpr uint64_t kMostTextBytes = 64
                                    << 20;  // of one file that isn't media: a journal of many hours has 10 MB
constexpr uint64_t kSpareBytes = 256 << 20;  // that must stay free beside what is unpacked

tl::unexpected<Error> senseless(std::string detail) {
  return fail(ErrorKind::kDamaged,
              Message(GLADI_TEXT("This file was not made by Gladi, or it was changed afterwards.")),
              std::move(detail));
}

struct OpenBundle {
  ZipReader zip;
  BundleManifest manifest;
  std::vector<size_t> entries;  // of manifest.files, in its order
};

Result<std::string> read_manifest(ZipReader& zip, size_t index) {
  if (zip.entries()[index].size > kMostManifestBytes) return senseless("manifest: too large");
  std::string text;
  auto read = zip.read(index, [&](const char* bytes, size_t size) -> Status {
    text.append(bytes, size);
    return {};
  });
  if (!read) return fail(std::move(read));
  return text;
}

// Each entry is in the manifest and each file of the manifest is an entry, once, of the size it says.
Result<OpenBundle> open_bundle(const fs::path& file) {
  auto zip = ZipReader::open(file);
  if (!zip) return fail(std::move(zip));
  std::map<std::string, size_t> places;
  for (size_t i = 0; i < zip->entries().size(); ++i) {
    const ZipEntry& entry = zip->entries()[i];
    const bool known = entry.path == BundleManifest::kPath || parse_bundle_path(entry.path);
    if (!known || !entry.file || !entry.readable) return senseless("entry \"" + entry.path + "\"");
    if (!places.emplace(entry.path, i).second) return senseless("twice: " + entry.path);
  }
  const auto manifest_place = places.find(BundleManifest::kPath);
  if (manifest_place == places.end()) return senseless("no manifest");
  auto text = read_manifest(*zip, manifest_place->second);
  if (!text) return fail(std::move(text));
  auto manifest = BundleManifest::parse(*text);
  if (!manifest) return fail(std::move(manifest));
  places.erase(manifest_place);
  OpenBundle open{std::move(*zip), std::move(*manifest), {}};
  for (const BundleFile& listed : open.manifest.files) {
    const auto place = places.find(listed.path);
    if (place == places.end()) return senseless("missing: " + listed.path);
    const ZipEntry& entry = open.zip.entries()[place->second];
    const BundlePath::Kind kind = parse_bundle_path(listed.path)->kind;
    const bool media = kind == BundlePath::Kind::kMedia || kind == BundlePath::Kind::kVoice;
    if (entry.size != listed.size_bytes) return senseless("size of " + listed.path);
    // Media is never packed, and texts are small: nothing can unpack to more than was looked at here.
    if (media ? entry.packed_size != entry.size : entry.size > kMostTextBytes)
      return senseless("size of " + listed.path);
    open.entries.push_back(place->second);
    places.erase(place);
  }
  if (!places.empty()) return senseless("not listed: " + places.begin()->first);
  return open;
}

Status unpack_file(OpenBundle& bundle, size_t index, const fs::path& target,
                   const std::function<Status(size_t)>& advance) {
  if (auto made = platform::create_private_folder(target.parent_path()); !made) return made;
  auto file = platform::DurableFile::create(target);
  if (!file) return fail(std::move(file));
  Sha256 sum;
  const auto read = bundle.zip.read(bundle.entries[index], [&](const char* bytes, size_t size) -> Status {
    sum.add(bytes, size);
    if (auto written = file->write(bytes, size); !written) return written;
    return advance(size);
  });
  if (!read) return read;
  if (sum.hex() != bundle.manifest.files[index].sha256) {
    return fail(
        ErrorKind::kDamaged,
        Message(GLADI_TEXT(
            "The file was damaged when it was copied. Please copy it once more. Nothing was taken over.")),
        bundle.manifest.files[index].path);
  }
  if (auto synced = file->sync(); !synced) return synced;
  return file->close();
}

Status unpack(OpenBundle& bundle, const fs::path& work, const ShareProgress& progress) {
  uint64_t bytes = 1, done = 0;
  for (const BundleFile& file : bundle.manifest.files) bytes += file.size_bytes;
  const auto space = platform::disk_space(work);
  if (space && static_cast<uint64_t>(space->free_bytes) < bytes + kSpareBytes) {
    return fail(ErrorKind::kNoSpace,
                Message(GLADI_TEXT("There is not enough room in {0}: {1} MB are needed, {2} MB are free."),
                        {work.parent_path().string(), std::to_string((bytes + kSpareBytes) >> 20),
                         std::to_string(space->free_bytes >> 20)}));
  }
  const auto advance = [&](size_t size) -> Status {
    if (progress.cancel != nullptr && *progress.cancel)
      return fail(ErrorKind::kCancelled, Message(GLADI_TEXT("Cancelled.")));
    done += size;
    if (progress.share) progress.share(static_cast<double>(done) / static_cast<double>(bytes));
    return {};
  };
  for (size_t i = 0; i < bundle.manifest.files.size(); ++i) {
    if (auto done_one = unpack_file(bundle, i, work / bundle.manifest.files[i].path, advance); !done_one)
      return done_one;
  }
  return {};
}

// Each take is what the manifest says it is, and is whole where it is.
Status check_takes(const BundleManifest& manifest, const fs::path& work) {
  for (const BundledTake& take : manifest.takes) {
    const fs::path folder = work / "sessions" / take.folder;
    auto session = load_session(folder);
    if (!session) return fail(std::move(session));
    if (session->read_only()) return tl::unexpected(json_file::newer(folder / "session.json"));
    if (session->id != take.session_id) return senseless("session id of " + take.folder);
    if (session->state != SessionState::kReady && session->state != SessionState::kRecovered)
      return senseless("state of " + take.folder);
    for (const TakePart& part : session->parts) {
      std::error_code error;
      if (!part.root.empty()) return senseless("root of " + take.folder);
      if (!manifest.reviews_only && !fs::is_regular_file(folder / part.file, error))
        return senseless("missing: " + take.folder + "/" + part.file);
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

// Voice notes that comments here mention and that aren't here yet.
Status merge_voices(const fs::path& from, const fs::path& to) {
  for (const Review& review : load_reviews(to)) {
    for (const Comment& comment : review.comments) {
      if (!comment.voice) continue;
      const fs::path source = from / "reviews" / comment.voice->file;
      const fs::path target = to / "reviews" / comment.voice->file;
      std::error_code error;
      if (fs::exists(target, error) || !fs::is_regular_file(source, error)) continue;
      if (auto moved = platform::rename_durably(source, target); !moved) return moved;
    }
  }
  return {};
}

// Reviews of a take that is here already.
Status merge_reviews(const fs::path& from, const fs::path& to, ImportReport& report) {
  // Whoever comments on that take meanwhile waits: else one of both would be lost.
  const auto lock = ReviewLock::take(to);
  if (!lock) return tl::unexpected(lock.error());
  const std::vector<Review> ours = load_reviews(to);
  for (const Review& theirs : load_reviews(from)) {
    const auto own = std::find_if(ours.begin(), ours.end(), [&](const Review& review) {
      return review.reviewer_id == theirs.reviewer_id;
    });
    std::error_code error;
    const fs::path target = to / "reviews" / (theirs.reviewer_id + ".json");
    if (own == ours.end() && !fs::exists(target, error)) {
      if (auto made = platform::create_private_folder(target.parent_path()); !made) return made;
      auto text = platform::read_file(from / "reviews" / (theirs.reviewer_id + ".json"));
      if (!text) return fail(std::move(text));
      if (auto written = platform::write_file_atomically(target, *text); !written) return written;
      ++report.reviews_added;
    } else if (own != ours.end()) {
      Review merged = *own;
      if (!add_what_is_missing(merged, theirs)) continue;
      if (auto saved = save_review(to, merged); !saved) return saved;
      ++report.reviews_merged;
    }  // else ours is damaged: left as it is
  }
  return merge_voices(from, to);
}

std::string person_of(const fs::path& session_folder) {
  const auto session = load_session(session_folder);
  return session ? session->person_id : "";
}

Status place_people(const fs::path& work, const fs::path& library, ImportReport& report) {
  const PeopleStore theirs(work / "people");
  PeopleStore here(library / "people");
  const std::vector<Person> known = here.list();
  for (const Person& person : theirs.list()) {
    std::error_code error;
    const fs::path file = library / "people" / (person.id + ".json");
    if (fs::exists(file, error) || is_withdrawn(library, person.id)) continue;
    if (auto saved = here.save(person); !saved) return saved;
    ++report.people_added;
    const bool same_name = std::any_of(known.begin(), known.end(), [&](const Person& other) {
      return fold_case(other.name) == fold_case(person.name);
    });
    if (same_name) report.same_names.push_back(person.name);
  }
  return {};
}

}  // namespace

Result<BundleManifest> inspect_bundle(const fs::path& file) {
  auto bundle = open_bundle(file);
  if (!bundle) return fail(std::move(bundle));
  return std::move(bundle->manifest);
}

Result<ImportReport> import_bundle(const fs::path& library, const std::map<std::string, fs::path>& known,
                                   const fs::path& file, const ShareProgress& progress) {
  auto bundle = open_bundle(file);
  if (!bundle) return fail(std::move(bundle));
  auto place = ImportPlace::open(library);
  if (!place) return fail(std::move(place));
  const fs::path& work = (*place)->path();
  if (auto unpacked = unpack(*bundle, work, progress); !unpacked) return fail(std::move(unpacked));
  if (auto sound = check_takes(bundle->manifest, work); !sound) return fail(std::move(sound));

  // From here on everything is checked and on this disk.
  ImportReport report;
  for (const BundledTake& take : bundle->manifest.takes) {
    const fs::path from = work / "sessions" / take.folder;
    const auto here = known.find(take.session_id);
    if (is_withdrawn(library, take.person_id) || is_withdrawn(library, person_of(from))) {
      ++report.takes_withdrawn;
    } else if (here != known.end()) {
      ++report.takes_known;
      if (auto merged = merge_reviews(from, here->second, report); !merged) return fail(std::move(merged));
    } else if (bundle->manifest.reviews_only) {
      ++report.takes_unknown;
    } else {
      auto to = (*place)->place_session(from);
      if (!to) return fail(std::move(to));
      ++report.takes_added;
      report.reviews_added += static_cast<int>(load_reviews(*to).size());
    }
  }
  if (bundle->manifest.reviews_only) return report;
  if (auto placed = place_people(work, library, report); !placed) return fail(std::move(placed));
  return report;
}

}  // namespace gladi
