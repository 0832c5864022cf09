#include "studio/rehearsal/rehearsal.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <map>
#include <utility>

#include "studio/library/library_lock.h"
#include "studio/overlay/feed_overlays.h"
#include "studio/rehearsal/show.h"
#include "studio/rehearsal/sync_watch.h"
#include "studio/rehearsal/take_description.h"
#include "studio/rehearsal/take_record.h"
#include "studio/text/uuid.h"

namespace gladi {
namespace {

// Opening the files has just been done; this is what starting both feeds at one moment needs.
constexpr MediaTime kLeadIn = MediaTime::from_ms(60);
constexpr MediaTime kCountersEvery = MediaTime::from_ms(10'000);
constexpr MediaTime kStillOverlaysEvery = MediaTime::from_ms(1000);
constexpr int kOverloadedPictureEvery = 2;
// Photos of what comes first; a slow stick doesn't keep a take from beginning.
constexpr std::chrono::milliseconds kPhotosAtMost(2000);

// As docs/session-folder.md calls it.
const char* word_of(SoundGap::Cause cause) {
  switch (cause) {
    case SoundGap::Cause::kLost:
      return "lost";
    case SoundGap::Cause::kHole:
      return "hole";
    case SoundGap::Cause::kOverlap:
      return "overlap";
    case SoundGap::Cause::kNothingCame:
      break;
  }
  return "nothing_came";
}

// The first moment from `earliest` on that lies on the camera's own grid: with ticks half a frame beside it
// every picture of a camera as fast as the canvas would stand 17 ms off, and the sound with it.
MediaTime in_step_with_camera(MediaTime earliest, const FrameSelector& camera, const Canvas& canvas) {
  if (!camera.has_frame()) return earliest;
  const MediaTime newest = camera.newest_stamp();
  int64_t frames = (earliest - newest).to_count(canvas.fps_num, canvas.fps_den);
  if (newest + canvas.frame_time(frames) < earliest) ++frames;
  return newest + canvas.frame_time(frames);
}

}  // namespace

struct Rehearsal::Impl {
  Impl(TakePlan wanted, Stage& on, Clock& time)
      : plan(std::move(wanted)),
        stage(on),
        clock(time),
        show(plan, [this](const TakeEvent& event) { record->note(event); }),
        overlays(stage.canvas(), FeedOverlays::Photos::kInBackground),
        devices(stage.sources(), [this](const TakeEvent& event) { record->note(event); }) {
    feed.layout = plan.layout;
  }

  const TakePlan plan;
  Stage& stage;
  Clock& clock;
  std::optional<LibraryLock> lock;  // before all that works in the library
  std::unique_ptr<TakeRecord> record;
  MediaTime start;
  Show show;
  FeedOverlays overlays;
  FeedContent feed;
  int expected_after = -1;  // the photos to come, in this segment and layout
  std::string expected_in;
  std::map<std::string, PlacedOverlay> slates;  // by layout
  DeviceWatch devices;
  RehearsalState state;
  OverloadLadder ladder;
  MediaTime overlays_drawn_at;
  MediaTime counters_noted_at;
  SyncWatch sync;
  enum class Phase { kPreparing, kRunning, kStopped } phase = Phase::kPreparing;

  // Times of the take never lie before its first frame.
  MediaTime now() const { return std::max(clock.now() - start, MediaTime{}); }

