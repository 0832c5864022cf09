#include "encoder/file/output_file.h"

#include <utility>

#include "encoder/base/platform.h"

namespace gladi {
namespace {

class DiskFile final : public OutputFile {
 public:
  explicit DiskFile(platform::DurableFile file) : file_(std::move(file)) {}
  Status write(const void* bytes, size_t size) override { return file_.write(bytes, size); }
  Status sync() override { return file_.sync(); }
  Status close() override { return file_.close(); }

 private:
  platform::DurableFile file_;
};

}  // namespace

Result<std::unique_ptr<OutputFile>> create_output_file(const std::filesystem::path& path) {
  auto file = platform::DurableFile::create(path);
  if (!file) return fail(std::move(file));
  return std::make_unique<DiskFile>(std::move(*file));
}

}  // namespace gladi
