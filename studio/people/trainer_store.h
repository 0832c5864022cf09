// The trainers of a library, one JSON file each (docs/session-folder.md, "trainers").
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "encoder/base/error.h"
#include "studio/text/format.h"

namespace gladi {

// Somebody who watches others' takes and advises them.
struct Trainer {
  std::string id;  // UUID: of the reviews that she writes
  std::string name;
  std::string pin_hash;
  WallTime created_at;
};

// One thread at a time. Files are the truth: list() reads them.
class TrainerStore {
 public:
  explicit TrainerStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // By name. A file that can't be read is skipped and told in `problems` (may be null).
  std::vector<Trainer> list(std::vector<Error>* problems = nullptr) const;
  // Names as people's: trimmed, not empty, at most 80 characters, each once. Hashes the PIN: slow.
  Result<Trainer> add(const std::string& name, const std::string& pin);
  // kInvalid with a sentence for a PIN that doesn't fit. Slow.
  static Status check(const Trainer& trainer, const std::string& pin);

 private:
  std::filesystem::path folder_;
};

}  // namespace gladi
