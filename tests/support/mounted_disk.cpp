#include "tests/support/mounted_disk.h"

#include <fstream>
#include <vector>

#include "tests/support/command.h"

namespace gladi::test {
namespace fs = std::filesystem;

MountedDisk::MountedDisk(const std::string& type, int megabytes) : path_(temp_ / "disk") {
  fs::create_directory(path_);
  const std::string size = std::to_string(megabytes) + "M";
  if (type == "tmpfs") {
    mounted_ =
        run_command({"mount", "-t", "tmpfs", "-o", "size=" + size, "none", path_.string()}).exit_code == 0;
    return;
  }
  const std::string image = temp_ / "image";
  mounted_ = run_command({"truncate", "-s", size, image}).exit_code == 0 &&
             run_command({"mkfs." + type, image}).exit_code == 0 &&
             run_command({"mount", "-t", type, "-o", "loop", image, path_.string()}).exit_code == 0;
}

MountedDisk::~MountedDisk() {
  if (mounted_) run_command({"umount", path_.string()});
}

void MountedDisk::fill() {
  std::ofstream filler(path_ / "filler", std::ios::binary);
  for (size_t piece = 1 << 16; piece > 0; piece /= 2) {
    const std::vector<char> bytes(piece);
    while (filler.write(bytes.data(), static_cast<std::streamsize>(piece)).flush()) continue;
    filler.clear();
  }
}

void MountedDisk::make_room() {
  fs::remove(path_ / "filler");
}

bool MountedDisk::pull() {
  mounted_ = run_command({"umount", "-l", path_.string()}).exit_code != 0;
  std::error_code error;
  return !mounted_ && fs::remove(path_, error);
}

bool MountedDisk::forbid_writing() {
  return run_command({"mount", "-o", "remount,ro", path_.string()}).exit_code == 0;
}

bool MountedDisk::allow_writing() {
  return run_command({"mount", "-o", "remount,rw", path_.string()}).exit_code == 0;
}

}  // namespace gladi::test
