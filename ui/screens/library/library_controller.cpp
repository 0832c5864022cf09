#include "ui/screens/library/library_controller.h"

#include <set>

#include "encoder/base/platform.h"
#include "ui/screens/library/library_screen.h"

namespace gladi {
namespace {
constexpr int kThumbnailPx = 480;
}

std::unique_ptr<Screen> make_library_screen(Services& services, const std::string& person_id) {
  return std::make_unique<LibraryController>(services, person_id);
}

LibraryController::LibraryController(Services& services, const std::string& person_id)
    : services_(services), person_id_(person_id), jobs_(services.worker.progress().size()) {
  services_.stage.close();
  load();
}

LibraryController::~LibraryController() {
  if (checking_.valid()) checking_.wait();
}

void LibraryController::load() {
  std::vector<Error> problems;
  const TrainerMode& mode = services_.trainer;
  model_.trainer_mode = mode.on();
  model_.trainer_name = mode.on() ? mode.trainer().name : "";
  std::set<std::string> shown;  // whose takes
  if (mode.on()) {
    model_.person_name.clear();
    for (const Person& person : services_.library.people().list(&problems)) {
      if (person.consent.review) shown.insert(person.id);
    }
  } else {
    shown.insert(person_id_);
    if (const auto person = services_.library.people().load(person_id_)) model_.person_name = person->name;
  }
  trainers_ = services_.library.trainers().list(&problems);
  model_.trainers.clear();
  for (const Trainer& trainer : trainers_) model_.trainers.push_back(trainer.name);
  model_.cards.clear();
  for (TakeSummary& take : services_.library.takes(&problems)) {
    if (!shown.contains(take.person_id)) continue;
    services_.images.forget(take.thumbnail);
    const bool being_prepared = jobs_ > 0 && take.state == SessionState::kStopped;
    model_.cards.push_back({std::move(take), {}, being_prepared});
  }
  for (const Error& problem : problems) services_.toasts.add(problem);
}

bool LibraryController::tick(MediaTime) {
  if (look_at_pin()) return true;
  const size_t jobs = services_.worker.progress().size();
  if (jobs == jobs_) return false;
  jobs_ = jobs;  // a take has become final: its state and thumbnail are new
  load();
  return true;
}

bool LibraryController::look_at_pin() {
  if (!checking_.valid() || checking_.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
    return false;
  Result<Trainer> trainer = checking_.get();
  model_.checking_pin = false;
  if (!trainer) {
    model_.pin_problem = trainer.error().message;
    return true;
  }
  model_.pin_problem.reset();
  services_.trainer.begin(std::move(*trainer));
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
  model_.checking_pin = true;
  model_.pin_problem.reset();
  checking_ = std::async(
      std::launch::async,
      [store = services_.library.trainers(), add, wake = services_.wake]() mutable -> Result<Trainer> {
        platform::name_this_thread("pin");
        Result<Trainer> trainer = store.add(add.name, add.pin);
        if (wake) wake();
        return trainer;
      });
}

std::optional<Navigation> LibraryController::draw(Ui& ui) {
  for (TakeCard& card : model_.cards)
    card.thumbnail = services_.images.get(card.take.thumbnail, kThumbnailPx);
  const std::optional<LibraryIntent> intent = draw_library(ui, model_, view_);
  if (!intent) return std::nullopt;
  if (const auto* open = std::get_if<library::OpenTake>(&*intent)) return GoReview{open->folder};
  if (const auto* as = std::get_if<library::BeginTrainerMode>(&*intent)) {
    begin_trainer_mode(*as);
  } else if (const auto* add = std::get_if<library::AddTrainer>(&*intent)) {
    add_trainer(*add);
  } else if (std::holds_alternative<library::EndTrainerMode>(*intent)) {
    services_.trainer.end();
    load();
  } else {
    return GoHome{};
  }
  return std::nullopt;
}

}  // namespace gladi
