// A disk that fills up or breaks after so many bytes: the files are real, the fault is put in.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>

#include "encoder/file/output_file.h"

namespace gladi::test {

enum class DiskFault {
  kFull,      // ENOSPC: takes what still fits, then nothing
  kBroken,    // EIO on writing
  kWontSync,  // EIO on syncing: the bytes are in the file, nobody knows how long
  kVanished,  // the folder is gone: nothing can be written, opened or synced
};

// Any thread; copies of opener() share one disk.
class FailingDisk {
 public:
  FailingDisk(DiskFault fault, int64_t good_bytes) : state_(std::make_shared<State>()) {
    state_->fault = fault;
    state_->left = good_bytes;
  }
  // Opens real files that fail once `good_bytes` have been written into all of them together.
  OutputOpener opener() const;
  void repair() { state_->left = INT64_MAX; }
  bool failed() const { return state_->failed; }

 private:
  class File;
  struct State {
    std::atomic<DiskFault> fault{DiskFault::kFull};
    std::atomic<int64_t> left{0};
    std::atomic<bool> failed{false};
  };
  const std::shared_ptr<State> state_;
};

}  // namespace gladi::test
