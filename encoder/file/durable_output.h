// libav's output on an OutputFile: what has been synced survives a power cut. Private to encoder/file.
#pragma once

#include <memory>

#include "encoder/file/output_file.h"
#include "encoder/libav/handles.h"

namespace gladi {

// One thread at a time, but for sync_flushed(). The muxer can't seek in it: a part file is only ever appended
// to.
class DurableOutput {
 public:
  explicit DurableOutput(std::unique_ptr<OutputFile> file);
  ~DurableOutput();
  DurableOutput(const DurableOutput&) = delete;
  DurableOutput& operator=(const DurableOutput&) = delete;

  AVIOContext* io() const { return io_; }  // valid as long as this

  // Everything written so far is the kernel's: it survives this program. Tells of any write that failed.
  Status flush();
  // Everything that was flushed before the call is on the disk: it survives a power cut. Any thread, also
  // while another one writes.
  Status sync_flushed();
  Status sync();   // both
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
