// A program that runs beside the test and can be killed at any moment.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/support/command.h"
#include "tests/support/temp_folder.h"

namespace gladi::test {

// One thread.
class ChildProgram {
 public:
  // `arguments` begins with the program; `environment` is added to the test's own.
  explicit ChildProgram(const std::vector<std::string>& arguments,
                        const std::map<std::string, std::string>& environment = {});
  ~ChildProgram();  // kills it if it still runs
  ChildProgram(const ChildProgram&) = delete;
  ChildProgram& operator=(const ChildProgram&) = delete;

  bool running();  // false also when it could not be started
  int pid() const { return pid_; }
  std::string out() const;  // what it has said up to now
  std::string err() const;
  void kill();  // SIGKILL; returns when it is gone
  int wait();   // until it ends by itself; its exit code, or 128 + signal

 private:
  TempFolder folder_;
  int pid_ = -1;
  int exit_code_ = -1;  // once it has ended
};

}  // namespace gladi::test
