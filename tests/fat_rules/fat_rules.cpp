// A library to be preloaded (LD_PRELOAD) into the program under test: it watches what the program takes away
// below one folder, and tells what a power cut could turn into damage on FAT.
//
// FAT keeps names (in folders) and room (in its table) apart, and each sync of any file writes the whole
// table, but of the names only the file's own. So where a name is on the disk, its room must not be given
// back before the folder without the name is on the disk too: the file has to be held open until then. A name
// that was made by this program and never synced isn't on the disk.
//   GLADI_FAT_BELOW   the folder
//   GLADI_FAT_FAULTS  a file that gets a line for each fault
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <utility>

namespace {

using Inode = std::pair<dev_t, ino_t>;

template <typename Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

struct Watch {
  std::mutex mutex;
  std::set<Inode> unsynced;     // made by this program, and their names are in memory only
  std::map<Inode, Inode> gone;  // names that are taken away in memory only: of what, in which folder
};

Watch& watch() {
  static auto* const kept = new Watch;  // still asked while the program ends
  return *kept;
}

Inode inode_of(const struct stat& info) {
  return {info.st_dev, info.st_ino};
}

std::string path_of(int fd) {
  char path[PATH_MAX];
  const ssize_t size = readlink(("/proc/self/fd/" + std::to_string(fd)).c_str(), path, sizeof path - 1);
  return size <= 0 ? std::string() : std::string(path, static_cast<size_t>(size));
}

bool is_below(const std::string& path) {
  static const char* const folder = std::getenv("GLADI_FAT_BELOW");
  return folder != nullptr && path.rfind(folder, 0) == 0;
}

std::string full_path(int folder, const char* path) {
  return path[0] == '/' || folder == AT_FDCWD ? std::string(path) : path_of(folder) + "/" + path;
}

void fault(const std::string& what, const std::string& path) {
  static const char* const faults = std::getenv("GLADI_FAT_FAULTS");
  if (FILE* file = faults != nullptr ? std::fopen(faults, "ae") : nullptr) {
    std::fprintf(file, "%s: %s\n", what.c_str(), path.c_str());
    std::fclose(file);
  }
}

// How many open files of this program keep it, besides `without`.
bool is_held(const Inode& inode, int without = -1) {
  bool held = false;
  if (DIR* folder = opendir("/proc/self/fd")) {
    while (const dirent* entry = readdir(folder)) {
      const int fd = std::atoi(entry->d_name);
      struct stat info {};
      if (entry->d_name[0] == '.' || fd == without || fstat(fd, &info) != 0) continue;
      held = held || inode_of(info) == inode;
    }
    closedir(folder);
  }
  return held;
}

// Before a name is taken away.
void leaves(const std::string& path) {
  struct stat info {};
  struct stat folder {};
  if (!is_below(path) || lstat(path.c_str(), &info) != 0) return;
  if (stat(path.substr(0, path.rfind('/')).c_str(), &folder) != 0) return;
  const bool room = S_ISDIR(info.st_mode) || info.st_size > 0;
  const std::lock_guard lock(watch().mutex);
  if (watch().unsynced.erase(inode_of(info)) > 0 || !room) return;
  if (!is_held(inode_of(info))) fault("room is given back before the name is off the disk", path);
  watch().gone[inode_of(info)] = inode_of(folder);
}

void is_cut(const std::string& path) {
  struct stat info {};
  if (!is_below(path) || stat(path.c_str(), &info) != 0 || info.st_size == 0) return;
  const std::lock_guard lock(watch().mutex);
  if (watch().unsynced.count(inode_of(info)) == 0) fault("cut to nothing", path);
}

void forget_gone_in(const Inode& folder) {
  for (auto it = watch().gone.begin(); it != watch().gone.end();) {
    if (it->second != folder) {
      ++it;
      continue;
    }
    const Inode without_a_name = it->first;
    watch().gone.erase(it);
    forget_gone_in(without_a_name);  // what was in it went with it
    it = watch().gone.begin();
  }
}

void is_synced(int fd) {
  struct stat info {};
  if (!is_below(path_of(fd)) || fstat(fd, &info) != 0) return;
  const std::lock_guard lock(watch().mutex);
  watch().unsynced.erase(inode_of(info));
  if (!S_ISDIR(info.st_mode)) return;
  forget_gone_in(inode_of(info));
  if (DIR* folder = opendir(path_of(fd).c_str())) {
    struct stat inside {};
    while (const dirent* entry = readdir(folder)) {
      if (fstatat(dirfd(folder), entry->d_name, &inside, AT_SYMLINK_NOFOLLOW) == 0)
        watch().unsynced.erase(inode_of(inside));
    }
    closedir(folder);
  }
}

template <typename Open>
int open_and_watch(Open* real, const char* path, int flags, unsigned mode) {
  struct stat info {};
  if ((flags & O_TRUNC) != 0) is_cut(path);
  const bool made = (flags & O_CREAT) != 0 && is_below(path) && lstat(path, &info) != 0;
  const int fd = real(path, flags, mode);
  if (made && fd >= 0 && fstat(fd, &info) == 0) {
    const std::lock_guard lock(watch().mutex);
    watch().gone.erase(inode_of(info));  // a number that is used again
    watch().unsynced.insert(inode_of(info));
  }
  return fd;
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const unsigned mode = va_arg(rest, unsigned);
  va_end(rest);
  return open_and_watch(next<int(const char*, int, ...)>("open"), path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const unsigned mode = va_arg(rest, unsigned);
  va_end(rest);
  return open_and_watch(next<int(const char*, int, ...)>("open64"), path, flags, mode);
}

int close(int fd) {
  static auto* const real = next<int(int)>("close");
  struct stat info {};
  if (is_below(path_of(fd)) && fstat(fd, &info) == 0) {
    const std::lock_guard lock(watch().mutex);
    if (watch().gone.count(inode_of(info)) > 0 && !is_held(inode_of(info), fd))
      fault("room is given back before the folder is synced", path_of(fd));
  }
  return real(fd);
}

int ftruncate64(int fd, off64_t size) {
  if (size == 0) is_cut(path_of(fd));
  return next<int(int, off64_t)>("ftruncate64")(fd, size);
}

int ftruncate(int fd, off_t size) {
  if (size == 0) is_cut(path_of(fd));
  return next<int(int, off_t)>("ftruncate")(fd, size);
}

int fsync(int fd) {
  const int result = next<int(int)>("fsync")(fd);
  is_synced(fd);
  return result;
}

int fdatasync(int fd) {
  const int result = next<int(int)>("fdatasync")(fd);
  is_synced(fd);
  return result;
}

int rename(const char* from, const char* to) {
  leaves(to);
  return next<int(const char*, const char*)>("rename")(from, to);
}

int remove(const char* path) {
  leaves(path);
  return next<int(const char*)>("remove")(path);
}

int unlink(const char* path) {
  leaves(path);
  return next<int(const char*)>("unlink")(path);
}

int rmdir(const char* path) {
  leaves(path);
  return next<int(const char*)>("rmdir")(path);
}

int unlinkat(int folder, const char* path, int flags) {
  leaves(full_path(folder, path));
  return next<int(int, const char*, int)>("unlinkat")(folder, path, flags);
}

}  // extern "C"
