// libav's output on an OutputFile: what has been synced survives a power cut. Private to encoder/file.
#pragma once

#include <memory>

#include "encoder/file/output_file.h"
#include "encoder/libav/handles.h"

namespace gladi {

// One thread at a time. The muxer can't seek in it: a part file is only ever appended to.
class DurableOutput {
 public:
  explicit DurableOutput(std::unique_ptr<OutputFile> file);
  ~DurableOutput();
  DurableOutput(const DurableOutput&) = delete;
  DurableOutput& operator=(const DurableOutput&) = delete;

  AVIOContext* io() const { return io_; }  // valid as long as this

  // Everything written so far reaches the disk; tells of any write that failed since the last call.
  Status sync();
  Status close();  // without sync

  int64_t bytes_written() const { return bytes_written_; }

 private:
  static int write(void* self, uint8_t* bytes, int size);

  const std::unique_ptr<OutputFile> file_;
  AVIOContext* io_ = nullptr;
  Status written_;  // libav only passes a number on
  int64_t bytes_written_ = 0;
};

}  // namespace gladi
