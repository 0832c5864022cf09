#include <algorithm>
#include <set>

#include "encoder/base/platform.h"
#include "studio/base/json_file.h"
#include "studio/library/take_files.h"
#include "studio/session/part_place.h"
#include "studio/session/session_file.h"
#include "studio/share/bundle.h"
#include "studio/share/export_log.h"
#include "studio/share/sha256.h"
#include "studio/share/take_report.h"
#include "studio/share/zip_file.h"
#include "studio/text/uuid.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr uint64_t kSpareBytes = 16 << 20;                // beside the bundle itself
constexpr uint64_t kMostOnFat = (uint64_t{1} << 32) - 1;  // a file on FAT holds less than 4 GB
// Of the whole: adding up what goes in, writing it, reading it again.
constexpr double kSummedUpAt = 0.3, kWrittenAt = 0.7;

// Of all voice notes of a bundle without media: with what else is in it, it stays under 1 MB, small enough to
// be sent by any messenger.
constexpr uint64_t kMostVoiceBytes = 900'000;

// One file of the bundle: text that is made here, or a file that is taken as it is.
struct Item {
  std::string path;
  fs::path source;  // empty: `text`
  std::string text;
  uint64_t size = 0;
  bool pack = true;
};

tl::unexpected<Error> cancelled() {
  return fail(ErrorKind::kCancelled, Message(GLADI_TEXT("Cancelled.")));
}

Result<Item> file_item(const std::string& path, const fs::path& source, bool pack) {
  std::error_code error;
  const auto size = fs::file_size(source, error);
  if (error) {
    return fail(ErrorKind::kIo, Message(GLADI_TEXT("{0} can't be read."), {source.string()}),
                error.message());
  }
  return Item{path, source, {}, size, pack};
}

// session.json without what only means something on this computer: all parts will lie beside it.
Result<Item> session_item(const std::string& path, const fs::path& folder) {
  auto json = json_file::read(folder / "session.json");
  if (!json) return fail(std::move(json));
  if (json->contains("parts") && (*json)["parts"].is_array()) {
    for (auto& part : (*json)["parts"]) {
      if (part.is_object()) part["root"] = "";
    }
  }
  std::string text = json_file::to_line(*json) + "\n";
  const auto size = text.size();
  return Item{path, {}, std::move(text), size, true};
}

Status add_media(std::vector<Item>& items, const std::string& prefix, const fs::path& folder,
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
    auto item = file_item(prefix + part.file, media, false);
    if (!item) return fail(std::move(item));
    items.push_back(std::move(*item));
  }
  return {};
}

// All files of one take.
Status add_take(std::vector<Item>& items, BundleManifest& manifest, const fs::path& library,
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
  auto described = session_item(prefix + "session.json", folder);
  if (!described) return fail(std::move(described));
  items.push_back(std::move(*described));
  std::error_code error;
  if (fs::is_regular_file(folder / "journal.jsonl", error)) {
    auto journal = file_item(prefix + "journal.jsonl", folder / "journal.jsonl", true);
    if (!journal) return fail(std::move(journal));
    items.push_back(std::move(*journal));
  }
  for (fs::directory_iterator it(folder / "reviews", error), end; !error && it != end; it.increment(error)) {
    const std::string path = prefix + "reviews/" + it->path().filename().string();
    if (!parse_bundle_path(path) || !it->is_regular_file()) continue;
    // Sound doesn't get smaller by packing.
    const bool voice = parse_bundle_path(path)->kind == BundlePath::Kind::kVoice;
    auto review = file_item(path, it->path(), !voice);
    if (!review) return fail(std::move(review));
    items.push_back(std::move(*review));
  }
  return manifest.reviews_only ? Status{} : add_media(items, prefix, folder, *session);
}

// The newest voice notes go first; what has no room any more stays here, and the manifest says how many.
void leave_out_voices(std::vector<Item>& items, BundleManifest& manifest) {
  std::vector<const Item*> voices;
  for (const Item& item : items) {
    const auto path = parse_bundle_path(item.path);
    if (path && path->kind == BundlePath::Kind::kVoice) voices.push_back(&item);
  }
  const auto age = [](const Item* item) {
    std::error_code error;
    return fs::last_write_time(item->source, error);
  };
  std::stable_sort(voices.begin(), voices.end(),
                   [&](const Item* a, const Item* b) { return age(a) > age(b); });
  std::set<std::string> left_out;
  uint64_t bytes = 0;
  for (const Item* voice : voices) {
    if (bytes + voice->size > kMostVoiceBytes) {
      left_out.insert(voice->path);
    } else {
      bytes += voice->size;
    }
  }
  std::erase_if(items, [&](const Item& item) { return left_out.contains(item.path); });
  manifest.voices_left_out = static_cast<int>(left_out.size());
}

