#include "studio/share/bundle_writer.h"

#include "encoder/base/platform.h"
#include "studio/share/sha256.h"
#include "studio/share/zip_file.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

// Of the whole: adding up what goes in, writing it, reading it again.
constexpr double kSummedUpAt = 0.3, kWrittenAt = 0.7;

tl::unexpected<Error> cancelled() {
  return fail(ErrorKind::kCancelled, Message(GLADI_TEXT("Cancelled.")));
}

// Notes size and checksum of each item in the manifest.
Status sum_up(const std::vector<BundleItem>& items, uint64_t bytes, BundleManifest& manifest,
              const ShareProgress& progress) {
  uint64_t done = 0;
  for (const BundleItem& item : items) {
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

Status write(const std::vector<BundleItem>& items, const BundleManifest& manifest, const fs::path& file,
             const ShareProgress& progress) {
  auto zip = ZipWriter::create(file);
  if (!zip) return fail(std::move(zip));
  if (auto added = zip->add_text(BundleManifest::kPath, manifest.to_text()); !added) return added;
  for (const BundleItem& item : items) {
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
    auto read = zip->read(i + 1, [&](const char* piece, size_t size) -> Status {  // the manifest comes first
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

BundleItem BundleItem::of_text(const std::string& path, std::string text) {
  const auto size = text.size();
  return {path, {}, std::move(text), size, true};
}

Result<BundleItem> BundleItem::of_file(const std::string& path, const fs::path& source, bool pack) {
  std::error_code error;
  const auto size = fs::file_size(source, error);
  if (error) {
    return fail(ErrorKind::kIo, Message(GLADI_TEXT("{0} can't be read."), {source.string()}),
                error.message());
  }
  return BundleItem{path, source, {}, size, pack};
}

uint64_t bytes_of(const std::vector<BundleItem>& items) {
  uint64_t bytes = 1;
  for (const BundleItem& item : items) bytes += item.size;
  return bytes;
}

Status write_bundle_file(const std::vector<BundleItem>& items, BundleManifest manifest, const fs::path& file,
                         const ShareProgress& progress) {
  const uint64_t bytes = bytes_of(items);
  if (auto summed = sum_up(items, bytes, manifest, progress); !summed) return summed;
  if (auto written = write(items, manifest, file, progress); !written) return written;
  return read_again(file, manifest, bytes, progress);
}

}  // namespace gladi
