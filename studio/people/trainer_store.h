// The trainers of a library, one JSON file each (docs/session-folder.md, "trainers").
#pragma once

#include <filesystem>
#include <optional>
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
  // The first trainer of a library: nobody has to vouch for her. kRefused while any trainer's file is there,
  // also one that can't be read, or whoever damages a file would be a trainer. Names as people's: trimmed,
  // not empty, at most 80 characters, each once. Hashes the PIN: slow.
  Result<Trainer> add_first(const std::string& name, const std::string& pin);
  // Another one, as add_first. `by`: who is a trainer here and has just shown it with her PIN; kRefused once
  // she no longer is one.
  Result<Trainer> add(const std::string& name, const std::string& pin, const Trainer& by);
  // Why nobody can become the first trainer, nor any of them be asked for a PIN: there are files of trainers,
  // and none can be read. What to do, as a sentence. Nothing where list() gives somebody or there is none at
  // all.
  std::optional<Error> shut_out() const;
  // kInvalid with a sentence for a PIN that doesn't fit. Slow.
  static Status check(const Trainer& trainer, const std::string& pin);

 private:
  Result<Trainer> make(const std::string& typed, const std::string& pin);

  std::filesystem::path folder_;
};

}  // namespace gladi
