#include "encoder/base/platform.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <malloc.h>
#include <pthread.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>
#include <utility>

namespace gladi::platform {
namespace {

namespace fs = std::filesystem;

constexpr off_t kMostWords = 1024;  // of a lock; what is longer is none of ours

ErrorKind kind_of(int error_number) {
  switch (error_number) {
    case ENOENT:
    case ENOTDIR:
      return ErrorKind::kNotFound;
    case EACCES:
    case EPERM:
    case EROFS:
      return ErrorKind::kRefused;
    case ENOSPC:
    case EDQUOT:
      return ErrorKind::kNoSpace;
    case EBUSY:
    case ETXTBSY:
      return ErrorKind::kBusy;
    default:
      return ErrorKind::kIo;
  }
}

double cpu_seconds_of(decltype(RUSAGE_SELF) whom) {
  rusage usage{};
  getrusage(whom, &usage);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

tl::unexpected<Error> failed(const char* sentence, const fs::path& path, int error_number) {
  return fail(kind_of(error_number), Message(sentence, {path.string()}), std::strerror(error_number));
}

const char* write_failed(int error_number) {
  switch (kind_of(error_number)) {
    case ErrorKind::kNoSpace:
      return GLADI_TEXT("The disk is full: {0} could not be written.");
    case ErrorKind::kRefused:
      if (error_number == EROFS) {
        return GLADI_TEXT(
            "{0} can't be written: its disk is read-only. Please have the disk checked, or choose "
            "another folder.");
      }
      return GLADI_TEXT("{0} can't be written: this folder is read-only or not yours.");
    case ErrorKind::kNotFound:
      return GLADI_TEXT("{0} can't be written: its folder is not there.");
    default:
      return GLADI_TEXT("{0} could not be written: the disk reports an error.");
  }
}

// A folder, or a file that was written before.
Status sync_at(const fs::path& path) {
  const int fd = ::open(path.empty() ? "." : path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return failed(GLADI_TEXT("{0} can't be read."), path, errno);
  const int result = ::fsync(fd);
  const int error_number = errno;
  ::close(fd);
  // Some file systems (vfat over FUSE) can't sync a folder and say EINVAL: nothing better exists there.
  if (result != 0 && error_number != EINVAL) return failed(write_failed(error_number), path, error_number);
  return {};
}

// Keeps the room of files and folders while their names are taken away: the system gives it back when nobody
// has them open any more.
class HeldRoom {
 public:
  HeldRoom() = default;
  ~HeldRoom() {
    for (const int fd : fds_) ::close(fd);
  }
  HeldRoom(const HeldRoom&) = delete;
  HeldRoom& operator=(const HeldRoom&) = delete;

  void add(const fs::path& path) {
    const int fd = ::open(path.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC);
    if (fd >= 0) fds_.push_back(fd);
  }

 private:
  std::vector<int> fds_;
};

Error worked_on(const fs::path& path) {
  return {
      ErrorKind::kBusy, Message(GLADI_TEXT("{0} is being worked on by another Gladi."), {path.string()}), {}};
}

}  // namespace

void name_this_thread(const char* name) {
  pthread_setname_np(pthread_self(), name);
}

void lower_this_thread_priority() {
  // On Linux a "process" of setpriority(2) is a thread.
  setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), 10);
}

Result<DiskSpace> disk_space(const fs::path& folder) {
  struct statvfs info {};
  if (statvfs(folder.c_str(), &info) != 0)
    return failed(GLADI_TEXT("The folder {0} can't be opened."), folder, errno);
  const auto block = static_cast<int64_t>(info.f_frsize);
  return DiskSpace{static_cast<int64_t>(info.f_bavail) * block, static_cast<int64_t>(info.f_blocks) * block};
}

bool is_on_fat(const fs::path& folder) {
  struct statfs info {};
  return ::statfs(folder.c_str(), &info) == 0 && info.f_type == MSDOS_SUPER_MAGIC;
}

bool is_on_read_only_disk(const fs::path& folder) {
  struct statvfs info {};
  return statvfs(folder.c_str(), &info) == 0 && (info.f_flag & ST_RDONLY) != 0;
}

Status reserve_file(const fs::path& path, int64_t bytes) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0) return failed(write_failed(errno), path, errno);
  // Where the file system can't set room aside, glibc touches each block of it.
  int error_number = ::posix_fallocate(fd, 0, bytes);
  if (error_number == 0 && ::fsync(fd) != 0) error_number = errno;
  ::close(fd);
  if (error_number == 0) return {};
  ::unlink(path.c_str());
  return failed(write_failed(error_number), path, error_number);
}

