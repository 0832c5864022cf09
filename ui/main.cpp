// The program: a command of the command line, or the studio.
#include <cstdio>
#include <exception>

#include "encoder/base/platform.h"
#include "ui/app/app.h"
#include "ui/cli/command_line.h"
#include "ui/text/translator.h"

namespace {

int run(int argc, char** argv) {
  using namespace gladi;
  StudioOptions options;
  if (const std::optional<int> exit_code = run_command(argc, argv, options)) return *exit_code;
  Result<std::unique_ptr<App>> app = App::open(options);
  if (!app) {
    const Translator translator(parse_language(options.language, language_of_environment()));
    std::fprintf(stderr, "gladi: %s\n", translator.tr(app.error().message).c_str());
    if (!app.error().detail.empty()) std::fprintf(stderr, "  (%s)\n", app.error().detail.c_str());
    return 1;
  }
  (*app)->run();
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  gladi::platform::keep_heap_small();
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "gladi: %s\n", error.what());
    return 1;
  }
}
