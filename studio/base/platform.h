// What only the operating system can tell studio. The one file of studio with POSIX calls.
#pragma once

#include <ctime>
#include <filesystem>
#include <optional>

namespace gladi::platform {

// The calendar time at `t` on this computer's clock. Any thread.
std::tm local_time(std::time_t t);

// The instant of a calendar time on this computer's clock; tm_wday and tm_yday don't matter. -1 when there is
// none.
std::time_t from_local_time(const std::tm& calendar);

// The home folder of this user: $HOME, else what the system has noted. Empty when neither knows one.
std::filesystem::path home_folder();

// Says to every other process of this computer that something goes on; ends with the object or with the
// process, however that ends. One lock a file and process: a second one in the same process neither fails nor
// waits.
class ProcessLock {
 public:
  // Creates `file` where it isn't there. nullopt when another process holds it, or where the disk knows no
  // locks.
  static std::optional<ProcessLock> take(const std::filesystem::path& file);
  ProcessLock(ProcessLock&& other) noexcept;
  ProcessLock& operator=(ProcessLock&& other) noexcept;
  ~ProcessLock();

 private:
  explicit ProcessLock(int fd) : fd_(fd) {}
  int fd_ = -1;
};

// Whether another process holds the lock. Looking gives up a lock that this process holds on the same file.
bool locked_by_another_process(const std::filesystem::path& file);

}  // namespace gladi::platform
