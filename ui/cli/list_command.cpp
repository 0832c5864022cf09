#include "ui/cli/list_command.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "ui/cli/take_words.h"

namespace gladi {
namespace {

constexpr size_t kShortId = 8;  // enough to name a take; Library::find takes it

}  // namespace

void ListCommand::declare(OptionList& options) {
  declare_library(options);
  options.flag("--json", json_, GLADI_TEXT("Answer with one JSON object"));
}

int ListCommand::run(Console& console) {
  auto library = open_library(console);
  if (!library) return console.failed(library.error());
  std::vector<Error> problems;
  const std::vector<TakeSummary> takes = (*library)->takes(&problems);
  for (const Error& problem : problems) console.say(problem);

  if (json_) {
    nlohmann::ordered_json answer = {{"library", (*library)->root().string()},
                                     {"sessions", nlohmann::ordered_json::array()},
                                     {"problems", nlohmann::ordered_json::array()}};
    for (const TakeSummary& take : takes) answer["sessions"].push_back(to_json(take));
    for (const Error& problem : problems) answer["problems"].push_back(to_json(problem));
    console.result(answer);
    return ExitCode::kDone;
  }
  if (takes.empty())
    console.say(Message(GLADI_TEXT("There are no takes in {0} yet."), {(*library)->root().string()}));
  for (const TakeSummary& take : takes) {
    console.result(fmt::format("{}  {}  {:>8}  {:<9}  {}  ·  {}", take.session_id.substr(0, kShortId),
                               format_date_time(take.started_at, console.language()),
                               format_clock(take.duration), state_word(take), take.person_name, take.title));
  }
  return ExitCode::kDone;
}

}  // namespace gladi
