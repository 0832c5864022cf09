#include "ui/cli/analyse_command.h"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "studio/coaching/take_metrics.h"
#include "studio/session/session_file.h"
#include "ui/cli/measure_words.h"

namespace gladi {

void AnalyseCommand::declare(OptionList& options) {
  options.text("SESSION|FILE", what_,
               GLADI_TEXT("The take (its id, the beginning of it, or its folder), or a sound or video file"),
               OptionList::Need::kRequired);
  declare_library(options);
  options.flag("--json", json_, GLADI_TEXT("Answer with one JSON object"));
}

Result<SoundMetrics> AnalyseCommand::measure(Console& console) const {
  std::error_code ignored;
  if (std::filesystem::is_regular_file(what_, ignored)) return measure_sound({{what_, {}}});
  auto library = open_library(console);
  if (!library) return fail(std::move(library));
  const auto take = (*library)->find(what_);
  if (!take) return tl::unexpected(take.error());
  const auto session = load_session(take->folder);
  if (!session) return tl::unexpected(session.error());
  return take_metrics(take->folder, *session);
}

int AnalyseCommand::run(Console& console) {
  const auto metrics = measure(console);
  if (!metrics) return console.failed(metrics.error());
  if (json_) {
    console.result(sound_answer(*metrics));
  } else {
    for (const Message& line : sound_lines(*metrics)) console.result(console.text(line));
  }
  return ExitCode::kDone;
}

}  // namespace gladi
