// Who works in a library just now: a lock that goes with its program, however that ends. See adr/0014.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "encoder/base/error.h"
#include "encoder/base/platform.h"
#include "studio/text/format.h"

namespace gladi {

// What only one program does at a time in a library. Looking at takes, comments and lists need no lock.
enum class LibraryUse {
  kStudio,  // has the window open: studio.lock
  kTake,    // prepares or records a take: take.lock
};

// Any thread; one owner at a time.
class LibraryLock {
 public:
  // kBusy while another program, or another lock of this one, has it: the message says which and since when.
  // Waits up to half a second, as others hold it for moments to look whether it is free.
  static Result<LibraryLock> take(const std::filesystem::path& library_root, LibraryUse use);
  // The same without waiting.
  static Result<LibraryLock> try_take(const std::filesystem::path& library_root, LibraryUse use);

 private:
  explicit LibraryLock(platform::FileLock lock) : lock_(std::move(lock)) {}
  platform::FileLock lock_;
};

// Whether a program prepares or records a take there now. Never creates anything.
bool take_is_running(const std::filesystem::path& library_root);

}  // namespace gladi
