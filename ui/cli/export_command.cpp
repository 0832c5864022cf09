#include "ui/cli/export_command.h"

#include <nlohmann/json.hpp>

#include "studio/share/bundle.h"
#include "ui/base/platform.h"

namespace gladi {
namespace {

// "" is no moment; text that is none is told.
Result<std::optional<MediaTime>> moment_of(const std::string& text) {
  if (text.empty()) return std::optional<MediaTime>();
  if (const auto at = parse_timecode(text)) return at;
  return fail(ErrorKind::kInvalid, Message(GLADI_TEXT("{0} is no moment; write it as 00:02:31."), {text}));
}

}  // namespace

void ExportCommand::declare(OptionList& options) {
  using Need = OptionList::Need;
  options.text("SESSION", session_, GLADI_TEXT("The take: its id, the beginning of it, or its folder"),
               Need::kRequired);
  options.path(
      "-o,--out", out_,
      GLADI_TEXT("The file to write; its ending says what: .gladi (for another Gladi), .mp4 (a clip to be "
                 "sent), .html (a page with film and comments), .pdf (sheets for printing), .csv (a table)"),
      Need::kRequired);
  options.flag("--reviews", reviews_, GLADI_TEXT("Without the film: only what reviewers wrote"));
  options.text("--from", from_, GLADI_TEXT("Where the clip begins, as 00:02:31"));
  options.text("--to", to_, GLADI_TEXT("Where the clip ends"));
  declare_library(options);
  options.flag("--json", json_, GLADI_TEXT("Answer with one JSON object"));
}

Status ExportCommand::write(Console& console, const Library& library, const TakeSummary& take,
                            ExportKind kind, const std::filesystem::path& target,
                            const TakePiece& piece) const {
  const platform::StopSignals signals;
  std::atomic<bool> cancel{false};
  const ShareProgress progress{[&](double) { cancel = signals.count() > 0; }, &cancel};
  const ReportWords words{console.language(), [&](const Message& message) { return console.text(message); }};
  ExportOrder order{kind, library.root(), {take.folder}, piece, target};
  if (reviews_ && kind == ExportKind::kBundle) order.kind = ExportKind::kReviews;
  auto missing = export_takes(order, words, progress);
  if (!missing) return fail(std::move(missing));
  for (const Message& sentence : *missing) console.say(sentence);
  return {};
}

int ExportCommand::run(Console& console) {
  const std::optional<ExportKind> kind = kind_by_ending(out_);
  if (!kind) {
    return console.wrong_use(Message(
        GLADI_TEXT(
            "{0} is no kind of file that Gladi writes; end it with .gladi, .mp4, .html, .pdf or .csv."),
        {out_.string()}));
  }
  const auto from = moment_of(from_), to = moment_of(to_);
  if (!from) return console.wrong_use(from.error().message);
  if (!to) return console.wrong_use(to.error().message);
  auto library = open_library(console);
  if (!library) return console.failed(library.error());
  const auto take = (*library)->find(session_);
  if (!take) return console.failed(take.error());
  const std::filesystem::path target = std::filesystem::absolute(out_);
  if (const auto written = write(console, **library, *take, *kind, target, {*from, *to}); !written)
    return console.failed(written.error());
  if (json_) {
    console.result(nlohmann::ordered_json{{"file", target.string()}, {"session", take->session_id}});
  } else {
    console.result(target.string());
  }
  return ExitCode::kDone;
}

}  // namespace gladi
