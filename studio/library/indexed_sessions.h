// The session folders of a library through its index: what has changed is read again, the rest is known. For
// studio's .cpp files only.
#pragma once

#include <atomic>

#include "studio/library/take_index.h"

namespace gladi {

// One thread; several may be at work on one library, also in several programs.
class IndexedSessions {
 public:
  explicit IndexedSessions(const std::filesystem::path& library_root, IndexCheck check = IndexCheck::kWhole);

  // Newest first, as the index has them.
  std::vector<IndexRow> known();
  // The same after a look at every folder. Told, each may be null: `problems` that a person should know of,
  // and the folders that couldn't be read.
  std::vector<IndexRow> rows(std::vector<Error>* problems,
                             std::vector<std::filesystem::path>* unreadable = nullptr,
                             const std::atomic<bool>* cancel = nullptr);
  void refresh(const std::filesystem::path& session_folder);  // by its name in sessions/
  TakeIndex& index() { return index_; }

 private:
  bool bring_up_to_date(std::vector<Error>& problems, std::vector<std::filesystem::path>& unreadable,
                        const std::atomic<bool>* cancel);

  const std::filesystem::path root_;
  TakeIndex index_;
};

}  // namespace gladi
