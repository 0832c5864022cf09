// What a bundle holds, as its manifest.json says, and which names a bundle may hold at all. docs/bundle.md.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "encoder/base/error.h"
#include "studio/text/format.h"

namespace gladi {

// kDamaged for what Gladi has not made, or what was changed afterwards.
tl::unexpected<Error> senseless_bundle(std::string detail);

struct BundleFile {
  std::string path;
  uint64_t size_bytes = 0;
  std::string sha256;  // 64 hexadecimal digits
};

struct BundledTake {
  std::string folder;      // "2026-11-21T09-30-00-siti-aminah"
  std::string session_id;  // UUID
  std::string person_id;   // UUID; may be empty
  std::string person_name;
  std::string title;
  WallTime started_at;
  MediaTime duration;
};

struct BundleManifest {
  static constexpr int kSchemaVersion = 1;
  static constexpr const char* kPath = "manifest.json";

  bool reviews_only = false;  // no media: carries feedback back to the take's own library
  int voices_left_out = 0;    // voice notes that had no room in such a bundle
  WallTime made_at;
  std::vector<BundledTake> takes;
  std::vector<BundleFile> files;  // all but the manifest itself

  std::string to_text() const;
  // kNewer for a later version's; kDamaged, with the reason as detail, for what makes no sense: a name that
  // no bundle holds, one that is there twice (letter case aside), a file of a take that isn't listed.
  static Result<BundleManifest> parse(const std::string& text);
};

// Where a file of a bundle goes in a library. Names are made of what is known, so that nothing can point
// elsewhere: no "..", no absolute path, no hidden file, nothing that is run.
struct BundlePath {
  enum class Kind { kPerson, kSession, kJournal, kMedia, kReview, kVoice };
  Kind kind = Kind::kPerson;
  std::string folder;  // the take's; empty for a person
  std::string name;    // of the file
};
std::optional<BundlePath> parse_bundle_path(const std::string& path);

}  // namespace gladi