Status write_file_atomically(const fs::path& path, const std::string& bytes) {
  const fs::path temporary = path.string() + ".tmp";
  if (Status removed = remove_durably(temporary); !removed) return removed;  // left by a crash
  auto file = DurableFile::create(temporary);
  if (!file) return fail(std::move(file));
  Status written = file->write(bytes.data(), bytes.size());
  if (written) written = file->sync();
  if (written) written = file->close();
  if (written) written = rename_durably(temporary, path);
  if (!written) static_cast<void>(remove_durably(temporary));
  return written;
}

Result<std::string> read_file(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(path, error)) {
    return fail(ErrorKind::kNotFound, Message(GLADI_TEXT("{0} is not there."), {path.string()}));
  }
  std::ifstream in(path, std::ios::binary);
  std::ostringstream content;
  if (fs::is_directory(path, error) || !in || !(content << in.rdbuf() || in.eof())) {
    // An empty file sets failbit on `content` without any harm: tell it from a real failure by its size.
    if (fs::is_regular_file(path, error) && fs::file_size(path, error) == 0) return std::string();
    return fail(ErrorKind::kIo, Message(GLADI_TEXT("{0} can't be read."), {path.string()}));
  }
  return std::move(content).str();
}

Status rename_durably(const fs::path& from, const fs::path& to) {
  HeldRoom before;
  before.add(to);
  if (::rename(from.c_str(), to.c_str()) != 0) return failed(write_failed(errno), to, errno);
  // On FAT a file's size and place are written with its entry in the folder, and not by rename(): until the
  // file itself is synced once more, its new name stands for nothing, or for what had the name before.
  Status arrived = sync_at(to);
  if (arrived) arrived = sync_at(to.parent_path());
  if (!arrived || from.parent_path() == to.parent_path()) return arrived;
  return sync_at(from.parent_path());
}

Status remove_durably(const fs::path& path) {
  std::error_code error;
  HeldRoom room;
  room.add(path);
  const bool removed = fs::remove(path, error);
  if (error) return failed(write_failed(error.value()), path, error.value());
  return removed ? sync_at(path.parent_path()) : Status();
}

Status remove_all_durably(const fs::path& path) {
  std::error_code error;
  HeldRoom room;
  room.add(path);
  if (fs::is_directory(fs::symlink_status(path, error))) {
    for (fs::recursive_directory_iterator it(path, error), end; !error && it != end; it.increment(error))
      room.add(it->path());
  }
  const auto removed = fs::remove_all(path, error);
  if (error) return failed(write_failed(error.value()), path, error.value());
  return removed > 0 ? sync_at(path.parent_path()) : Status();
}

Status create_private_folder(const fs::path& folder) {
  std::error_code error;
  if (fs::is_directory(folder, error)) return {};
  if (folder.has_parent_path() && folder.parent_path() != folder &&
      !fs::exists(folder.parent_path(), error)) {
    if (auto parent = create_private_folder(folder.parent_path()); !parent) return parent;
  }
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
    return failed(write_failed(errno), folder, errno);
  if (!fs::is_directory(folder, error)) return failed(write_failed(ENOTDIR), folder, ENOTDIR);
  return sync_at(folder.parent_path());
}

void keep_heap_small() {
#ifdef __GLIBC__
  // Set by hand, or glibc raises it to 32 MB with the first picture that is freed. Figures:
  // docs/performance.md.
  mallopt(M_MMAP_THRESHOLD, 512 * 1024);
  mallopt(M_ARENA_MAX, 2);
#endif
}

int process_id() {
  return ::getpid();
}

