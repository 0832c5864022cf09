// A file that a part is written into, as an interface: tests put a disk behind it that fills up or fails.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "encoder/base/error.h"

namespace gladi {

// One thread at a time, but sync() may be called while another thread writes. After a failure nothing more is
// written.
class OutputFile {
 public:
  virtual ~OutputFile() = default;
  virtual Status write(const void* bytes, size_t size) = 0;
  virtual Status sync() = 0;   // what was written before the call is on the disk when it returns
  virtual Status close() = 0;  // reports what the destructor can't
};

// Creates the file; an error when it is there already.
using OutputOpener = std::function<Result<std::unique_ptr<OutputFile>>(const std::filesystem::path&)>;

// A platform::DurableFile, locked while it is open (docs/adr/0009).
Result<std::unique_ptr<OutputFile>> create_output_file(const std::filesystem::path& path);

}  // namespace gladi
