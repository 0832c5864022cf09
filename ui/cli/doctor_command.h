// gladi doctor: the check before a rehearsal, with a verdict in plain words for each part.
// It measures the encoders anew, and with --clap how late the sound is; the studio and `gladi record` use
// what it finds.
#pragma once

#include <optional>

#include "studio/rehearsal/checkup.h"
#include "studio/rehearsal/clap_meter.h"
#include "ui/cli/command.h"
#include "ui/cli/source_arguments.h"

namespace gladi {

class DoctorCommand final : public Command {
 public:
  const char* name() const override { return "doctor"; }
  const char* help() const override {
    return GLADI_TEXT("Checks camera, microphone, light, disk and encoders");
  }
  void declare(OptionList& options) override;
  int run(Console& console) override;

 private:
  std::optional<ClapResult> look_at_sync(Console& console, Stage& stage, Clock& clock,
                                         CheckupInput& input) const;

  SourceArguments sources_;
  double seconds_ = 3;
  bool clap_ = false;
  bool json_ = false;
};

}  // namespace gladi
