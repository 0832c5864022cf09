// How the commands name a take's properties: the same words in every answer.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "studio/library/library.h"

namespace gladi {

// "recording", "recovered", "ready", "reviewed", or "stopped" (whole, the final file is still to be made).
// For programs: never translated.
std::string state_word(const TakeSummary& take);

nlohmann::ordered_json to_json(const TakeSummary& take);
nlohmann::ordered_json to_json(const Error& error);  // {"message" in English, "detail"}

}  // namespace gladi
