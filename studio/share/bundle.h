// Takes carried from one library to another as one .gladi file, on a USB stick above all. docs/bundle.md
// describes the file. A bundle is a stranger's until it has been checked.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "studio/share/bundle_manifest.h"
#include "studio/share/same_person.h"

namespace gladi {

// Told while it runs; all of it may be left out. Called on the thread that works.
struct ShareProgress {
  std::function<void(double)> share;  // 0 to 1
  const std::atomic<bool>* cancel = nullptr;
};

// What a file with reviews only has, so that any messenger takes it.
constexpr uint64_t kMostReviewsBytes = 1'000'000;

// All below touch only files, take long and belong on the background worker.

// `session_folders` of one library into `target`, which must not be there. The finished file is read again
// and compared before it gets its name; on an error, or when cancelled, nothing is left. kInvalid for a take
// that still is being recorded or made final, or of which a part lies on a disk that isn't here; kRefused for
// one whose person hasn't agreed to its being reviewed. `reviews_only`: what reviewers wrote without film and
// journal, and of their voice notes the newest ones as far as all of it stays under kMostReviewsBytes, so
// that any messenger takes it. Texts alone that are more go out all the same: whoever asked has to be told.
Status export_bundle(const std::filesystem::path& library,
                     const std::vector<std::filesystem::path>& session_folders, bool reviews_only,
                     const std::filesystem::path& target, const ShareProgress& progress = {});

// What a bundle says about itself; every name, size and way of packing has been checked, no content yet.
Result<BundleManifest> inspect_bundle(const std::filesystem::path& file);

struct ImportReport {
  int takes_added = 0;
  int takes_known = 0;       // of these a copy was here already: only reviews were looked at
  int takes_in_trash = 0;    // the same, but it lies in the trash: reviews were looked at there
  int takes_unknown = 0;     // reviews of a take that this library doesn't have: left out
  int takes_withdrawn = 0;   // of people who took everything back: left out
  int reviews_added = 0;     // files of reviewers
  int reviews_merged = 0;    // both sides had one: what was said later there came in
  int reviews_assessed = 0;  // of these the scores changed, or whether they are handed in
  int reviews_left = 0;      // would have, but are damaged here or a newer version's: left as they are
  // In reviews of takes that were here, as far as they are handed in.
  int comments_added = 0;
  int comments_changed = 0;
  int comments_removed = 0;
  int people_added = 0;
  int people_joined = 0;                // who are people here under another number
  std::vector<std::string> same_names;  // people added whose name somebody here has too
};

// `known`: the library's takes, session id to folder. Everything is unpacked beside the library and checked
// against the manifest before the first file goes to its place; on an error before that, or when cancelled,
// the library is as it was. Then people come first, takes, reviews: what a failing disk cuts off comes with
// the same file taken in once more. A take never is here twice, also not beside its copy in the trash. kBusy
// while another import works on the same library.
// `told`: who of the bundle's people was found to be one of here (same_names()); their takes and reviews come
// in under the number of here, and it is kept in mind for what comes later. Whoever isn't told of and has a
// name of here comes as somebody else.
Result<ImportReport> import_bundle(const std::filesystem::path& library,
                                   const std::map<std::string, std::filesystem::path>& known,
                                   const std::filesystem::path& file, const ShareProgress& progress = {},
                                   const SamePeople& told = {});

// What came in, in sentences.
std::vector<Message> words_of(const ImportReport& report);

bool is_bundle_name(const std::filesystem::path& file);  // ends in .gladi, letter case aside

}  // namespace gladi
