// What has left a library, when and where to: exports/<uuid>.json, one small file each, so that a person who
// withdraws can be told. docs/session-folder.md describes the files.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "encoder/base/error.h"
#include "studio/session/session.h"
#include "studio/text/format.h"

namespace gladi {

enum class ExportKind { kBundle, kReviews, kClip, kPage, kSheet, kTable, kOther };
const char* to_string(ExportKind kind);  // as the file has it: "bundle", "clip" …

struct ExportedTake {
  std::string session_id;
  std::string person_id;
};

struct ExportRecord {
  std::string id;  // UUID, the file's name
  ExportKind kind = ExportKind::kOther;
  WallTime at;
  std::filesystem::path target;
  std::vector<ExportedTake> takes;
};

// Notes an export before it is made: what has left can't be without its line, whatever happens. Taken back by
// the destructor unless keep() was called: nothing has left then. One thread.
class ExportNote {
 public:
  // An error when it can't be written, and nothing may leave then; only on a disk that is read-only, from
  // which recordings are to be saved, an export goes without.
  static Result<ExportNote> begin(const std::filesystem::path& library, ExportKind kind,
                                  const std::filesystem::path& target, const std::vector<Session>& takes);
  ExportNote(ExportNote&& other) noexcept : file_(std::exchange(other.file_, {})) {}
  ExportNote& operator=(ExportNote&&) = delete;
  ~ExportNote();

  void keep() { file_.clear(); }

 private:
  explicit ExportNote(std::filesystem::path file) : file_(std::move(file)) {}
  std::filesystem::path file_;
};

// Oldest first. What can't be read is told in `problems` (may be null).
std::vector<ExportRecord> exports_with(const std::filesystem::path& library, const std::string& person_id,
                                       std::vector<Error>* problems = nullptr);

// Takes a person out of all records; those that were about nobody else go.
Status forget_exports_of(const std::filesystem::path& library, const std::string& person_id);

}  // namespace gladi
