#include "ui/screens/review/review_controller.h"

#include <algorithm>
#include <utility>

#include "encoder/base/platform.h"
#include "studio/review/self_rating.h"
#include "studio/session/session_file.h"
#include "studio/session/take_certificate.h"
#include "ui/screens/review/as_run.h"
#include "ui/screens/review/review_screen.h"

namespace gladi {
namespace {

// After a comment was saved the take plays on from a little before it, so that the thread isn't lost.
constexpr MediaTime kPlayOnBefore = MediaTime::from_ms(3000);

// The library's own first, then those that come with Gladi.
std::vector<std::filesystem::path> rubric_folders(const Services& services) {
  return {services.library.root() / "rubrics", services.paths.assets / "rubrics"};
}

}  // namespace

std::unique_ptr<Screen> make_review_screen(Services& services, const std::filesystem::path& session_folder,
                                           std::optional<MediaTime> at) {
  return std::make_unique<ReviewController>(services, session_folder, at);
}

ReviewController::ReviewController(Services& services, std::filesystem::path session_folder,
                                   std::optional<MediaTime> at)
    : services_(services), folder_(std::move(session_folder)), picture_(services.renderer), first_(at) {
  services_.stage.close();
  opening_ = std::async(std::launch::async, [folder = folder_, rubrics = rubric_folders(services),
                                             clock = &services.clock, wake = services.wake] {
    platform::name_this_thread("open take");
    Result<OpenedTake> opened = open_take(folder, rubrics, *clock);
    if (wake) wake();
    return opened;
  });
}

ReviewController::~ReviewController() {
  if (opening_.valid()) opening_.wait();
}

void ReviewController::show(OpenedTake take) {
  const Session& session = take.session;
  person_id_ = session.person_id;
  model_.person_name = session.person_name;
  model_.trainer = services_.trainer.on();
  const std::string viewer_name = model_.trainer ? services_.trainer.trainer().name : session.person_name;
  viewer_id_ = model_.trainer ? services_.trainer.trainer().id : session.person_id;
  if (model_.trainer) {
    model_.rubric = std::move(take.rubric);
  } else {
    model_.rating_first = !self_rating_of(take.events);
  }
  if (!model_.trainer && session.person_id == services_.settings.last_person)
    next_ = next_turns(services_.library, services_.settings, session.person_id);
  if (!next_.empty()) model_.next_name = next_.front().name;
  model_.title = session.catalogue_name;
  if (model_.title.indonesian.empty()) model_.title.indonesian = session.title;
  model_.started_at = session.started_at;
  model_.state = session.state;
  model_.read_only = session.read_only();
  const TakeCertificate certificate(session, take.events);
  model_.certificate = certificate.line();
  model_.perfect = certificate.perfect();
  player_ = std::move(take.player);
  model_.player = player_->state();
  model_.segments = as_run(session, take.events, model_.player.duration, services_.translator);
  for (const TakeEvent& event : take.events) {
    if (const auto* marker = std::get_if<MarkerSet>(&event.what))
      model_.markers.push_back({event.at, marker->label});
  }
  for (const Error& problem : take.problems) services_.toasts.add(problem);
  desk_ = std::make_unique<CommentDesk>(folder_, viewer_id_, viewer_name, services_.wake);
  show_reviews(take.reviews);
  if (!first_) return;
  seek(*first_);
  player_->play();
}

void ReviewController::show_reviews(const std::vector<Review>& reviews) {
  model_.comments.clear();
  model_.scores.clear();
  model_.given.clear();
  for (const Review& review : reviews) {
    const bool own = review.reviewer_id == viewer_id_;
    if (!may_see(review, viewer_id_) || (!own && model_.rating_first)) continue;
    for (const Comment& comment : review.comments)
      model_.comments.push_back({comment, review.reviewer_name, own});
    if (own) {
      model_.scores = review.rubric == model_.rubric.id ? review.scores : std::vector<Score>{};
      model_.finished = review.finished;
    } else if (!review.scores.empty()) {
      model_.given.push_back({review.reviewer_name, review.scores});
    }
  }
  std::stable_sort(
      model_.comments.begin(), model_.comments.end(),
      [](const ReviewComment& a, const ReviewComment& b) { return a.comment.at < b.comment.at; });
}

bool ReviewController::tick(MediaTime) {
  bool changed = false;
  if (opening_.valid() && opening_.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
    Result<OpenedTake> opened = opening_.get();
    model_.opening = false;
    if (opened) {
      show(std::move(*opened));
    } else {
      model_.problem = opened.error().message;
    }
    changed = true;
  }
  const bool player = look_at_player();
  const bool comments = look_at_comments();
  const bool jobs = look_at_jobs();
  return changed || player || comments || jobs;
}

bool ReviewController::look_at_player() {
  if (!player_) return false;
  const PlayerState before = model_.player;
  model_.player = player_->state();
  const PlayerState& now = model_.player;
  if (now.problem && !told_player_problem_) {
    services_.toasts.add(*now.problem);
    told_player_problem_ = true;
  }
  const int64_t serial = player_->picture().serial();
  const bool fresh = serial != picture_serial_;
  picture_serial_ = serial;
  return fresh || before.playing != now.playing || before.position != now.position ||
         before.at_end != now.at_end;
}

bool ReviewController::look_at_comments() {
  if (!desk_) return false;
  const auto news = desk_->tick();
  model_.comment_pending = desk_->busy();
  if (!news) return false;
  if (news->problem) services_.toasts.add(*news->problem);
  // What could not be written comes back into the field, unless something new is there already.
  if (!news->unwritten.empty() && view_.text.empty()) view_.text = news->unwritten;
  show_reviews(news->reviews);
  services_.library.refresh(folder_);
  return true;
}

bool ReviewController::look_at_jobs() {
  double share = -1;
  for (const JobProgress& job : services_.worker.progress()) {
    if (job.running) share = job.share;
  }
  if (share == model_.saving_share) return false;
  model_.saving_share = share;
  return true;
}

std::chrono::milliseconds ReviewController::idle() const {
  const bool moving = model_.player.playing || model_.player.seeking || opening_.valid();
  return std::chrono::milliseconds(moving ? 16 : 250);
}

// Never the recording: whoever looks at it does so alone.
ProjectorShow ReviewController::on_projector() {
  if (model_.trainer) return {};
  return well_done(services_.translator, model_.person_name, next_);
}

std::optional<Navigation> ReviewController::draw(Ui& ui) {
  if (player_) picture_.update(player_->picture().get());
  model_.picture = picture_.ref();
  const std::optional<ReviewIntent> intent = draw_review(ui, model_, view_);
  return intent ? carry_out(*intent) : std::nullopt;
}

void ReviewController::seek(MediaTime to) {
  // A quarter of a frame on: file and take round their times differently, by a nanosecond.
  player_->seek(std::clamp(to + model_.player.frame_duration / 4, MediaTime{}, model_.player.duration));
}

// What a trainer does with the rubric.
void ReviewController::score(const ReviewIntent& intent) {
  if (!model_.trainer) return;
  if (const auto* set = std::get_if<review::SetScore>(&intent)) {
    const Criterion* criterion = model_.rubric.find(set->criterion);
    if (criterion == nullptr) return;
    Score score{criterion->id,
                criterion->name,
                set->level,
                static_cast<int>(criterion->levels.size()),
                criterion->levels[static_cast<size_t>(set->level - 1)],
                std::nullopt};
    desk_->change([rubric = model_.rubric.id, score](Review& review) mutable -> Status {
      for (const Score& before : review.scores) {  // another level, the same moment
        if (before.criterion == score.criterion) score.at = before.at;
      }
      set_score(review, rubric, score);
      return {};
    });
  }
  if (const auto* clear = std::get_if<review::ClearScore>(&intent)) {
    desk_->change([id = clear->criterion](Review& review) -> Status {
      clear_score(review, id);
      return {};
    });
  }
  if (const auto* moment = std::get_if<review::SetScoreMoment>(&intent)) {
    const auto at = moment->here ? std::optional(model_.player.position) : std::nullopt;
    desk_->change([id = moment->criterion, at](Review& review) -> Status {
      for (Score& score : review.scores) {
        if (score.criterion == id) score.at = at;
      }
      return {};
    });
  }
  if (const auto* finish = std::get_if<review::FinishReview>(&intent)) {
    desk_->change([finished = finish->finished](Review& review) -> Status {
      review.finished = finished;
      return {};
    });
  }
}

std::optional<Navigation> ReviewController::carry_out(const ReviewIntent& intent) {
  if (std::holds_alternative<review::GoBack>(intent))
    return GoLibrary{model_.trainer || person_id_.empty() ? services_.settings.last_person : person_id_};
  if (std::holds_alternative<review::SeeResults>(intent)) return GoFeedback{folder_};
  if (std::holds_alternative<review::RehearseAgain>(intent)) return GoHome{};
  if (std::holds_alternative<review::NextPerson>(intent) && !next_.empty()) {
    services_.settings.last_person = next_.front().person_id;
    services_.save_settings();
    return GoHome{};
  }
  if (!player_) return std::nullopt;
  const auto play = [this](bool on) { on ? player_->play() : player_->pause(); };
  if (std::holds_alternative<review::TogglePlay>(intent)) play(!model_.player.playing);
  if (const auto* set = std::get_if<review::SetPlaying>(&intent)) play(set->playing);
  if (const auto* to = std::get_if<review::Seek>(&intent)) seek(to->to);
  if (const auto* by = std::get_if<review::SeekBy>(&intent)) seek(model_.player.position + by->by);
  if (const auto* step = std::get_if<review::Step>(&intent)) player_->step(step->frames);
  if (const auto* speed = std::get_if<review::SetSpeed>(&intent)) player_->set_speed(speed->speed);
  if (const auto* add = std::get_if<review::AddComment>(&intent)) {
    desk_->add(model_.player.position, add->text);
    model_.comment_pending = true;
    if (add->play_on) {
      seek(model_.player.position - kPlayOnBefore);
      play(true);
    }
  }
  if (const auto* remove = std::get_if<review::RemoveComment>(&intent)) desk_->remove(remove->id);
  score(intent);
  model_.player = player_->state();
  return std::nullopt;
}

}  // namespace gladi
