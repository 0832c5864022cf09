// gladi reindex: builds the list of takes anew from their files.
#pragma once

#include "ui/cli/command.h"

namespace gladi {

class ReindexCommand final : public Command {
 public:
  const char* name() const override { return "reindex"; }
  const char* help() const override { return GLADI_TEXT("Builds the list of takes anew from their files"); }
  void declare(OptionList& options) override;
  int run(Console& console) override;

 private:
};

}  // namespace gladi
