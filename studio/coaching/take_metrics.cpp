#include "studio/coaching/take_metrics.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <array>
#include <optional>
#include <string>
#include <utility>

#include "encoder/base/platform.h"
#include "studio/base/json_file.h"
#include "studio/coaching/metrics_json.h"
#include "studio/coaching/sound_measurer.h"
#include "studio/session/part_place.h"
#include "studio/session/take_source.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using json_file::Json;

constexpr int64_t kSchemaVersion = 1;

fs::path metrics_file(const fs::path& folder) {
  return folder / "metrics.json";
}
std::string name_of_source(uint64_t source) {
  return fmt::format("{:016x}", source);
}

}  // namespace

Result<SoundMetrics> load_metrics(const fs::path& session_folder, const Session& session) {
  const fs::path file = metrics_file(session_folder);
  auto read = json_file::read(file);
  if (!read) return fail(std::move(read));
  if (json_file::int_of(*read, "schema_version") > kSchemaVersion)
    return tl::unexpected(json_file::newer(file));
  const auto source = source_of(session_folder, session);
  const bool fits = source && json_file::text_of(*read, "made_of") == name_of_source(*source) &&
                    json_file::int_of(*read, "analyser_version") >= SoundMetrics::kAnalyserVersion;
  if (!fits)
    return fail(ErrorKind::kNotFound, Message(GLADI_TEXT("The file {0} is not there."), {file.string()}));
  auto metrics = sound_metrics_of(*read);
  if (!metrics) return tl::unexpected(json_file::damaged(file, "figures that can't be"));
  return std::move(*metrics);
}

Status save_metrics(const fs::path& session_folder, const Session& session, const SoundMetrics& metrics) {
  const auto source = source_of(session_folder, session);
  if (!source) return {};
  const fs::path file = metrics_file(session_folder);
  const auto kept = json_file::read(file);
  if (kept && json_file::int_of(*kept, "schema_version") > kSchemaVersion) return {};
  Json json = to_json(metrics);
  json["schema_version"] = kSchemaVersion;
  json["analyser_version"] = SoundMetrics::kAnalyserVersion;
  json["made_of"] = name_of_source(*source);
  return platform::write_file_atomically(file, json_file::to_line(json) + "\n");
}

Result<SoundMetrics> measure_sound(std::vector<PlayerPart> parts, const std::atomic<bool>* cancel,
                                   const std::function<void(double)>& progress) {
  auto measurer = SoundMeasurer::create();
  if (!measurer) return fail(std::move(measurer));
  const std::array<SoundListener*, 1> listeners{measurer->get()};
  if (auto heard = scan_sound(std::move(parts), listeners, cancel, progress); !heard)
    return fail(std::move(heard));
  return (*measurer)->finish();
}

Result<SoundMetrics> take_metrics(const fs::path& session_folder, const Session& session,
                                  const std::atomic<bool>* cancel,
                                  const std::function<void(double)>& progress) {
  auto kept = load_metrics(session_folder, session);
  if (kept) return kept;
  if (kept.error().kind != ErrorKind::kNotFound)
    spdlog::warn("the metrics are measured again: {}", kept.error().english());
  auto measured = measure_sound(parts_to_play(session_folder, session), cancel, progress);
  if (!measured) return measured;
  if (auto saved = save_metrics(session_folder, session, *measured); !saved)
    spdlog::warn("metrics aren't kept: {}", saved.error().english());
  return measured;
}

}  // namespace gladi
