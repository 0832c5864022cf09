// What was measured of the encoders on this machine, kept between starts, so that no start waits for it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "encoder/file/encoder_probe.h"

namespace gladi {

// Plain value; its calls wait for the disk. One JSON file, which may be deleted at any time.
class EncoderMemory {
 public:
  // `version` is the program's: what another version or another machine measured doesn't count.
  EncoderMemory(std::filesystem::path file, std::string version)
      : file_(std::move(file)), version_(std::move(version)) {}

  // What keep() was given for this canvas; nullopt when nothing is known, or the file can't be understood.
  std::optional<EncoderProbe> recall(const Canvas& canvas) const;
  // Only an encoder that can be used is worth keeping; others are not written.
  Status keep(const Canvas& canvas, const EncoderProbe& probe) const;

 private:
  std::string machine() const;

  std::filesystem::path file_;
  std::string version_;
};

}  // namespace gladi
