// gladi comment: a comment at a moment of a take.
#pragma once

#include "ui/cli/command.h"

namespace gladi {

class CommentCommand final : public Command {
 public:
  const char* name() const override { return "comment"; }
  const char* help() const override { return GLADI_TEXT("Adds a comment to a take"); }
  void declare(OptionList& options) override;
  int run(Console& console) override;

 private:
  std::string session_;
  std::string at_;
  std::string text_;
  std::string reviewer_;
  bool json_ = false;
};

}  // namespace gladi
