// A library to be preloaded (LD_PRELOAD) into the program under test: it ends it by SIGKILL just before its
// n-th step on the disk below one folder. So every moment at which a kill leaves something else behind can be
// tried, one by one, whatever the speed of the machine. A write is torn: half of it is done.
//   GLADI_KILL_BELOW  the folder
//   GLADI_KILL_STEP   n, from 1; without it nothing is killed
//   GLADI_KILL_COUNT  a file that is made longer by one byte at each step, to know how many there are
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <climits>
#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

template <typename Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

bool is_below(const char* path) {
  static const char* const folder = std::getenv("GLADI_KILL_BELOW");
  return folder != nullptr && path != nullptr && std::strncmp(path, folder, std::strlen(folder)) == 0;
}

bool is_below(int fd) {
  char path[PATH_MAX];
  const ssize_t size = readlink(("/proc/self/fd/" + std::to_string(fd)).c_str(), path, sizeof path - 1);
  if (size <= 0) return false;
  path[size] = '\0';
  return is_below(path);
}

// Counts one step; true when the program shall end at it.
bool is_the_step() {
  static std::atomic<long> steps{0};
  static const char* const wanted = std::getenv("GLADI_KILL_STEP");
  static const char* const count = std::getenv("GLADI_KILL_COUNT");
  if (count != nullptr) {
    static auto* const real_open = next<int(const char*, int, ...)>("open64");
    static auto* const real_write = next<ssize_t(int, const void*, size_t)>("write");
    static const int fd = real_open(count, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    real_write(fd, ".", 1);
  }
  return ++steps == (wanted != nullptr ? std::atol(wanted) : -1);
}

[[noreturn]] void end() {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

void step(bool counts) {
  if (counts && is_the_step()) end();
}

template <typename Open>
int open_and_count(Open* real, const char* path, int flags, unsigned mode) {
  step((flags & (O_CREAT | O_TRUNC)) != 0 && is_below(path));
  return real(path, flags, mode);
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const unsigned mode = va_arg(rest, unsigned);
  va_end(rest);
  return open_and_count(next<int(const char*, int, ...)>("open"), path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const unsigned mode = va_arg(rest, unsigned);
  va_end(rest);
  return open_and_count(next<int(const char*, int, ...)>("open64"), path, flags, mode);
}

ssize_t write(int fd, const void* bytes, size_t size) {
  static auto* const real = next<ssize_t(int, const void*, size_t)>("write");
  if (is_below(fd) && is_the_step()) {
    if (size > 1) real(fd, bytes, size / 2);
    end();
  }
  return real(fd, bytes, size);
}

ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t at) {
  static auto* const real = next<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
  if (is_below(fd) && is_the_step()) {
    if (size > 1) real(fd, bytes, size / 2, at);
    end();
  }
  return real(fd, bytes, size, at);
}

int fsync(int fd) {
  step(is_below(fd));
  return next<int(int)>("fsync")(fd);
}

int fdatasync(int fd) {
  step(is_below(fd));
  return next<int(int)>("fdatasync")(fd);
}

int rename(const char* from, const char* to) {
  step(is_below(to));
  return next<int(const char*, const char*)>("rename")(from, to);
}

int mkdir(const char* path, mode_t mode) {
  step(is_below(path));
  return next<int(const char*, mode_t)>("mkdir")(path, mode);
}

int remove(const char* path) {
  step(is_below(path));
  return next<int(const char*)>("remove")(path);
}

int unlink(const char* path) {
  step(is_below(path));
  return next<int(const char*)>("unlink")(path);
}

int unlinkat(int folder, const char* path, int flags) {
  step(is_below(path) || is_below(folder));
  return next<int(int, const char*, int)>("unlinkat")(folder, path, flags);
}

}  // extern "C"
