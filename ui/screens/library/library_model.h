// The list of takes: what it shows, what it remembers between frames, what it asks for.
#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "studio/library/library.h"
#include "ui/widgets/texture_ref.h"

namespace gladi {

struct TakeCard {
  TakeSummary take;
  TextureRef thumbnail;
  bool being_prepared = false;  // its final file is being made
};

struct LibraryModel {
  std::string person_name;      // whose takes these are
  std::vector<TakeCard> cards;  // newest first
};

struct LibraryView {
  std::string search;
};

namespace library {
struct GoBack {};
struct OpenTake {
  std::filesystem::path folder;
};
}  // namespace library

using LibraryIntent = std::variant<library::GoBack, library::OpenTake>;

// Whether every word of `search` is part of the take's title or date, letter case aside.
bool matches(const TakeSummary& take, const std::string& search, Language language);

}  // namespace gladi
