// How the sound of the take under review looks: found out in the background.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "encoder/playback/waveform.h"
#include "studio/session/session.h"
#include "ui/app/background_value.h"

namespace gladi {

// Main thread. The work has a thread of its own at low priority ("sound"), which ends soon after this goes:
// what it hasn't finished is begun anew another time.
class TakeSound {
 public:
  TakeSound(std::filesystem::path session_folder, Session session, std::function<void()> wake);
  ~TakeSound() { cancel_ = true; }
  TakeSound(const TakeSound&) = delete;
  TakeSound& operator=(const TakeSound&) = delete;

  struct Seen {
    std::shared_ptr<const Waveform> waveform;  // null when the sound can't be read
    std::vector<TakeStretch> quiet;
  };
  // True when it has come.
  bool tick() { return value_.tick(); }
  const std::optional<Seen>& seen() const { return value_.value(); }

 private:
  std::atomic<bool> cancel_{false};  // before value_, whose destructor waits
  BackgroundValue<Seen> value_;
};

}  // namespace gladi
