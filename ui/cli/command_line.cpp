#include "ui/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <vector>

#include "ui/app/paths.h"
#include "ui/base/log.h"
#include "ui/cli/analyse_command.h"
#include "ui/cli/check_command.h"
#include "ui/cli/comment_command.h"
#include "ui/cli/devices_command.h"
#include "ui/cli/doctor_command.h"
#include "ui/cli/export_command.h"
#include "ui/cli/import_command.h"
#include "ui/cli/list_command.h"
#include "ui/cli/record_command.h"
#include "ui/cli/recover_command.h"
#include "ui/cli/reindex_command.h"
#include "ui/cli/show_command.h"

namespace gladi {
namespace {

std::vector<std::unique_ptr<Command>> all_commands() {
  std::vector<std::unique_ptr<Command>> commands;
  commands.push_back(std::make_unique<RecordCommand>());
  commands.push_back(std::make_unique<DevicesCommand>());
  commands.push_back(std::make_unique<DoctorCommand>());
  commands.push_back(std::make_unique<ListCommand>());
  commands.push_back(std::make_unique<ShowCommand>());
  commands.push_back(std::make_unique<RecoverCommand>());
  commands.push_back(std::make_unique<CommentCommand>());
  commands.push_back(std::make_unique<ExportCommand>());
  commands.push_back(std::make_unique<ImportCommand>());
  commands.push_back(std::make_unique<AnalyseCommand>());
  commands.push_back(std::make_unique<CheckCommand>());
  commands.push_back(std::make_unique<ReindexCommand>());
  return commands;
}

// --lang decides in which language the other options are explained, so it is looked for before they are
// declared.
std::string asked_language(int argc, char** argv) {
  const std::string option = "--lang";
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == option && i + 1 < argc) return argv[i + 1];
    if (word.rfind(option + "=", 0) == 0) return word.substr(option.size() + 1);
  }
  return {};
}

void declare_language(CLI::App& app, const Translator& translator, std::string& value) {
  app.add_option("--lang", value, translator.tr(GLADI_TEXT("Language: id or en")))
      ->type_name("TEXT")
      ->check(CLI::IsMember({"id", "en"}));
}

std::optional<int> parse_and_run(int argc, char** argv, const Translator& translator,
                                 StudioOptions& options) {
  Console console(translator, std::cout, std::cerr);
  CLI::App app(translator.tr(GLADI_TEXT(
                   "Gladi: rehearse selling on a live stream. Without a command the studio opens.")),
               "gladi");
  app.set_help_flag("-h,--help", translator.tr(GLADI_TEXT("This help")));
  app.set_version_flag("--version", GLADI_VERSION, translator.tr(GLADI_TEXT("The version of Gladi")));
  app.require_subcommand(0, 1);
  OptionList of_studio(app, translator);
  of_studio.path("--library", options.library, GLADI_TEXT("Folder of people and takes"));
  of_studio.text(
      "--camera", options.camera,
      GLADI_TEXT("Camera, as gladi devices names it; or file:PATH, url:ADDRESS, demo, test, none"));
  of_studio.text(
      "--mic", options.microphone,
      GLADI_TEXT("Microphone, as gladi devices names it; or file:PATH, url:ADDRESS, demo, test, none"));
  declare_language(app, translator, options.language);

  const std::vector<std::unique_ptr<Command>> commands = all_commands();
  std::vector<CLI::App*> declared;
  for (const auto& command : commands) {
    CLI::App* sub = app.add_subcommand(command->name(), translator.tr(command->help()));
    OptionList list(*sub, translator);
    command->declare(list);
    declare_language(*sub, translator, options.language);
    declared.push_back(sub);
  }

  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked_for) {  // --help, --version
    return app.exit(asked_for, std::cout, std::cerr);
  } catch (const CLI::ParseError& error) {
    return console.wrong_use(
        Message(GLADI_TEXT("This command can't be understood: {0}. See gladi --help."), {error.what()}));
  }
  for (size_t i = 0; i < commands.size(); ++i) {
    if (declared[i]->parsed()) return commands[i]->run(console);
  }
  return std::nullopt;
}

}  // namespace

std::optional<int> run_command(int argc, char** argv, StudioOptions& options) {
  start_log();
  if (const auto paths = find_paths()) Translator::prepare_process(paths->translations);
  const Translator translator(parse_language(asked_language(argc, argv), language_of_environment()));
  return parse_and_run(argc, argv, translator, options);
}

}  // namespace gladi
