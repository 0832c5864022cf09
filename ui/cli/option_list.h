// How a command declares what it takes; hides the parser, whose header is large.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "ui/text/translator.h"

namespace CLI {
class App;
}

namespace gladi {

// Each method declares one option ("--at", "-o,--out") or, without dashes, one positional argument
// ("SESSION"). The value is filled in when the command line is parsed, keeps its default otherwise, and must
// outlive the parsing. `help` is marked with GLADI_TEXT.
class OptionList {
 public:
  enum class Need { kOptional, kRequired };

  OptionList(CLI::App& app, const Translator& translator) : app_(app), translator_(translator) {}

  void text(const char* name, std::string& value, const char* help, Need need = Need::kOptional);
  void path(const char* name, std::filesystem::path& value, const char* help, Need need = Need::kOptional);
  void paths(const char* name, std::vector<std::filesystem::path>& values, const char* help);  // one at least
  void whole_number(const char* name, int64_t& value, const char* help);
  void seconds(const char* name, double& value, const char* help);  // more than 0
  void flag(const char* name, bool& value, const char* help);

 private:
  CLI::App& app_;
  const Translator& translator_;
};

}  // namespace gladi
