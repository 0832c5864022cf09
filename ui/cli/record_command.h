// gladi record: a rehearsal without a window.
#pragma once

#include <string>

#include "encoder/base/clock.h"
#include "studio/rehearsal/rehearsal.h"
#include "ui/base/platform.h"
#include "ui/cli/command.h"
#include "ui/cli/source_arguments.h"

namespace gladi {

// The rundown runs by the clock here: each segment gives way to the next when its planned time is over.
class RecordCommand final : public Command {
 public:
  const char* name() const override { return "record"; }
  const char* help() const override { return GLADI_TEXT("Rehearses without a window and records"); }
  void declare(OptionList& options) override;
  int run(Console& console) override;

 private:
  // kInvalid for what the person typed wrongly; nothing is written.
  Result<TakePlan> plan(Console& console) const;
  Result<std::shared_ptr<const AudienceLines>> audience_lines(Console& console) const;
  // An error when a device that was named can't be used.
  Result<std::unique_ptr<Stage>> open_stage(Console& console, const SourceOptions& options,
                                            Clock& clock) const;
  Status record(Console& console, Rehearsal& rehearsal, const platform::StopSignals& signals) const;
  Status finish(Console& console, const std::filesystem::path& folder,
                const platform::StopSignals& signals) const;

  std::string person_;
  std::string catalogue_;
  std::filesystem::path rundown_;
  std::string layout_ = "camera-full";
  std::string audience_ = "off";
  int64_t seed_ = 0;
  bool progress_ = false;
  double seconds_ = 0;  // 0: until a signal
  SourceArguments sources_;
};

}  // namespace gladi
