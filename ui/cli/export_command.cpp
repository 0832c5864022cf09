#include "ui/cli/export_command.h"

#include <nlohmann/json.hpp>

#include "studio/share/bundle.h"
#include "ui/base/platform.h"

namespace gladi {

void ExportCommand::declare(OptionList& options) {
  using Need = OptionList::Need;
  options.text("SESSION", session_, GLADI_TEXT("The take: its id, the beginning of it, or its folder"),
               Need::kRequired);
  options.path("-o,--out", out_, GLADI_TEXT("The file to write; its ending says what: .gladi"),
               Need::kRequired);
  options.flag("--reviews", reviews_, GLADI_TEXT("Without the film: only what reviewers wrote"));
  declare_library(options);
  options.flag("--json", json_, GLADI_TEXT("Answer with one JSON object"));
}

int ExportCommand::run(Console& console) {
  if (out_.extension() != ".gladi") {
    return console.wrong_use(Message(
        GLADI_TEXT("{0} is no kind of file that Gladi writes; end it with .gladi."), {out_.string()}));
  }
  auto library = open_library();
  if (!library) return console.failed(library.error());
  const auto take = (*library)->find(session_);
  if (!take) return console.failed(take.error());
  const platform::StopSignals signals;
  std::atomic<bool> cancel{false};
  const ShareProgress progress{[&](double) { cancel = signals.count() > 0; }, &cancel};
  const std::filesystem::path target = std::filesystem::absolute(out_);
  const auto written = export_bundle((*library)->root(), {take->folder}, reviews_, target, progress);
  if (!written) return console.failed(written.error());
  if (json_) {
    console.result(nlohmann::ordered_json{{"file", target.string()}, {"session", take->session_id}});
  } else {
    console.result(target.string());
  }
  return ExitCode::kDone;
}

}  // namespace gladi
