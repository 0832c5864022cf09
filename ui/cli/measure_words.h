// How the commands tell what was measured of a take's sound.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "encoder/base/message.h"
#include "studio/coaching/sound_metrics.h"

namespace gladi {

// For programs; what isn't known is null, and "reason" says why.
nlohmann::ordered_json sound_answer(const SoundMetrics& metrics);
// For people: one sentence each.
std::vector<Message> sound_lines(const SoundMetrics& metrics);

}  // namespace gladi
