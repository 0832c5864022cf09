#include "ui/screens/review/opened_take.h"

#include "studio/session/part_place.h"
#include "studio/session/session_file.h"

namespace gladi {

Result<OpenedTake> open_take(const std::filesystem::path& session_folder,
                             const std::vector<std::filesystem::path>& rubrics, Clock& clock) {
  auto session = load_session(session_folder);
  if (!session) return fail(std::move(session));
  OpenedTake take;
  take.session = std::move(*session);
  auto player = Player::open(parts_to_play(session_folder, take.session), clock);
  // A part file may just have become the final one between looking and opening.
  if (!player) player = Player::open(parts_to_play(session_folder, take.session), clock);
  if (!player) return fail(std::move(player));
  take.player = std::move(*player);
  auto journal = read_journal(session_folder);
  if (journal) {
    take.events = std::move(journal->events);
  } else {
    take.problems.push_back(journal.error());
  }
  take.facts = facts_of_take(session_folder, take.session, take.events);
  take.reviews = load_reviews(session_folder, &take.problems);
  take.rubrics = load_rubrics(rubrics);
  return take;
}

}  // namespace gladi
