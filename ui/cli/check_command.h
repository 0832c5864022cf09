// gladi check: the faults of catalogues and rundowns, each with file, line and reason.
#pragma once

#include "ui/cli/command.h"

namespace gladi {

class CheckCommand final : public Command {
 public:
  const char* name() const override { return "check"; }
  const char* help() const override { return GLADI_TEXT("Checks catalogue and rundown files"); }
  void declare(OptionList& options) override;
  int run(Console& console) override;

 private:
  std::vector<std::filesystem::path> files_;
  bool json_ = false;
};

}  // namespace gladi
