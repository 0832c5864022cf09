// The list of takes: what it shows, what it remembers between frames, what it asks for.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "studio/library/retention.h"
#include "studio/library/take_list.h"
#include "studio/library/trash.h"
#include "ui/screens/library/library_intent.h"
#include "ui/widgets/texture_ref.h"

namespace gladi {

struct LibraryModel {
  std::string person_name;        // whose takes these are; empty in trainer mode: everybody's who agreed
  std::vector<ListedTake> takes;  // newest first: those that may be seen, and no others
  int revision = 0;               // another one whenever `takes` has changed
  bool loading = false;           // the first list hasn't come yet
  bool being_saved = false;       // takes that were stopped are just being made final
  std::map<std::filesystem::path, TextureRef> thumbnails;   // of LibraryView::visible
  std::vector<std::pair<std::string, std::string>> people;  // of `takes`: id and name, by name
  std::vector<LocalText> products;                          // of `takes`, by name
  int unreviewed = 0, recovered = 0;                        // how many of `takes`

  bool may_change = true;          // this window may rename and throw away
  std::vector<TrashedTake> trash;  // likewise those that may be seen
  LibraryRules rules;
  std::vector<size_t> due;               // of `takes`: kept long enough by the library's rules
  std::string thrown_away;               // the title of what can be taken back by Undo; empty: nothing
  size_t to_delete = 0;                  // still to be deleted for good
  std::optional<Message> title_problem;  // why a take keeps its name

  bool trainer_mode = false;
  std::string trainer_name;     // who, in trainer mode
  bool trainers_known = false;  // until then nobody begins it
  std::vector<std::string>
      trainers;  // who could begin it, by name; empty: nobody has ever, or shut_out says why
  std::optional<Message> shut_out;  // as TrainerStore's
  bool checking_pin = false;
  std::optional<Message> pin_problem;  // why trainer mode didn't begin

  const ListedTake* find(const std::filesystem::path& folder) const {
    for (const ListedTake& take : takes) {
      if (take.take.folder == folder) return &take;
    }
    return nullptr;
  }
};

struct LibraryView {
  TakeWish wish;
  std::vector<size_t> found;  // of the model's takes, for `found_for` in `found_revision`
  TakeWish found_for;
  int found_revision = -1;
  std::vector<size_t> visible;    // of the model's takes: drawn in the last frame
  std::filesystem::path focused;  // the take that the keyboard is on
  bool focus_search = false;

  enum class Sheet { kNone, kPin, kNewTrainer, kAnotherTrainer, kTake, kTitle, kTrash, kDelete, kDue };
  Sheet sheet = Sheet::kNone;
  // The sheets of a take, of the trash, and of what is due.
  std::filesystem::path take;
  std::string title;
  std::vector<std::filesystem::path> doomed;  // asked about: to be deleted for good
  bool due_later = false;                     // not to be asked again for now
  // The sheet of trainer mode.
  int trainer = 0;  // which of the model's
  std::string name, pin, pin_again;
  bool focus = false;
  bool focus_pin = false;    // of who chooses one
  bool pins_differ = false;  // those that were typed last
};

}  // namespace gladi
