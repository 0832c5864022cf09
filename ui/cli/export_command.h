// gladi export: a take as a file that can be carried elsewhere.
#pragma once

#include "studio/share/take_export.h"
#include "ui/cli/command.h"

namespace gladi {

class ExportCommand final : public Command {
 public:
  const char* name() const override { return "export"; }
  const char* help() const override { return GLADI_TEXT("Writes a take into a file for another computer"); }
  void declare(OptionList& options) override;
  int run(Console& console) override;

 private:
  Status write(Console& console, const Library& library, const TakeSummary& take, ExportKind kind,
               const std::filesystem::path& target, const TakePiece& piece) const;

  std::string session_;
  std::filesystem::path out_;
  std::string from_, to_;
  bool reviews_ = false;
  bool json_ = false;
};

}  // namespace gladi
