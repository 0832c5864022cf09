// How loud it is just now, as EBU R 128 measures it; cheap enough for a take that runs.
#pragma once

#include <memory>
#include <optional>

#include "encoder/base/error.h"
#include "encoder/playback/sound_scan.h"

namespace gladi {

// ITU-R BS.1770's momentary loudness: of the last 400 ms, ungated. One thread.
class MomentaryLoudness final : public SoundListener {
 public:
  static Result<std::unique_ptr<MomentaryLoudness>> create();
  ~MomentaryLoudness() override;

  Status hear(const SoundStretch& sound) override;
  std::optional<double> lufs() const;          // nothing below −70 LUFS
  std::optional<double> loudest_lufs() const;  // of all times at which hear() was called

 private:
  MomentaryLoudness();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gladi
