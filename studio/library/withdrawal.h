// A person takes everything back: all that this library has of her is listed, then removed in one action, and
// a proof without her name stays. withdrawals/<uuid>.json, which docs/session-folder.md describes, is all of
// it at once: the order that a crash can't halve, the proof, and what keeps an old stick from bringing her
// back.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "studio/library/library.h"
#include "studio/share/export_log.h"

namespace gladi {

struct WithdrawalList {
  std::string person_id;
  std::string person_name;
  std::vector<TakeSummary> takes;     // hers, in the list and in the trash
  int in_trash = 0;                   // how many of them
  int reviews = 0;                    // of her takes, and by her of others'
  std::vector<std::string> classes;   // whose lists she is on
  std::vector<ExportRecord> exports;  // what has left the library: it can't be fetched back from here
  int64_t bytes = 0;
  std::vector<std::filesystem::path>
      unreachable;  // folders with parts of her takes on disks that aren't here
  std::vector<std::filesystem::path>
      unclear;  // folders that can't be read: hers or not, somebody has to look
  // Folders of takes with her name and nobody's number: another person may have the same name. They stay.
  std::vector<std::filesystem::path> namesakes;
};

// What has left, as the proof keeps it: no file names, they may have hers.
struct LeftCopy {
  ExportKind kind = ExportKind::kOther;
  WallTime at;
  std::filesystem::path folder;
};

struct WithdrawalProof {
  std::string person_id;
  std::vector<std::string> also_ids;  // under which other computers know her
  WallTime begun_at;
  std::optional<WallTime> finished_at;  // nothing: it was cut off and goes on at the next start
  int takes = 0;
  int reviews = 0;
  int classes = 0;
  int64_t bytes = 0;
  std::vector<LeftCopy> left;                      // copies elsewhere, to be asked for
  std::vector<std::filesystem::path> unreachable;  // folders on disks that weren't here
};

// All below touch only files: any thread but the main one.

// Changes nothing. kNotFound for somebody whom nobody here knows.
Result<WithdrawalList> list_withdrawal(const std::filesystem::path& library_root,
                                       const std::string& person_id);

// Removes what list_withdrawal() lists, for good. kBusy, and nothing is removed, while one of her takes is
// being recorded or made final. An error on the way leaves the order in place: continue_withdrawals() goes on
// with it.
Result<WithdrawalProof> withdraw(const std::filesystem::path& library_root, const std::string& person_id,
                                 const std::function<void(double)>& progress = {});

// Ends what a crash or an error has cut off. At each start.
std::vector<WithdrawalProof> continue_withdrawals(const std::filesystem::path& library_root,
                                                  std::vector<Error>* problems = nullptr);

// Nobody with this number comes back into this library; also not under one of her numbers elsewhere.
bool is_withdrawn(const std::filesystem::path& library_root, const std::string& person_id);

// The same under any of the numbers that her file in the folder `people` says.
bool has_withdrawn(const std::filesystem::path& library_root, const std::string& person_id,
                   const std::filesystem::path& people);

std::filesystem::path withdrawals_of(const std::filesystem::path& library_root);

}  // namespace gladi
