#include "ui/screens/review/finding_acts.h"

#include <cmath>
#include <utility>

#include "studio/coaching/sound_words.h"

namespace gladi {

FindingActs::FindingActs(Services& services, std::filesystem::path session_folder, ReviewModel& model,
                         CommentDesk& desk, std::string viewer_id)
    : services_(services),
      folder_(std::move(session_folder)),
      model_(model),
      desk_(desk),
      viewer_id_(std::move(viewer_id)) {}

void FindingActs::know_take(const Session& session, const TakeFacts& facts) {
  final_ = MeasureDesk::can_measure(session);
  sound_.metrics = facts.sound;
  picture_ = facts.picture;
  if (!sound_.metrics && final_) services_.measures.measure(folder_);
  if (!sound_.metrics) sound_.lack = sound_lack();
  show();
}

bool FindingActs::tick() {
  if (sound_.metrics) return false;
  if (const SoundMetrics* measured = services_.measures.result(folder_)) {
    sound_ = {*measured, {}};
  } else {
    std::string lack = sound_lack();
    if (lack == sound_.lack) return false;
    sound_.lack = std::move(lack);
  }
  show();
  return true;
}

std::string FindingActs::sound_lack() const {
  const Translator& translator = services_.translator;
  if (!final_) return translator.tr("The sound is measured as soon as the recording is finished.");
  const auto share = services_.measures.progress(folder_);
  if (!share) return translator.tr("The sound of this recording isn't measured.");
  return translator.tr("The sound is being measured… {0} %", {std::to_string(std::lround(*share * 100))});
}

void FindingActs::show_reviews(std::vector<Review> reviews) {
  reviews_ = std::move(reviews);
  show();
}

// Who rehearsed judges herself before she is told anything.
void FindingActs::show() {
  const Translator& translator = services_.translator;
  MeasureModel& measures = model_.measures;
  measures.findings.clear();
  measures.state.clear();
  ++measures.version;
  if (model_.rating_first) {
    measures.state = translator.tr("First say how you found it yourself, then you see what was measured.");
    make_sound_lanes(measures, {std::nullopt, measures.state}, translator);
    make_picture_lanes(measures, std::nullopt, translator);
    for (MeasureLane& lane : measures.lanes) lane.lack.clear();
    measures.lanes[0].lack = measures.state;
    return;
  }
  const std::vector<TakeFinding> findings = findings_in(sound_.metrics, picture_);
  for (const TakeFinding& finding : findings) {
    ListedFinding listed{finding,
                         translator.tr(finding.words(translator.language())),
                         ReviewVerdict::kOpen,
                         is_dismissed(finding, reviews_, viewer_id_),
                         {}};
    for (const Review& review : reviews_) {
      const ReviewVerdict verdict = verdict_on(finding, review.findings);
      if (review.reviewer_id == viewer_id_) listed.own = verdict;
      if (review.reviewer_id == viewer_id_ || verdict == ReviewVerdict::kOpen) continue;
      if (!listed.others.empty()) listed.others += " · ";
      listed.others += verdict == ReviewVerdict::kConfirmed
                           ? translator.tr("{0}: right", {review.reviewer_name})
                           : translator.tr("{0}: not so", {review.reviewer_name});
    }
    measures.findings.push_back(std::move(listed));
  }
  if (findings.empty())
    measures.state = sound_.metrics ? lack_words(*sound_.metrics, translator) : sound_.lack;
  make_sound_lanes(measures, sound_, translator);
  make_picture_lanes(measures, picture_, translator);
}

void FindingActs::carry_out(const ReviewIntent& intent) {
  if (const auto* judge = std::get_if<review::JudgeFinding>(&intent)) {
    const ListedFinding* listed = model_.measures.find(judge->id);
    if (listed != nullptr) desk_.carry_out(VerdictStep{listed->finding, listed->own, judge->verdict});
    model_.comment_pending = desk_.busy();
  }
  if (const auto* show = std::get_if<review::ShowMeasures>(&intent)) {
    services_.settings.review_measures = show->shown;
    services_.save_settings();
  }
}

}  // namespace gladi
