// gladi import: takes that were exported elsewhere, and videos as takes.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "studio/share/bundle.h"
#include "ui/cli/command.h"

namespace gladi {

class ImportCommand final : public Command {
 public:
  const char* name() const override { return "import"; }
  const char* help() const override { return GLADI_TEXT("Takes in .gladi files and videos from elsewhere"); }
  void declare(OptionList& options) override;
  int run(Console& console) override;

 private:
  Result<nlohmann::ordered_json> take_in_bundle(Console& console, Library& library,
                                                const std::filesystem::path& file,
                                                const ShareProgress& progress) const;
  Result<nlohmann::ordered_json> take_in_video(Console& console, Library& library,
                                               const std::filesystem::path& file,
                                               const ShareProgress& progress) const;

  std::vector<std::filesystem::path> files_;
  std::string person_;
  bool same_person_ = false;
  bool other_person_ = false;
  bool json_ = false;
};

}  // namespace gladi
