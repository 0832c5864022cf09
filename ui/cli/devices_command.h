// gladi devices: cameras with their modes, microphones with their rates.
#pragma once

#include "ui/cli/command.h"

namespace gladi {

class DevicesCommand final : public Command {
 public:
  const char* name() const override { return "devices"; }
  const char* help() const override { return GLADI_TEXT("Lists cameras and microphones"); }
  void declare(OptionList& options) override;
  int run(Console& console) override;

 private:
  bool json_ = false;
};

}  // namespace gladi
