#include "studio/base/platform.h"

#include <pwd.h>
#include <unistd.h>

#include <cstdlib>
#include <vector>

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

int process_id() {
  return ::getpid();
}

}  // namespace gladi::platform
