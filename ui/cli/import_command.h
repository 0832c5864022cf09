// gladi import: takes that were exported elsewhere.
#pragma once

#include "ui/cli/command.h"

namespace gladi {

class ImportCommand final : public Command {
 public:
  const char* name() const override { return "import"; }
  const char* help() const override { return GLADI_TEXT("Takes over .gladi files from another computer"); }
  void declare(OptionList& options) override;
  int run(Console& console) override;

 private:
  std::vector<std::filesystem::path> files_;
  bool json_ = false;
};

}  // namespace gladi
