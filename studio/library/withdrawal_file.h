// withdrawals/<uuid>.json in and out. For studio's .cpp files only.
#pragma once

#include "studio/library/withdrawal.h"

namespace gladi {

Status save_proof(const std::filesystem::path& library_root, const WithdrawalProof& proof);
Result<WithdrawalProof> load_proof(const std::filesystem::path& library_root, const std::string& person_id);

}  // namespace gladi
