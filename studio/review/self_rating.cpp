#include "studio/review/self_rating.h"

#include "studio/session/journal.h"

namespace gladi {

std::optional<SelfRated> self_rating_of(const std::vector<TakeEvent>& events) {
  std::optional<SelfRated> rating;
  for (const TakeEvent& event : events) {
    if (const auto* rated = std::get_if<SelfRated>(&event.what)) rating = *rated;
  }
  return rating;
}

Status save_self_rating(const std::filesystem::path& session_folder, MediaTime take_end,
                        const SelfRated& rating) {
  auto journal = JournalWriter::open(session_folder);
  if (!journal) return fail(std::move(journal));
  if (auto added = (*journal)->add({take_end, rating}); !added) return added;
  return (*journal)->sync();
}

}  // namespace gladi
