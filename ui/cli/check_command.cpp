#include "ui/cli/check_command.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "studio/audience/audience_lines.h"
#include "studio/catalogue/catalogue_file.h"
#include "studio/review/rubric.h"

namespace gladi {
namespace {

namespace fs = std::filesystem;

Fault as_fault(const fs::path& file, const Error& error) {
  return {file, 0, error.message};
}

// "audience": assets/audience/id.toml, or audience-id.toml wherever it lies.
bool is_called(const fs::path& file, const std::string& word, const std::string& folder_name) {
  std::error_code ignored;
  const std::string folder = fs::absolute(file, ignored).parent_path().filename().string();
  return file.filename().string().find(word) != std::string::npos || folder == folder_name;
}

// The faults of one file, or of a folder that holds a catalogue.
std::vector<Fault> faults_of(const fs::path& file) {
  std::error_code ignored;
  const bool is_folder = fs::is_directory(file, ignored);
  const std::string name = file.filename().string();
  const bool is_rundown = !is_folder && name.find("rundown") != std::string::npos;
  if (!fs::exists(file, ignored)) {
    return {{file, 0, Message(GLADI_TEXT("{0} is not there."), {file.string()})}};
  }
  if (!is_folder && is_called(file, "audience", "audience")) {
    const auto lines = load_audience_lines(file);
    return lines ? lines->faults : std::vector<Fault>{lines.error()};
  }
  if (!is_folder && is_called(file, "rubric", "rubrics")) {
    const auto rubric = load_rubric(file);
    return rubric ? rubric->faults : std::vector<Fault>{as_fault(file, rubric.error())};
  }
  if (!is_folder && !is_rundown && name != "catalogue.toml") {
    return {{file, 0,
             Message(GLADI_TEXT("This is neither a catalogue.toml nor a rundown, an audience or a rubric; "
                                "Gladi tells them by their names."))}};
  }
  const fs::path folder = is_folder ? file : file.parent_path();
  const auto catalogue = load_catalogue(folder.empty() ? "." : folder, PhotoCheck::kOpens);
  if (!catalogue) return {as_fault(is_folder ? file : folder / "catalogue.toml", catalogue.error())};
  if (!is_rundown) return catalogue->faults;
  const auto rundown = load_rundown(file, catalogue->catalogue);
  if (!rundown) return {as_fault(file, rundown.error())};
  return rundown->faults;
}

}  // namespace

void CheckCommand::declare(OptionList& options) {
  options.paths("FILE", files_,
                GLADI_TEXT("Catalogue folders, catalogue.toml, rundown, audience or rubric files"));
  options.flag("--json", json_, GLADI_TEXT("Answer with one JSON object"));
}

int CheckCommand::run(Console& console) {
  bool any = false;
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const fs::path& file : files_) {
    const std::vector<Fault> faults = faults_of(file);
    any = any || !faults.empty();
    for (const Fault& fault : faults) {
      if (json_) {
        list.push_back(
            {{"file", fault.file.string()}, {"line", fault.line}, {"reason", console.text(fault.reason)}});
      } else {
        const std::string place =
            fault.line > 0 ? fmt::format("{}:{}", fault.file.string(), fault.line) : fault.file.string();
        console.result(place + ": " + console.text(fault.reason));
      }
    }
    if (faults.empty()) console.say(Message(GLADI_TEXT("{0} is in order."), {file.string()}));
  }
  if (json_) console.result(nlohmann::ordered_json{{"faults", list}});
  return any ? ExitCode::kFailed : ExitCode::kDone;
}

}  // namespace gladi
