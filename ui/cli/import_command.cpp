#include "ui/cli/import_command.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "encoder/file/media_info.h"
#include "studio/share/video_import.h"
#include "ui/base/platform.h"
#include "ui/cli/person_argument.h"

namespace gladi {

using Json = nlohmann::ordered_json;

void ImportCommand::declare(OptionList& options) {
  options.paths("FILE", files_, GLADI_TEXT("The .gladi files, or videos of a person"));
  options.text("--person", person_, GLADI_TEXT("Who is in the videos; a new name is added to the library"));
  options.flag("--same-person", same_person_,
               GLADI_TEXT("People of the file who have the name of somebody here are the same people"));
  options.flag("--other-person", other_person_, GLADI_TEXT("They are others with the same name"));
  declare_library(options);
  options.flag("--json", json_, GLADI_TEXT("Answer with one JSON object"));
}

Result<Json> ImportCommand::take_in_bundle(Console& console, Library& library,
                                           const std::filesystem::path& file,
                                           const ShareProgress& progress) const {
  std::map<std::string, std::filesystem::path> known;
  for (const TakeSummary& take : library.takes()) known.emplace(take.session_id, take.folder);
  const auto named_same = same_names(library.root(), file);
  if (!named_same) return tl::unexpected(named_same.error());
  SamePeople same;
  for (const SameName& one : *named_same) {
    if (same_person_) same[one.theirs_id] = one.here_id;
    if (!same_person_ && !other_person_) {
      console.say(
          Message(GLADI_TEXT("{0} is the name of somebody here too. Nobody said who it is, so it is taken to "
                             "be somebody else: --same-person and --other-person say it beforehand."),
                  {one.name}));
    }
  }
  const auto report = import_bundle(library.root(), known, file, progress, same);
  if (!report) return tl::unexpected(report.error());
  for (const Message& words : words_of(*report)) console.say(words);
  return Json{{"file", file.string()},
              {"takes_added", report->takes_added},
              {"takes_known", report->takes_known},
              {"takes_in_trash", report->takes_in_trash},
              {"takes_unknown", report->takes_unknown},
              {"takes_withdrawn", report->takes_withdrawn},
              {"reviews_added", report->reviews_added},
              {"reviews_merged", report->reviews_merged},
              {"reviews_assessed", report->reviews_assessed},
              {"reviews_left", report->reviews_left},
              {"comments_added", report->comments_added},
              {"comments_changed", report->comments_changed},
              {"comments_removed", report->comments_removed},
              {"people_added", report->people_added},
              {"people_joined", report->people_joined},
              {"same_names", report->same_names}};
}

Result<Json> ImportCommand::take_in_video(Console& console, Library& library,
                                          const std::filesystem::path& file,
                                          const ShareProgress& progress) const {
  // Nobody new is added for what is no video.
  if (const auto readable = probe_media(file); !readable) return tl::unexpected(readable.error());
  const auto person = person_named(console, library.people(), person_);
  if (!person) return tl::unexpected(person.error());
  const auto folder = import_video(library.root(), *person, file, progress);
  if (!folder) return tl::unexpected(folder.error());
  const auto take = library.find(folder->string());
  if (!take) return tl::unexpected(take.error());
  if (!json_) console.result(folder->string());
  return Json{{"file", file.string()},
              {"takes_added", 1},
              {"session", take->session_id},
              {"folder", folder->string()},
              {"duration_s", take->duration.seconds()}};
}

int ImportCommand::run(Console& console) {
  if (same_person_ && other_person_) {
    return console.wrong_use(
        Message(GLADI_TEXT("--same-person and --other-person don't go together: please choose one.")));
  }
  if (person_.empty() && !std::all_of(files_.begin(), files_.end(), is_bundle_name)) {
    return console.wrong_use(
        Message(GLADI_TEXT("Videos belong to somebody: please name the person with --person.")));
  }
  auto library = open_library_to_write();
  if (!library) return console.failed(library.error());
  const platform::StopSignals signals;
  std::atomic<bool> cancel{false};
  const ShareProgress progress{[&](double) { cancel = signals.count() > 0; }, &cancel};
  Json imported = Json::array();
  bool all = true;
  for (const std::filesystem::path& file : files_) {
    const auto came = is_bundle_name(file) ? take_in_bundle(console, **library, file, progress)
                                           : take_in_video(console, **library, file, progress);
    if (!came) {
      all = false;
      console.say(came.error());
      continue;
    }
    imported.push_back(*came);
  }
  if (json_) console.result(Json{{"imported", imported}});
  return all ? ExitCode::kDone : ExitCode::kFailed;
}

}  // namespace gladi
