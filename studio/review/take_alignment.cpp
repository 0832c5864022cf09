#include "studio/review/take_alignment.h"

#include <algorithm>
#include <map>
#include <utility>

#include "studio/catalogue/segment_kind.h"
#include "studio/session/journal.h"

namespace gladi {
namespace {

LocalText title_of(const Session& session, const RunSegment& run, const Segment* segment) {
  if (segment != nullptr && !segment->title.indonesian.empty()) return segment->title;
  const auto product = std::find_if(session.products.begin(), session.products.end(),
                                    [&](const Product& p) { return p.id == run.product_id; });
  return product == session.products.end() ? LocalText{run.product_id, {}} : product->name;
}

}  // namespace

std::vector<AlignedStretch> stretches_of(const Session& session, const std::vector<TakeEvent>& events) {
  std::vector<AlignedStretch> stretches;
  std::map<std::string, int> times;
  std::string last;
  for (const RunSegment& run : segments_as_run(events, session.duration)) {
    if (run.end <= run.start) continue;
    const auto index = static_cast<size_t>(run.segment);
    const Segment* segment = run.segment >= 0 && index < session.rundown.segments.size()
                                 ? &session.rundown.segments[index]
                                 : nullptr;
    const SegmentKind kind = segment == nullptr ? SegmentKind::kProduct : segment->kind;
    const std::string key = !run.product_id.empty() ? run.product_id : name_of(kind);
    if (!stretches.empty() && key == last) {
      stretches.back().end = run.end;
      continue;
    }
    last = key;
    const int time = ++times[key];
    stretches.push_back({time == 1 ? key : key + "#" + std::to_string(time), title_of(session, run, segment),
                         !run.product_id.empty(), run.start, run.end});
  }
  return stretches;
}

TakeAlignment::TakeAlignment(std::vector<AlignedStretch> first, std::vector<AlignedStretch> second)
    : takes_{std::move(first), std::move(second)} {
  if (!any_common()) align_by_hand({});
}

const AlignedStretch* TakeAlignment::find(int which, const std::string& key) const {
  const auto& take = stretches(which);
  const auto found = std::find_if(take.begin(), take.end(),
                                  [&](const AlignedStretch& stretch) { return stretch.key == key; });
  return found == take.end() ? nullptr : &*found;
}

bool TakeAlignment::any_common() const {
  return std::any_of(takes_[0].begin(), takes_[0].end(),
                     [this](const AlignedStretch& stretch) { return find(1, stretch.key) != nullptr; });
}

PairPlace TakeAlignment::place(int from, MediaTime at) const {
  if (by_hand_) return {from == 0 ? at + offset_ : at - offset_};
  const int to = from == 0 ? 1 : 0;
  PairPlace waiting{{}, true};  // where the other one stands while it has nothing that goes with this
  for (const AlignedStretch& here : stretches(from)) {
    if (here.start > at) break;
    const AlignedStretch* there = find(to, here.key);
    if (there == nullptr) continue;
    const MediaTime place = there->start + (at - here.start);
    // The last picture of its stretch, not the first one of the next.
    const MediaTime last = std::max(there->start, there->end - MediaTime::from_ms(50));
    if (at < here.end && place < last) return {place, false};
    waiting.at = last;
  }
  return waiting;
}

}  // namespace gladi
