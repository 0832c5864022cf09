// The proof of a withdrawal as a sheet of plain text, to be handed over or printed.
#pragma once

#include "studio/library/withdrawal.h"
#include "studio/share/take_report.h"

namespace gladi {

// A word for a person: "clip for messengers".
Message name_of(ExportKind kind);

std::string withdrawal_sheet(const WithdrawalProof& proof, const ReportWords& words);

// Beside the proof: withdrawals/<uuid>.txt.
std::filesystem::path withdrawal_sheet_file(const std::filesystem::path& library_root,
                                            const std::string& person_id);

}  // namespace gladi
