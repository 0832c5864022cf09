// A bundle as a stranger gave it: opened, checked against its manifest, unpacked. For studio's .cpp files
// only.
#pragma once

#include "studio/share/bundle.h"
#include "studio/share/zip_file.h"

namespace gladi {

struct OpenBundle {
  ZipReader zip;
  BundleManifest manifest;
  std::vector<size_t> entries;  // of manifest.files, in its order
};

// Each entry is in the manifest and each file of the manifest is an entry, once, of the size it says; no
// content was looked at yet.
Result<OpenBundle> open_bundle(const std::filesystem::path& file);

// Everything into `work`, each file compared with its checksum.
Status unpack(OpenBundle& bundle, const std::filesystem::path& work, const ShareProgress& progress);

// Only what it says of people: small.
Status unpack_people(OpenBundle& bundle, const std::filesystem::path& work);

}  // namespace gladi
