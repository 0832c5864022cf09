// What the pictures of a take tell where nobody looked while it was made: a phone's video, a take of an older
// Gladi, one in which looking gave way to the recording; and the file that keeps it: cache/pictures.json
// (docs/session-folder.md).
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <vector>

#include "encoder/base/error.h"
#include "studio/coaching/picture_metrics.h"
#include "studio/session/session.h"

namespace gladi {

// Raised whenever looks give other results: what older ones kept is made again.
inline constexpr int kPictureAnalyserVersion = 1;

// What was kept for exactly this take's files. kNotFound when there is nothing, or it is of other files or
// older analysers; kDamaged, kNewer: it can't be read.
Result<std::vector<PictureSample>> load_pictures(const std::filesystem::path& session_folder,
                                                 const Session& session);

// Those that are kept; else looks at keyframes, a minute of one core for half an hour, and keeps what was
// seen where all parts are final and here. What can't be written is only logged. `face_model`: as for
// FaceFinder; without it faces aren't known, and nothing is kept. For the background. kCancelled when
// `cancel` was set; `progress` is told the share.
Result<std::vector<PictureSample>> take_pictures(const std::filesystem::path& session_folder,
                                                 const Session& session,
                                                 const std::filesystem::path& face_model,
                                                 const std::atomic<bool>* cancel = nullptr,
                                                 const std::function<void(double)>& progress = {});

// Whether take_pictures() is of use for a take with this journal: for a tenth of it or more nobody looked
// while it was made, and it was not the demo presenter's.
bool wants_pictures(const Session& session, const std::vector<TakeEvent>& events);

// The same, and nothing is kept yet. Reads a file.
bool misses_pictures(const std::filesystem::path& session_folder, const Session& session,
                     const std::vector<TakeEvent>& events);

// Of the journal; where nobody looked then, of what is kept. Reads a file at most, looks at no picture.
PictureMetrics known_picture_metrics(const std::filesystem::path& session_folder, const Session& session,
                                     const std::vector<TakeEvent>& events);

}  // namespace gladi
