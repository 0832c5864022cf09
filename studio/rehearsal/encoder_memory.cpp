#include "studio/rehearsal/encoder_memory.h"

#include <algorithm>

#include "encoder/base/platform.h"
#include "studio/base/json_file.h"

namespace gladi {
namespace {

using json_file::Json;

constexpr int kSchemaVersion = 1;

double number_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number() ? found->get<double>() : 0;
}

// Names that an encoder may have: a file that somebody has edited can't make us open anything else.
bool known(const EncoderSettings& settings) {
  const auto among = [](const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  return settings.software() ? among(x264_presets(), settings.preset)
                             : among(hardware_encoders(), settings.video_encoder);
}

}  // namespace

std::string EncoderMemory::machine() const {
  return version_ + " on " + encoder_machine();
}

std::optional<EncoderProbe> EncoderMemory::recall(const Canvas& canvas) const {
  const auto file = json_file::read(file_);
  if (!file || json_file::text_of(*file, "machine") != machine()) return std::nullopt;
  const Json& entry = json_file::child_of(json_file::child_of(*file, "canvases"), to_string(canvas).c_str());
  EncoderProbe probe;
  probe.settings = default_encoder_settings(canvas);
  probe.settings.video_encoder = json_file::text_of(entry, "encoder");
  probe.settings.preset = json_file::text_of(entry, "preset");
  probe.cpu_ms_per_frame = number_of(entry, "cpu_ms_per_frame");
  probe.wall_ms_per_frame = number_of(entry, "wall_ms_per_frame");
  probe.budget_share = number_of(entry, "budget_share");
  if (!known(probe.settings) || !(probe.budget_share > 0)) return std::nullopt;
  return probe;
}

Status EncoderMemory::keep(const Canvas& canvas, const EncoderProbe& probe) const {
  if (!probe.usable()) return {};
  Json file = {{"schema_version", kSchemaVersion}, {"machine", machine()}, {"canvases", Json::object()}};
  if (const auto before = json_file::read(file_);
      before && json_file::text_of(*before, "machine") == machine()) {
    file["canvases"] = json_file::child_of(*before, "canvases");
  }
  file["canvases"][to_string(canvas)] = {{"encoder", probe.settings.video_encoder},
                                         {"preset", probe.settings.preset},
                                         {"cpu_ms_per_frame", probe.cpu_ms_per_frame},
                                         {"wall_ms_per_frame", probe.wall_ms_per_frame},
                                         {"budget_share", probe.budget_share}};
  if (auto made = platform::create_private_folder(file_.parent_path()); !made) return made;
  return platform::write_file_atomically(file_, json_file::to_line(file));
}

}  // namespace gladi
