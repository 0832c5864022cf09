// Waiting for a state that another thread brings about, with an end for the case that it never does.
#pragma once

#include <chrono>
#include <thread>

namespace gladi::test {

// False after 20 seconds: far more than any machine needs, so only a fault runs into it.
template <class Condition>
bool wait_for(Condition&& condition) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(std::chrono::microseconds(200));
  }
  return true;
}

}  // namespace gladi::test
