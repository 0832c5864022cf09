#include "ui/base/platform.h"

#include <atomic>
#include <csignal>

namespace gladi::platform {
namespace {

// A signal handler reaches nothing but a variable of its own; this is the only one in Gladi.
std::atomic<int> stop_signals{0};
static_assert(std::atomic<int>::is_always_lock_free);

void count_signal(int) {
  stop_signals.fetch_add(1);
}

}  // namespace

struct StopSignals::Previous {
  struct sigaction on_int {};
  struct sigaction on_term {};
};

StopSignals::StopSignals() : previous_(std::make_unique<Previous>()) {
  stop_signals = 0;
  struct sigaction action {};
  action.sa_handler = count_signal;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;  // whoever reads a file in that moment must not see EINTR
  sigaction(SIGINT, &action, &previous_->on_int);
  sigaction(SIGTERM, &action, &previous_->on_term);
}

StopSignals::~StopSignals() {
  sigaction(SIGINT, &previous_->on_int, nullptr);
  sigaction(SIGTERM, &previous_->on_term, nullptr);
}

int StopSignals::count() const {
  return stop_signals.load();
}

}  // namespace gladi::platform
