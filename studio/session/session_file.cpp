#include "studio/session/session_file.h"

#include <algorithm>
#include <array>

#include "studio/session/session_json.h"
#include "studio/text/uuid.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using json_file::Json;

constexpr const char* kFileName = "session.json";

struct StateName {
  SessionState state;
  const char* name;
};
constexpr std::array<StateName, 4> kStates = {{{SessionState::kRecording, "recording"},
                                               {SessionState::kStopped, "stopped"},
                                               {SessionState::kReady, "ready"},
                                               {SessionState::kRecovered, "recovered"}}};

struct CounterField {
  const char* name;
  int64_t TakeCounters::*field;
};
constexpr std::array<CounterField, 11> kCounters = {{{"frames", &TakeCounters::frames},
                                                     {"camera_frames", &TakeCounters::camera_frames},
                                                     {"skipped_camera", &TakeCounters::skipped_camera},
                                                     {"repeated_late", &TakeCounters::repeated_late},
                                                     {"repeated_camera", &TakeCounters::repeated_camera},
                                                     {"lost_camera", &TakeCounters::lost_camera},
                                                     {"repeated_encoder", &TakeCounters::repeated_encoder},
                                                     {"repeated_overload", &TakeCounters::repeated_overload},
                                                     {"sound_gaps", &TakeCounters::sound_gaps},
                                                     {"sound_silence_ms", &TakeCounters::sound_silence_ms},
                                                     {"dropped_blocks", &TakeCounters::dropped_blocks}}};

// Nothing outside the session folder: it may have come on somebody's USB stick.
bool is_plain_name(const std::string& file) {
  return !file.empty() && file != "." && file != ".." &&
         file.find_first_of(std::string("/\\\0", 3)) == std::string::npos;
}

Json to_json(const TakePart& part) {
  return {{"file", part.file},           {"start_ns", part.start.ns}, {"duration_ns", part.duration.ns},
          {"finalised", part.finalised}, {"encoder", part.encoder},   {"root", part.root.string()}};
}

Json to_json(const std::optional<TakeSync>& sync) {
  if (!sync) return nullptr;
  return {{"mean_offset_ns", sync->mean_offset.ns},
          {"worst_offset_ns", sync->worst_offset.ns},
          {"device_ppm", sync->device_ppm}};
}

Json to_json(const std::optional<Loudness>& loudness) {
  if (!loudness) return nullptr;
  return {{"integrated_lufs", loudness->integrated_lufs}, {"true_peak_dbtp", loudness->true_peak_dbtp}};
}

Json to_json(const Session& session) {
  Json parts = Json::array();
  for (const TakePart& part : session.parts) parts.push_back(to_json(part));
  Json counters = Json::object();
  for (const CounterField& counter : kCounters) counters[counter.name] = session.counters.*counter.field;
  const auto* state = std::find_if(kStates.begin(), kStates.end(),
                                   [&](const StateName& s) { return s.state == session.state; });
  return {{"schema_version", Session::kSchemaVersion},
          {"id", session.id},
          {"title", session.title},
          {"person", {{"id", session.person_id}, {"name", session.person_name}}},
          {"started_at", to_iso8601(session.started_at)},
          {"state", state->name},
          {"nothing_recorded", session.nothing_recorded},
          {"imported_from", session.imported_from},
          {"duration_ns", session.duration.ns},
          {"catalogue",
           {{"slug", session.catalogue},
            {"name", json_file::to_json(session.catalogue_name)},
            {"products", to_json(session.products)}}},
          {"rundown", to_json(session.rundown)},
          {"canvas",
           {{"width_px", session.canvas.width_px},
            {"height_px", session.canvas.height_px},
            {"fps_num", session.canvas.fps_num},
            {"fps_den", session.canvas.fps_den}}},
          {"layout", session.layout},
          {"audience", {{"liveliness", session.audience}, {"seed", session.seed}}},
          {"camera", session.camera},
          {"microphone", session.microphone},
          {"parts", parts},
          {"counters", counters},
          {"sync", to_json(session.sync)},
          {"loudness", to_json(session.loudness)}};
}

std::vector<TakePart> parts_of(const Json& list) {
  std::vector<TakePart> parts;
  for (const Json& object : list) {
    TakePart part;
    part.file = json_file::text_of(object, "file");
    part.start = json_file::length_of(object, "start_ns");
    part.duration = json_file::length_of(object, "duration_ns");
    part.finalised = json_file::bool_of(object, "finalised");
    part.encoder = json_file::text_of(object, "encoder");
    if (const fs::path root = json_file::text_of(object, "root"); root.is_absolute()) part.root = root;
    if (is_plain_name(part.file)) parts.push_back(std::move(part));
  }
  return parts;
}

