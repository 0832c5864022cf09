#include "ui/screens/people/people_controller.h"

#include <algorithm>

#include "encoder/base/platform.h"
#include "studio/library/take_list.h"
#include "ui/screens/people/people_screen.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;
}

std::unique_ptr<Screen> make_people_screen(Services& services) {
  return std::make_unique<PeopleController>(services);
}

PeopleController::PeopleController(Services& services) : services_(services), errands_(services.wake) {
  services_.stage.close();
  model_.chosen_group = services_.settings.last_group;
  view_.person = services_.settings.last_person;
  load();
}

void PeopleController::load() {
  std::vector<Error> problems;
  model_.people = services_.library.people().list(&problems);
  model_.groups = services_.library.groups().list(&problems);
  if (model_.group() == nullptr) model_.chosen_group.clear();
  for (const Error& problem : problems) tell(problem);
}

bool PeopleController::tick(MediaTime) {
  bool changed = errands_.tick();
  model_.working = errands_.busy();
  if (share_ && model_.withdrawal.removing && model_.withdrawal.share != *share_) {
    model_.withdrawal.share = *share_;
    changed = true;
  }
  return changed;
}

std::optional<Navigation> PeopleController::draw(Ui& ui) {
  const std::optional<PeopleIntent> intent = draw_people(ui, model_, view_);
  return intent ? carry_out(*intent) : std::nullopt;
}

std::optional<Navigation> PeopleController::carry_out(const PeopleIntent& intent) {
  PeopleStore& store = services_.library.people();
  if (std::holds_alternative<people::GoBack>(intent)) {
    services_.settings.last_group = model_.chosen_group;
    if (model_.find(view_.person) != nullptr) services_.settings.last_person = view_.person;
    services_.save_settings();
    return GoHome{};
  }
  if (std::holds_alternative<people::Undo>(intent)) {
    undo();
  } else if (const auto* choose = std::get_if<people::ChooseGroup>(&intent)) {
    model_.chosen_group = choose->id;
  } else if (const auto* wish = std::get_if<people::AddGroup>(&intent)) {
    Group group;
    group.name = wish->name;
    save(group);
  } else if (std::holds_alternative<people::RemoveGroup>(intent)) {
    if (const Status gone = services_.library.groups().remove(model_.chosen_group); !gone) tell(gone.error());
    load();
  } else if (const auto* changed = std::get_if<people::SaveGroup>(&intent)) {
    save(changed->group);
  } else if (std::holds_alternative<people::ReadNames>(intent)) {
    model_.listed = read_names(view_.pasted, model_.people);
  } else if (std::holds_alternative<people::AddNames>(intent)) {
    add_names();
  } else if (const auto* rename = std::get_if<people::Rename>(&intent)) {
    const Result<Person> renamed = store.rename(rename->id, rename->name);
    model_.problem.reset();
    if (!renamed) model_.problem = renamed.error().message;
    load();
  } else if (const auto* consent = std::get_if<people::SetConsent>(&intent)) {
    if (const Person* person = model_.find(consent->id)) {
      Person asked = *person;
      asked.consent = consent->consent;
      asked.consent.asked_at = std::chrono::system_clock::now();
      if (const Status saved = store.save(asked); !saved) tell(saved.error());
      load();
    }
  } else if (const auto* leaver = std::get_if<people::Remove>(&intent)) {
    remove(leaver->id);
  } else if (const auto* asked_for = std::get_if<people::BeginWithdrawal>(&intent)) {
    begin_withdrawal(asked_for->id);
  } else if (const auto* withdrawal = std::get_if<people::Withdraw>(&intent)) {
    withdraw_person(*withdrawal);
  } else if (std::holds_alternative<people::ChooseFile>(intent)) {
    model_.files.purpose = FilePurpose::kNames;
    view_.sheet = PeopleView::Sheet::kFiles;
    list_folder(model_.files.folder);
  } else if (const auto* list = std::get_if<people::ListFolder>(&intent)) {
    list_folder(list->folder);
  } else if (const auto* use = std::get_if<people::UseFile>(&intent)) {
    use_file(use->file);
  }
  return {};
}

void PeopleController::save(const Group& group) {
  const Result<Group> saved = services_.library.groups().save(group);
  if (!saved) return tell(saved.error());
  if (group.id.empty()) model_.chosen_group = saved->id;
  load();
}

// Forty files are written: away from the main thread. Known people come into the class too.
void PeopleController::add_names() {
  std::vector<std::string> fresh;
  for (const ListedName& name : model_.listed) {
    if (name.verdict == ListedName::Verdict::kNew) fresh.push_back(name.name);
  }
  errands_.add(
      [this, fresh, listed = model_.listed, store = services_.library.people()]() mutable -> Errands::Then {
        const auto added = store.add_all(fresh, {});
        return [this, added, listed] {
          if (!added) tell(added.error());
          const Group* chosen = model_.group();
          if (chosen != nullptr && added) {
            Group group = *chosen;
            size_t next = 0;
            for (const ListedName& name : listed) {
              std::string id = name.person_id;
              if (name.verdict == ListedName::Verdict::kNew && next < added->size()) id = (*added)[next++].id;
              if (!id.empty() && !group.has(id)) group.members.push_back(id);
            }
            save(group);
          }
          load();
          if (added && !added->empty()) view_.person = added->front().id;
        };
      });
}

// Who has recordings stays: they belong together.
void PeopleController::remove(const std::string& id) {
  errands_.add([this, id, root = services_.library.root()]() -> Errands::Then {
    const std::vector<ListedTake> all = takes_by_folders(root).takes;
    const auto takes = std::count_if(all.begin(), all.end(),
                                     [&](const ListedTake& take) { return take.take.person_id == id; });
    return [this, id, takes] { remove(id, takes); };
  });
}

void PeopleController::remove(const std::string& id, int64_t takes) {
  if (takes > 0) {
    services_.toasts.add(
        Toasts::Kind::kProblem,
        Message(GLADI_TEXT("This person has {0} recordings and stays in the list with them."),
                {std::to_string(takes)}));
    return;
  }
  if (const Status gone = services_.library.people().throw_away(id); !gone) return tell(gone.error());
  removed_.push_back(id);
  model_.can_undo = true;
  services_.toasts.add(Toasts::Kind::kNews, Message(GLADI_TEXT("Removed. Ctrl+Z brings the person back.")));
  load();
}

void PeopleController::undo() {
  if (removed_.empty()) return;
  if (const Status back = services_.library.people().restore(removed_.back()); !back) tell(back.error());
  view_.person = removed_.back();
  removed_.pop_back();
  model_.can_undo = !removed_.empty();
  load();
}

void PeopleController::list_folder(const fs::path& folder) {
  model_.files.purpose = FilePurpose::kNames;
  read_folder(model_.files, errands_, folder);
}

void PeopleController::use_file(const fs::path& file) {
  errands_.add([this, file]() -> Errands::Then {
    const auto bytes = platform::read_file(file);
    return [this, bytes] {
      if (!bytes) return tell(bytes.error());
      // A table keeps its columns, so that its names are found; the area shows what was read.
      model_.listed = read_names(*bytes, model_.people);
      view_.pasted.clear();
      for (const ListedName& name : model_.listed) view_.pasted += name.name + "\n";
      view_.sheet = PeopleView::Sheet::kPaste;
    };
  });
}

void PeopleController::drop_file(const fs::path& file) {
  use_file(file);
}

}  // namespace gladi
