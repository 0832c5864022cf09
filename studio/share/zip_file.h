// ZIP files through libzip. For studio's .cpp files only.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "encoder/base/error.h"

struct zip;

namespace gladi {

namespace zip_detail {
struct Discard {
  void operator()(zip* archive) const;
};
}  // namespace zip_detail

// What a stranger's archive says about one of its entries: nothing of it can be trusted.
struct ZipEntry {
  std::string path;
  uint64_t size = 0;         // unpacked
  uint64_t packed_size = 0;  // in the archive
  bool file = true;          // neither folder, link nor device
  bool readable = true;      // not encrypted, packed in a way that is known
};

// One thread. Reading an archive's index costs no more than its size; nothing is unpacked by opening.
class ZipReader {
 public:
  static constexpr int64_t kMostEntries = 100'000;

  // kDamaged for what is no ZIP or is cut off.
  static Result<ZipReader> open(const std::filesystem::path& file);
  const std::vector<ZipEntry>& entries() const { return entries_; }

  // Hands out the unpacked bytes piece by piece, never more than the entry's size. kDamaged where they don't
  // fit the entry's size or checksum.
  Status read(size_t index, const std::function<Status(const char* bytes, size_t size)>& take);

 private:
  ZipReader() = default;
  std::filesystem::path file_;
  std::unique_ptr<zip, zip_detail::Discard> archive_;
  std::vector<ZipEntry> entries_;
};

// One thread. Nothing is there before finish() has succeeded.
class ZipWriter {
 public:
  // `file` must not be there.
  static Result<ZipWriter> create(const std::filesystem::path& file);
  Status add_text(const std::string& path, const std::string& text);
  // Read by finish(). `pack`: compressed; not for video, which only loses time by it.
  Status add_file(const std::string& path, const std::filesystem::path& source, bool pack);
  // `progress` gets 0 to 1. kCancelled leaves nothing.
  Status finish(const std::function<void(double)>& progress, const std::atomic<bool>* cancel);

 private:
  ZipWriter() = default;
  tl::unexpected<Error> failed() const;
  std::filesystem::path file_;
  std::unique_ptr<zip, zip_detail::Discard> archive_;
};

}  // namespace gladi
