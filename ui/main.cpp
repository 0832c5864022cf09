// The program: opens the window.
#include <cstdio>

#include "ui/app/paths.h"
#include "ui/text/translator.h"
#include "ui/widgets/widgets.h"
#include "ui/window/window.h"

int main() {
  using namespace gladi;
  Result<Paths> paths = find_paths();
  if (!paths) {
    std::fprintf(stderr, "gladi: %s\n", paths.error().english().c_str());
    return 1;
  }
  Translator::prepare_process(paths->translations);
  const Translator translator(language_of_environment());
  Result<std::unique_ptr<Window>> opened = Window::open({});
  if (!opened) {
    std::fprintf(stderr, "gladi: %s\n", opened.error().english().c_str());
    return 1;
  }
  Window& window = **opened;
  WidgetRegistry widgets;
  while (!window.close_requested()) {
    window.wait(std::chrono::milliseconds(500));
    window.begin_frame();
    apply_style(kLightPalette);
    Ui ui{kLightPalette, window.fonts(), translator, widgets, window.area(), {}};
    {
      const ScreenScope screen(ui, "home");
      header(ui);
    }
    window.end_frame(kLightPalette.background);
  }
}
