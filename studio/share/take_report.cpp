#include "studio/share/take_report.h"

#include "studio/people/people_store.h"
#include "studio/review/self_rating.h"
#include "studio/session/journal.h"
#include "studio/session/session_file.h"
#include "studio/session/take_certificate.h"

namespace gladi {

Result<TakeReport> read_take_report(const std::filesystem::path& session_folder, Language language) {
  auto session = load_session(session_folder);
  if (!session) return fail(std::move(session));
  auto journal = read_journal(session_folder);
  if (!journal) return fail(std::move(journal));
  TakeReport report;
  report.facts = take_facts(*session, journal->events);
  report.feedback = feedback_of(report.facts, language);
  report.rating = self_rating_of(journal->events);
  report.certificate = TakeCertificate(*session, journal->events).line();
  for (Review& review : load_reviews(session_folder)) {
    if (may_see(review, session->person_id)) report.reviews.push_back(std::move(review));
  }
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
