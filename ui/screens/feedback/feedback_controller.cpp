#include "ui/screens/feedback/feedback_controller.h"

#include <utility>

#include "encoder/base/platform.h"
#include "studio/coaching/take_pictures.h"
#include "studio/review/finding_verdict.h"
#include "studio/review/self_rating.h"
#include "studio/session/journal.h"
#include "studio/session/session_file.h"
#include "ui/screens/feedback/feedback_screen.h"

namespace gladi {

std::unique_ptr<Screen> make_feedback_screen(Services& services,
                                             const std::filesystem::path& session_folder) {
  return std::make_unique<FeedbackController>(services, session_folder);
}

FeedbackController::FeedbackController(Services& services, std::filesystem::path session_folder)
    : services_(services),
      folder_(std::move(session_folder)),
      told_in_(services.translator.language()),
      jobs_(services.worker.progress().size()),
      measured_(services.measures.ended()) {
  services_.stage.close();
  read();
}

FeedbackController::~FeedbackController() {
  if (reading_.valid()) reading_.wait();
  if (saving_.valid()) saving_.wait();
}

Result<FeedbackController::ReadTake> FeedbackController::read_take(
    const std::filesystem::path& folder, const std::filesystem::path& library_root) {
  auto session = load_session(folder);
  if (!session) return fail(std::move(session));
  auto journal = read_journal(folder);
  if (!journal) return fail(std::move(journal));
  TakeFacts facts = facts_of_take(folder, *session, journal->events);
  VoiceHistory voice = voice_before(library_root, *session);
  facts.usual_syllables_per_s = voice.usual_syllables_per_s();
  std::vector<Review> reviews = load_reviews(folder);
  std::erase_if(reviews, [&](const Review& review) { return !may_see(review, session->person_id); });
  const bool misses = misses_pictures(folder, *session, journal->events);
  return ReadTake{std::move(*session), std::move(journal->events), std::move(facts),
                  std::move(voice),    std::move(reviews),         misses};
}

void FeedbackController::read() {
  if (reading_.valid()) return;
  reading_ = std::async(std::launch::async,
                        [folder = folder_, library = services_.library.root(), wake = services_.wake] {
                          platform::name_this_thread("read take");
                          Result<ReadTake> take = read_take(folder, library);
                          if (wake) wake();
                          return take;
                        });
}

void FeedbackController::show(ReadTake take) {
  const Session& session = take.session;
  person_id_ = session.person_id;
  read_only_ = session.read_only();
  model_.person_name = session.person_name;
  if (next_.empty() && session.person_id == services_.settings.last_person) {
    next_ = next_turns(services_.library, services_.settings, session.person_id);
    if (!next_.empty()) model_.next_name = next_.front().name;
  }
  model_.title = session.catalogue_name;
  if (model_.title.indonesian.empty()) model_.title.indonesian = session.title;
  model_.duration = session.duration;
  if (const auto rating = self_rating_of(take.events)) model_.rating = rating;
  model_.facts = take.facts;
  model_.voice = take.voice;
  // Hers only, and after this one: what is usual for her is known the next time.
  for (const std::filesystem::path& earlier : take.voice.unmeasured)
    services_.measures.measure(earlier, MeasureDesk::Urgency::kSomeTime);
  final_ = MeasureDesk::can_measure(session);
  misses_pictures_ = take.misses_pictures;
  have_measured();
  reviews_ = std::move(take.reviews);
  tell();
}

void FeedbackController::have_measured() {
  if (!final_) return;
  if (!model_.facts.sound) {
    // What can't be kept on this disk is known all the same.
    if (const SoundMetrics* heard = services_.measures.result(folder_)) model_.facts.sound = *heard;
  }
  if (!model_.facts.sound || misses_pictures_) services_.measures.measure(folder_);
}

void FeedbackController::tell() {
  told_in_ = services_.translator.language();
  const auto found = findings_in(model_.facts.sound, model_.facts.picture);
  model_.feedback = feedback_of(model_.facts, told_in_, dismissed_among(found, reviews_, person_id_));
  if (model_.facts.sound || model_.feedback.too_short) return;
  if (services_.measures.failed(folder_)) {
    model_.feedback.lack =
        Message(GLADI_TEXT("The voice isn't judged: the sound of this recording can't be read."));
  } else if (final_) {
    model_.feedback.lack =
        Message(GLADI_TEXT("The voice isn't judged yet: another window of Gladi works with this library."));
  }
}

bool FeedbackController::tick(MediaTime) {
  bool changed = false;
  if (reading_.valid() && reading_.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
    Result<ReadTake> take = reading_.get();
    model_.opening = false;
    if (take) {
      show(std::move(*take));
    } else {
      model_.problem = take.error().message;
    }
    changed = true;
  }
  if (saving_.valid() && saving_.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
    if (const Status saved = saving_.get(); !saved) services_.toasts.add(saved.error());
    model_.saving = false;
    changed = true;
  }
  const size_t jobs = services_.worker.progress().size();
  const int64_t measured = services_.measures.ended();
  // What ends while the take is being read is read once more after that.
  if ((jobs != jobs_ || measured != measured_) && !reading_.valid()) {
    jobs_ = jobs;
    measured_ = measured;
    read();
  }
  if (listen()) changed = true;
  if (told_in_ != services_.translator.language() && !model_.opening && !model_.problem) {
    tell();
    changed = true;
  }
  return changed;
}

bool FeedbackController::listen() {
  // Also where another window has had the library until now.
  if (final_ && !model_.facts.sound) services_.measures.measure(folder_);
  const auto share = services_.measures.progress(folder_);
  const auto percent = share ? std::optional(static_cast<int>(*share * 100)) : std::nullopt;
  // A take that has just ended is made final first; what has just been measured is read.
  const bool coming = share || (reading_.valid() && (model_.listening || !model_.facts.sound)) ||
                      (!final_ && !services_.worker.progress().empty());
  const bool changed = coming != model_.listening || percent != model_.judging_percent;
  model_.listening = coming;
  model_.judging_percent = percent;
  return changed;
}

// Never the results: whoever looks at them does so alone.
ProjectorShow FeedbackController::on_projector() {
  return well_done(services_.translator, model_.person_name, next_);
}

std::optional<Navigation> FeedbackController::draw(Ui& ui) {
  const std::optional<FeedbackIntent> intent = draw_feedback(ui, model_, view_);
  return intent ? carry_out(*intent) : std::nullopt;
}

void FeedbackController::rate(const SelfRated& rating) {
  if (saving_.valid()) return;
  model_.rating = rating;
  if (read_only_) return;  // written by a newer Gladi: nothing is added to it
  model_.saving = true;
  saving_ = std::async(std::launch::async,
                       [folder = folder_, end = model_.duration, rating, wake = services_.wake] {
                         platform::name_this_thread("self-rating");
                         Status saved = save_self_rating(folder, end, rating);
                         if (wake) wake();
                         return saved;
                       });
}

std::optional<Navigation> FeedbackController::carry_out(const FeedbackIntent& intent) {
  if (const auto* rated = std::get_if<feedback::Rate>(&intent)) {
    rate(rated->rating);
    return std::nullopt;
  }
  if (const auto* watch = std::get_if<feedback::Watch>(&intent)) return GoReview{folder_, watch->at};
  if (std::holds_alternative<feedback::GoBack>(intent))
    return GoLibrary{person_id_.empty() ? services_.settings.last_person : person_id_};
  if (std::holds_alternative<feedback::NextPerson>(intent) && !next_.empty()) {
    services_.settings.last_person = next_.front().person_id;
    services_.save_settings();
  }
  return GoHome{};
}

}  // namespace gladi
