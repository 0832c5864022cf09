// How loud a recording is, as EBU R 128 measures it.
#pragma once

#include <memory>
#include <optional>

#include "encoder/base/error.h"
#include "encoder/playback/sound_scan.h"

namespace gladi {

struct Loudness {
  double integrated_lufs = 0;  // ITU-R BS.1770-4, gated: pauses don't count
  double true_peak_dbtp = 0;   // of the sound between the samples too
};

// Measures what scan_sound() hands to it. Takes a second for a minute or so of sound.
class LoudnessMeter final : public SoundListener {
 public:
  static Result<std::unique_ptr<LoudnessMeter>> create();
  ~LoudnessMeter() override;

  Status hear(const SoundStretch& sound) override;
  // Of all that was heard, as one; nothing where there was no sound above −70 LUFS.
  std::optional<Loudness> loudness() const;

 private:
  LoudnessMeter();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
