#include "tests/support/failing_disk.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace gladi::test {
namespace {

tl::unexpected<Error> told_by_the_system(DiskFault fault) {
  const bool full = fault == DiskFault::kFull;
  return fail(full ? ErrorKind::kNoSpace : ErrorKind::kIo,
              Message(full ? "The disk is full: {0} could not be written."
                           : "{0} could not be written: the disk reports an error.",
                      {"the file"}),
              std::strerror(full ? ENOSPC : EIO));
}

}  // namespace

class FailingDisk::File final : public OutputFile {
 public:
  File(std::shared_ptr<State> state, std::unique_ptr<OutputFile> real)
      : state_(std::move(state)), real_(std::move(real)) {}

  Status write(const void* bytes, size_t size) override {
    const DiskFault fault = state_->fault;
    if (fault == DiskFault::kWontSync) {
      state_->left -= static_cast<int64_t>(size);
      return real_->write(bytes, size);
    }
    const auto good = static_cast<size_t>(std::clamp<int64_t>(state_->left, 0, static_cast<int64_t>(size)));
    state_->left -= static_cast<int64_t>(good);
    if (Status written = real_->write(bytes, good); !written || good == size) return written;
    state_->failed = true;
    return told_by_the_system(fault);
  }
  Status sync() override {
    const bool broken = state_->left <= 0 && state_->fault != DiskFault::kFull;
    if (!broken) return real_->sync();
    state_->failed = true;
    return told_by_the_system(state_->fault);
  }
  Status close() override { return real_->close(); }

 private:
  const std::shared_ptr<State> state_;
  const std::unique_ptr<OutputFile> real_;
};

OutputOpener FailingDisk::opener() const {
  return [state = state_](const std::filesystem::path& path) -> Result<std::unique_ptr<OutputFile>> {
    if (state->fault == DiskFault::kVanished && state->left <= 0) return told_by_the_system(state->fault);
    auto real = create_output_file(path);
    if (!real) return real;
    return std::make_unique<File>(state, std::move(*real));
  };
}

}  // namespace gladi::test
