#include "studio/share/bundle_open.h"

#include "encoder/base/platform.h"
#include "studio/share/sha256.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr uint64_t kMostManifestBytes = 16 << 20;
// Of one file that isn't media: a journal of many hours has 10 MB.
constexpr uint64_t kMostTextBytes = 64 << 20;
constexpr uint64_t kSpareBytes = 256 << 20;  // that must stay free beside what is unpacked

Result<std::string> read_manifest(ZipReader& zip, size_t index) {
  if (zip.entries()[index].size > kMostManifestBytes) return senseless_bundle("manifest: too large");
  std::string text;
  auto read = zip.read(index, [&](const char* bytes, size_t size) -> Status {
    text.append(bytes, size);
    return {};
  });
  if (!read) return fail(std::move(read));
  return text;
}

Status unpack_file(OpenBundle& bundle, size_t index, const fs::path& target,
                   const std::function<Status(size_t)>& advance) {
  if (auto made = platform::create_private_folder(target.parent_path()); !made) return made;
  auto file = platform::DurableFile::create(target);
  if (!file) return fail(std::move(file));
  Sha256 sum;
  auto read = bundle.zip.read(bundle.entries[index], [&](const char* bytes, size_t size) -> Status {
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

}  // namespace

Result<OpenBundle> open_bundle(const fs::path& file) {
  auto zip = ZipReader::open(file);
  if (!zip) return fail(std::move(zip));
  std::map<std::string, size_t> places;
  for (size_t i = 0; i < zip->entries().size(); ++i) {
    const ZipEntry& entry = zip->entries()[i];
    const bool known = entry.path == BundleManifest::kPath || parse_bundle_path(entry.path);
    if (!known || !entry.file || !entry.readable) return senseless_bundle("entry \"" + entry.path + "\"");
    if (!places.emplace(entry.path, i).second) return senseless_bundle("twice: " + entry.path);
  }
  const auto manifest_place = places.find(BundleManifest::kPath);
  if (manifest_place == places.end()) return senseless_bundle("no manifest");
  auto text = read_manifest(*zip, manifest_place->second);
  if (!text) return fail(std::move(text));
  auto manifest = BundleManifest::parse(*text);
  if (!manifest) return fail(std::move(manifest));
  places.erase(manifest_place);
  OpenBundle open{std::move(*zip), std::move(*manifest), {}};
  for (const BundleFile& listed : open.manifest.files) {
    const auto place = places.find(listed.path);
    if (place == places.end()) return senseless_bundle("missing: " + listed.path);
    const ZipEntry& entry = open.zip.entries()[place->second];
    const BundlePath::Kind kind = parse_bundle_path(listed.path)->kind;
    const bool media = kind == BundlePath::Kind::kMedia || kind == BundlePath::Kind::kVoice;
    if (entry.size != listed.size_bytes) return senseless_bundle("size of " + listed.path);
    // Media is never packed, and texts are small: nothing can unpack to more than was looked at here.
    if (media ? entry.packed_size != entry.size : entry.size > kMostTextBytes)
      return senseless_bundle("size of " + listed.path);
    open.entries.push_back(place->second);
    places.erase(place);
  }
  if (!places.empty()) return senseless_bundle("not listed: " + places.begin()->first);
  return open;
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

Status unpack_people(OpenBundle& bundle, const fs::path& work) {
  const auto nobody_waits = [](size_t) -> Status { return {}; };
  for (size_t i = 0; i < bundle.manifest.files.size(); ++i) {
    const std::string& path = bundle.manifest.files[i].path;
    if (parse_bundle_path(path)->kind != BundlePath::Kind::kPerson) continue;
    if (auto done = unpack_file(bundle, i, work / path, nobody_waits); !done) return done;
  }
  return {};
}

Result<BundleManifest> inspect_bundle(const fs::path& file) {
  auto bundle = open_bundle(file);
  if (!bundle) return fail(std::move(bundle));
  return std::move(bundle->manifest);
}

}  // namespace gladi
