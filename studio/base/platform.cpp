#include "studio/base/platform.h"

#include <fcntl.h>
#include <pwd.h>
#include <unistd.h>

#include <cstdlib>
#include <utility>
#include <vector>

namespace gladi::platform {
namespace {

struct flock whole_file() {
  struct flock range {};
  range.l_type = F_WRLCK;
  range.l_whence = SEEK_SET;  // start and length 0: all of it
  return range;
}

}  // namespace

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

std::optional<ProcessLock> ProcessLock::take(const std::filesystem::path& file) {
  const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) return std::nullopt;
  ProcessLock lock(fd);
  struct flock range = whole_file();
  if (::fcntl(fd, F_SETLK, &range) != 0) return std::nullopt;
  return lock;
}

ProcessLock::ProcessLock(ProcessLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

ProcessLock& ProcessLock::operator=(ProcessLock&& other) noexcept {
  if (this != &other) {
    if (fd_ >= 0) ::close(fd_);
    fd_ = std::exchange(other.fd_, -1);
  }
  return *this;
}

ProcessLock::~ProcessLock() {
  if (fd_ >= 0) ::close(fd_);
}

bool locked_by_another_process(const std::filesystem::path& file) {
  const int fd = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
  if (fd < 0) return false;
  struct flock range = whole_file();
  const bool locked = ::fcntl(fd, F_GETLK, &range) == 0 && range.l_type != F_UNLCK;
  ::close(fd);
  return locked;
}

}  // namespace gladi::platform
