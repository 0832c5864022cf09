#include "ui/cli/doctor_command.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <thread>

#include "encoder/base/platform.h"
#include "studio/library/library.h"
#include "studio/rehearsal/checkup.h"

namespace gladi {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::chrono::milliseconds kReadEvery{100};

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
          {"disk", GLADI_TEXT("Disk"), checkup.disk},
          {"encoder", GLADI_TEXT("Recording power"), checkup.encoder},
          {"sync", GLADI_TEXT("Lip sync"), checkup.sync}};
}

CheckupInput watch(Stage& stage, Clock& clock, double seconds, std::optional<int64_t> disk_free_bytes) {
  LevelHistory history;
  const MediaTime end = clock.now() + MediaTime::from_seconds(seconds);
  do {
    std::this_thread::sleep_for(kReadEvery);
    history.add(stage.sound().level(), clock.now());
  } while (clock.now() < end);
  CheckupInput input = observe(stage, history, disk_free_bytes);
  input.listened_long_enough = true;  // as long as was asked for
  return input;
}

}  // namespace

void DoctorCommand::declare(OptionList& options) {
  sources_.declare(options);
  options.seconds("--seconds", seconds_, GLADI_TEXT("How long to look and listen"));
  declare_library(options);
  options.flag("--json", json_, GLADI_TEXT("Answer with one JSON object"));
}

int DoctorCommand::run(Console& console) {
  const auto sources = sources_.parse();
  if (!sources) return console.wrong_use(sources.error().message);
  MonotonicClock clock;
  console.say(Message(GLADI_TEXT("Looking and listening. Please say something…")));
  const std::unique_ptr<Stage> stage = Stage::open(*sources, clock);
  const CheckupInput input = watch(*stage, clock, seconds_, free_bytes(library_folder()));
  const Checkup checkup = check_up(input);

  const std::optional<Message> privacy = privacy_warning(library_folder());
  if (!json_) {
    for (const Line& line : lines_of(checkup)) {
      const std::string advice = line.finding.advice.empty() ? "" : " — " + console.text(line.finding.advice);
      console.result(fmt::format("{} {}: {}{}", mark(line.finding.verdict), console.text(Message(line.label)),
                                 console.text(line.finding.what), advice));
    }
    if (privacy) console.result(fmt::format("! {}", console.text(*privacy)));
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
  console.result(answer);
  return ExitCode::kDone;
}

}  // namespace gladi
