#include "ui/screens/progress/progress_controller.h"

#include <utility>

#include "studio/library/take_list.h"
#include "ui/screens/progress/progress_screen.h"

namespace gladi {

std::unique_ptr<Screen> make_progress_screen(Services& services, const std::string& person_id) {
  return std::make_unique<ProgressController>(services, person_id);
}

ProgressController::ProgressController(Services& services, std::string person_id)
    : services_(services), person_id_(std::move(person_id)), told_in_(services.translator.language()) {
  services_.stage.close();
  model_.trainer = services_.trainer.on();
  ProgressViewer viewer{person_id_, model_.trainer ? services_.trainer.trainer().id : std::string()};
  reading_ = std::make_unique<BackgroundValue<Read>>(
      [library = services_.library.root(), viewer = std::move(viewer), cancel = &cancel_] {
        Read read;
        std::vector<std::filesystem::path> folders;
        for (const ListedTake& listed : takes_by_folders(library, cancel).takes) {
          const TakeSummary& take = listed.take;
          if (take.person_id != viewer.person_id || take.state == SessionState::kRecording) continue;
          if (read.person_name.empty()) read.person_name = take.person_name;
          folders.push_back(take.folder);
        }
        read.points = progress_of(folders, viewer, &read.problems, cancel);
        return read;
      },
      services_.wake);
  reading_->refresh();
}

bool ProgressController::tick(MediaTime) {
  const bool come = reading_->tick();
  if (come) {
    Read read = *reading_->take();
    for (const Error& problem : read.problems) services_.toasts.add(problem);
    model_.person_name = read.person_name;
    model_.points = std::move(read.points);
    model_.loading = false;
  }
  if (!come && told_in_ == services_.translator.language()) return false;
  told_in_ = services_.translator.language();
  model_.charts = progress_charts(model_.points, services_.translator);
  return true;
}

std::optional<Navigation> ProgressController::draw(Ui& ui) {
  const std::optional<ProgressIntent> intent = draw_progress(ui, model_);
  if (!intent) return std::nullopt;
  if (const auto* open = std::get_if<progress::OpenTake>(&*intent)) return GoReview{open->folder};
  if (std::holds_alternative<progress::Compare>(*intent) && !model_.points.empty())
    return GoCompare{model_.points.back().folder};
  return GoLibrary{model_.trainer ? services_.settings.last_person : person_id_};
}

}  // namespace gladi
