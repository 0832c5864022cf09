// The list of takes: what it shows, what it remembers between frames, what it asks for.
#pragma once

#include <filesystem>
#include <optional>
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
  std::string person_name;      // whose takes these are; empty in trainer mode: everybody's who agreed
  std::vector<TakeCard> cards;  // newest first
  bool trainer_mode = false;
  std::string trainer_name;           // who, in trainer mode
  std::vector<std::string> trainers;  // who could begin it, by name; empty: nobody has ever
  bool checking_pin = false;
  std::optional<Message> pin_problem;  // why trainer mode didn't begin
};

struct LibraryView {
  std::string search;
  bool unreviewed_only = false;
  // The sheet of trainer mode.
  enum class Sheet { kNone, kPin, kNewTrainer };
  Sheet sheet = Sheet::kNone;
  int trainer = 0;  // which of the model's
  std::string name, pin, pin_again;
  bool focus = false;
};

namespace library {
struct GoBack {};
struct OpenTake {
  std::filesystem::path folder;
};
struct BeginTrainerMode {
  int trainer = 0;  // which of the model's
  std::string pin;
};
struct AddTrainer {  // and begin trainer mode as her
  std::string name;
  std::string pin;
};
struct EndTrainerMode {};
}  // namespace library

using LibraryIntent = std::variant<library::GoBack, library::OpenTake, library::BeginTrainerMode,
                                   library::AddTrainer, library::EndTrainerMode>;

// Whether every word of `search` is part of the take's title, date or person's name, letter case aside.
bool matches(const TakeSummary& take, const std::string& search, Language language);

}  // namespace gladi
