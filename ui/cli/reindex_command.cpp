#include "ui/cli/reindex_command.h"

namespace gladi {

void ReindexCommand::declare(OptionList& options) {
  declare_library(options);
}

int ReindexCommand::run(Console& console) {
  auto library = open_library_to_write();
  if (!library) return console.failed(library.error());
  if (const Status done = (*library)->reindex(); !done) return console.failed(done.error());
  std::vector<Error> problems;
  const size_t count = (*library)->takes(&problems).size();
  for (const Error& problem : problems) console.say(problem);
  console.say(Message(GLADI_TEXT("Takes in the list: {0}."), {std::to_string(count)}));
  return ExitCode::kDone;
}

}  // namespace gladi
