// One command of the command line ("gladi list").
#pragma once

#include <memory>

#include "studio/library/library.h"
#include "ui/cli/console.h"
#include "ui/cli/option_list.h"

namespace gladi {

// Holds its own options: declared once, filled in by the parser, then run.
class Command {
 public:
  virtual ~Command() = default;
  virtual const char* name() const = 0;
  virtual const char* help() const = 0;  // one line, marked with GLADI_TEXT
  virtual void declare(OptionList& options) = 0;
  virtual int run(Console& console) = 0;  // an ExitCode

 protected:
  // The --library of this command; most have one.
  void declare_library(OptionList& options) {
    options.path("--library", library_folder_, GLADI_TEXT("Folder of people and takes"));
  }
  std::filesystem::path library_folder() const {
    return library_folder_.empty() ? default_library_folder() : library_folder_;
  }
  // To look at: says it where nothing can be kept there just now.
  Result<std::unique_ptr<Library>> open_library(Console& console) const;
  // To change something in it: an error where nothing can be kept.
  Result<std::unique_ptr<Library>> open_library_to_write() const;

 private:
  std::filesystem::path library_folder_;
};

}  // namespace gladi
