#include "studio/coaching/take_pictures.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "encoder/base/platform.h"
#include "encoder/capture/sources.h"
#include "encoder/playback/picture_scan.h"
#include "studio/base/json_file.h"
#include "studio/coaching/picture_analyser.h"
#include "studio/coaching/picture_sample_json.h"
#include "studio/session/part_place.h"
#include "studio/session/take_source.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
using json_file::Json;

constexpr int64_t kSchemaVersion = 1;
// Half of what a running take gets: a look costs a keyframe besides.
constexpr MediaTime kInterval = MediaTime::from_ms(1'500);
// A camera that was pulled out for a moment isn't worth looking at the whole film.
constexpr double kWellCovered = 0.9;

fs::path pictures_file(const fs::path& folder) {
  return folder / "cache" / "pictures.json";
}
std::string name_of_source(uint64_t source) {
  return fmt::format("{:016x}", source);
}

Status keep(const fs::path& folder, const Session& session, const std::vector<PictureSample>& samples) {
  const auto source = source_of(folder, session);
  if (!source) return {};
  const fs::path file = pictures_file(folder);
  const auto kept = json_file::read(file);
  if (kept && json_file::int_of(*kept, "schema_version") > kSchemaVersion) return {};
  Json list = Json::array();
  for (const PictureSample& sample : samples) {
    list.push_back(to_json(sample));
    list.back()["at_ns"] = sample.at.ns;
  }
  const Json json = {{"schema_version", kSchemaVersion},
                     {"analyser_version", kPictureAnalyserVersion},
                     {"made_of", name_of_source(*source)},
                     {"samples", std::move(list)}};
  if (auto made = platform::create_private_folder(file.parent_path()); !made) return made;
  return platform::write_file_atomically(file, json_file::to_line(json) + "\n");
}

}  // namespace

Result<std::vector<PictureSample>> load_pictures(const fs::path& session_folder, const Session& session) {
  const fs::path file = pictures_file(session_folder);
  auto read = json_file::read(file);
  if (!read) return fail(std::move(read));
  if (json_file::int_of(*read, "schema_version") > kSchemaVersion)
    return tl::unexpected(json_file::newer(file));
  const auto source = source_of(session_folder, session);
  const bool fits = source && json_file::text_of(*read, "made_of") == name_of_source(*source) &&
                    json_file::int_of(*read, "analyser_version") >= kPictureAnalyserVersion;
  if (!fits)
    return fail(ErrorKind::kNotFound, Message(GLADI_TEXT("The file {0} is not there."), {file.string()}));
  std::vector<PictureSample> samples;
  for (const Json& one : json_file::list_of(*read, "samples")) {
    samples.push_back(picture_sample_of(one));
    samples.back().at = json_file::time_of(one, "at_ns");
  }
  std::sort(samples.begin(), samples.end(),
            [](const PictureSample& a, const PictureSample& b) { return a.at < b.at; });
  return samples;
}

Result<std::vector<PictureSample>> take_pictures(const fs::path& session_folder, const Session& session,
                                                 const fs::path& face_model, const std::atomic<bool>* cancel,
                                                 const std::function<void(double)>& progress) {
  auto kept = load_pictures(session_folder, session);
  if (kept) return kept;
  if (kept.error().kind != ErrorKind::kNotFound)
    spdlog::warn("the pictures are looked at again: {}", kept.error().english());
  auto finder = FaceFinder::open(face_model);
  if (!finder) spdlog::warn("faces: {}", finder.error().english());
  PictureAnalyser analyser(finder ? std::move(*finder) : nullptr);
  std::vector<PictureSample> samples;
  auto looked = scan_pictures(
      parts_to_play(session_folder, session), kInterval,
      [&](const Picture& picture, const Picture* before) -> Status {
        samples.push_back(analyser.look(picture, before));
        return {};
      },
      cancel, progress);
  if (!looked) return fail(std::move(looked));
  if (!analyser.looks_for_faces()) return samples;
  if (auto saved = keep(session_folder, session, samples); !saved)
    spdlog::warn("what the pictures tell isn't kept: {}", saved.error().english());
  return samples;
}

bool wants_pictures(const Session& session, const std::vector<TakeEvent>& events) {
  const bool own = session.imported_from.empty();
  if (own && (session.camera.empty() || session.camera == Sources::kDemoName)) return false;
  return picture_metrics_of(events, session.duration).covered(session.duration) < kWellCovered;
}

bool misses_pictures(const fs::path& session_folder, const Session& session,
                     const std::vector<TakeEvent>& events) {
  return wants_pictures(session, events) && !load_pictures(session_folder, session);
}

PictureMetrics known_picture_metrics(const fs::path& session_folder, const Session& session,
                                     const std::vector<TakeEvent>& events) {
  const std::vector<PictureSample> live = picture_samples_of(events);
  PictureMetrics metrics = picture_metrics_of(live, session.duration);
  if (metrics.covered(session.duration) >= kWellCovered) return metrics;
  auto kept = load_pictures(session_folder, session);
  if (!kept) return metrics;
  // What was seen in the act comes first.
  std::erase_if(*kept, [&metrics](const PictureSample& sample) {
    return std::any_of(metrics.looked.begin(), metrics.looked.end(), [&](const TakeStretch& stretch) {
      return sample.at >= stretch.from && sample.at <= stretch.to;
    });
  });
  kept->insert(kept->end(), live.begin(), live.end());
  std::stable_sort(kept->begin(), kept->end(),
                   [](const PictureSample& a, const PictureSample& b) { return a.at < b.at; });
  return picture_metrics_of(*kept, session.duration);
}

}  // namespace gladi
