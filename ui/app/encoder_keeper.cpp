#include "ui/app/encoder_keeper.h"

#include <chrono>
#include <thread>

#include "encoder/base/platform.h"
#include "encoder/file/encoder_choice.h"
#include "ui/app/paths.h"

namespace gladi {
namespace {

// Opening devices, fonts and pictures takes the cores for a moment: measured after it.
constexpr int kCalmSteps = 30;
constexpr std::chrono::milliseconds kCalmStep{100};

}  // namespace

EncoderMemory encoder_memory() {
  return {cache_folder() / "encoders.json", GLADI_VERSION};
}

EncoderKeeper::~EncoderKeeper() {
  cancel_ = true;
  if (work_.valid()) work_.wait();
}

void EncoderKeeper::find_out(const Canvas& canvas) {
  if (work_.valid() || found(canvas)) return;
  cancel_ = false;
  work_ = std::async(std::launch::async, [this, canvas, memory = memory_, wake = wake_] {
    platform::name_this_thread("encoders");
    platform::lower_this_thread_priority();
    Found found{canvas, memory.recall(canvas)};
    if (!found.probe) {
      for (int step = 0; step < kCalmSteps && !cancel_; ++step) std::this_thread::sleep_for(kCalmStep);
      if (const auto choice = choose_encoder(canvas, &cancel_)) {
        found.probe = choice->chosen;
        // A cache that can't be written costs the same seconds at the next start, nothing else.
        static_cast<void>(memory.keep(canvas, choice->chosen));
      }
    }
    if (wake) wake();
    return found;
  });
}

void EncoderKeeper::rest() {
  cancel_ = true;
}

bool EncoderKeeper::tick() {
  if (!work_.valid() || work_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return false;
  Found found = work_.get();
  if (!found.probe) return false;
  found_ = std::move(found);
  return true;
}

std::optional<EncoderProbe> EncoderKeeper::found(const Canvas& canvas) const {
  return found_ && found_->canvas == canvas ? found_->probe : std::nullopt;
}

}  // namespace gladi
