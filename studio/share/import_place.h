// Where what comes in from elsewhere lies until all of it has been checked. For studio's .cpp files only.
#pragma once

#include <filesystem>
#include <memory>

#include "encoder/base/platform.h"

namespace gladi {

// A folder of its own in the library, on the same disk, so that what is sound goes to its place by renaming.
// Its owner alone takes something in; it goes away with all that is still in it, however that ends.
class ImportPlace {
 public:
  // kBusy while another import works on the same library. What a crash has left is taken away.
  static Result<std::unique_ptr<ImportPlace>> open(const std::filesystem::path& library);
  ~ImportPlace();
  ImportPlace(const ImportPlace&) = delete;
  ImportPlace& operator=(const ImportPlace&) = delete;

  const std::filesystem::path& path() const { return folder_; }
  // Moves the session folder `from`, inside of this place, among the library's; under another name where its
  // own is taken. Gives the new folder.
  Result<std::filesystem::path> place_session(const std::filesystem::path& from) const;

 private:
  ImportPlace(std::filesystem::path library, platform::FileLock lock);

  const std::filesystem::path library_;
  const platform::FileLock lock_;
  const std::filesystem::path folder_;
};

}  // namespace gladi
