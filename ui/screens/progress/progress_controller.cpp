#include "ui/screens/progress/progress_controller.h"

#include <map>
#include <utility>

#include "studio/library/take_list.h"
#include "studio/people/group_store.h"
#include "studio/people/people_store.h"
#include "ui/screens/progress/progress_screen.h"

namespace gladi {
namespace {

constexpr int64_t kReadAgainAfter = 5;  // takes; reading all of them costs some time

}  // namespace

std::unique_ptr<Screen> make_progress_screen(Services& services, const std::string& person_id) {
  return std::make_unique<ProgressController>(services, person_id);
}

ProgressController::ProgressController(Services& services, std::string person_id)
    : services_(services), person_id_(std::move(person_id)), told_in_(services.translator.language()) {
  services_.stage.close();
  ended_ = services_.measures.ended();
  model_.trainer = services_.trainer.on();
  ProgressViewer viewer{person_id_, model_.trainer ? services_.trainer.trainer().id : std::string()};
  reading_ =
      std::make_unique<BackgroundValue<Read>>([library = services_.library.root(), viewer = std::move(viewer),
                                               cancel = &cancel_] { return read(library, viewer, *cancel); },
                                              services_.wake);
  reading_->refresh();
}

// For a trainer those of the person's class too, each for itself: nobody is named in what is made of them.
ProgressController::Read ProgressController::read(const std::filesystem::path& library,
                                                  const ProgressViewer& viewer,
                                                  const std::atomic<bool>& cancel) {
  Read read;
  std::map<std::string, std::vector<std::filesystem::path>> folders;
  for (const ListedTake& listed : takes_by_folders(library, &cancel).takes) {
    const TakeSummary& take = listed.take;
    if (take.state == SessionState::kRecording) continue;
    if (take.person_id == viewer.person_id && read.person_name.empty()) read.person_name = take.person_name;
    folders[take.person_id].push_back(take.folder);
  }
  read.points = progress_of(folders[viewer.person_id], viewer, &read.problems, &cancel, &read.unrated);
  if (viewer.trainer_id.empty()) return read;
  const PeopleStore people(library / "people");
  for (const Group& group : GroupStore(library / "groups").list()) {
    if (!group.has(viewer.person_id) || !read.class_name.empty()) continue;
    read.class_name = group.name;
    for (const std::string& member : group.members) {
      const auto person = people.load(member);
      if (!person || !person->consent.review) continue;
      auto points = progress_of(folders[member], {member, viewer.trainer_id}, nullptr, &cancel);
      if (!points.empty()) read.people.push_back(std::move(points));
    }
  }
  return read;
}

void ProgressController::show_charts() {
  told_in_ = services_.translator.language();
  model_.charts = progress_charts(model_.points, services_.translator, model_.trainer);
  model_.class_charts = class_charts(people_, services_.translator);
}

void ProgressController::measure_what_is_missing() {
  const auto ask_for = [this](const std::vector<ProgressPoint>& points) {
    for (const ProgressPoint& point : points) {
      if (point.measured || !unmeasured_.insert(point.folder).second) continue;
      services_.measures.measure(point.folder, MeasureDesk::Urgency::kSomeTime);
    }
  };
  ask_for(model_.points);
  for (const auto& points : people_) ask_for(points);
}

// How many takes are still being measured. Once all are, or each some, everything is read again.
bool ProgressController::look_at_measures() {
  size_t left = 0;
  for (const auto& folder : unmeasured_) left += services_.measures.progress(folder) ? 1 : 0;
  std::string words;
  if (left > 0)
    words = services_.translator.tr(
        "Measuring the sound of earlier rehearsals: {0} of {1} done",
        {std::to_string(unmeasured_.size() - left), std::to_string(unmeasured_.size())});
  const bool some = services_.measures.ended() - ended_ >= kReadAgainAfter;
  const bool last = left == 0 && !unmeasured_.empty() && services_.measures.ended() != ended_;
  if ((some || last) && !reading_->asking()) {
    ended_ = services_.measures.ended();
    reading_->refresh();
  }
  return std::exchange(model_.measuring, words) != words;
}

bool ProgressController::tick(MediaTime) {
  const bool come = reading_->tick();
  if (come) {
    Read read = *reading_->take();
    for (const Error& problem : read.problems) services_.toasts.add(problem);
    model_.person_name = read.person_name;
    model_.points = std::move(read.points);
    model_.unrated = read.unrated;
    model_.class_name = std::move(read.class_name);
    people_ = std::move(read.people);
    model_.class_people = people_.size();
    model_.loading = false;
    measure_what_is_missing();
  }
  const bool measured = look_at_measures();
  if (!come && told_in_ == services_.translator.language()) return measured;
  show_charts();
  return true;
}

std::optional<Navigation> ProgressController::draw(Ui& ui) {
  const std::optional<ProgressIntent> intent = draw_progress(ui, model_);
  if (!intent) return std::nullopt;
  if (const auto* shown = std::get_if<progress::ShowClass>(&*intent)) {
    model_.of_class = shown->shown;
    return std::nullopt;
  }
  if (const auto* open = std::get_if<progress::OpenTake>(&*intent)) return GoReview{open->folder};
  if (std::holds_alternative<progress::Compare>(*intent) && !model_.points.empty())
    return GoCompare{model_.points.back().folder};
  return GoLibrary{model_.trainer ? services_.settings.last_person : person_id_};
}

}  // namespace gladi
