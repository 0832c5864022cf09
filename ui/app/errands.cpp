#include "ui/app/errands.h"

#include "encoder/base/platform.h"

namespace gladi {

Errands::~Errands() {
  if (running_.valid()) running_.wait();
  for (const Work& work : waiting_) static_cast<void>(work());
}

void Errands::add(Work work) {
  waiting_.push_back(std::move(work));
  begin();
}

void Errands::begin() {
  if (running_.valid() || waiting_.empty()) return;
  running_ = std::async(std::launch::async, [work = std::move(waiting_.front()), wake = wake_] {
    platform::name_this_thread("errands");
    Then then = work();
    if (wake) wake();
    return then;
  });
  waiting_.pop_front();
}

bool Errands::tick() {
  if (!running_.valid() || running_.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
    return false;
  const Then then = running_.get();
  begin();
  if (then) then();
  return true;
}

}  // namespace gladi
