// gladi check: the faults of catalogues, rundowns and audiences, each with file, line and reason.
#pragma once

#include "ui/cli/command.h"

namespace gladi {

class CheckCommand final : public Command {
 public:
  const char* name() const override { return "check"; }
  const char* help() const override { return GLADI_TEXT("Checks catalogue, rundown and audience files"); }
  void declare(OptionList& options) override;
  int run(Console& console) override;

 private:
  std::vector<std::filesystem::path> files_;
  bool json_ = false;
};

}  // namespace gladi
