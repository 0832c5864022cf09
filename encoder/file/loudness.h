// How loud a recording is, as EBU R 128 measures it.
#pragma once

#include <atomic>
#include <filesystem>
#include <optional>
#include <vector>

#include "encoder/base/error.h"

namespace gladi {

struct Loudness {
  double integrated_lufs = 0;  // ITU-R BS.1770-4, gated: pauses don't count
  double true_peak_dbtp = 0;   // of the sound between the samples too
};

// Of all files together, one after the other: a take's parts. Nothing where there is no sound above −70 LUFS.
// Decodes everything (a minute a second or so): for the background. kCancelled when `cancel` was set.
Result<std::optional<Loudness>> measure_loudness(const std::vector<std::filesystem::path>& files,
                                                 const std::atomic<bool>* cancel = nullptr);

}  // namespace gladi
