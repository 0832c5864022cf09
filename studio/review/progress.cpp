#include "studio/review/progress.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "studio/review/feedback.h"
#include "studio/review/finding.h"
#include "studio/review/review_sight.h"
#include "studio/review/self_rating.h"
#include "studio/session/journal.h"
#include "studio/session/session_file.h"

namespace gladi {
namespace {

const std::string& who_looks(const ProgressViewer& viewer) {
  return viewer.trainer_id.empty() ? viewer.person_id : viewer.trainer_id;
}

void tell_sound(ProgressPoint& point, const SoundMetrics& sound, std::vector<Review> reviews,
                const ReviewSight& sight, const ProgressViewer& viewer) {
  point.measured = true;
  if (sound.lack != SpeechLack::kNone) return;
  point.syllables_per_s = sound.syllables_per_s;
  point.pitch_spread_semitones = sound.pitch_spread_semitones;
  std::erase_if(reviews, [&](const Review& review) { return !sight.sees(review); });
  // Short ones are no findings: nobody can dismiss them.
  MediaTime longest;
  for (const TakeStretch& pause : sound.pauses) {
    if (pause.to - pause.from < SoundMetrics::kLongPause) longest = std::max(longest, pause.to - pause.from);
  }
  for (const TakeFinding& finding : without_dismissed(findings_in(sound), reviews, who_looks(viewer))) {
    const bool pause = finding.kind == FindingKind::kDeadAir || finding.kind == FindingKind::kLongPause;
    if (pause) longest = std::max(longest, finding.length());
  }
  point.longest_pause = longest;
}

std::optional<ProgressPoint> point_of(const std::filesystem::path& folder, const ProgressViewer& viewer,
                                      std::vector<Error>* problems, int* unrated) {
  const auto failed = [problems](Error error) {
    if (problems != nullptr) problems->push_back(std::move(error));
    return std::nullopt;
  };
  auto session = load_session(folder);
  if (!session) return failed(session.error());
  if (session->person_id != viewer.person_id || session->duration < Feedback::kShortestTake) return {};
  const auto journal = read_journal(folder);
  if (!journal) return failed(journal.error());
  const auto rated = self_rating_of(journal->events);
  if (!rated && viewer.trainer_id.empty()) {
    if (unrated != nullptr) ++*unrated;
    return {};
  }
  const TakeFacts facts = facts_of_take(folder, *session, journal->events);
  ProgressPoint point;
  point.folder = folder;
  point.started_at = session->started_at;
  point.title = session->title;
  point.replies = facts.replies;
  point.integrated_lufs = facts.integrated_lufs;
  for (const SegmentFact& segment : facts.segments) {
    if (segment.planned <= MediaTime{}) continue;
    ++point.parts;
    point.on_time += against_plan(segment) == AgainstPlan::kOnTime ? 1 : 0;
  }
  if (rated) point.own_level = rated->level;
  const std::vector<Review> reviews = load_reviews(folder, problems);
  if (!viewer.trainer_id.empty()) point.scores = scores_seen_by(viewer.trainer_id, reviews);
  if (facts.picture && facts.picture->lack == PictureLack::kNone)
    point.face_share = facts.picture->face_share();
  if (facts.sound) {
    const ReviewSight sight = viewer.trainer_id.empty()
                                  ? ReviewSight::of_herself(session->person_id, rated.has_value())
                                  : ReviewSight::of_trainer(viewer.trainer_id, session->id,
                                                            has_handed_in(viewer.trainer_id, reviews));
    tell_sound(point, *facts.sound, reviews, sight, viewer);
  }
  return point;
}

double mean(std::vector<double>::const_iterator from, std::vector<double>::const_iterator to) {
  return std::accumulate(from, to, 0.0) / static_cast<double>(to - from);
}

}  // namespace

std::vector<CriterionLevel> scores_seen_by(const std::string& trainer_id,
                                           const std::vector<Review>& reviews) {
  const auto own = std::find_if(reviews.begin(), reviews.end(),
                                [&](const Review& review) { return review.reviewer_id == trainer_id; });
  if (own == reviews.end() || !own->finished) return {};
  std::vector<CriterionLevel> levels;
  std::map<std::string, int> counts;
  for (const Review& review : reviews) {
    if (!review.finished || review.rubric != own->rubric) continue;
    for (const Score& score : review.scores) {
      auto found = std::find_if(levels.begin(), levels.end(), [&](const CriterionLevel& level) {
        return level.criterion == score.criterion;
      });
      if (found == levels.end())
        found = levels.insert(levels.end(), {score.criterion, score.name, 0.0, score.levels});
      const int count = ++counts[score.criterion];
      found->level += (score.level - found->level) / count;
    }
  }
  return levels;
}

std::vector<ProgressPoint> progress_of(const std::vector<std::filesystem::path>& folders,
                                       const ProgressViewer& viewer, std::vector<Error>* problems,
                                       const std::atomic<bool>* cancel, int* unrated) {
  if (unrated != nullptr) *unrated = 0;
  std::vector<ProgressPoint> points;
  for (const std::filesystem::path& folder : folders) {
    if (cancel != nullptr && *cancel) break;
    if (auto point = point_of(folder, viewer, problems, unrated)) points.push_back(std::move(*point));
  }
  std::sort(points.begin(), points.end(),
            [](const ProgressPoint& a, const ProgressPoint& b) { return a.started_at < b.started_at; });
  return points;
}

std::optional<Trend> trend_of(const std::vector<std::optional<double>>& values) {
  std::vector<double> there;
  for (const std::optional<double>& value : values) {
    if (value) there.push_back(*value);
  }
  if (there.size() < Trend::kFewest) return {};
  const auto middle = there.cend() - static_cast<std::ptrdiff_t>(Trend::kLately);
  return Trend{mean(there.cbegin(), middle), mean(middle, there.cend())};
}

}  // namespace gladi
