#include "ui/screens/compare/compare_controller.h"

#include <algorithm>
#include <utility>

#include "encoder/base/platform.h"
#include "studio/library/take_list.h"
#include "studio/review/self_rating.h"
#include "studio/review/take_facts.h"
#include "studio/text/format.h"
#include "ui/screens/compare/compare_screen.h"

namespace gladi {

std::unique_ptr<Screen> make_compare_screen(Services& services, const std::filesystem::path& session_folder) {
  return std::make_unique<CompareController>(services, session_folder);
}

CompareController::CompareController(Services& services, std::filesystem::path session_folder)
    : services_(services),
      folder_(std::move(session_folder)),
      pictures_{PictureTexture(services.renderer), PictureTexture(services.renderer)} {
  services_.stage.close();
  open({});
}

CompareController::~CompareController() {
  if (opening_.valid()) opening_.wait();
}

// Only takes of the same person: nobody is compared with somebody else.
Result<CompareController::Opened> CompareController::open_both(const std::filesystem::path& library,
                                                               const std::filesystem::path& folder,
                                                               const std::filesystem::path& wanted,
                                                               Clock& clock) {
  auto opened = open_take(folder, {}, clock);
  if (!opened) return fail(std::move(opened));
  Opened both;
  const Session& session = opened->session;
  both.person_id = session.person_id;
  both.person_name = session.person_name;
  for (const ListedTake& listed : takes_by_folders(library).takes) {
    const TakeSummary& take = listed.take;
    if (take.person_id != session.person_id || take.session_id == session.id) continue;
    if (take.state == SessionState::kRecording) continue;
    // The newest that is older than this one; where none is, the oldest.
    const bool newer = take.started_at >= session.started_at;
    const auto place = static_cast<int>(both.others.size());
    if (wanted.empty() ? newer : take.folder == wanted) both.other = wanted.empty() ? place + 1 : place;
    both.others.push_back({take.folder, take.title, take.started_at});
  }
  if (both.others.empty() || session.person_id.empty()) {
    both.others.clear();
    return both;
  }
  both.other = std::min(both.other, static_cast<int>(both.others.size()) - 1);
  auto other = open_take(both.others[static_cast<size_t>(both.other)].folder, {}, clock);
  if (!other) {
    both.problem = std::move(other).error();
    return both;
  }
  both.takes = BothTakes{std::move(*opened), std::move(*other)};
  return both;
}

void CompareController::open(const std::filesystem::path& wanted) {
  model_.opening = true;
  model_.problem.reset();
  pair_.reset();
  opening_ = std::async(std::launch::async, [library = services_.library.root(), folder = folder_, wanted,
                                             clock = &services_.clock, wake = services_.wake] {
    platform::name_this_thread("open takes");
    Result<Opened> opened = open_both(library, folder, wanted, *clock);
    if (wake) wake();
    return opened;
  });
}

void CompareController::show(Opened opened) {
  model_.person_id = opened.person_id;
  model_.person_name = opened.person_name;
  model_.others = std::move(opened.others);
  model_.other = opened.other;
  if (opened.problem) {
    model_.problem = opened.problem->message;
    return;
  }
  if (!opened.takes) {
    model_.problem = Message(
        GLADI_TEXT("There is only this recording so far. After the next rehearsal the two can be compared."));
    return;
  }
  BothTakes& takes = *opened.takes;
  std::array folders{folder_, model_.others[static_cast<size_t>(model_.other)].folder};
  if (takes[1].session.started_at < takes[0].session.started_at) {
    std::swap(takes[0], takes[1]);
    std::swap(folders[0], folders[1]);
  }
  for (size_t i = 0; i < takes.size(); ++i) {
    const Session& session = takes[i].session;
    model_.takes[i] = {folders[i], session.catalogue_name, session.started_at, {}, takes[i].player->state()};
    pictures_[i].clear();
  }
  model_.alignment = TakeAlignment(stretches_of(takes[0].session, takes[0].events),
                                   stretches_of(takes[1].session, takes[1].events));
  compare(takes);
  model_.heard = 1;
  model_.speed = 1;
  pair_.emplace(std::move(takes[0].player), std::move(takes[1].player),
                [this](int from, MediaTime at) { return model_.alignment.place(from, at); });
}

// A trainee sees no results of a take before she has said how she found it herself (adr/0026).
void CompareController::compare(const BothTakes& takes) {
  model_.comparison = {};
  model_.results_wait.reset();
  for (const OpenedTake& take : takes) {
    if (services_.trainer.on() || self_rating_of(take.events)) continue;
    model_.results_wait = Message(
        GLADI_TEXT("What is different comes here once you have said how you found the rehearsal of {0}: open "
                   "it, then press H."),
        {format_date_time(take.session.started_at, services_.translator.language())});
    return;
  }
  model_.comparison = compare_takes(model_.alignment, take_facts(takes[0].session, takes[0].events),
                                    take_facts(takes[1].session, takes[1].events));
}

bool CompareController::look_at_players() {
  if (!pair_) return false;
  pair_->tick();
  bool changed = false;
  for (const int which : {0, 1}) {
    const auto i = static_cast<size_t>(which);
    PlayerState now = pair_->state(which);
    const PlayerState& before = model_.takes[i].player;
    const int64_t serial = pair_->picture(which).serial();
    changed =
        changed || serials_[i] != serial || before.playing != now.playing || before.position != now.position;
    if (now.problem && !before.problem) services_.toasts.add(*now.problem);
    serials_[i] = serial;
    model_.takes[i].player = std::move(now);
  }
  model_.heard = pair_->heard();
  model_.speed = pair_->speed();
  model_.apart = pair_->apart();
  return changed;
}

bool CompareController::tick(MediaTime) {
  bool changed = false;
  if (opening_.valid() && opening_.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
    Result<Opened> opened = opening_.get();
    model_.opening = false;
    if (opened) {
      show(std::move(*opened));
    } else {
      model_.problem = opened.error().message;
    }
    changed = true;
  }
  return look_at_players() || changed;
}

std::chrono::milliseconds CompareController::idle() const {
  const bool moving = std::any_of(model_.takes.begin(), model_.takes.end(), [](const ComparedTake& take) {
    return take.player.playing || take.player.seeking;
  });
  return std::chrono::milliseconds(moving || opening_.valid() ? 16 : 250);
}

std::optional<Navigation> CompareController::draw(Ui& ui) {
  for (const int which : {0, 1}) {
    const auto i = static_cast<size_t>(which);
    if (pair_) pictures_[i].update(pair_->picture(which).get());
    model_.takes[i].picture = pictures_[i].ref();
  }
  const std::optional<CompareIntent> intent = draw_compare(ui, model_, view_);
  if (!intent) return std::nullopt;
  if (std::holds_alternative<compare::GoBack>(*intent) || std::holds_alternative<compare::Watch>(*intent))
    return GoReview{folder_};
  if (std::holds_alternative<compare::SeeProgress>(*intent)) return GoProgress{model_.person_id};
  if (const auto* other = std::get_if<compare::ChooseOther>(&*intent)) {
    if (opening_.valid()) return std::nullopt;
    open(model_.others[static_cast<size_t>(other->other)].folder);
  } else if (pair_) {
    run_players(*intent);
    look_at_players();
  }
  return std::nullopt;
}

void CompareController::run_players(const CompareIntent& intent) {
  const PlayerState& leader = model_.leader().player;
  if (std::holds_alternative<compare::TogglePlay>(intent)) leader.playing ? pair_->pause() : pair_->play();
  if (const auto* seek = std::get_if<compare::Seek>(&intent)) pair_->seek(seek->take, seek->to);
  if (const auto* by = std::get_if<compare::SeekBy>(&intent))
    pair_->seek(model_.heard, std::clamp(leader.position + by->by, MediaTime{}, leader.duration));
  if (const auto* step = std::get_if<compare::Step>(&intent)) pair_->step(step->frames);
  if (const auto* speed = std::get_if<compare::SetSpeed>(&intent)) pair_->set_speed(speed->speed);
  if (const auto* hear = std::get_if<compare::Hear>(&intent)) pair_->hear(hear->take);
  const auto* by_hand = std::get_if<compare::AlignByHand>(&intent);
  if (by_hand != nullptr) model_.alignment.align_by_hand(by_hand->offset);
  if (std::holds_alternative<compare::AlignByProduct>(intent)) model_.alignment.align_by_product();
  if (by_hand != nullptr || std::holds_alternative<compare::AlignByProduct>(intent)) pair_->look_again();
}

}  // namespace gladi
