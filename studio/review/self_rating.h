// How a person found her own take, before she saw any result of it: a line of the take's journal
// (docs/session-folder.md, "self_rated").
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "encoder/base/error.h"
#include "studio/session/take_event.h"

namespace gladi {

constexpr size_t kMostWishLetters = 300;

// The last one counts; nothing: she hasn't been asked yet.
std::optional<SelfRated> self_rating_of(const std::vector<TakeEvent>& events);

// Whether it has one, without making events of the whole journal. A journal that can't be read has none.
bool is_self_rated(const std::filesystem::path& session_folder);

// Adds it at the take's end. On the disk when it returns.
Status save_self_rating(const std::filesystem::path& session_folder, MediaTime take_end,
                        const SelfRated& rating);

}  // namespace gladi
