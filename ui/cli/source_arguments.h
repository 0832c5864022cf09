// --camera, --mic and --canvas, for the commands that open a stage.
#pragma once

#include <string>

#include "encoder/capture/sources.h"
#include "ui/cli/option_list.h"

namespace gladi {

class SourceArguments {
 public:
  void declare(OptionList& options);
  // kInvalid for what can't be meant; devices are not touched.
  Result<SourceOptions> parse() const;

 private:
  std::string camera_;
  std::string microphone_;
  std::string canvas_ = "720x1280@30";
};

}  // namespace gladi
