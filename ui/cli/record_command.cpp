#include "ui/cli/record_command.h"

#include <algorithm>
#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>

#include "studio/catalogue/catalogue_file.h"
#include "studio/library/ballast.h"
#include "studio/library/library_lock.h"
#include "studio/overlay/feed_overlays.h"
#include "studio/rehearsal/sync_memory.h"
#include "ui/app/encoder_keeper.h"
#include "ui/app/paths.h"
#include "ui/cli/person_argument.h"

namespace gladi {
namespace {

namespace fs = std::filesystem;

constexpr MediaTime kTick = MediaTime::from_ms(100);
constexpr MediaTime kTellEvery = MediaTime::from_ms(10'000);
// A webcam needs up to this long for its first picture, a sound server for its first sound; a take that
// begins black and without its first words would be no good start.
constexpr MediaTime kFirstPicture = MediaTime::from_ms(2000);
constexpr MediaTime kFirstSound = MediaTime::from_ms(3000);

void sleep_for(MediaTime time) {
  std::this_thread::sleep_for(std::chrono::nanoseconds(time.ns));
}

// A folder, the catalogue.toml in it, or the name of a catalogue: of the library's own, else of those that
// come with Gladi; the first of the latter by default.
Result<LoadedCatalogue> choose_catalogue(const std::string& wanted, const fs::path& library) {
  std::error_code ignored;
  if (!wanted.empty() && fs::exists(wanted, ignored)) {
    const fs::path path = fs::absolute(wanted, ignored);
    return load_catalogue(fs::is_directory(path, ignored) ? path : path.parent_path());
  }
  const auto paths = find_paths();
  if (!paths) return tl::unexpected(paths.error());
  const fs::path demos = paths->assets / "catalogues";
  if (wanted.empty()) {
    const CatalogueShelf shelf = load_catalogues({demos});
    if (!shelf.catalogues.empty()) return shelf.catalogues.front();
  }
  const bool is_name = !wanted.empty() && fs::path(wanted).filename() == wanted && !wanted.starts_with('.');
  for (const fs::path& shelf : {library / "catalogues", demos}) {
    if (is_name && fs::is_directory(shelf / wanted, ignored)) return load_catalogue(shelf / wanted);
  }
  return fail(ErrorKind::kNotFound, Message(GLADI_TEXT("There is no catalogue {0}."), {wanted}));
}

void say_faults(Console& console, const std::vector<Fault>& faults) {
  for (const Fault& fault : faults) {
    console.say(Message(GLADI_TEXT("{0}, line {1}: {2}"),
                        {fault.file.string(), std::to_string(fault.line), console.text(fault.reason)}));
  }
}

bool is_one_of(const std::string& word, const std::vector<std::string>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

nlohmann::ordered_json to_json(const RehearsalState& state) {
  return {{"elapsed_ns", state.elapsed.ns},
          {"frames", state.frames},
          {"lost_frames", state.lost_frames},
          {"safe_until_ns", state.safe_until.ns},
          {"segment", state.segment}};
}

}  // namespace

void RecordCommand::declare(OptionList& options) {
  options.text("--person", person_, GLADI_TEXT("Who rehearses; a new name is added to the library"),
               OptionList::Need::kRequired);
  sources_.declare(options);
  options.text(
      "--catalogue", catalogue_,
      GLADI_TEXT("What is sold: a catalogue folder, or the name of a catalogue in the library or of a demo"));
  options.path("--rundown", rundown_, GLADI_TEXT("Another plan than the catalogue's own"));
  options.text("--layout", layout_, GLADI_TEXT("camera-full, camera-over-product or product-close-up"));
  options.text("--audience", audience_, GLADI_TEXT("calm, busy, difficult or off"));
  options.whole_number("--seed", seed_, GLADI_TEXT("The same number gives the same audience"));
  options.seconds("--seconds", seconds_, GLADI_TEXT("How long; until Ctrl+C without it"));
  options.flag("--progress", progress_,
               GLADI_TEXT("Answer with one JSON object each tenth of a second: how far the take is"));
  declare_library(options);
}

Result<TakePlan> RecordCommand::plan(Console& console) const {
  if (!is_one_of(layout_, FeedOverlays::layout_names())) {
    return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("There is no layout {0}."), {layout_}));
  }
  if (!is_one_of(audience_, {"calm", "busy", "difficult", "off"})) {
    return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("There is no audience {0}."), {audience_}));
  }
  auto loaded = choose_catalogue(catalogue_, library_folder());
  if (!loaded) return fail(std::move(loaded));
  say_faults(console, loaded->faults);
  TakePlan plan;
  plan.catalogue = loaded->catalogue;
  plan.rundown = loaded->rundown;
  if (!rundown_.empty()) {
    auto rundown = load_rundown(rundown_, plan.catalogue);
    if (!rundown) return fail(std::move(rundown));
    say_faults(console, rundown->faults);
    plan.rundown = rundown->rundown;
  }
  plan.layout = layout_;
  plan.audience = audience_;
  plan.seed = seed_;
  plan.follow_rundown = true;  // nobody presses keys
  plan.language = console.language();
  if (audience_ != "off") {
    if (auto lines = audience_lines(console))
      plan.audience_lines = std::move(*lines);
    else
      return fail(std::move(lines));
  }
  plan.translate = [&console](const Message& message) { return console.text(message); };
  return plan;
}