Status add_people(std::vector<Item>& items, const BundleManifest& manifest, const fs::path& library) {
  std::set<std::string> ids;
  for (const BundledTake& take : manifest.takes) ids.insert(take.person_id);
  for (const std::string& id : ids) {
    std::error_code error;
    const fs::path file = library / "people" / (id + ".json");
    if (!is_uuid(id) || !fs::is_regular_file(file, error))
      continue;  // removed since: the take keeps the name
    auto person = file_item("people/" + id + ".json", file, true);
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

// Notes size and checksum of each item in the manifest.
Status sum_up(const std::vector<Item>& items, uint64_t bytes, BundleManifest& manifest,
              const ShareProgress& progress) {
  uint64_t done = 0;
  for (const Item& item : items) {
    if (item.source.empty()) {
      Sha256 sum;
      sum.add(item.text.data(), item.text.size());
      manifest.files.push_back({item.path, item.size, sum.hex()});
      continue;
    }
    const auto advance = [&](uint64_t read) {
      done += read;
      if (progress.share)
        progress.share(kSummedUpAt * static_cast<double>(done) / static_cast<double>(bytes));
    };
    auto sum = sha256_of_file(item.source, advance, progress.cancel);
    if (!sum) return fail(std::move(sum));
    manifest.files.push_back({item.path, item.size, std::move(*sum)});
  }
  return {};
}

Status write(const std::vector<Item>& items, const BundleManifest& manifest, const fs::path& file,
             const ShareProgress& progress) {
  auto zip = ZipWriter::create(file);
  if (!zip) return fail(std::move(zip));
  if (auto added = zip->add_text(BundleManifest::kPath, manifest.to_text()); !added) return added;
  for (const Item& item : items) {
    auto added = item.source.empty() ? zip->add_text(item.path, item.text)
                                     : zip->add_file(item.path, item.source, item.pack);
    if (!added) return added;
  }
  const auto share = [&](double written) {
    if (progress.share) progress.share(kSummedUpAt + written * (kWrittenAt - kSummedUpAt));
  };
  if (auto finished = zip->finish(share, progress.cancel); !finished) return finished;
  auto synced = platform::DurableFile::open_to_append(file);
  if (!synced) return fail(std::move(synced));
  return synced->sync();
}

// What was written is what should be there: a stick may fail without a word.
Status read_again(const fs::path& file, const BundleManifest& manifest, uint64_t bytes,
                  const ShareProgress& progress) {
  auto zip = ZipReader::open(file);
  if (!zip) return fail(std::move(zip));
  uint64_t done = 0;
  for (size_t i = 0; i < manifest.files.size(); ++i) {
    Sha256 sum;
    const auto read =
        zip->read(i + 1, [&](const char* piece, size_t size) -> Status {  // the manifest comes first
          if (progress.cancel != nullptr && *progress.cancel) return cancelled();
          sum.add(piece, size);
          done += size;
          if (progress.share)
            progress.share(kWrittenAt +
                           (1 - kWrittenAt) * static_cast<double>(done) / static_cast<double>(bytes));
          return {};
        });
    if (!read) return read;
    if (sum.hex() != manifest.files[i].sha256) {
      return fail(ErrorKind::kIo,
                  Message(GLADI_TEXT("What was written to {0} reads differently. Please try another stick."),
                          {file.parent_path().string()}),
                  manifest.files[i].path);
    }
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
  std::vector<Item> items;
  for (const fs::path& folder : session_folders) {
    if (auto added = add_take(items, manifest, library, folder); !added) return added;
  }
  if (auto added = add_people(items, manifest, library); !added) return added;
  if (reviews_only) leave_out_voices(items, manifest);
  uint64_t bytes = 1;
  for (const Item& item : items) bytes += item.size;
  if (auto room = check_room(target, bytes); !room) return room;
  std::vector<Session> sessions;
  for (const BundledTake& take : manifest.takes) {
    Session& session = sessions.emplace_back();
    session.id = take.session_id;
    session.person_id = take.person_id;
  }
  auto note =
      ExportNote::begin(library, reviews_only ? ExportKind::kReviews : ExportKind::kBundle, target, sessions);
  if (!note) return fail(std::move(note));
  const fs::path hidden = target.parent_path() / ("." + target.filename().string() + "." + make_uuid());
  const auto made = [&]() -> Status {
    if (auto summed = sum_up(items, bytes, manifest, progress); !summed) return summed;
    if (auto written = write(items, manifest, hidden, progress); !written) return written;
    if (auto same = read_again(hidden, manifest, bytes, progress); !same) return same;
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
