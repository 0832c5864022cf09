// What claps have shown about pairs of camera and microphone, kept between starts: somebody has clapped for
// it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "encoder/capture/sources.h"
#include "studio/rehearsal/clap_meter.h"

namespace gladi {

// Devices by their names, as the sources tell them: the same camera at another port is the same.
struct DevicePair {
  std::string camera;
  std::string microphone;

  // Nothing where one of them is missing, or the presenter stands in.
  static std::optional<DevicePair> of(const Sources& sources);
  friend bool operator==(const DevicePair&, const DevicePair&) = default;
};

// Plain value; its calls wait for the disk. One JSON file.
class SyncMemory {
 public:
  explicit SyncMemory(std::filesystem::path file) : file_(std::move(file)) {}

  // How late the sound is with these devices; nothing when nobody has clapped for them, or the file can't be
  // understood.
  std::optional<MediaTime> recall(const DevicePair& pair) const;
  // What a take with these sources is to be put right by; 0 when nothing is known.
  MediaTime offset_of(const Sources& sources) const;
  // In place of what was known of the two.
  Status keep(const DevicePair& pair, const ClapResult& measured) const;

 private:
  std::filesystem::path file_;
};

}  // namespace gladi
