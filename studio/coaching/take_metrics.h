// The metrics of a take, and the file that keeps them: metrics.json (docs/session-folder.md).
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <vector>

#include "encoder/base/error.h"
#include "encoder/playback/player.h"
#include "studio/coaching/sound_metrics.h"
#include "studio/session/session.h"

namespace gladi {

// What was kept for exactly this take's files by these analysers or later ones. kNotFound when there is
// nothing, or it is of other files or older analysers; kDamaged: it can't be read, or holds figures that
// can't be; kNewer.
Result<SoundMetrics> load_metrics(const std::filesystem::path& session_folder, const Session& session);

// Kept only where all parts are final and can be reached: others change. Atomic. No error where it isn't
// kept; a file of a newer version is left alone.
Status save_metrics(const std::filesystem::path& session_folder, const Session& session,
                    const SoundMetrics& metrics);

// Those that are kept; else measures them, some seconds for ten minutes, and keeps them. What can't be
// written is only logged. For the background worker. kCancelled when `cancel` was set; `progress` is told the
// share.
Result<SoundMetrics> take_metrics(const std::filesystem::path& session_folder, const Session& session,
                                  const std::atomic<bool>* cancel = nullptr,
                                  const std::function<void(double)>& progress = {});

// The same of any sound or video files; nothing is kept.
Result<SoundMetrics> measure_sound(std::vector<PlayerPart> parts, const std::atomic<bool>* cancel = nullptr,
                                   const std::function<void(double)>& progress = {});

}  // namespace gladi
