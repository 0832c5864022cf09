// index.sqlite: what the list of takes shows, so that not every session.json has to be read each time. It can
// be deleted at any time. For studio's .cpp files only.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "studio/library/take_list.h"

namespace gladi {

// What tells whether a session folder has changed since it was read; times are the file system's.
struct FolderStamp {
  int64_t folder_time = 0;
  int64_t session_time = 0;
  int64_t session_bytes = 0;
  int64_t reviews_time = 0;
  friend bool operator==(const FolderStamp&, const FolderStamp&) = default;
};

struct IndexRow {
  std::string name;  // of the session folder
  FolderStamp stamp;
  TakeSummary take;
  bool read_only = false;  // a newer version's
  bool nothing_recorded = false;
  bool waits_to_be_finished = false;  // a part file lies where the final one should be
  std::string words, products;        // see take_words.h
  std::vector<ReviewLine> reviews;
};

// Whether the whole file is looked at for damages when it is opened; they are found on the way otherwise.
enum class IndexCheck { kWhole, kNone };

// One thread. Where the file can't be used (read-only, locked for long, full disk), an index in memory takes
// its place.
class TakeIndex {
 public:
  // Never fails: a damaged file or one of another version is thrown away.
  TakeIndex(std::filesystem::path file, std::filesystem::path sessions_folder,
            IndexCheck check = IndexCheck::kWhole);
  ~TakeIndex();

  // The three below give false when the index broke and has been begun anew, empty: read the folders again.
  bool stamps(std::map<std::string, FolderStamp>& found);
  bool update(const std::vector<IndexRow>& changed, const std::vector<std::string>& gone);
  bool newest_first(std::vector<IndexRow>& found);

  // How many takes there are, and how many of them are this person's.
  bool count(const std::string& person_id, size_t& all, size_t& hers);

  // Rows that are gone stay readable in the file until then.
  void compact();
  void start_over();  // empty, in a new file
  bool on_disk() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