  Status prepare(Library& library);
  void watch_sound();
  void watch_pictures();
  void show_changed(MediaTime at);
  template <class Act>
  void steer(Act act) {
    const MediaTime at = now();
    act(show, at);
    show_changed(at);
  }
  void apply_layout();
  void refresh_feed(MediaTime at);
  void refresh_state(MediaTime at);
  void look_at_load(MediaTime at);
  void warm_up();
  std::string translated(const Message& message) const;
  TakeCounters take_counters() const;
};

Status Rehearsal::Impl::prepare(Library& library) {
  auto claimed = LibraryLock::take(library.root(), LibraryUse::kTake);
  if (!claimed) return fail(std::move(claimed));
  lock.emplace(std::move(*claimed));
  auto created = TakeRecord::create(session_of(plan, stage),
                                    plan.encoder.value_or(default_encoder_settings(stage.canvas())),
                                    plan.disk, library, plan.video_encoder);
  if (!created) return fail(std::move(created));
  record = std::move(*created);
  warm_up();
  return {};
}

// Its gaps, and how well it stands with the picture.
void Rehearsal::Impl::watch_sound() {
  for (const SoundGap& gap : stage.sound().take_gaps()) {
    record->note({gap.at, Gap{"microphone", gap.length, word_of(gap.cause)}});
  }
  sync.add(stage.sound().counters().lateness, stage.program().counters().picture_lateness);
}

void Rehearsal::Impl::watch_pictures() {
  for (PictureSample& sample : stage.take_seen()) {
    sample.at -= start;
    if (sample.at.ns < 0) continue;  // before the take
    show.see(sample);
    record->note({sample.at, PictureSeen{sample}});
  }
}

void Rehearsal::Impl::show_changed(MediaTime at) {
  refresh_feed(at);
  refresh_state(at);
}

// Fonts are loaded, the first photos read and scaled now, and what stands in for a lost camera drawn: later
// it would hold up the keys for up to 100 ms.
void Rehearsal::Impl::warm_up() {
  FeedContent seen = feed;
  seen.timer = format_clock({});
  if (!plan.catalogue.products.empty()) seen.card = show.card_of(plan.catalogue.products.front(), 1);
  overlays.warm_up(seen);
  overlays.expect(show.photos_to_come(), feed.layout);
  overlays.finish_photos(kPhotosAtMost);
  const Message title(GLADI_TEXT("Camera disconnected"));
  const Message words(stage.sources().microphone() ? GLADI_TEXT("The sound is still being recorded")
                                                   : GLADI_TEXT("The recording goes on"));
  const SlateContent slate{translated(title), translated(words)};
  for (const std::string& layout : FeedOverlays::layout_names()) {
    slates[layout] = overlays.slate(slate, layout);
  }
}

std::string Rehearsal::Impl::translated(const Message& message) const {
  return plan.translate ? plan.translate(message) : message.english();
}

void Rehearsal::Impl::apply_layout() {
  stage.program().set_slate(slates[feed.layout]);
  stage.set_layout(overlays.layout(feed.layout));
}

void Rehearsal::Impl::refresh_feed(MediaTime at) {
  show.fill_feed(feed, at);
  stage.program().set_overlays(overlays.plan(feed));
  if (show.run().segment() != expected_after || feed.layout != expected_in) {
    expected_after = show.run().segment();
    expected_in = feed.layout;
    overlays.expect(show.photos_to_come(), feed.layout);
  }
  overlays_drawn_at = at;
}

TakeCounters Rehearsal::Impl::take_counters() const {
  const ProgramCounters program = stage.program().counters();
  const SoundCounters sound = stage.sound().counters();
  TakeCounters counters;
  counters.frames = program.frames;
  counters.camera_frames = program.camera_frames;
  counters.skipped_camera = program.skipped_camera;
  counters.repeated_late = program.repeated_late;
  counters.repeated_camera = program.repeated_camera;
  counters.lost_camera = program.lost_camera;
  counters.repeated_overload = program.repeated_overload;
  counters.repeated_encoder = record->recorder().counters().frames_repeated_encoder_late;
  counters.sound_gaps = sound.gaps;
  counters.sound_silence_ms = sound.silence_frames * 1000 / SoundFormat::kSampleRateHz;
  counters.dropped_blocks = sound.dropped_blocks;
  return counters;
}

void Rehearsal::Impl::refresh_state(MediaTime at) {
  const TakeRecordState kept = record->state();
  const TakeCounters counters = take_counters();
  state.elapsed = at;
  const RunClock& run = show.run();
  state.frames = counters.frames;
  state.show = show.state();
  state.script_share = show.script_share(at);
  state.segment = run.segment();
  state.ran = run.ran();
  state.segment_elapsed = run.segment_elapsed(at);
  state.segment_planned = run.segment_planned();
  state.total_planned = plan.rundown.total();
  state.product = run.product();
  state.lost_frames = counters.repeated_late + counters.repeated_encoder;
  state.level = stage.sound().level();
  state.safe_until = kept.safe_until;
  state.not_recorded = kept.not_recorded;
  state.disk_left = kept.disk_left;
  state.disk_low = kept.disk_low;
  state.library = kept.library;
  state.problem = kept.problem;
  state.going_on = kept.at_work;
  state.refused = kept.refused;
  state.encoder_replaced = kept.encoder_replaced;
  devices.tick(clock.now(), state.level);
  state.devices = devices.state();
}

void Rehearsal::Impl::look_at_load(MediaTime at) {
  const TakeRecorderCounters written = record->recorder().counters();
  OverloadLadder::Load load;
  load.lost_frames = state.lost_frames;
  if (written.most_waiting > 0)
    load.encoder_backlog =
        static_cast<double>(written.frames_waiting) / static_cast<double>(written.most_waiting);
  const std::optional<OverloadStep> step = ladder.observe(load, at);
  if (!step) return;
  stage.rest_eyes(true);
  if (*step == OverloadStep::kPictures) stage.program().set_picture_every(kOverloadedPictureEvery);
  if (*step >= OverloadStep::kOverlays) show.stand_still();
  state.overload = *step;
  record->note({at, Overloaded{name_of(*step)}});
}

Result<std::unique_ptr<Rehearsal>> Rehearsal::prepare(TakePlan plan, Stage& stage, Library& library,
                                                      Clock& clock) {
  auto rehearsal = std::unique_ptr<Rehearsal>(new Rehearsal());
  rehearsal->impl_ = std::make_unique<Impl>(std::move(plan), stage, clock);
  if (auto prepared = rehearsal->impl_->prepare(library); !prepared) return fail(std::move(prepared));
  return rehearsal;
}

Rehearsal::Rehearsal() = default;

Rehearsal::~Rehearsal() {
  if (!impl_) return;
  if (impl_->phase == Impl::Phase::kPreparing) {
    if (impl_->record) impl_->record->abandon();
  }
  if (impl_->phase == Impl::Phase::kRunning) {
    if (auto result = stop(); !result) spdlog::error("stopping the take: {}", result.error().english());
  }
}

void Rehearsal::begin() {
  Impl& impl = *impl_;
  impl.phase = Impl::Phase::kRunning;
  impl.apply_layout();
  const MediaTime earliest = impl.clock.now() + kLeadIn + std::max(-impl.plan.device_offset, MediaTime{});
  impl.start = in_step_with_camera(earliest, impl.stage.sources().frames(), impl.stage.canvas());
  impl.stage.program().attach(impl.record->recorder(), impl.start);
  impl.stage.sound().attach(impl.record->recorder(), impl.start + impl.plan.device_offset);
  impl.devices.begin(impl.start);
  impl.record->note({{}, TakeStarted{impl.record->session().id}});
  impl.show.begin();
  impl.show_changed({});
}

void Rehearsal::tick() {
  const MediaTime at = impl_->now();
  impl_->watch_pictures();
  impl_->show.tick(at, impl_->stage.sound().level());
  const bool still = impl_->ladder.step() >= OverloadStep::kOverlays;
  if (!still || at - impl_->overlays_drawn_at >= kStillOverlaysEvery) impl_->refresh_feed(at);
  impl_->refresh_state(at);
  impl_->watch_sound();
  impl_->look_at_load(at);
  if (at - impl_->counters_noted_at >= kCountersEvery) {
    const TakeCounters counters = impl_->take_counters();
    impl_->record->note(
        {at, CountersNoted{counters.frames, counters.repeated_late + counters.repeated_encoder}});
    impl_->counters_noted_at = at;
  }
}

void Rehearsal::go_to_segment(int index) {
  const MediaTime at = impl_->now();
  if (impl_->show.go_to_segment(index, at)) impl_->show_changed(at);
}

void Rehearsal::next_segment() {
  go_to_segment(impl_->show.run().segment() + 1);
}

void Rehearsal::previous_segment() {
  go_to_segment(impl_->show.run().segment() - 1);
}

void Rehearsal::show_product(int number) {
  go_to_segment(impl_->show.run().segment_of_product(number));
}

void Rehearsal::set_marker(const std::string& label) {
  impl_->record->note({impl_->now(), MarkerSet{label}});
  ++impl_->state.markers;
}

void Rehearsal::comment(const std::string& reviewer_id, const std::string& reviewer_name,
                        const std::string& text) {
  const std::string& who = reviewer_id.empty() ? impl_->record->session().id : reviewer_id;
  impl_->record->note({impl_->now(), LiveComment{make_uuid(), who, reviewer_name, text}});
}

void Rehearsal::next_layout() {
  const auto& names = FeedOverlays::layout_names();
  const auto current = std::find(names.begin(), names.end(), impl_->feed.layout);
  impl_->feed.layout = current == names.end() || current + 1 == names.end() ? names.front() : *(current + 1);
  impl_->apply_layout();
  const MediaTime at = impl_->now();
  impl_->record->note({at, LayoutChanged{impl_->feed.layout}});
  impl_->refresh_feed(at);
}

void Rehearsal::show_parts(const FeedParts& parts) {
  impl_->steer([&parts](Show& show, MediaTime at) { show.use_parts(parts, at); });
}

bool Rehearsal::go_on_in(const std::filesystem::path& library) {
  return impl_->record->go_on_in(library);
}

bool Rehearsal::go_on_with(const EncoderSettings& encoder) {
  return impl_->record->go_on_with(encoder);
}

void Rehearsal::answer(int64_t chat) {
  impl_->steer([chat](Show& show, MediaTime at) { show.answer(chat, at); });
}

void Rehearsal::pin(int64_t chat) {
  impl_->steer([chat](Show& show, MediaTime at) { show.pin(chat, at); });
}

void Rehearsal::mute(int64_t chat) {
  impl_->steer([chat](Show& show, MediaTime at) { show.mute(chat, at); });
}

void Rehearsal::start_flash_sale() {
  impl_->steer([](Show& show, MediaTime at) { show.start_flash_sale(at); });
}

void Rehearsal::prompt(const PrompterAct& act) {
  const MediaTime at = impl_->now();
  impl_->show.prompt(act, at);
  impl_->refresh_state(at);
}

const RehearsalState& Rehearsal::state() const {
  return impl_->state;
}

const TakePlan& Rehearsal::plan() const {
  return impl_->plan;
}

const std::filesystem::path& Rehearsal::session_folder() const {
  return impl_->record->folder();
}

Result<std::filesystem::path> Rehearsal::stop(const std::string& reason) {
  Impl& impl = *impl_;
  impl.phase = Impl::Phase::kStopped;
  // Sound that is stamped early belongs to pictures that come later: they are waited for.
  const MediaTime end = impl.clock.now() + std::max(-impl.plan.device_offset, MediaTime{});
  const MediaTime sound_end = end + impl.plan.device_offset;
  impl.stage.sound().end_at(sound_end);  // waiting for the last pictures must not let more sound in
  impl.stage.program().detach(end);
  impl.stage.sound().detach(sound_end);
  impl.watch_sound();
  impl.watch_pictures();
  impl.stage.rest_eyes(false);
  impl.devices.finish(end);
  const TakeCounters counters = impl.take_counters();
  const auto sync = impl.sync.result(impl.stage.sound().counters().device_ppm);
  auto closed = impl.record->close(reason, counters, sync);
  impl.refresh_state(std::max(end - impl.start, MediaTime{}));
  impl.stage.show_camera_only();
  return closed;
}

}  // namespace gladi
