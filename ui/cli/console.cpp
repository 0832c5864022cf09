#include "ui/cli/console.h"

#include <nlohmann/json.hpp>

namespace gladi {

void Console::result(const std::string& line) {
  results_ << line << std::endl;  // flushed: whoever reads a pipe wants it now
}

void Console::result(const nlohmann::ordered_json& object) {
  // File names need not be UTF-8; a replacement character is better than no answer.
  result(object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

void Console::say(const Message& message) {
  messages_ << text(message) << std::endl;
}

void Console::say(const Error& error) {
  messages_ << text(error.message);
  if (!error.detail.empty()) messages_ << " (" << error.detail << ")";
  messages_ << std::endl;
}

int Console::failed(const Error& error) {
  say(error);
  return ExitCode::kFailed;
}

int Console::wrong_use(const Message& message) {
  say(message);
  return ExitCode::kWrongUse;
}

}  // namespace gladi
