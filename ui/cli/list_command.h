// gladi list: the takes of a library, newest first.
#pragma once

#include "ui/cli/command.h"

namespace gladi {

class ListCommand final : public Command {
 public:
  const char* name() const override { return "list"; }
  const char* help() const override { return GLADI_TEXT("Lists the takes"); }
  void declare(OptionList& options) override;
  int run(Console& console) override;

 private:
  bool json_ = false;
};

}  // namespace gladi
