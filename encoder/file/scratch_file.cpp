#include "encoder/file/scratch_file.h"

#include "encoder/base/platform.h"

namespace gladi {

ScratchFile::ScratchFile(const std::filesystem::path& target, const std::string& ending)
    : path_(target.parent_path() / ("." + target.filename().string() + ending)) {
  static_cast<void>(platform::remove_durably(path_));
}

ScratchFile::~ScratchFile() {
  static_cast<void>(platform::remove_durably(path_));
}

}  // namespace gladi
