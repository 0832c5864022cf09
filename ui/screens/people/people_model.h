// People and classes: what the screen shows, what it remembers between frames, what it asks for.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "studio/library/withdrawal.h"
#include "studio/people/group.h"
#include "studio/people/name_list.h"
#include "studio/people/person.h"
#include "ui/screens/files/file_sheet.h"

namespace gladi {

// A person takes everything back.
struct WithdrawalModel {
  std::string person_name;
  std::optional<WithdrawalList> list;  // nothing: it is being looked for
  bool asks_pin = false;               // there are trainers
  bool may_withdraw = false;           // here and now
  bool removing = false;
  double share = 0;
  std::optional<Message> problem;
  bool done = false;
  std::string sheet;  // the proof in words
  std::filesystem::path sheet_file;
};

// Filled by the PeopleController; const for whoever draws.
struct PeopleModel {
  std::vector<Person> people;      // by name
  std::vector<Group> groups;       // by name
  std::string chosen_group;        // empty: everybody
  std::vector<ListedName> listed;  // what PeopleView::pasted holds
  bool working = false;
  bool can_undo = false;           // somebody was removed
  std::optional<Message> problem;  // why a name was refused
  FileSheetModel files;
  WithdrawalModel withdrawal;

  const Group* group() const {
    for (const Group& one : groups) {
      if (one.id == chosen_group) return &one;
    }
    return nullptr;
  }
  const Person* find(const std::string& id) const {
    for (const Person& person : people) {
      if (person.id == id) return &person;
    }
    return nullptr;
  }
};

// Remembered between frames by the screen itself.
struct PeopleView {
  enum class Sheet { kNone, kPaste, kNewGroup, kFiles, kWithdraw };
  Sheet sheet = Sheet::kNone;
  std::string search;
  std::string person;  // UUID, chosen
  std::string name;    // of the field, and whose it is
  std::string name_of;
  std::string pasted;
  std::string new_group;
  std::string pin;
  bool focus = false;
  std::optional<size_t> dragged;
  FileSheetView files;
};

namespace people {
struct GoBack {};
struct Undo {};
struct ChooseGroup {
  std::string id;
};
struct AddGroup {
  std::string name;
};
struct RemoveGroup {};
struct SaveGroup {  // members or order changed
  Group group;
};
struct ReadNames {  // PeopleView::pasted has changed
};
struct AddNames {};
struct Rename {
  std::string id, name;
};
struct SetConsent {
  std::string id;
  Consent consent;
};
struct Remove {
  std::string id;
};
struct BeginWithdrawal {
  std::string id;
};
struct Withdraw {
  std::string id;
  std::string pin;  // empty where there is no trainer
};
struct ChooseFile {};
struct ListFolder {
  std::filesystem::path folder;
};
struct UseFile {
  std::filesystem::path file;
};
}  // namespace people

using PeopleIntent = std::variant<people::GoBack, people::Undo, people::ChooseGroup, people::AddGroup,
                                  people::RemoveGroup, people::SaveGroup, people::ReadNames, people::AddNames,
                                  people::Rename, people::SetConsent, people::Remove, people::BeginWithdrawal,
                                  people::Withdraw, people::ChooseFile, people::ListFolder, people::UseFile>;

}  // namespace gladi
