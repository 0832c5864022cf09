#include "studio/rehearsal/sync_memory.h"

#include "encoder/base/platform.h"
#include "studio/base/json_file.h"

namespace gladi {
namespace {

using json_file::Json;

constexpr int kSchemaVersion = 1;

DevicePair pair_of(const Json& entry) {
  return {json_file::text_of(entry, "camera"), json_file::text_of(entry, "microphone")};
}

}  // namespace

std::optional<DevicePair> DevicePair::of(const Sources& sources) {
  const bool both = sources.camera() && sources.microphone();
  if (!both || sources.demo_camera() || sources.demo_microphone()) return std::nullopt;
  return DevicePair{sources.camera()->name(), sources.microphone()->device()};
}

std::optional<MediaTime> SyncMemory::recall(const DevicePair& pair) const {
  const auto file = json_file::read(file_);
  if (!file) return std::nullopt;
  for (const Json& entry : json_file::list_of(*file, "pairs")) {
    if (pair_of(entry) != pair) continue;
    const MediaTime offset = json_file::time_of(entry, "offset_ns");
    // A file that somebody has edited can't shift a take beyond what a clap could have shown.
    if (abs(offset) <= ClapMeter::kMost) return offset;
  }
  return std::nullopt;
}

MediaTime SyncMemory::offset_of(const Sources& sources) const {
  const auto pair = DevicePair::of(sources);
  return pair ? recall(*pair).value_or(MediaTime{}) : MediaTime{};
}

Status SyncMemory::keep(const DevicePair& pair, const ClapResult& measured) const {
  Json pairs = Json::array();
  if (const auto before = json_file::read(file_)) {
    for (const Json& entry : json_file::list_of(*before, "pairs")) {
      if (pair_of(entry) != pair) pairs.push_back(entry);
    }
  }
  pairs.push_back({{"camera", pair.camera},
                   {"microphone", pair.microphone},
                   {"offset_ns", measured.offset.ns},
                   {"spread_ns", measured.spread.ns},
                   {"claps", measured.claps}});
  if (auto made = platform::create_private_folder(file_.parent_path()); !made) return made;
  return json_file::update(file_, {{"schema_version", kSchemaVersion}, {"pairs", pairs}});
}

}  // namespace gladi