double process_cpu_seconds() {
  return cpu_seconds_of(RUSAGE_SELF);
}

double thread_cpu_seconds() {
  return cpu_seconds_of(RUSAGE_THREAD);
}

std::string processor_name() {
  std::ifstream in("/proc/cpuinfo");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("model name") || line.starts_with("Hardware") || line.starts_with("Model")) {
      const size_t colon = line.find(": ");
      if (colon != std::string::npos) return line.substr(colon + 2);
    }
  }
  return {};
}

void set_environment_default(const char* name, const char* value) {
  ::setenv(name, value, 0);
}

QuietStderr::QuietStderr() {
  std::fflush(stderr);
  const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nowhere < 0) return;
  saved_fd_ = ::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (saved_fd_ >= 0) ::dup2(nowhere, STDERR_FILENO);
  ::close(nowhere);
}

QuietStderr::~QuietStderr() {
  if (saved_fd_ < 0) return;
  std::fflush(stderr);
  ::dup2(saved_fd_, STDERR_FILENO);
  ::close(saved_fd_);
}

Result<FileLock> FileLock::take(const fs::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return failed(GLADI_TEXT("{0} can't be read."), path, errno);
  if (::flock(fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return FileLock(fd);
  ::close(fd);
  return tl::unexpected(worked_on(path));
}

Result<FileLock> FileLock::take_with_words(const fs::path& path, const std::string& words) {
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) return failed(write_failed(errno), path, errno);
  FileLock lock(fd);
  if (::flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return tl::unexpected(worked_on(path));
  // Written over what it held, with blanks up to the old end. Cutting it gave its room back while the name on
  // the disk still stood for that: nobody syncs it (see remove_durably).
  std::string padded = words;
  struct stat info {};
  if (!words.empty() && ::fstat(fd, &info) == 0 && info.st_size <= kMostWords)
    padded.resize(std::max(words.size(), static_cast<size_t>(info.st_size)), ' ');
  // For people only: a full disk that can't hold them is no reason to give the lock away.
  if (::pwrite(fd, padded.data(), padded.size(), 0) < 0) return lock;
  return lock;
}

FileLock::~FileLock() {
  if (fd_ >= 0) ::close(fd_);
}

Result<DurableFile> DurableFile::create(const fs::path& path) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0) return failed(write_failed(errno), path, errno);
  ::flock(fd, LOCK_EX | LOCK_NB);  // see FileLock; a file system without locks is no reason to stop
  return DurableFile(fd, path);
}

Result<DurableFile> DurableFile::open_to_append(const fs::path& path) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (fd < 0) return failed(write_failed(errno), path, errno);
  return DurableFile(fd, path);
}

DurableFile::DurableFile(DurableFile&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), path_(std::move(other.path_)), name_synced_(other.name_synced_) {}

DurableFile& DurableFile::operator=(DurableFile&& other) noexcept {
  if (this != &other) {
    if (fd_ >= 0) ::close(fd_);
    fd_ = std::exchange(other.fd_, -1);
    path_ = std::move(other.path_);
    name_synced_ = other.name_synced_;
  }
  return *this;
}

DurableFile::~DurableFile() {
  if (fd_ >= 0) ::close(fd_);
}

Status DurableFile::write(const void* bytes, size_t size) {
  const char* at = static_cast<const char*>(bytes);
  while (size > 0) {
    const ssize_t written = ::write(fd_, at, size);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return failed(write_failed(errno), path_, errno);
    at += written;
    size -= static_cast<size_t>(written);
  }
  return {};
}

Status DurableFile::sync() {
  if (::fdatasync(fd_) != 0) return failed(write_failed(errno), path_, errno);
  // Bytes on the disk are of no use under a name that a power cut takes away.
  if (!name_synced_) {
    if (auto synced = sync_at(path_.parent_path()); !synced) return synced;
    name_synced_ = true;
  }
  return {};
}

Status DurableFile::close() {
  const int fd = std::exchange(fd_, -1);
  if (fd >= 0 && ::close(fd) != 0) return failed(write_failed(errno), path_, errno);
  return {};
}

}  // namespace gladi::platform
