// SHA-256 (FIPS 180-4), piece by piece. GLib computes it. For studio's .cpp files only.
#pragma once

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "encoder/base/error.h"

typedef struct _GChecksum GChecksum;  // NOLINT(bugprone-reserved-identifier): GLib's own name

namespace gladi {

class Sha256 {
 public:
  Sha256();
  void add(const char* bytes, size_t size);
  // 64 hexadecimal digits in lower case; nothing can be added afterwards.
  std::string hex();

 private:
  struct Free {
    void operator()(GChecksum* sum) const;
  };
  std::unique_ptr<GChecksum, Free> sum_;
};

bool is_sha256(const std::string& text);

// Of a whole file. `advance` (may be empty) is told how many bytes were read since it was called last.
Result<std::string> sha256_of_file(const std::filesystem::path& file,
                                   const std::function<void(uint64_t)>& advance,
                                   const std::atomic<bool>* cancel);

}  // namespace gladi
