#include "ui/cli/take_words.h"

#include <nlohmann/json.hpp>

namespace gladi {

std::string state_word(const TakeSummary& take) {
  switch (take.state) {
    case SessionState::kRecording:
      return "recording";
    case SessionState::kStopped:
      return "stopped";
    case SessionState::kReady:
      return take.reviewed ? "reviewed" : "ready";
    case SessionState::kRecovered:
      return take.reviewed ? "reviewed" : "recovered";
  }
  return "";
}

nlohmann::ordered_json to_json(const TakeSummary& take) {
  return {{"id", take.session_id},
          {"folder", take.folder.string()},
          {"person", take.person_name},
          {"person_id", take.person_id},
          {"title", take.title},
          {"started_at", to_iso8601(take.started_at)},
          {"duration_s", take.duration.seconds()},
          {"state", state_word(take)},
          {"comments", take.comments}};
}

nlohmann::ordered_json to_json(const Error& error) {
  return {{"message", error.message.english()}, {"detail", error.detail}};
}

}  // namespace gladi
