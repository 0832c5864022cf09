#include "ui/screens/library/library_controller.h"

#include <algorithm>

#include "encoder/base/platform.h"
#include "studio/session/session_file.h"
#include "ui/screens/library/library_screen.h"

namespace gladi {
namespace {
constexpr int kThumbnailPx = 480;
constexpr MediaTime kUndoTime = MediaTime::from_ms(12'000);
}  // namespace

std::unique_ptr<Screen> make_library_screen(Services& services, const std::string& person_id) {
  return std::make_unique<LibraryController>(services, person_id);
}

LibraryController::LibraryController(Services& services, std::string person_id)
    : services_(services),
      person_id_(std::move(person_id)),
      root_(services.library.root()),
      jobs_(services_.worker.progress().size()),
      taken_in_(services.shares.done()),
      share_(services),
      errands_(services.wake) {
  services_.stage.close();
  load();
}

LibraryController::~LibraryController() {
  if (looking_) *looking_ = true;
  if (checking_.valid()) checking_.wait();
}

bool LibraryController::tick(MediaTime now) {
  bool changed = errands_.tick();
  changed = share_.tick() || changed;
  if (look_at_pin()) return true;
  model_.may_change = services_.claim.held();
  if (model_.trainer_mode != services_.trainer.on()) load();
  if (!model_.thrown_away.empty() && now - thrown_at_ > kUndoTime) {
    model_.thrown_away.clear();
    changed = true;
  }
  make_missing_thumbnails();
  const bool shown = std::all_of(view_.visible.begin(), view_.visible.end(), [&](size_t i) {
    return i >= model_.takes.size() || model_.thumbnails.contains(model_.takes[i].take.folder);
  });
  const size_t jobs = services_.worker.progress().size();
  const int64_t taken_in = services_.shares.done();
  if (jobs == jobs_ && taken_in == taken_in_) return changed || !shown;
  jobs_ = jobs;  // a take has become final: its state and thumbnail are new
  taken_in_ = taken_in;
  model_.being_saved = jobs > 0;
  for (const size_t i : view_.visible) {
    if (i < model_.takes.size()) services_.images.forget(model_.takes[i].take.thumbnail);
  }
  load();
  return true;
}

// Takes from elsewhere, and those whose cache was deleted, have none: of what is seen they are made.
void LibraryController::make_missing_thumbnails() {
  if (!services_.claim.held()) return;
  std::vector<std::filesystem::path> folders;
  for (const size_t i : view_.visible) {
    if (i >= model_.takes.size()) continue;
    const TakeSummary& take = model_.takes[i].take;
    const bool final = take.state == SessionState::kReady || take.state == SessionState::kRecovered;
    if (final && thumbnails_tried_.insert(take.folder).second) folders.push_back(take.folder);
  }
  if (folders.empty()) return;
  // Of the worker: nobody waits for it when the list is left.
  services_.worker.add(
      BackgroundWorker::Priority::kLow, Message(GLADI_TEXT("Making pictures for the list")),
      [folders, images = &services_.images](JobControl& control) -> BackgroundWorker::Publish {
        std::vector<std::filesystem::path> made;
        for (const std::filesystem::path& folder : folders) {
          const std::filesystem::path picture = folder / "cache" / "thumbnail.jpg";
          std::error_code error;
          if (control.cancelled() || std::filesystem::exists(picture, error)) continue;
          const auto session = load_session(folder);
          if (session && make_thumbnail(folder, *session)) made.push_back(picture);
        }
        return [images, made] {
          for (const std::filesystem::path& picture : made) images->forget(picture);
        };
      });
}

bool LibraryController::look_at_pin() {
  if (!checking_.valid() || checking_.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
    return false;
  Result<Trainer> trainer = checking_.get();
  model_.checking_pin = false;
  if (!trainer) {
    model_.pin_problem = trainer.error().message;
    checking_another_ = false;
    return true;
  }
  model_.pin_problem.reset();
  if (std::exchange(checking_another_, false)) {
    view_.sheet = LibraryView::Sheet::kNone;
    view_.name.clear();
    view_.pin.clear();
    view_.pin_again.clear();
    services_.toasts.add(
        Toasts::Kind::kNews,
        Message(GLADI_TEXT("{0} is a trainer here now: Lock, then Trainer, then the name and PIN."),
                {trainer->name}));
  } else {
    services_.trainer.begin(std::move(*trainer));
  }
  load();
  return true;
}

void LibraryController::begin_trainer_mode(const library::BeginTrainerMode& as) {
  if (checking_.valid() || as.trainer < 0 || static_cast<size_t>(as.trainer) >= trainers_.size()) return;
  model_.checking_pin = true;
  model_.pin_problem.reset();
  checking_ = std::async(std::launch::async,
                         [trainer = trainers_[static_cast<size_t>(as.trainer)], pin = as.pin,
                          wake = services_.wake]() -> Result<Trainer> {
                           platform::name_this_thread("pin");
                           Status checked = TrainerStore::check(trainer, pin);
                           if (wake) wake();
                           if (!checked) return fail(std::move(checked));
                           return trainer;
                         });
}

void LibraryController::add_trainer(const library::AddTrainer& add) {
  if (checking_.valid()) return;
  std::optional<Trainer> by;
  if (services_.trainer.on()) by = services_.trainer.trainer();
  checking_another_ = by.has_value();
  model_.checking_pin = true;
  model_.pin_problem.reset();
  checking_ = std::async(
      std::launch::async,
      [store = services_.library.trainers(), add, by, wake = services_.wake]() mutable -> Result<Trainer> {
        platform::name_this_thread("pin");
        Result<Trainer> trainer = by ? store.add(add.name, add.pin, *by) : store.add_first(add.name, add.pin);
        if (wake) wake();
        return trainer;
      });
}

void LibraryController::share(const std::vector<std::filesystem::path>& folders) {
  if (folders.empty()) return;
  ShareSubject subject;
  subject.folders = folders;
  subject.at = std::chrono::system_clock::now();
  std::set<std::string> names;
  for (const std::filesystem::path& folder : folders) {
    const ListedTake* listed = model_.find(folder);
    if (listed == nullptr) continue;
    names.insert(listed->take.person_name);
    if (!subject.one()) continue;
    subject.title = listed->take.title;
    subject.at = listed->take.started_at;
    subject.duration = listed->take.duration;
  }
  if (names.size() == 1) subject.person_name = *names.begin();
  share_.share(std::move(subject));
}

std::vector<Person> LibraryController::people_shown() const {
  std::vector<Person> people;
  for (Person& person : services_.library.people().list()) {
    if (services_.trainer.on() ? person.consent.review : person.id == person_id_)
      people.push_back(std::move(person));
  }
  return people;
}

void LibraryController::drop_file(const std::filesystem::path& file) {
  // As the button, which can't be pressed then.
  if (!services_.claim.held()) {
    if (services_.claim.kept_away())
      services_.toasts.add(Toasts::Kind::kProblem, *services_.claim.kept_away());
    return;
  }
  share_.take_in(people_shown(), file);
}

std::optional<Navigation> LibraryController::draw(Ui& ui) {
  model_.thumbnails.clear();
  for (const size_t i : view_.visible) {
    if (i >= model_.takes.size()) continue;
    const TakeSummary& take = model_.takes[i].take;
    model_.thumbnails[take.folder] = services_.images.get(take.thumbnail, kThumbnailPx);
  }
  const std::optional<LibraryIntent> intent = draw_library(ui, model_, view_);
  share_.draw(ui);
  return intent ? carry_out(*intent) : std::nullopt;
}

std::optional<Navigation> LibraryController::carry_out(const LibraryIntent& intent) {
  if (std::holds_alternative<library::GoBack>(intent)) return GoHome{};
  if (const auto* open = std::get_if<library::OpenTake>(&intent)) return GoReview{open->folder, open->at};
  if (const auto* compare = std::get_if<library::Compare>(&intent)) return GoCompare{compare->folder};
  if (const auto* progress = std::get_if<library::SeeProgress>(&intent))
    return GoProgress{progress->person_id};
  if (const auto* away = std::get_if<library::ThrowAway>(&intent)) {
    throw_away(away->folders);
  } else if (const auto* wish = std::get_if<library::Rename>(&intent)) {
    rename(*wish);
  } else if (std::holds_alternative<library::Undo>(intent)) {
    restore(thrown_away_);
    thrown_away_.clear();
    model_.thrown_away.clear();
  } else if (const auto* back = std::get_if<library::Restore>(&intent)) {
    restore({back->trashed});
  } else if (const auto* gone = std::get_if<library::Delete>(&intent)) {
    model_.thrown_away.clear();  // it may be among them
    to_delete_.insert(to_delete_.end(), gone->trashed.begin(), gone->trashed.end());
    delete_next();
  } else if (std::holds_alternative<library::StopDeleting>(intent)) {
    to_delete_.clear();
    model_.to_delete = 0;
  } else if (const auto* keep = std::get_if<library::KeepFor>(&intent)) {
    view_.due_later = false;
    change([root = root_, days = keep->days] { return save_library_rules(root, {days}); });
  } else if (const auto* as = std::get_if<library::BeginTrainerMode>(&intent)) {
    begin_trainer_mode(*as);
  } else if (const auto* add = std::get_if<library::AddTrainer>(&intent)) {
    add_trainer(*add);
  } else if (std::holds_alternative<library::EndTrainerMode>(intent)) {
    services_.trainer.end();
    load();
  } else if (const auto* these = std::get_if<library::Share>(&intent)) {
    share(these->folders);
  } else if (std::holds_alternative<library::TakeIn>(intent)) {
    share_.take_in(people_shown());
  }
  return std::nullopt;
}

}  // namespace gladi
