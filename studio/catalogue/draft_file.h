// The two files of a catalogue while it is edited: opened as a draft, written back whole.
#pragma once

#include <memory>

#include "encoder/base/error.h"
#include "studio/catalogue/catalogue_draft.h"
#include "studio/catalogue/fault.h"

namespace gladi {

// What the files held when they were opened or last saved. Blocks whose product or segment hasn't changed are
// written as they were, with their comments; in others only the values that changed. What could not be read
// stays in the file. Any thread, one at a time.
class DraftFile {
 public:
  struct Opened {
    CatalogueDraft draft;
    std::shared_ptr<DraftFile> file;
    std::vector<Fault> faults;  // what Gladi leaves out, and keeps in the file
  };
  // Errors as load_catalogue gives them, but a catalogue without a product that can be used can be opened.
  static Result<Opened> open(const std::filesystem::path& folder);

  // Photos outside the folder are copied into it. Each file is replaced at once; nothing is written where
  // nothing has changed. A file that somebody else has changed meanwhile, and one whose blocks can't be told
  // apart, is kept beside as "<name>.lama" first: `kept` names these.
  struct Saved {
    std::vector<std::filesystem::path> kept;
  };
  Result<Saved> save(const CatalogueDraft& draft);

  // From now on the catalogue lives in `folder`, a copy of the one before.
  void moved_to(const std::filesystem::path& folder);
  const std::filesystem::path& folder() const;

  ~DraftFile();

 private:
  DraftFile();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
