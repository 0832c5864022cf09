// The operating-system calls that C++ has no word for. The only POSIX code of encoder besides the camera's
// own.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "encoder/base/error.h"

namespace gladi::platform {

// The name that debuggers and `top -H` show; at most 15 characters on Linux.
void name_this_thread(const char* name);

// Lowers this thread's priority: background work gives way to a running take.
void lower_this_thread_priority();

struct DiskSpace {
  int64_t free_bytes = 0;  // available to this user
  int64_t total_bytes = 0;
};
Result<DiskSpace> disk_space(const std::filesystem::path& folder);

// FAT, as on many sticks: no file of 4 GB or more, no owners.
bool is_on_fat(const std::filesystem::path& folder);

bool is_on_read_only_disk(const std::filesystem::path& folder);  // locked, or found damaged by the system

// Makes a file of `bytes` that really takes that room. Nothing is left of it on an error.
Status reserve_file(const std::filesystem::path& path, int64_t bytes);

// Writes `bytes` under a temporary name beside `path`, syncs, renames, syncs the folder: after a crash either
// the old or the new content is there, whole. Readable by its owner only where the file system knows owners.
Status write_file_atomically(const std::filesystem::path& path, const std::string& bytes);

Result<std::string> read_file(const std::filesystem::path& path);

// Renames and syncs both folders, so that the new name survives a power cut.
Status rename_durably(const std::filesystem::path& from, const std::filesystem::path& to);

// Nothing there is no error. Of what is taken away, also by rename_durably, the name leaves the disk before
// the room is given back: FAT writes the two apart (adr/0021).
Status remove_durably(const std::filesystem::path& path);  // a file, or a folder that is empty
Status remove_all_durably(const std::filesystem::path& path);

// Creates the folder and its parents, readable by its owner only where the file system knows owners. What it
// made survives a power cut.
Status create_private_folder(const std::filesystem::path& folder);

// Makes the heap give back what isn't used any more: pictures, which a take holds many of for a moment, get
// memory of their own, and threads share two heaps. Once, before other threads run.
void keep_heap_small();

int process_id();  // the number under which the system lists this process

double process_cpu_seconds();  // user and system, so far
double thread_cpu_seconds();   // of the calling thread alone

std::string processor_name();  // what it calls itself; empty where the system doesn't tell

// Sets a variable that the libraries below us read, unless the person has set it. Before other threads read
// it.
void set_environment_default(const char* name, const char* value);

// Standard error goes nowhere while this lives: some libraries write floods to it. For the whole process, so
// briefly.
class QuietStderr {
 public:
  QuietStderr();
  ~QuietStderr();
  QuietStderr(const QuietStderr&) = delete;
  QuietStderr& operator=(const QuietStderr&) = delete;

 private:
  int saved_fd_ = -1;
};

// Keeps other Gladi programs away from a file, until destruction or the end of the process, however it ends.
class FileLock {
 public:
  // kBusy when another program, or a DurableFile that was created and not closed, holds it. Where the file
  // system has no locks nobody is kept away.
  static Result<FileLock> take(const std::filesystem::path& path);
  // The same for a file of a few words made for this, and `words` replace what it held before.
  static Result<FileLock> take_with_words(const std::filesystem::path& path, const std::string& words);
  FileLock(FileLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  FileLock& operator=(FileLock&& other) = delete;
  ~FileLock();

 private:
  explicit FileLock(int fd) : fd_(fd) {}
  int fd_ = -1;
};

// A file that is appended to and survives: what sync() returned for is on the disk, and so is the file's
// name. One thread at a time; sync() may be called while another one writes.
class DurableFile {
 public:
  static Result<DurableFile> create(
      const std::filesystem::path& path);  // fails if it exists; locked until closed
  static Result<DurableFile> open_to_append(const std::filesystem::path& path);  // creates it if need be
  DurableFile(DurableFile&& other) noexcept;
  DurableFile& operator=(DurableFile&& other) noexcept;
  ~DurableFile();

  Status write(const void* bytes, size_t size);
  Status sync();   // fdatasync; the first time the folder too
  Status close();  // reports what the destructor can't

 private:
  DurableFile(int fd, std::filesystem::path path) : fd_(fd), path_(std::move(path)) {}
  int fd_ = -1;
  std::filesystem::path path_;
  bool name_synced_ = false;
};

}  // namespace gladi::platform
