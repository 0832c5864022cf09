#include "studio/library/chapters.h"

#include <algorithm>

#include "studio/session/journal.h"

namespace gladi {
namespace {

std::string title_of(const Session& session, const RunSegment& run) {
  const auto& segments = session.rundown.segments;
  if (run.segment >= 0 && static_cast<size_t>(run.segment) < segments.size()) {
    const std::string& title = segments[static_cast<size_t>(run.segment)].title.indonesian;
    if (!title.empty()) return title;
  }
  for (const Product& product : session.products) {
    if (product.id == run.product_id && !product.name.indonesian.empty()) return product.name.indonesian;
  }
  return run.product_id.empty() ? "Bagian " + std::to_string(run.segment + 1) : run.product_id;
}

}  // namespace

std::vector<Chapter> chapters_of(const Session& session, const std::vector<TakeEvent>& events,
                                 MediaTime part_start, MediaTime part_duration) {
  std::vector<Chapter> chapters;
  for (const RunSegment& run : segments_as_run(events, part_start + part_duration)) {
    if (run.end <= part_start) continue;
    chapters.push_back({std::max(run.start - part_start, MediaTime{}), title_of(session, run)});
  }
  return chapters;
}

}  // namespace gladi
