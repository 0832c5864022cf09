// libav's output on a DurableFile: what has been synced survives a power cut. Private to encoder/file.
#pragma once

#include <memory>

#include "encoder/base/platform.h"
#include "encoder/libav/handles.h"

namespace gladi {

// One thread at a time. The muxer can't seek in it: a part file is only ever appended to.
class DurableOutput {
 public:
  // Creates the file; fails if it exists.
  static Result<std::unique_ptr<DurableOutput>> create(const std::filesystem::path& path);
  ~DurableOutput();
  DurableOutput(const DurableOutput&) = delete;
  DurableOutput& operator=(const DurableOutput&) = delete;

  AVIOContext* io() const { return io_; }  // valid as long as this

  // Everything written so far reaches the disk; tells of any write that failed since the last call.
  Status sync();
  Status close();  // without sync

  int64_t bytes_written() const { return bytes_written_; }

 private:
  explicit DurableOutput(platform::DurableFile file);
  static int write(void* self, uint8_t* bytes, int size);

  platform::DurableFile file_;
  AVIOContext* io_ = nullptr;
  Status written_;  // libav only passes a number on
  int64_t bytes_written_ = 0;
};

}  // namespace gladi
