// A take opened for review: what its files say, and a player on its parts.
#pragma once

#include <filesystem>
#include <memory>

#include "encoder/playback/player.h"
#include "studio/review/review.h"
#include "studio/review/rubric.h"
#include "studio/review/take_facts.h"
#include "studio/session/journal.h"
#include "studio/session/session.h"

namespace gladi {

struct OpenedTake {
  Session session;
  std::vector<TakeEvent> events;
  TakeFacts facts;
  std::vector<Review> reviews;
  RubricShelf rubrics;  // to score with
  std::unique_ptr<Player> player;
  std::vector<Error> problems;  // reviews or a journal that could not be read; the rest is there
};

// Waits for the disk: not on the main thread. An error when session.json can't be understood or no part can
// be played.
// `rubrics`: folders with rubrics.
Result<OpenedTake> open_take(const std::filesystem::path& session_folder,
                             const std::vector<std::filesystem::path>& rubrics, Clock& clock);

}  // namespace gladi
