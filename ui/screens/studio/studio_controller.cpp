#include "ui/screens/studio/studio_controller.h"

#include "encoder/base/platform.h"
#include "encoder/file/quality.h"
#include "studio/rehearsal/sync_memory.h"
#include "studio/text/format.h"
#include "ui/app/class_round.h"
#include "ui/app/recovery.h"
#include "ui/app/source_choice.h"
#include "ui/screens/studio/projector_words.h"
#include "ui/screens/studio/studio_screen.h"

namespace gladi {
namespace {

using Phase = StudioModel::Phase;

constexpr MediaTime kCountdownStep = MediaTime::from_ms(1000);
constexpr int kCountdownFrom = 3;
constexpr MediaTime kPlacesEvery = MediaTime::from_ms(2000);
constexpr MediaTime kMicrophonesEvery = MediaTime::from_ms(2000);
constexpr MediaTime kWorthAWord = MediaTime::from_ms(1000);
// How often the feed is drawn once the computer can't keep up.
constexpr MediaTime kSlowPreviewEvery = MediaTime::from_ms(250);
constexpr MediaTime kMarkedShown = MediaTime::from_ms(1200);

template <class T>
bool ready(const std::future<T>& work) {
  return work.valid() && work.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

}  // namespace

std::unique_ptr<Screen> make_studio_screen(Services& services, TakePlan plan) {
  return std::make_unique<StudioController>(services, std::move(plan));
}

StudioController::StudioController(Services& services, TakePlan plan)
    : services_(services), plan_(std::move(plan)), preview_(services.renderer) {
  model_.plan = &plan_;
  model_.state.segment_planned =
      plan_.rundown.segments.empty() ? MediaTime{} : plan_.rundown.segments[0].planned;
  model_.state.total_planned = plan_.rundown.total();
  ShowState before;  // what is read first is there during the countdown
  before.prompter = Prompter(plan_.rundown, plan_.catalogue, plan_.language, plan_.words_a_minute).state();
  model_.state.show = std::make_shared<const ShowState>(std::move(before));
  model_.prompter_size = services_.settings.prompter_size;
  model_.feed_parts = plan_.feed_parts;
  model_.words = services_.settings.quick_words;
  next_names_ = names_of(next_turns(services_.library, services_.settings, plan_.person.id));
  services_.worker.pause(true);
  services_.measures.rest();
  services_.encoder.rest();
  services_.stage.open(source_options(services_.settings, services_.paths));
}

StudioController::~StudioController() {
  if (preparing_.valid()) preparing_.wait();
  if (stopping_.valid()) stopping_.wait();
  preparing_ = {};
  rehearsal_.reset();
  services_.worker.pause(false);
}

// Opening files and encoders takes its time; it happens while the countdown runs.
void StudioController::prepare() {
  const Canvas& canvas = services_.stage.stage()->canvas();
  EncoderSettings encoder = default_encoder_settings(canvas);
  if (const auto found = services_.encoder.found(canvas); found && found->usable()) encoder = found->settings;
  plan_.encoder = with_quality(encoder, parse_quality(services_.settings.quality).value_or(Quality::kNormal));
  preparing_ = std::async(std::launch::async,
                          [plan = plan_, stage = services_.stage.stage(), library = &services_.library,
                           clock = &services_.clock, wake = services_.wake]() mutable {
                            platform::name_this_thread("prepare");
                            plan.device_offset = SyncMemory(sync_file()).offset_of(stage->sources());
                            Prepared prepared = Rehearsal::prepare(std::move(plan), *stage, *library, *clock);
                            if (wake) wake();
                            return prepared;
                          });
}

bool StudioController::tick(MediaTime now) {
  now_ = now;
  Stage* stage = services_.stage.stage();
  if (stage == nullptr) return false;
  model_.canvas = stage->canvas();
  model_.demo_camera = stage->sources().demo_camera();
  if (!rehearsal_ && !preparing_.valid() && !stopping_.valid() && !target_ && !cancelled_) prepare();
  if (ready(preparing_)) {
    Prepared prepared = preparing_.get();
    if (cancelled_) {
      target_ = GoHome{};
      return true;
    }
    if (!prepared) {
      give_up(prepared.error());
      return true;
    }
    rehearsal_ = std::move(*prepared);
  }
  if (!cancelled_) count_down(now);
  if (ready(stopping_)) finish();
  if (rehearsal_ && model_.phase == Phase::kRecording) {
    rehearsal_->tick();
    say_what_returned(model_.state.devices, rehearsal_->state().devices);
    model_.state = rehearsal_->state();
    look_for_places();
    look_at_devices(*stage, now);
  } else {
    model_.state.level = stage->sound().level();
  }
  if (now - said_at_ >= kMarkedShown) model_.just_said.clear();
  model_.marker_just_set = marked_at_.ns != 0 && now - marked_at_ < kMarkedShown;
  const int64_t serial = stage->program().preview().serial();
  if (serial == preview_serial_) return false;
  const bool slow = model_.phase == Phase::kRecording && model_.state.overload != OverloadStep::kNone;
  if (slow && now - previewed_at_ < kSlowPreviewEvery) return false;
  preview_serial_ = serial;
  previewed_at_ = now;
  return true;
}

void StudioController::look_at_devices(Stage& stage, MediaTime now) {
  const Sources& sources = stage.sources();
  model_.microphone_name = sources.microphone() ? sources.microphone()->name() : "";
  const DeviceState& devices = model_.state.devices;
  const bool wrong = devices.microphone.lost || devices.alarm == SoundAlarm::kSilent;
  if (!wrong) {
    model_.other_microphone_spec.clear();
    return;
  }
  if (!microphones_) {
    microphones_.emplace([&sources] { return sources.other_microphones(); }, services_.wake);
  }
  microphones_->tick(now, kMicrophonesEvery);
  const auto& found = microphones_->value();
  const bool any = found && !found->empty();
  model_.other_microphone_spec = any ? found->front().spec : "";
  model_.other_microphone_name = any ? found->front().name : "";
}

void StudioController::say_what_returned(const DeviceState& before, const DeviceState& now) {
  const auto say = [this](const DeviceState::Track& was, const DeviceState::Track& is, const char* words) {
    // A hiccup of less than a second was hardly seen.
    if (!was.lost || is.lost || was.lost_for < kWorthAWord) return;
    services_.toasts.add(Toasts::Kind::kNews, Message(words, {std::to_string(was.lost_for.ms() / 1000)}));
  };
  say(before.camera, now.camera, GLADI_TEXT("The camera is back. {0} s of the picture are missing."));
  say(before.microphone, now.microphone, GLADI_TEXT("The microphone is back. {0} s are silent."));
}

void StudioController::count_down(MediaTime now) {
  if (model_.phase != Phase::kPreparing && model_.phase != Phase::kCountdown) return;
  if (!counting_since_) {
    if (!preview_.ref()) return;  // not before one sees oneself
    counting_since_ = now;
    model_.phase = Phase::kCountdown;
  }
  const int64_t passed = (now - *counting_since_).ns / kCountdownStep.ns;
  model_.countdown = std::max<int>(1, kCountdownFrom - static_cast<int>(passed));
  if (passed < kCountdownFrom) return;
  if (!rehearsal_) {
    model_.phase = Phase::kPreparing;  // a slow disk: the wait is said, and the take begins when it is over
    return;
  }
  rehearsal_->begin();
  model_.phase = Phase::kRecording;
}

void StudioController::stop() {
  if (model_.phase != Phase::kRecording || stopping_.valid()) return;
  model_.phase = Phase::kStopping;
  stopping_ = std::async(std::launch::async, [rehearsal = rehearsal_.get(), wake = services_.wake] {
    platform::name_this_thread("stop");
    Stopped stopped = rehearsal->stop();
    if (wake) wake();
    return stopped;
  });
}

// Sticks come and go: while the disk wants attention the list is looked at again and again.
void StudioController::look_for_places() {
  const RehearsalState& state = model_.state;
  if (!state.problem && !state.disk_low) {
    model_.choosing_folder = false;
    return;
  }
  if (!places_ || places_beside_ != state.library) {
    places_beside_ = state.library;
    places_ = std::make_unique<BackgroundValue<std::vector<Place>>>(
        [library = state.library] { return other_places(library); }, services_.wake);
  }
  places_->tick(now_, kPlacesEvery);
  if (places_->value()) model_.places = *places_->value();
}

void StudioController::finish() {
  const Stopped stopped = stopping_.get();
  microphones_.reset();  // it asks the stage, which the next screen may close
  const std::filesystem::path folder = stopped ? *stopped : rehearsal_->session_folder();
  const RehearsalState& state = rehearsal_->state();
  if (state.problem) {
    services_.toasts.add(*state.problem);
    services_.toasts.add(Toasts::Kind::kNews, Message(GLADI_TEXT("{0}, your rehearsal up to {1} is safe."),
                                                      {plan_.person.name, format_clock(state.safe_until)}));
  }
  rehearsal_.reset();
  services_.worker.pause(false);
  if (!stopped) services_.toasts.add(stopped.error());
  finish_take(services_, folder);
  target_ = GoFeedback{folder};
}

void StudioController::give_up(const Error& error) {
  services_.toasts.add(error);
  target_ = GoHome{};
}

std::optional<Navigation> StudioController::draw(Ui& ui) {
  if (Stage* stage = services_.stage.stage()) {
    preview_.update(stage->program().preview().get());
    model_.preview = preview_.ref();
  }
  model_.projector_on = services_.projector.on();
  model_.ring_light = services_.settings.ring_light;
  if (const std::optional<StudioIntent> intent = draw_studio(ui, model_)) carry_out(*intent);
  return std::exchange(target_, std::nullopt);
}

void StudioController::carry_out(const StudioIntent& intent) {
  if (std::holds_alternative<studio::Cancel>(intent)) {
    cancelled_ = true;
    model_.phase = Phase::kPreparing;
    if (!preparing_.valid()) target_ = GoHome{};  // else when the files are there and can be taken away again
    return;
  }
  if (std::holds_alternative<studio::ToggleProjector>(intent)) return services_.projector.toggle();
  if (const auto* lit = std::get_if<studio::SetRingLight>(&intent)) {
    services_.settings.ring_light = lit->light;
    return services_.save_settings();
  }
  if (std::holds_alternative<studio::Stop>(intent)) return stop();
  if (const auto* size = std::get_if<studio::PrompterSize>(&intent)) {
    model_.prompter_size = services_.settings.prompter_size = size->size;
    return services_.save_settings();
  }
  if (!rehearsal_ || model_.phase != Phase::kRecording) return;
  if (std::holds_alternative<studio::NextSegment>(intent)) rehearsal_->next_segment();
  if (std::holds_alternative<studio::PreviousSegment>(intent)) rehearsal_->previous_segment();
  if (const auto* go = std::get_if<studio::GoToSegment>(&intent)) rehearsal_->go_to_segment(go->index);
  if (const auto* show = std::get_if<studio::ShowProduct>(&intent)) rehearsal_->show_product(show->number);
  if (const auto* other = std::get_if<studio::UseMicrophone>(&intent)) {
    if (Stage* stage = services_.stage.stage()) stage->sources().use_microphone(other->spec);
  }
  if (std::holds_alternative<studio::NextLayout>(intent)) rehearsal_->next_layout();
  if (const auto* choose = std::get_if<studio::ChooseFolder>(&intent)) model_.choosing_folder = choose->open;
  if (const auto* go_on = std::get_if<studio::GoOnIn>(&intent)) {
    model_.choosing_folder = false;
    rehearsal_->go_on_in(go_on->library);
  }
  if (const auto* answer = std::get_if<studio::Answer>(&intent)) rehearsal_->answer(answer->chat);
  if (const auto* pin = std::get_if<studio::Pin>(&intent)) rehearsal_->pin(pin->chat);
  if (const auto* mute = std::get_if<studio::Mute>(&intent)) rehearsal_->mute(mute->chat);
  if (std::holds_alternative<studio::FlashSale>(intent)) rehearsal_->start_flash_sale();
  if (const auto* prompt = std::get_if<studio::Prompt>(&intent)) this->prompt(prompt->act);
  if (std::holds_alternative<studio::ToggleOverlays>(intent))
    model_.choosing_overlays = !model_.choosing_overlays;
  if (const auto* use = std::get_if<studio::UseFeedParts>(&intent)) use_feed_parts(use->parts);
  if (const auto* word = std::get_if<studio::LiveWord>(&intent)) say(word->number);
  if (std::holds_alternative<studio::SetMarker>(intent)) {
    rehearsal_->set_marker(services_.translator.tr("Mark {0}", {std::to_string(model_.state.markers + 1)}));
    marked_at_ = now_;
  }
  model_.state = rehearsal_->state();
}

// A trainer who sits here says it in her own name, anybody else as an observer.
void StudioController::say(int number) {
  const bool trainer = services_.trainer.on();
  model_.just_said = model_.words.word(number, services_.translator.language());
  rehearsal_->comment(trainer ? services_.trainer.trainer().id : "",
                      trainer ? services_.trainer.trainer().name : "", model_.just_said);
  ++model_.live_comments;
  said_at_ = now_;
}

void StudioController::prompt(const PrompterAct& act) {
  rehearsal_->prompt(act);
  if (!std::holds_alternative<prompter::SetSpeed>(act)) return;
  services_.settings.prompter_speed = rehearsal_->state().show->prompter.words_a_minute;
  services_.save_settings();
}

// For this take and the ones after it.
void StudioController::use_feed_parts(const FeedParts& parts) {
  rehearsal_->show_parts(parts);
  model_.feed_parts = services_.settings.feed_parts = parts;
  services_.save_settings();
}

ProjectorShow StudioController::on_projector() {
  ProjectorShow show{projector_words(model_, services_.translator, next_names_), nullptr};
  // Who hasn't agreed to be shown in class isn't: her name and the time are enough.
  Stage* stage = services_.stage.stage();
  if (stage != nullptr && plan_.person.consent.class_show) show.feed = stage->program().preview().get();
  return show;
}

void StudioController::before_quit() {
  if (model_.phase == Phase::kRecording && rehearsal_) static_cast<void>(rehearsal_->stop());
  if (stopping_.valid()) stopping_.wait();
}

}  // namespace gladi
