#include "ui/cli/recover_command.h"

#include <nlohmann/json.hpp>

#include "ui/cli/take_words.h"

namespace gladi {

void RecoverCommand::declare(OptionList& options) {
  declare_library(options);
  options.flag("--json", json_, GLADI_TEXT("Answer with one JSON object"));
}

int RecoverCommand::run(Console& console) {
  auto library = Library::open(library_folder());
  if (!library) return console.failed(library.error());

  using Json = nlohmann::ordered_json;
  Json recovered = Json::array();
  Json failed = Json::array();
  const std::vector<std::filesystem::path> interrupted = (*library)->interrupted();
  // What is on the disk waits there until it can be written again.
  if (!interrupted.empty()) {
    if (const Status writable = check_writable((*library)->root()); !writable)
      return console.failed(writable.error());
  }
  for (const std::filesystem::path& folder : interrupted) {
    const auto session = finish_session(folder);
    (*library)->refresh(folder);
    if (!session) {
      console.say(session.error());
      failed.push_back({{"folder", folder.string()}, {"error", to_json(session.error())}});
      continue;
    }
    console.say(Message(GLADI_TEXT("The rehearsal of {0} is safe up to {1}."),
                        {session->person_name, format_clock(session->duration)}));
    if (!json_) console.result(folder.string());
    recovered.push_back(
        {{"id", session->id}, {"folder", folder.string()}, {"duration_s", session->duration.seconds()}});
  }
  if (json_) console.result(Json{{"recovered", recovered}, {"failed", failed}});
  if (recovered.empty() && failed.empty()) console.say(Message(GLADI_TEXT("No take was interrupted.")));
  return failed.empty() ? ExitCode::kDone : ExitCode::kFailed;
}

}  // namespace gladi
