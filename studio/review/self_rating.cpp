#include "studio/review/self_rating.h"

#include <algorithm>

#include "encoder/base/platform.h"
#include "studio/session/event_json.h"
#include "studio/session/journal.h"

namespace gladi {

std::optional<SelfRated> self_rating_of(const std::vector<TakeEvent>& events) {
  std::optional<SelfRated> rating;
  for (const TakeEvent& event : events) {
    if (const auto* rated = std::get_if<SelfRated>(&event.what)) rating = *rated;
  }
  return rating;
}

bool is_self_rated(const std::filesystem::path& session_folder) {
  const auto text = platform::read_file(session_folder / "journal.jsonl");
  if (!text) return false;
  // Only lines with this word are parsed; they may still be about something else.
  for (size_t at = text->find("self_rated"); at != std::string::npos; at = text->find("self_rated", at)) {
    const size_t before = text->rfind('\n', at);
    const size_t begin = before == std::string::npos ? 0 : before + 1;
    at = std::min(text->find('\n', at), text->size());
    const EventLine line = event_of_line(text->substr(begin, at - begin));
    if (line.event && std::holds_alternative<SelfRated>(line.event->what)) return true;
  }
  return false;
}

Status save_self_rating(const std::filesystem::path& session_folder, MediaTime take_end,
                        const SelfRated& rating) {
  auto journal = JournalWriter::open(session_folder);
  if (!journal) return fail(std::move(journal));
  if (auto added = (*journal)->add({take_end, rating}); !added) return added;
  return (*journal)->sync();
}

}  // namespace gladi
