#include "ui/cli/import_command.h"

#include <nlohmann/json.hpp>

#include "studio/share/bundle.h"
#include "ui/base/platform.h"

namespace gladi {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const std::filesystem::path& file, const ImportReport& report) {
  return {{"file", file.string()},
          {"takes_added", report.takes_added},
          {"takes_known", report.takes_known},
          {"takes_unknown", report.takes_unknown},
          {"takes_withdrawn", report.takes_withdrawn},
          {"reviews_added", report.reviews_added},
          {"reviews_merged", report.reviews_merged},
          {"people_added", report.people_added},
          {"same_names", report.same_names}};
}

void tell(Console& console, const ImportReport& report) {
  console.say(Message(GLADI_TEXT("New takes: {0}. Here already: {1}. Reviews new or added to: {2}."),
                      {std::to_string(report.takes_added), std::to_string(report.takes_known),
                       std::to_string(report.reviews_added + report.reviews_merged)}));
  if (report.takes_unknown > 0) {
    console.say(
        Message(GLADI_TEXT("{0} takes are not in this library: what was written about them was left out."),
                {std::to_string(report.takes_unknown)}));
  }
  if (report.takes_withdrawn > 0) {
    console.say(Message(GLADI_TEXT("{0} takes are of people who have withdrawn: they were left out."),
                        {std::to_string(report.takes_withdrawn)}));
  }
  for (const std::string& name : report.same_names) {
    console.say(Message(
        GLADI_TEXT("There are two people called {0} now. If it is one person, rename one of them."), {name}));
  }
}

}  // namespace

void ImportCommand::declare(OptionList& options) {
  options.paths("FILE", files_, GLADI_TEXT("The .gladi files"));
  declare_library(options);
  options.flag("--json", json_, GLADI_TEXT("Answer with one JSON object"));
}

int ImportCommand::run(Console& console) {
  auto library = open_library_to_write();
  if (!library) return console.failed(library.error());
  const platform::StopSignals signals;
  std::atomic<bool> cancel{false};
  const ShareProgress progress{[&](double) { cancel = signals.count() > 0; }, &cancel};
  Json imported = Json::array();
  bool all = true;
  for (const std::filesystem::path& file : files_) {
    std::map<std::string, std::filesystem::path> known;
    for (const TakeSummary& take : (*library)->takes()) known.emplace(take.session_id, take.folder);
    const auto report = import_bundle((*library)->root(), known, file, progress);
    if (!report) {
      all = false;
      console.say(report.error());
      continue;
    }
    tell(console, *report);
    imported.push_back(to_json(file, *report));
  }
  if (json_) console.result(Json{{"imported", imported}});
  return all ? ExitCode::kDone : ExitCode::kFailed;
}

}  // namespace gladi
