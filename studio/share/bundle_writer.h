// The files of a bundle, written as one and read again. For studio's .cpp files only.
#pragma once

#include <vector>

#include "studio/share/bundle.h"

namespace gladi {

// One file of the bundle: text that is made for it, or a file that is taken as it is.
struct BundleItem {
  std::string path;
  std::filesystem::path source;  // empty: `text`
  std::string text;
  uint64_t size = 0;
  bool pack = true;

  static BundleItem of_text(const std::string& path, std::string text);
  static Result<BundleItem> of_file(const std::string& path, const std::filesystem::path& source, bool pack);
};

uint64_t bytes_of(const std::vector<BundleItem>& items);  // unpacked; never 0

// Writes the items, with size and checksum of each in `manifest`, into `file`, which must not be there; then
// reads them again and compares: a stick may fail without a word. What an error leaves is the caller's to
// remove.
Status write_bundle_file(const std::vector<BundleItem>& items, BundleManifest manifest,
                         const std::filesystem::path& file, const ShareProgress& progress);

}  // namespace gladi
