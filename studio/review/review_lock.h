// Keeps the reviews of a take for whoever changes them: comments are written, and reviews taken in, by
// different threads, and by more than one program.
#pragma once

#include <filesystem>
#include <optional>

#include "encoder/base/error.h"
#include "encoder/base/platform.h"

namespace gladi {

// Held from reading a file to having written it. Any thread; not by one that holds it already.
class ReviewLock {
 public:
  // Waits for as long as somebody else changes them, kPatience at most: then kBusy. Where reviews can't be
  // kept at all (no such take, a disk that can't be written) nobody is kept away: writing tells why.
  static Result<ReviewLock> take(const std::filesystem::path& session_folder);

 private:
  explicit ReviewLock(std::optional<platform::FileLock> lock) : lock_(std::move(lock)) {}
  std::optional<platform::FileLock> lock_;
};

}  // namespace gladi
