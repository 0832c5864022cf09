// The waveform of a take, and the file that keeps it: cache/waveform.bin (docs/session-folder.md).
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>

#include "encoder/base/error.h"
#include "encoder/playback/waveform.h"
#include "studio/session/session.h"

namespace gladi {

// What was kept for exactly this take's files. kNotFound when there is nothing, or it was made of other
// files; kDamaged, kNewer: it is to be made again.
Result<Waveform> load_waveform(const std::filesystem::path& session_folder, const Session& session);

// Kept only where all parts are final and can be reached: others change. Atomic. No error where it isn't
// kept.
Status save_waveform(const std::filesystem::path& session_folder, const Session& session,
                     const Waveform& waveform);

// The one that is kept; else makes it, which takes some seconds for an hour, and keeps it. A waveform that
// can't be written is only logged. kCancelled when `cancel` was set.
Result<Waveform> take_waveform(const std::filesystem::path& session_folder, const Session& session,
                               const std::atomic<bool>* cancel = nullptr,
                               const std::function<void(double)>& progress = {});

}  // namespace gladi
