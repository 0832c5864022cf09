#include "studio/share/take_report.h"

#include "encoder/base/platform.h"
#include "studio/coaching/take_metrics.h"
#include "studio/people/people_store.h"
#include "studio/review/review_sight.h"
#include "studio/review/self_rating.h"
#include "studio/review/voice_history.h"
#include "studio/session/journal.h"
#include "studio/session/part_place.h"
#include "studio/session/session_file.h"
#include "studio/session/take_certificate.h"
#include "studio/share/progress_graph.h"

namespace gladi {
namespace {

// A note takes 360 kB at most; what is much larger wasn't made by Gladi.
constexpr uintmax_t kMostVoiceBytes = 1 << 20;

void read_voices(const std::filesystem::path& session_folder, TakeReport& report) {
  for (const Review& review : report.reviews) {
    for (const Comment& comment : review.comments) {
      if (!comment.voice) continue;
      const auto file = session_folder / "reviews" / comment.voice->file;
      std::error_code error;
      if (std::filesystem::file_size(file, error) > kMostVoiceBytes || error) continue;
      if (auto bytes = platform::read_file(file)) report.voices[comment.voice->file] = std::move(*bytes);
    }
  }
}

// What may be in her report and doesn't wait. Verdicts on what was found, hers too, which tell no trainer
// what she wrote: a finding that she knows to be wrong isn't told again.
std::vector<Review> take_reviews(std::vector<Review> all, const ReviewSight& sight, TakeReport& report,
                                 const Session& session) {
  std::vector<Review> verdicts;
  bool waits = false;
  for (Review& review : all) {
    if (!may_see(review, session.person_id)) continue;
    const bool seen = !sight.waits(review.reviewer_id);
    if (seen || review.reviewer_id == session.person_id) verdicts.push_back(review);
    if (seen) {
      report.reviews.push_back(std::move(review));
    } else {
      waits = waits || says_something(review);
    }
  }
  if (waits && !report.results_wait) {
    report.reviews_wait = Message(GLADI_TEXT(
        "What others wrote on this rehearsal is left out: the trainer who made this has not handed "
        "in her own review of it yet."));
  }
  return verdicts;
}

void hold_back_results(TakeReport& report, const Session& session) {
  report.results_wait = Message(
      GLADI_TEXT(
          "The results and reviews of this rehearsal come once {0} has said how it went, or has skipped "
          "that: open it in Gladi, then press H."),
      {session.person_name});
  TakeFacts facts;
  facts.duration = report.facts.duration;
  report.facts = std::move(facts);
}

}  // namespace

Result<TakeReport> read_take_report(const std::filesystem::path& session_folder, Language language,
                                    const ReportBy& by, const std::atomic<bool>* cancel) {
  auto session = load_session(session_folder);
  if (!session) return fail(std::move(session));
  auto journal = read_journal(session_folder);
  if (!journal) return fail(std::move(journal));
  TakeReport report;
  report.facts = facts_of_take(session_folder, *session, journal->events);
  report.rating = self_rating_of(journal->events);
  const bool waits = !by.trainer() && !report.rating;
  if (!report.facts.sound && !waits) {
    // Nothing is kept: this program may not be the one that writes into the library.
    auto heard = measure_sound(parts_to_play(session_folder, *session), cancel);
    if (!heard && heard.error().kind == ErrorKind::kCancelled) return fail(std::move(heard));
    if (heard) report.facts.sound = std::move(*heard);
  }
  // As the feedback screen tells it. <library>/sessions/<take>; elsewhere there is no index and no history.
  report.facts.usual_syllables_per_s =
      voice_before(session_folder.parent_path().parent_path(), *session).usual_syllables_per_s();
  report.certificate = TakeCertificate(*session, journal->events).line();
  if (waits) hold_back_results(report, *session);
  std::vector<Review> all = load_reviews(session_folder);
  const ReviewSight sight =
      by.trainer() ? ReviewSight::of_trainer(by.trainer_id, session->id, has_handed_in(by.trainer_id, all))
                   : ReviewSight::of_herself(session->person_id, !waits);
  const std::vector<Review> verdicts = take_reviews(std::move(all), sight, report, *session);
  if (!waits) {
    const auto findings = findings_in(report.facts.sound, report.facts.picture);
    report.findings = without_dismissed(findings, verdicts, session->person_id);
    report.feedback =
        feedback_of(report.facts, language, dismissed_among(findings, verdicts, session->person_id));
    report.progress = progress_until(session_folder, *session);
  }
  read_voices(session_folder, report);
  report.session = std::move(*session);
  return report;
}

// Consent that isn't known wasn't given (EXPERIENCE: without the review tick a take can't be exported).
Status may_leave(const std::filesystem::path& library, const Session& session) {
  const auto person = PeopleStore(library / "people").load(session.person_id);
  if (person && person->consent.review) return {};
  return fail(
      ErrorKind::kRefused,
      Message(
          GLADI_TEXT("{0} has not agreed that a trainer may watch the takes. Ask first; the tick is in the "
                     "list of people."),
          {session.person_name}));
}

bool may_promote(const std::filesystem::path& library, const Session& session) {
  const auto person = PeopleStore(library / "people").load(session.person_id);
  return person && person->consent.promotion;
}

}  // namespace gladi