std::optional<TakeSync> sync_of(const Json& object) {
  if (object.empty()) return std::nullopt;
  return TakeSync{json_file::time_of(object, "mean_offset_ns"), json_file::time_of(object, "worst_offset_ns"),
                  json_file::number_of(object, "device_ppm").value_or(0)};
}

std::optional<Loudness> loudness_of(const Json& object) {
  const auto integrated = json_file::number_of(object, "integrated_lufs");
  const auto peak = json_file::number_of(object, "true_peak_dbtp");
  if (!integrated || !peak) return std::nullopt;
  return Loudness{*integrated, *peak};
}

Canvas canvas_of(const Json& object) {
  const auto within = [&](const char* key, int64_t most, int fallback) {
    const int64_t value = json_file::int_of(object, key);
    return value > 0 && value <= most ? static_cast<int>(value) : fallback;
  };
  Canvas canvas;
  canvas.width_px = within("width_px", 16384, canvas.width_px);
  canvas.height_px = within("height_px", 16384, canvas.height_px);
  canvas.fps_num = within("fps_num", 1'000'000, canvas.fps_num);
  canvas.fps_den = within("fps_den", 1'000'000, canvas.fps_den);
  return canvas;
}

}  // namespace

std::string part_file_name(const std::string& file) {
  const fs::path path(file);
  return path.stem().string() + ".part" + path.extension().string();
}

Result<Session> load_session(const fs::path& folder) {
  const fs::path file = folder / kFileName;
  auto json = json_file::read(file);
  if (!json) return fail(std::move(json));

  Session session;
  session.schema_version =
      static_cast<int>(std::min<int64_t>(json_file::int_of(*json, "schema_version"), 1'000'000));
  session.id = json_file::text_of(*json, "id");
  if (!is_uuid(session.id)) return tl::unexpected(json_file::damaged(file, "\"id\" is no UUID"));
  const auto started_at = json_file::wall_time_of(*json, "started_at");
  if (!started_at) return tl::unexpected(json_file::damaged(file, "\"started_at\" is no time"));
  session.started_at = *started_at;
  const std::string state = json_file::text_of(*json, "state");
  const auto* known =
      std::find_if(kStates.begin(), kStates.end(), [&](const StateName& s) { return state == s.name; });
  if (known != kStates.end()) {
    session.state = known->state;
  } else if (session.read_only()) {
    session.state = SessionState::kReady;  // whatever a newer version calls it, it isn't this one's to repair
  } else {
    return tl::unexpected(json_file::damaged(file, "\"state\" is unknown"));
  }

  const Json& person = json_file::child_of(*json, "person");
  const Json& catalogue = json_file::child_of(*json, "catalogue");
  const Json& audience = json_file::child_of(*json, "audience");
  session.title = json_file::text_of(*json, "title");
  session.person_id = json_file::text_of(person, "id");
  session.person_name = json_file::text_of(person, "name");
  session.nothing_recorded = json_file::bool_of(*json, "nothing_recorded");
  session.imported_from = json_file::text_of(*json, "imported_from");
  session.duration = json_file::length_of(*json, "duration_ns");
  session.catalogue = json_file::text_of(catalogue, "slug");
  session.catalogue_name = json_file::local_text_of(catalogue, "name");
  session.products = products_of(json_file::list_of(catalogue, "products"));
  session.rundown = rundown_of(json_file::child_of(*json, "rundown"));
  session.canvas = canvas_of(json_file::child_of(*json, "canvas"));
  session.layout = json_file::text_of(*json, "layout");
  session.audience = json_file::text_of(audience, "liveliness", "off");
  session.seed = json_file::int_of(audience, "seed");
  session.camera = json_file::text_of(*json, "camera");
  session.microphone = json_file::text_of(*json, "microphone");
  session.parts = parts_of(json_file::list_of(*json, "parts"));
  session.sync = sync_of(json_file::child_of(*json, "sync"));
  session.loudness = loudness_of(json_file::child_of(*json, "loudness"));
  const Json& counters = json_file::child_of(*json, "counters");
  for (const CounterField& counter : kCounters)
    session.counters.*counter.field = json_file::int_of(counters, counter.name);
  return session;
}

Status save_session(const fs::path& folder, const Session& session) {
  const fs::path file = folder / kFileName;
  if (session.read_only()) return tl::unexpected(json_file::newer(file));
  return json_file::update(file, to_json(session));
}

}  // namespace gladi
