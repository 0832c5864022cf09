// Listens to a take and says what its sound tells.
#pragma once

#include <memory>
#include <optional>

#include "encoder/file/loudness.h"
#include "encoder/playback/sound_scan.h"
#include "studio/coaching/sound_metrics.h"

namespace gladi {

// For scan_sound(), or for the sound of a take that runs. One thread. Memory grows only with what is found:
// about 1 MB for three hours.
class SoundMeasurer final : public SoundListener {
 public:
  static Result<std::unique_ptr<SoundMeasurer>> create();
  ~SoundMeasurer() override;

  Status hear(const SoundStretch& sound) override;
  // Of all that was heard; afterwards it hears no more.
  SoundMetrics finish();

 private:
  struct Impl;
  explicit SoundMeasurer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
