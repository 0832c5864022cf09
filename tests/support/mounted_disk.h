// A small real disk of its own, where the test may mount one (as root, and with a kernel that has the file
// system).
#pragma once

#include <filesystem>
#include <string>

#include "tests/support/temp_folder.h"

namespace gladi::test {

class MountedDisk {
 public:
  // "tmpfs", "vfat" or "exfat" of so many MB; not there when it can't be had: ask mounted() and skip the
  // test.
  MountedDisk(const std::string& type, int megabytes);
  ~MountedDisk();  // unmounts
  MountedDisk(const MountedDisk&) = delete;
  MountedDisk& operator=(const MountedDisk&) = delete;

  bool mounted() const { return mounted_; }
  const std::filesystem::path& path() const { return path_; }
  // Fills what is free with a file, to the last byte, or takes it away again.
  void fill();
  void make_room();
  // As when somebody pulls it out: what is open stays open, its folder is gone. False when that can't be had.
  bool pull();
  // As the system does with a disk that it finds damaged, and what repairs it. False when that can't be had.
  bool forbid_writing();
  bool allow_writing();

 private:
  TempFolder temp_;
  std::filesystem::path path_;
  bool mounted_ = false;
};

}  // namespace gladi::test
