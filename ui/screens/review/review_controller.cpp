#include "ui/screens/review/review_controller.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "encoder/base/platform.h"
#include "studio/coaching/take_pictures.h"
#include "studio/library/take_list.h"
#include "studio/library/take_title.h"
#include "studio/review/review_sight.h"
#include "studio/review/self_rating.h"
#include "studio/session/session_file.h"
#include "studio/session/take_certificate.h"
#include "studio/text/format.h"
#include "ui/screens/review/as_run.h"
#include "ui/screens/review/review_screen.h"
#include "ui/screens/review/timeline_marks.h"

namespace gladi {
namespace {

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
    : services_(services),
      folder_(std::move(session_folder)),
      picture_(services.renderer),
      first_(at),
      share_(services),
      taken_in_(services.shares.done()) {
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
  no_more_agreement_ = true;
  if (opening_.valid()) opening_.wait();
  if (view_.large) services_.set_full_screen(false);
}

void ReviewController::show(OpenedTake take) {
  const Session& session = take.session;
  person_id_ = session.person_id;
  session_id_ = session.id;
  model_.person_name = session.person_name;
  model_.trainer = services_.trainer.on();
  const std::string viewer_name = model_.trainer ? services_.trainer.trainer().name : session.person_name;
  viewer_id_ = model_.trainer ? services_.trainer.trainer().id : session.person_id;
  if (model_.trainer) {
    offer_rubrics(take);
  } else {
    model_.rating_first = !self_rating_of(take.events);
  }
  if (!model_.trainer && session.person_id == services_.settings.last_person)
    next_ = next_turns(services_.library, services_.settings, session.person_id);
  if (!next_.empty()) model_.next_name = next_.front().name;
  model_.title = title_of(session);
  model_.started_at = session.started_at;
  model_.state = session.state;
  model_.read_only = session.read_only();
  const TakeCertificate certificate(session, take.events);
  model_.certificate = certificate.line();
  model_.perfect = certificate.perfect();
  player_ = std::move(take.player);
  // As it was left with the last recording.
  const Settings& settings = services_.settings;
  use_volume(static_cast<float>(settings.review_volume) / 100, settings.review_muted);
  player_->set_speed(settings.review_speed / 100.0);
  model_.words = settings.quick_words;
  model_.player = player_->state();
  model_.segments = as_run(session, take.events, model_.player.duration, services_.translator);
  for (const TakeEvent& event : take.events) {
    if (const auto* marker = std::get_if<MarkerSet>(&event.what))
      model_.markers.push_back({event.at, marker->label});
  }
  model_.timeline.talk = talk_marks(session, take.events, services_.translator);
  model_.timeline.missing = missing_stretches(take.events, services_.translator);
  const bool unseen = misses_pictures(folder_, session, take.events);
  if ((!take.facts.sound || unseen) && MeasureDesk::can_measure(session)) services_.measures.measure(folder_);
  sound_ = std::make_unique<TakeSound>(folder_, session, services_.wake);
  previews_ = std::make_unique<PreviewShelf>(folder_, session, services_.renderer, services_.wake);
  // Without a person's file nobody knows of a consent.
  const auto person = services_.library.people().load(session.person_id);
  may_be_shown_ = person && person->consent.class_show;
  for (const Error& problem : take.problems) services_.toasts.add(problem);
  desk_ = std::make_unique<CommentDesk>(
      folder_, viewer_id_, viewer_name, services_.wake,
      [library = services_.library.root(), folder = folder_] { read_into_index(library, folder); });
  acts_ = std::make_unique<CommentActs>(services_, folder_, model_, *desk_,
                                        [this](const ReviewIntent& intent) { run_player(intent); });
  findings_ = std::make_unique<FindingActs>(services_, folder_, model_, *desk_, viewer_id_);
  findings_->know_take(session, take.facts);
  view_.measures.open = settings.review_measures;
  show_reviews(take.reviews);
  drafts_ = std::make_unique<DraftKeeper>(folder_, DraftKeeper::Reviewer{viewer_id_, viewer_name}, view_,
                                          model_, *desk_, services_.unsaved, services_.toasts);
  if (!first_) return;
  seek(*first_);
  player_->play();
}

void ReviewController::show_reviews(const std::vector<Review>& reviews) {
  model_.comments.clear();
  model_.scores.clear();
  model_.given.clear();
  model_.waiting = 0;
  std::vector<Review> seen;
  for (const Review& review : reviews) {
    if (review.reviewer_id != viewer_id_) continue;
    model_.scores = review.rubric == model_.rubric.id ? review.scores : std::vector<Score>{};
    model_.finished = review.finished;
  }
  const ReviewSight sight =
      model_.trainer ? ReviewSight::of_trainer(viewer_id_, session_id_, has_handed_in(viewer_id_, reviews))
                     : ReviewSight::of_herself(person_id_, !model_.rating_first);
  for (const Review& review : reviews) {
    const bool own = sight.is_own(review);
    if (!sight.may_see(review)) continue;
    if (sight.waits(review.reviewer_id)) {
      model_.waiting += says_something(review) ? 1 : 0;
      continue;
    }
    seen.push_back(review);
    // Who commented by a key while the take ran, and didn't say who she is.
    const std::string name =
        review.reviewer_name.empty() ? services_.translator.tr("Who watched") : review.reviewer_name;
    for (const Comment& comment : review.comments) model_.comments.push_back({comment, name, own});
    if (!own && !review.scores.empty()) model_.given.push_back({review.reviewer_name, review.scores});
  }
  show_unwritten();
  std::stable_sort(
      model_.comments.begin(), model_.comments.end(),
      [](const ReviewComment& a, const ReviewComment& b) { return a.comment.at < b.comment.at; });
  findings_->show_reviews(std::move(seen));
  if (model_.trainer) look_at_agreement(reviews);
}

// With what the files don't know yet, so that it is seen, and can be tried again.
void ReviewController::show_unwritten() {
  model_.unsaved = static_cast<int>(desk_->unwritten().size());
  for (const CommentStep& step : desk_->unwritten()) {
    std::erase_if(model_.comments,
                  [&](const ReviewComment& old) { return old.comment.id == step.after->id; });
    model_.comments.push_back({*step.after, {}, true, true});
  }
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
  const bool measured = findings_ && findings_->tick();
  if (agreement_ && agreement_->tick()) {
    model_.all_agreement = agreement_->value();
    changed = true;
  }
  const bool timeline = look_at_timeline();
  const bool projector = look_at_projector();
  const bool shared = share_.tick();
  return changed || player || comments || jobs || measured || timeline || projector || shared;
}

bool ReviewController::look_at_player() {
  if (!player_) return false;
  const PlayerState before = model_.player;
  model_.player = player_->state();
  const PlayerState& now = model_.player;
  found_ = looking_for_ && !now.seeking;
  if (found_) looking_for_ = false;
  if (now.problem && !told_player_problem_) {
    services_.toasts.add(*now.problem);
    told_player_problem_ = true;
  }
  const int64_t serial = player_->picture().serial();
  const bool fresh = serial != picture_serial_;
  picture_serial_ = serial;
  return fresh || before.playing != now.playing || before.position != now.position ||
         before.at_end != now.at_end || before.loop != now.loop || before.speed != now.speed ||
         before.backwards_speed != now.backwards_speed;
}

bool ReviewController::look_at_timeline() {
  bool changed = false;
  if (sound_ && sound_->tick()) {
    model_.timeline.waveform = sound_->seen()->waveform;
    model_.timeline.quiet = sound_->seen()->quiet;
    changed = true;
  }
  if (previews_ && previews_->tick()) changed = true;
  return changed;
}

bool ReviewController::look_at_projector() {
  using Projecting = ReviewModel::Projecting;
  const Projecting now = !services_.projector.on() || !player_ ? Projecting::kNoProjector
                         : !may_be_shown_                      ? Projecting::kNotAllowed
                         : shown_                              ? Projecting::kOn
                                                               : Projecting::kOff;
  return std::exchange(model_.projecting, now) != now;
}

bool ReviewController::look_at_comments() {
  if (!desk_) return false;
  // What was taken in may be reviews of this take.
  if (const int64_t done = services_.shares.done(); std::exchange(taken_in_, done) != done) desk_->reload();
  const bool voice = acts_->tick();
  const auto news = desk_->tick();
  model_.comment_pending = desk_->busy();
  model_.can_undo = desk_->can_undo();
  model_.can_redo = desk_->can_redo();
  if (!news) return voice;
  if (news->problem) services_.toasts.add(*news->problem);
  show_reviews(news->reviews);
  drafts_->look_at(news->drafts);
  return true;
}

bool ReviewController::look_at_jobs() {
  double share = -1;
  const bool final = model_.state == SessionState::kReady || model_.state == SessionState::kRecovered;
  for (const JobProgress& job : services_.worker.progress()) {
    if (job.running && !final) share = job.share;  // else it is about something else
  }
  if (share == model_.saving_share) return false;
  model_.saving_share = share;
  return true;
}

// What could not be written would be gone with the program: asked about, once.
bool ReviewController::may_close() {
  if (!drafts_ || view_.gives_up) return true;
  model_.unsaved = static_cast<int>(desk_->settle().size());
  model_.unkept = drafts_->keep_now();
  desk_->reload();
  if (model_.unsaved + model_.unkept == 0) return true;
  view_.gives_up = view_.leaving && std::holds_alternative<review::CloseGladi>(*view_.leaving);
  view_.leaving = review::CloseGladi{};
  return view_.gives_up;
}

std::chrono::milliseconds ReviewController::idle() const {
  if (model_.player.seeking) return std::chrono::milliseconds(3);  // most pictures come within some 20
  const bool moving = model_.player.playing || opening_.valid();
  const bool voice = model_.speaking || !model_.hearing.empty();
  return std::chrono::milliseconds(moving ? 16 : voice ? 50 : 250);
}

// The recording only when whoever sits here says so, and the person has agreed: else she looks at it alone.
ProjectorShow ReviewController::on_projector() {
  const bool recording = model_.projecting == ReviewModel::Projecting::kOn;
  if (model_.trainer && !recording) return {};
  ProjectorShow show = well_done(services_.translator, model_.person_name, next_);
  if (!recording) return show;
  show.words.caption = services_.translator.tr("Looking back");
  show.words.clock = format_clock(model_.player.position);
  show.feed = player_->picture().get();
  show.fluent = model_.player.playing;
  return show;
}

std::optional<Navigation> ReviewController::draw(Ui& ui) {
  if (player_) picture_.update(player_->picture().get());
  model_.picture = picture_.ref();
  model_.timeline.preview =
      previews_ && view_.timeline.hover ? previews_->get(*view_.timeline.hover) : TextureRef{};
  const std::optional<ReviewIntent> intent = draw_review(ui, model_, view_);
  share_.draw(ui);
  return intent ? carry_out(*intent) : std::nullopt;
}

void ReviewController::seek(MediaTime to) {
  // A quarter of a frame on: file and take round their times differently, by a nanosecond.
  player_->seek(std::clamp(to + model_.player.frame_duration / 4, MediaTime{}, model_.player.duration));
  looking_for_ = true;
}

void ReviewController::use_volume(float volume, bool muted) {
  model_.volume = volume;
  model_.muted = muted;
  // By ear: half way up sounds half as loud.
  player_->set_volume(muted ? 0 : volume * volume);
}

void ReviewController::run_player(const ReviewIntent& intent) {
  const auto play = [this](bool on) { on ? player_->play() : player_->pause(); };
  if (std::holds_alternative<review::TogglePlay>(intent)) play(!model_.player.playing);
  if (const auto* set = std::get_if<review::SetPlaying>(&intent)) play(set->playing);
  if (const auto* to = std::get_if<review::Seek>(&intent)) seek(to->to);
  if (const auto* pause = std::get_if<review::PauseAt>(&intent)) {
    player_->pause();
    seek(pause->at);
  }
  if (const auto* by = std::get_if<review::SeekBy>(&intent)) seek(model_.player.position + by->by);
  if (const auto* step = std::get_if<review::Step>(&intent)) {
    player_->step(step->frames);
    looking_for_ = true;
  }
  if (const auto* speed = std::get_if<review::SetSpeed>(&intent)) {
    player_->set_speed(speed->speed);
    services_.settings.review_speed = static_cast<int>(std::lround(speed->speed * 100));
    services_.save_settings();
  }
  if (const auto* loop = std::get_if<review::SetLoop>(&intent)) player_->set_loop(loop->loop);
  if (const auto* shuttle = std::get_if<review::Shuttle>(&intent)) {
    if (shuttle->forwards) {
      player_->play();
    } else {
      player_->play_backwards(model_.player.backwards_speed > 0 ? 2 * model_.player.backwards_speed : 1);
    }
  }
  if (const auto* sound = std::get_if<review::SetVolume>(&intent)) {
    use_volume(sound->volume, sound->muted);
    services_.settings.review_volume = static_cast<int>(std::lround(sound->volume * 100));
    services_.settings.review_muted = sound->muted;
    services_.save_settings();
  }
}

// It waits meanwhile: who shares looks at the sheet.
void ReviewController::share() {
  if (player_) player_->pause();
  const ReviewModel& m = model_;
  share_.share({{folder_},
                m.person_name,
                m.title.in(services_.translator.language()),
                m.started_at,
                m.player.duration,
                m.player.loop});
}

std::optional<Navigation> ReviewController::carry_out(const ReviewIntent& intent) {
  if (std::holds_alternative<review::GoBack>(intent))
    return GoLibrary{model_.trainer || person_id_.empty() ? services_.settings.last_person : person_id_};
  if (std::holds_alternative<review::SeeResults>(intent)) return GoFeedback{folder_};
  if (std::holds_alternative<review::CloseGladi>(intent)) return Quit{};
  if (std::holds_alternative<review::Share>(intent)) share();
  if (std::holds_alternative<review::RehearseAgain>(intent)) return GoHome{};
  if (std::holds_alternative<review::Compare>(intent)) return GoCompare{folder_};
  if (std::holds_alternative<review::NextPerson>(intent) && !next_.empty()) {
    services_.settings.last_person = next_.front().person_id;
    services_.save_settings();
    return GoHome{};
  }
  if (!player_) return std::nullopt;
  run_player(intent);
  if (const auto* large = std::get_if<review::SetLarge>(&intent)) {
    view_.large = large->large;
    services_.set_full_screen(large->large);
  }
  if (const auto* projecting = std::get_if<review::SetProjecting>(&intent)) shown_ = projecting->on;
  acts_->carry_out(intent);
  if (std::holds_alternative<review::SaveAgain>(intent)) model_.unkept = drafts_->keep_now();
  findings_->carry_out(intent);
  score(intent);
  model_.player = player_->state();
  return std::nullopt;
}

}  // namespace gladi
