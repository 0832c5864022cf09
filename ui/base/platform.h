// The operating-system calls that C++ has no word for. The only POSIX code of ui.
#pragma once

#include <memory>

namespace gladi::platform {

// From construction to destruction SIGINT and SIGTERM are counted instead of ending the program. One at a
// time.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();  // puts the old behaviour back
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  int count() const;  // any thread

 private:
  struct Previous;
  std::unique_ptr<Previous> previous_;
};

}  // namespace gladi::platform
