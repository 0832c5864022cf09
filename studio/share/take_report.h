// What a report on a take holds, whatever it is written as: page, sheet or table.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "studio/review/feedback.h"
#include "studio/review/finding.h"
#include "studio/review/progress.h"
#include "studio/review/review.h"
#include "studio/session/session.h"

namespace gladi {

// Who makes a report. What Review hides from her stays out (adr/0026). Of the person herself: nothing is in
// it that tells how the take went before she has rated herself or skipped that. Of a trainer: nothing that
// others wrote before she has handed in her own review; nor, ever, what isn't handed in of hers.
struct ReportBy {
  std::string trainer_id;  // empty: the person herself
  bool trainer() const { return !trainer_id.empty(); }
};

struct TakeReport {
  Session session;
  TakeFacts facts;
  Feedback feedback;
  std::optional<SelfRated> rating;
  // Why there are no results: feedback, findings and others' reviews are empty then, and of the facts only
  // the duration is there. Stands where they would.
  std::optional<Message> results_wait;
  // Why reviews are left out though there are some: the trainer who makes the report hasn't handed in hers.
  std::optional<Message> reviews_wait;
  Message certificate;                        // in one line: perfect, or what was lost
  std::vector<Review> reviews;                // the person's own and those that were handed in
  bool for_practice = true;                   // nobody may use it to promote, and it says so
  std::vector<TakeFinding> findings;          // by time; those that nobody has dismissed
  std::vector<ProgressPoint> progress;        // her takes up to this one (progress_until)
  std::map<std::string, std::string> voices;  // bytes of their voice notes that are here, by file
};

// Touches only files. `language`: of product names in the feedback. A take that isn't measured yet is
// listened to, some seconds for ten minutes, and nothing of that is kept; what can't be heard is told so in
// the feedback. kCancelled when `cancel` was set meanwhile.
Result<TakeReport> read_take_report(const std::filesystem::path& session_folder, Language language,
                                    const ReportBy& by, const std::atomic<bool>* cancel = nullptr);

// How reports speak: studio has no translator of its own. Main thread, or one that nobody else translates on.
struct ReportWords {
  Language language = Language::kIndonesian;
  std::function<std::string(const Message&)> tr;
};

// Reports leave this computer: kRefused unless the person has agreed to its being reviewed.
Status may_leave(const std::filesystem::path& library, const Session& session);

// Whether the person has agreed that the course is promoted with it. What leaves without that says that it is
// for practice.
bool may_promote(const std::filesystem::path& library, const Session& session);

}  // namespace gladi
