#include "studio/review/voice_history.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "studio/coaching/take_metrics.h"
#include "studio/library/measure_desk.h"
#include "studio/library/take_list.h"
#include "studio/review/feedback.h"
#include "studio/session/session_file.h"

namespace gladi {
namespace {

// Newest first.
std::vector<TakeSummary> takes_before(const std::filesystem::path& library_root, const Session& session) {
  std::vector<TakeSummary> found;
  for (ListedTake& listed : takes_by_index(library_root).takes) {
    TakeSummary& take = listed.take;
    if (take.person_id != session.person_id || take.session_id == session.id ||
        take.started_at >= session.started_at || take.duration < Feedback::kShortestTake)
      continue;
    found.push_back(std::move(take));
  }
  std::sort(found.begin(), found.end(),
            [](const TakeSummary& a, const TakeSummary& b) { return a.started_at > b.started_at; });
  if (found.size() > VoiceHistory::kMost) found.resize(VoiceHistory::kMost);
  return found;
}

}  // namespace

VoiceHistory voice_before(const std::filesystem::path& library_root, const Session& session) {
  VoiceHistory history;
  if (session.person_id.empty()) return history;
  for (const TakeSummary& take : takes_before(library_root, session)) {
    const auto earlier = load_session(take.folder);
    if (!earlier || !MeasureDesk::can_measure(*earlier)) continue;
    if (const auto sound = load_metrics(take.folder, *earlier)) {
      history.takes.push_back({take.started_at, sound->syllables_per_s, sound->pitch_spread_semitones});
    } else {
      history.unmeasured.push_back(take.folder);
    }
  }
  std::reverse(history.takes.begin(), history.takes.end());
  return history;
}

std::optional<double> VoiceHistory::usual_syllables_per_s() const {
  std::vector<double> paces;
  for (const EarlierVoice& take : takes) {
    if (take.syllables_per_s) paces.push_back(*take.syllables_per_s);
  }
  if (paces.size() < kFewest) return std::nullopt;
  std::sort(paces.begin(), paces.end());
  const size_t middle = paces.size() / 2;
  return paces.size() % 2 == 1 ? paces[middle] : (paces[middle - 1] + paces[middle]) / 2;
}

}  // namespace gladi
