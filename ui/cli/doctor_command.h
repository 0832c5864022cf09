// gladi doctor: the check before a rehearsal, with a verdict in plain words for each part.
// It measures the encoders anew; the studio and `gladi record` use what it finds.
#pragma once

#include "ui/cli/command.h"
#include "ui/cli/source_arguments.h"

namespace gladi {

class DoctorCommand final : public Command {
 public:
  const char* name() const override { return "doctor"; }
  const char* help() const override { return GLADI_TEXT("Checks camera, microphone, light, disk and encoders"); }
  void declare(OptionList& options) override;
  int run(Console& console) override;

 private:
  SourceArguments sources_;
  double seconds_ = 3;
  bool json_ = false;
};

}  // namespace gladi
