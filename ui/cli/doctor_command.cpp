#include "ui/cli/doctor_command.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <thread>

#include "encoder/base/platform.h"
#include "encoder/file/encoder_choice.h"
#include "studio/library/library.h"
#include "studio/rehearsal/checkup.h"
#include "studio/rehearsal/sync_memory.h"
#include "ui/app/encoder_keeper.h"
#include "ui/app/paths.h"

namespace gladi {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::chrono::milliseconds kReadEvery{100};
constexpr MediaTime kBeforeClaps = MediaTime::from_ms(200);
constexpr MediaTime kClapsWithin = MediaTime::from_ms(20'000);
constexpr int kClaps = 5;  // more make the mean better: a camera sees each up to a picture late

const char* verdict_word(Verdict verdict) {  // for programs: never translated
  switch (verdict) {
    case Verdict::kGood:
      return "good";
    case Verdict::kAttention:
      return "attention";
    case Verdict::kBad:
      return "bad";
    case Verdict::kNotChecked:
      return "not_checked";
  }
  return "";
}

const char* mark(Verdict verdict) {
  switch (verdict) {
    case Verdict::kGood:
      return "✓";
    case Verdict::kAttention:
      return "!";
    case Verdict::kBad:
      return "✗";
    case Verdict::kNotChecked:
      return "?";
  }
  return "";
}

// The library may not be made yet: its disk is that of the nearest folder above.
std::optional<int64_t> free_bytes(fs::path folder) {
  std::error_code ignored;
  while (!fs::exists(folder, ignored) && folder.has_relative_path()) folder = folder.parent_path();
  const auto space = platform::disk_space(folder);
  if (!space) return std::nullopt;
  return space->free_bytes;
}

struct Line {
  const char* key;
  const char* label;
  const Finding& finding;
};

std::vector<Line> lines_of(const Checkup& checkup) {
  return {{"camera", GLADI_TEXT("Camera"), checkup.camera},
          {"microphone", GLADI_TEXT("Microphone"), checkup.microphone},
          {"light", GLADI_TEXT("Light"), checkup.light},
          {"face", GLADI_TEXT("Face"), checkup.face},
          {"disk", GLADI_TEXT("Disk"), checkup.disk},
          {"encoder", GLADI_TEXT("Recording power"), checkup.encoder},
          {"sync", GLADI_TEXT("Lip sync"), checkup.sync}};
}

CheckupInput watch(Stage& stage, Clock& clock, double seconds, std::optional<int64_t> disk_free_bytes) {
  LevelHistory history;
  VoiceLevel voice;
  std::optional<PictureSample> seen;
  const MediaTime end = clock.now() + MediaTime::from_seconds(seconds);
  do {
    std::this_thread::sleep_for(kReadEvery);
    history.add(stage.sound().level(), clock.now());
    voice.add(stage.sound().level(), clock.now());
    for (PictureSample& sample : stage.take_seen()) seen = std::move(sample);
  } while (clock.now() < end);
  CheckupInput input = observe(stage, history, voice, seen, clock.now(), disk_free_bytes);
  // A few seconds are too short for the room's noise: then loudness alone is judged.
  if (voice.listened() < VoiceLevel::kSpan) input.voice.reset();
  input.listened_long_enough = true;  // as long as was asked for
  return input;
}

// Nothing when fewer claps than ClapMeter::kEnough agree.
std::optional<ClapResult> measure_claps(Stage& stage, Clock& clock) {
  const MediaTime start = clock.now() + kBeforeClaps;
  ClapMeter meter(start);
  stage.program().attach(meter, start);
  stage.sound().attach(meter, start);
  while (meter.claps() < kClaps && clock.now() < start + kClapsWithin)
    std::this_thread::sleep_for(kReadEvery);
  const MediaTime end = clock.now();
  stage.program().detach(end);
  stage.sound().detach(end);
  return meter.result();
}

// "libx264 veryfast: 23.1 ms a frame, 35 percent of …"
std::string words_of(const Console& console, const EncoderProbe& probe) {
  const EncoderSettings& settings = probe.settings;
  const std::string name =
      settings.software() ? settings.video_encoder + " " + settings.preset : settings.video_encoder;
  if (probe.problem) return name + ": " + console.text(probe.problem->message);
  const double ms = settings.software() ? probe.cpu_ms_per_frame : probe.wall_ms_per_frame;
  return console.text(
      Message(GLADI_TEXT("{0}: {1} ms a frame, {2} percent of what this computer can do"),
              {name, fmt::format("{:.1f}", ms), fmt::format("{:.0f}", 100 * probe.budget_share)}));
}

Json to_json(const Console& console, const EncoderProbe& probe) {
  Json json = {{"name", probe.settings.video_encoder}};
  if (probe.settings.software()) json["preset"] = probe.settings.preset;
  json["usable"] = probe.usable();
  json["why_not"] = probe.problem ? Json(console.text(probe.problem->message)) : Json();
  json["detail"] = probe.problem ? Json(probe.problem->detail) : Json();
  json["cpu_ms_per_frame"] = probe.usable() ? Json(probe.cpu_ms_per_frame) : Json();
  json["wall_ms_per_frame"] = probe.usable() ? Json(probe.wall_ms_per_frame) : Json();
  json["budget_share"] = probe.usable() ? Json(probe.budget_share) : Json();
  json["times_real_time"] = probe.usable() ? Json(probe.times_real_time()) : Json();
  return json;
}

Json to_json(const Console& console, const std::vector<EncoderProbe>& probes) {
  Json list = Json::array();
  for (const EncoderProbe& probe : probes) list.push_back(to_json(console, probe));
  return list;
}

}  // namespace

void DoctorCommand::declare(OptionList& options) {
  sources_.declare(options);
  options.seconds("--seconds", seconds_, GLADI_TEXT("How long to look and listen"));
  declare_library(options);
  options.flag("--clap", clap_,
               GLADI_TEXT("Clap in front of the camera: measures how well its picture and the sound fit"));
  options.flag("--json", json_, GLADI_TEXT("Answer with one JSON object"));
}

// With --clap what was measured now, which is kept; else what is known.
std::optional<ClapResult> DoctorCommand::look_at_sync(Console& console, Stage& stage, Clock& clock,
                                                      CheckupInput& input) const {
  const SyncMemory memory(sync_file());
  const auto pair = DevicePair::of(stage.sources());
  if (pair) input.device_offset = memory.recall(*pair);
  if (!clap_) return std::nullopt;
  if (!pair) {
    input.clap_problem = Message(GLADI_TEXT("A clap needs a camera and a microphone"));
    return std::nullopt;
  }
  console.say(
      Message(GLADI_TEXT("Please clap {0} times in front of the camera, about a second apart. Hold your "
                         "hands together for a moment each time."),
              {std::to_string(kClaps)}));
  const auto measured = measure_claps(stage, clock);
  if (!measured) {
    input.clap_problem = Message(GLADI_TEXT("Too few claps were both seen and heard"));
    return std::nullopt;
  }
  input.device_offset = measured->offset;
  if (auto kept = memory.keep(*pair, *measured); !kept) console.say(kept.error());
  return measured;
}

int DoctorCommand::run(Console& console) {
  const auto sources = sources_.parse();
  if (!sources) return console.wrong_use(sources.error().message);
  MonotonicClock clock;
  console.say(Message(GLADI_TEXT("Looking and listening. Please say: \"Hello everyone, welcome!\"")));
  const std::unique_ptr<Stage> stage = Stage::open(*sources, clock);
  if (const auto paths = find_paths()) stage->look_with(face_model(*paths));
  CheckupInput input = watch(*stage, clock, seconds_, free_bytes(library_folder()));
  const std::optional<ClapResult> claps = look_at_sync(console, *stage, clock, input);
  console.say(Message(GLADI_TEXT("Trying the video encoders…")));
  const std::optional<EncoderChoice> encoders = choose_encoder(stage->canvas());
  if (encoders) {
    input.encoder = encoders->chosen;
    if (auto kept = encoder_memory().keep(stage->canvas(), encoders->chosen); !kept)
      console.say(kept.error());
    const EncoderSettings& chosen = encoders->chosen.settings;
    input.bits_per_second = chosen.max_bitrate_bps + chosen.audio_bitrate_bps;
  }
  const Checkup checkup = check_up(input);

  const std::optional<Message> privacy = privacy_warning(library_folder());
  if (!json_) {
    for (const Line& line : lines_of(checkup)) {
      const std::string advice = line.finding.advice.empty() ? "" : " — " + console.text(line.finding.advice);
      console.result(fmt::format("{} {}: {}{}", mark(line.finding.verdict), console.text(Message(line.label)),
                                 console.text(line.finding.what), advice));
    }
    if (privacy) console.result(fmt::format("! {}", console.text(*privacy)));
    if (!encoders) return ExitCode::kDone;
    console.result(console.text(
        Message(GLADI_TEXT("Takes are recorded with {0}."), {describe(encoders->chosen.settings)})));
    for (const auto* list : {&encoders->presets, &encoders->hardware}) {
      for (const EncoderProbe& probe : *list)
        console.result(fmt::format("  {} {}", probe.usable() ? "✓" : "–", words_of(console, probe)));
    }
    return ExitCode::kDone;
  }
  Json answer;
  for (const Line& line : lines_of(checkup)) {
    answer[line.key] = {{"verdict", verdict_word(line.finding.verdict)},
                        {"what", console.text(line.finding.what)},
                        {"advice", console.text(line.finding.advice)}};
  }
  const Sources& opened = stage->sources();
  answer["camera"]["name"] = opened.camera() ? Json(opened.camera()->name()) : Json();
  answer["microphone"]["name"] = opened.microphone() ? Json(opened.microphone()->name()) : Json();
  answer["microphone"]["peak_dbfs"] = input.peak_dbfs;
  answer["light"]["mean_brightness"] = input.mean_brightness ? Json(*input.mean_brightness) : Json();
  answer["disk"]["free_bytes"] = input.disk_free_bytes ? Json(*input.disk_free_bytes) : Json();
  answer["disk"]["keeps_private"] = !privacy;
  const std::optional<int64_t> minutes = disk_minutes(input);
  answer["disk"]["minutes"] = minutes ? Json(*minutes) : Json();
  answer["sync"]["offset_ns"] = input.device_offset ? Json(input.device_offset->ns) : Json();
  answer["sync"]["claps"] = claps ? Json(claps->claps) : Json();
  answer["sync"]["spread_ns"] = claps ? Json(claps->spread.ns) : Json();
  if (encoders) {
    answer["encoder"]["chosen"] = to_json(console, encoders->chosen);
    answer["encoder"]["description"] = describe(encoders->chosen.settings);
    answer["encoder"]["presets"] = to_json(console, encoders->presets);
    answer["encoder"]["hardware"] = to_json(console, encoders->hardware);
  }
  console.result(answer);
  return ExitCode::kDone;
}

}  // namespace gladi
