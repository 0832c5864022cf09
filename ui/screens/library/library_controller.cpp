#include "ui/screens/library/library_controller.h"

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
  if (const auto person = services_.library.people().load(person_id)) model_.person_name = person->name;
  load();
}

void LibraryController::load() {
  std::vector<Error> problems;
  model_.cards.clear();
  for (TakeSummary& take : services_.library.takes(&problems)) {
    if (take.person_id != person_id_) continue;
    services_.images.forget(take.thumbnail);
    const bool being_prepared = jobs_ > 0 && take.state == SessionState::kStopped;
    model_.cards.push_back({std::move(take), {}, being_prepared});
  }
  for (const Error& problem : problems) services_.toasts.add(problem);
}

bool LibraryController::tick(MediaTime) {
  const size_t jobs = services_.worker.progress().size();
  if (jobs == jobs_) return false;
  jobs_ = jobs;  // a take has become final: its state and thumbnail are new
  load();
  return true;
}

std::optional<Navigation> LibraryController::draw(Ui& ui) {
  for (TakeCard& card : model_.cards)
    card.thumbnail = services_.images.get(card.take.thumbnail, kThumbnailPx);
  const std::optional<LibraryIntent> intent = draw_library(ui, model_, view_);
  if (!intent) return std::nullopt;
  if (const auto* open = std::get_if<library::OpenTake>(&*intent)) return GoReview{open->folder};
  return GoHome{};
}

}  // namespace gladi
