// gladi analyse: what the sound of a take, or of any file, tells of how somebody spoke.
#pragma once

#include "studio/coaching/sound_metrics.h"
#include "ui/cli/command.h"

namespace gladi {

class AnalyseCommand final : public Command {
 public:
  const char* name() const override { return "analyse"; }
  const char* help() const override {
    return GLADI_TEXT("Measures how somebody speaks in a take, or in any sound or video file");
  }
  void declare(OptionList& options) override;
  int run(Console& console) override;

 private:
  Result<SoundMetrics> measure(Console& console) const;

  std::string what_;
  bool json_ = false;
};

}  // namespace gladi
