// SoundMetrics as they stand in metrics.json (docs/session-folder.md). For studio's .cpp files only.
#pragma once

#include "studio/base/json_file.h"
#include "studio/coaching/sound_metrics.h"

namespace gladi {

json_file::Json to_json(const SoundMetrics& metrics);
// What is missing or of the wrong kind counts as unknown. Nothing for what no analyser writes: figures that
// are missing, or that can't be.
std::optional<SoundMetrics> sound_metrics_of(const json_file::Json& object);

}  // namespace gladi
