// gladi recover: makes every interrupted take whole, as the studio does when it starts.
#pragma once

#include "ui/cli/command.h"

namespace gladi {

class RecoverCommand final : public Command {
 public:
  const char* name() const override { return "recover"; }
  const char* help() const override { return GLADI_TEXT("Makes interrupted takes whole"); }
  void declare(OptionList& options) override;
  int run(Console& console) override;

 private:
  bool json_ = false;
};

}  // namespace gladi
