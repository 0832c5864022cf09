#include "studio/share/class_table.h"

#include "studio/text/csv.h"
#include "studio/text/format.h"

namespace gladi {
namespace {

using Row = std::vector<std::string>;

std::string seconds(MediaTime t) {
  return std::to_string((t.ms() + 500) / 1000);
}

int on_time(const TakeFacts& facts) {
  int kept = 0;
  for (const SegmentFact& segment : facts.segments) kept += against_plan(segment) == AgainstPlan::kOnTime;
  return kept;
}

constexpr size_t kColumns = 17, kThingToTry = 14;

// Zeros would tell something: what waits is left empty.
Row waiting_row(const TakeReport& take, const ReportWords& words) {
  Row row = {format_date_time(take.session.started_at, words.language), take.session.person_name,
             take.session.catalogue_name.in(words.language), seconds(take.facts.duration)};
  row.resize(kColumns);
  row[kThingToTry] = words.tr(*take.results_wait);
  return row;
}

Row row_of(const TakeReport& take, const ReportWords& words) {
  const TakeFacts& facts = take.facts;
  if (take.results_wait) return waiting_row(take, words);
  const std::vector<SilenceFact> silences = facts.long_silences();
  MediaTime silent;
  for (const SilenceFact& silence : silences) silent = silent + silence.length;
  size_t comments = 0, reviewers = 0;
  for (const Review& review : take.reviews) {
    comments += review.comments.size();
    reviewers += review.finished && review.reviewer_id != take.session.id;  // who only watched
  }
  // Where something waits a number would be wrong.
  const std::string said = take.reviews_wait ? words.tr(*take.reviews_wait) : std::to_string(comments);
  const std::string handed_in = take.reviews_wait ? "" : std::to_string(reviewers);
  return {format_date_time(take.session.started_at, words.language),
          take.session.person_name,
          take.session.catalogue_name.in(words.language),
          seconds(facts.duration),
          take.rating && take.rating->level > 0 ? std::to_string(take.rating->level) : "",
          take.rating ? take.rating->wish : "",
          std::to_string(facts.replies.asked),
          std::to_string(facts.replies.answered),
          facts.replies.median ? seconds(*facts.replies.median) : "",
          std::to_string(silences.size()),
          seconds(silent),
          std::to_string(on_time(facts)),
          std::to_string(facts.segments.size()),
          facts.integrated_lufs ? format_number(*facts.integrated_lufs, 1, words.language) : "",
          take.feedback.next ? words.tr(take.feedback.next->headline) : "",
          said,
          handed_in};
}

}  // namespace

std::string class_table(const std::vector<TakeReport>& takes, const ReportWords& words) {
  std::vector<Row> rows(1);
  for (const char* heading :
       {GLADI_TEXT("Date"), GLADI_TEXT("Name"), GLADI_TEXT("Goods"), GLADI_TEXT("Length in seconds"),
        GLADI_TEXT("Own view (1–3)"), GLADI_TEXT("Wants to do better"), GLADI_TEXT("Questions"),
        GLADI_TEXT("Answered"), GLADI_TEXT("Half answered within seconds"), GLADI_TEXT("Silences"),
        GLADI_TEXT("Silent seconds"), GLADI_TEXT("Parts on time"), GLADI_TEXT("Parts"),
        GLADI_TEXT("Loudness in LUFS"), GLADI_TEXT("One thing to try"), GLADI_TEXT("Comments"),
        GLADI_TEXT("Reviews handed in")}) {
    rows[0].push_back(words.tr(Message(heading)));
  }
  for (const TakeReport& take : takes) rows.push_back(row_of(take, words));
  return write_csv(rows);
}

}  // namespace gladi
