// What the drawn list of takes asks its controller for.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "encoder/base/media_time.h"

namespace gladi {

namespace library {
struct GoBack {};
struct OpenTake {
  std::filesystem::path folder;
  std::optional<MediaTime> at;  // where what was looked for was said; nothing: at its beginning
};
struct Compare {  // with another take of the same person
  std::filesystem::path folder;
};
struct SeeProgress {  // over all takes of a person
  std::string person_id;
};
struct Rename {
  std::filesystem::path folder;
  std::string title;
};
struct ThrowAway {
  std::vector<std::filesystem::path> folders;
};
struct Undo {};
struct Restore {
  std::filesystem::path trashed;
};
struct Delete {  // for good; the question has been answered
  std::vector<std::filesystem::path> trashed;
};
struct StopDeleting {};
struct KeepFor {
  int days = 0;
};
struct BeginTrainerMode {
  int trainer = 0;  // which of the model's
  std::string pin;
};
struct AddTrainer {  // the first one, and begin trainer mode as her; in trainer mode another one, and stay in
                     // it
  std::string name;
  std::string pin;
};
struct EndTrainerMode {};
struct Share {  // these takes
  std::vector<std::filesystem::path> folders;
};
struct TakeIn {};  // a bundle or a video from elsewhere
}  // namespace library

using LibraryIntent =
    std::variant<library::GoBack, library::OpenTake, library::Compare, library::SeeProgress, library::Rename,
                 library::ThrowAway, library::Undo, library::Restore, library::Delete, library::StopDeleting,
                 library::KeepFor, library::BeginTrainerMode, library::AddTrainer, library::EndTrainerMode,
                 library::Share, library::TakeIn>;

}  // namespace gladi