Result<std::shared_ptr<const AudienceLines>> RecordCommand::audience_lines(Console& console) const {
  const auto paths = find_paths();
  if (!paths) return tl::unexpected(paths.error());
  auto loaded = load_audience_lines(find_audience_lines({paths->assets}, console.language()));
  if (!loaded) {
    return fail(ErrorKind::kDamaged,
                Message(GLADI_TEXT("{0}, line {1}: {2}"),
                        {loaded.error().file.string(), std::to_string(loaded.error().line),
                         console.text(loaded.error().reason)}));
  }
  say_faults(console, loaded->faults);
  return std::make_shared<const AudienceLines>(std::move(loaded->lines));
}

Result<std::unique_ptr<Stage>> RecordCommand::open_stage(Console& console, const SourceOptions& options,
                                                         Clock& clock) const {
  std::unique_ptr<Stage> stage = Stage::open(options, clock);
  if (const auto paths = find_paths()) stage->look_with(face_model(*paths));
  const auto check = [&console](const SourceSpec& asked, const std::optional<Error>& problem) -> Status {
    if (!problem) return {};
    if (asked.kind != SourceSpec::Kind::kDefault) return tl::unexpected(*problem);
    console.say(*problem);  // something stands in
    return {};
  };
  if (auto camera = check(options.camera, stage->sources().camera_problem()); !camera)
    return fail(std::move(camera));
  if (auto microphone = check(options.microphone, stage->sources().microphone_problem()); !microphone) {
    return fail(std::move(microphone));
  }
  const StageReady ready = stage->wait_for_sources(kFirstPicture, kFirstSound);
  if (!ready.sound) {
    console.say(
        Message(GLADI_TEXT("The microphone {0} has given no sound yet: the recording begins without it."),
                {stage->sources().microphone()->name()}));
  }
  return stage;
}

Status RecordCommand::record(Console& console, Rehearsal& rehearsal,
                             const platform::StopSignals& signals) const {
  const MediaTime end = MediaTime::from_seconds(seconds_);
  MediaTime told;
  rehearsal.begin();
  while (signals.count() == 0) {
    rehearsal.tick();
    const RehearsalState& state = rehearsal.state();
    if (progress_) console.result(to_json(state));
    if (state.problem && !state.going_on) {
      console.say(
          Message(GLADI_TEXT("The recording up to {0} is safe. To record on, make room or name another "
                             "folder with --library."),
                  {format_clock(state.safe_until)}));
      return tl::unexpected(*state.problem);
    }
    if (end.ns > 0 && state.elapsed >= end) break;
    if (state.elapsed - told >= kTellEvery) {
      told = state.elapsed;
      console.say(Message(GLADI_TEXT("{0} recorded."), {format_clock(told)}));
    }
    sleep_for(end.ns > 0 ? std::min(kTick, end - state.elapsed) : kTick);
  }
  return {};
}

Status RecordCommand::finish(Console& console, const fs::path& folder,
                             const platform::StopSignals& signals) const {
  const int signals_before = signals.count();
  std::atomic<bool> cancel = false;
  const auto watch_signals = [&](double) {
    if (signals.count() > signals_before) cancel = true;
  };
  auto finished = finish_session(folder, watch_signals, &cancel);
  if (!finished) {
    console.say(
        Message(GLADI_TEXT("The take is whole and safe; its final file will be made at the next start.")));
    return fail(std::move(finished));
  }
  return {};
}

int RecordCommand::run(Console& console) {
  const auto sources = sources_.parse();
  if (!sources) return console.wrong_use(sources.error().message);
  auto take = plan(console);
  if (!take) {
    return take.error().kind == ErrorKind::kInvalid ? console.wrong_use(take.error().message)
                                                    : console.failed(take.error());
  }
  const platform::StopSignals signals;  // from here on Ctrl+C ends the take, not the program
  MonotonicClock clock;
  auto library = open_library_to_write();
  if (!library) return console.failed(library.error());
  // Asked before the devices are opened: another take would have them, and that would be a riddle. The take
  // gets its own lock when it is prepared.
  if (auto free = LibraryLock::take((*library)->root(), LibraryUse::kTake); !free)
    return console.failed(free.error());
  if (auto ballast = make_ballast((*library)->root()); !ballast) console.say(ballast.error());
  auto stage = open_stage(console, *sources, clock);
  if (!stage) return console.failed(stage.error());
  auto who = person_named(console, (*library)->people(), person_);
  if (!who) return console.failed(who.error());
  take->person = *who;
  // As the studio has measured it; nobody waits for it here.
  if (const auto encoder = encoder_memory().recall((*stage)->canvas())) take->encoder = encoder->settings;
  take->device_offset = SyncMemory(sync_file()).offset_of((*stage)->sources());

  auto rehearsal = Rehearsal::prepare(std::move(*take), **stage, **library, clock);
  if (!rehearsal) return console.failed(rehearsal.error());
  if (signals.count() > 0) {
    console.say(Message(GLADI_TEXT("Nothing was recorded.")));
    return ExitCode::kFailed;
  }
  console.say(Message(GLADI_TEXT("Recording {0}. Ctrl+C ends the take."), {who->name}));
  const Status recorded = record(console, **rehearsal, signals);
  if (!recorded) console.say(recorded.error());
  const auto stopped = (*rehearsal)->stop(signals.count() > 0 ? "signal" : "stopped");
  const fs::path folder = stopped ? *stopped : (*rehearsal)->session_folder();
  console.say(Message(GLADI_TEXT("{0} recorded."), {format_clock((*rehearsal)->state().elapsed)}));
  console.result(folder.string());
  if (!stopped) return console.failed(stopped.error());
  rehearsal->reset();
  stage->reset();  // the devices are free while the final file is made

  const Status finished = finish(console, folder, signals);
  (*library)->refresh(folder);
  if (!finished) return console.failed(finished.error());
  return recorded ? ExitCode::kDone : ExitCode::kFailed;
}

}  // namespace gladi
