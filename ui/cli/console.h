// Where a command's words go: results to standard output, messages to standard error, in the person's
// language.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <ostream>
#include <string>

#include "encoder/base/error.h"
#include "ui/text/translator.h"

namespace gladi {

// What the shell is told.
struct ExitCode {
  static constexpr int kDone = 0;
  static constexpr int kFailed = 1;    // the message says what was kept
  static constexpr int kWrongUse = 2;  // nothing was begun
};

// One thread.
class Console {
 public:
  Console(const Translator& translator, std::ostream& results, std::ostream& messages)
      : translator_(translator), results_(results), messages_(messages) {}

  const Translator& translator() const { return translator_; }
  Language language() const { return translator_.language(); }
  std::string text(const Message& message) const { return translator_.tr(message); }

  void result(const std::string& line);
  void result(const nlohmann::ordered_json& object);  // one line
  void say(const Message& message);
  void say(const Error& error);  // with its detail in brackets

  // Say what happened and return the exit code for it.
  int failed(const Error& error);
  int wrong_use(const Message& message);

 private:
  const Translator& translator_;
  std::ostream& results_;
  std::ostream& messages_;
};

}  // namespace gladi
