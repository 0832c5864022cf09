#include "studio/base/platform.h"

#include <fcntl.h>
#include <mntent.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

namespace gladi::platform {
std::tm local_time(std::time_t t) {
  std::tm calendar{};
  localtime_r(&t, &calendar);
  return calendar;
}

std::time_t from_local_time(const std::tm& calendar) {
  std::tm copy = calendar;
  copy.tm_isdst = -1;  // the system knows whether summer time ruled then
  return std::mktime(&copy);
}

std::filesystem::path home_folder() {
  if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0') return home;
  std::vector<char> buffer(16384);
  passwd entry{};
  passwd* found = nullptr;
  if (getpwuid_r(getuid(), &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr) return {};
  return entry.pw_dir;
}

std::vector<std::filesystem::path> other_disks() {
  const auto close = [](FILE* file) { endmntent(file); };
  const std::unique_ptr<FILE, decltype(close)> mounts(setmntent("/proc/self/mounts", "r"), close);
  std::vector<std::filesystem::path> disks;
  mntent entry{};
  std::vector<char> buffer(4096);
  while (mounts &&
         getmntent_r(mounts.get(), &entry, buffer.data(), static_cast<int>(buffer.size())) != nullptr) {
    const std::string folder = entry.mnt_dir;
    const bool for_people =
        folder.starts_with("/media/") || folder.starts_with("/run/media/") || folder.starts_with("/mnt");
    if (for_people && access(folder.c_str(), W_OK | X_OK) == 0) disks.emplace_back(folder);
  }
  return disks;
}

bool keeps_files_private(const std::filesystem::path& folder) {
  std::string probe = (folder / ".gladi-XXXXXX").string();
  const int fd = mkostemp(probe.data(), O_CLOEXEC);  // asks for 0600
  if (fd < 0) return true;
  struct stat info {};
  const bool known = fstat(fd, &info) == 0;
  close(fd);
  unlink(probe.c_str());
  return !known || (info.st_mode & 077) == 0;
}

std::optional<uint64_t> file_system_of(const std::filesystem::path& folder) {
  struct stat info {};
  if (stat(folder.c_str(), &info) != 0) return std::nullopt;
  return static_cast<uint64_t>(info.st_dev);
}

}  // namespace gladi::platform
