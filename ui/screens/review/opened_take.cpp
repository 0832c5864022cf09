#include "ui/screens/review/opened_take.h"

#include "studio/session/session_file.h"

namespace gladi {
namespace {

// The final file where it is there, else its part file: while it is being finalised either may be.
std::filesystem::path file_of(const std::filesystem::path& folder, const TakePart& part) {
  std::error_code ignored;
  const std::filesystem::path whole = folder / part.file;
  return std::filesystem::exists(whole, ignored) ? whole : folder / part_file_name(part.file);
}

}  // namespace

Result<OpenedTake> open_take(const std::filesystem::path& session_folder, Clock& clock) {
  auto session = load_session(session_folder);
  if (!session) return fail(std::move(session));
  OpenedTake take;
  take.session = std::move(*session);
  std::vector<PlayerPart> parts;
  for (const TakePart& part : take.session.parts)
    parts.push_back({file_of(session_folder, part), part.start});
  auto player = Player::open(parts, clock);
  if (!player) {
    // The part file may just have become the final one between looking and opening.
    parts.clear();
    for (const TakePart& part : take.session.parts)
      parts.push_back({file_of(session_folder, part), part.start});
    player = Player::open(parts, clock);
  }
  if (!player) return fail(std::move(player));
  take.player = std::move(*player);
  auto journal = read_journal(session_folder);
  if (journal) {
    take.events = std::move(journal->events);
  } else {
    take.problems.push_back(journal.error());
  }
  take.reviews = load_reviews(session_folder, &take.problems);
  return take;
}

}  // namespace gladi
