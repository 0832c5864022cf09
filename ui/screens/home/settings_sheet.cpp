// The settings: pages at the left, the choices of one of them at the right. Every change is used at once or
// says when it is.
#include "ui/screens/home/home_screen.h"
#include "ui/screens/home/settings_pages.h"
#include "ui/theme/icons.h"
#include "ui/widgets/sheet.h"

namespace gladi {
namespace {

using Page = HomeView::Page;

constexpr float kTabs = 216;

struct Tab {
  Page page;
  const char* name;  // of the widget
  const char* words;
  const char* icon;
};
constexpr Tab kPages[] = {
    {Page::kDevices, "devices", GLADI_TEXT("Camera and sound"), icons::kCamera},
    {Page::kRecording, "recording", GLADI_TEXT("Recording"), icons::kMovie},
    {Page::kPicture, "picture", GLADI_TEXT("On the picture"), icons::kLayout},
    {Page::kRehearsing, "rehearsing", GLADI_TEXT("Rehearsing"), icons::kTime},
    {Page::kScreen, "screen", GLADI_TEXT("Language and size"), icons::kLanguage},
    {Page::kKeys, "keys", GLADI_TEXT("Keys"), icons::kKeyboard},
};

void draw_tabs(Ui& ui, Box column, HomeView& view) {
  for (const Tab& tab : kPages) {
    const bool chosen = tab.page == view.page;
    const ButtonSpec spec{.label = ui.tr(tab.words),
                          .icon = tab.icon,
                          .look = chosen ? ButtonLook::kPrimary : ButtonLook::kNormal};
    const std::string name = std::string("home.settings.page.") + tab.name;
    if (button(ui, name, column.cut_top(Metrics::kButtonHeight, 10), spec)) view.page = tab.page;
  }
}

}  // namespace

std::optional<HomeIntent> draw_settings_sheet(Ui& ui, const HomeModel& model, HomeView& view) {
  const SheetScope sheet(ui, "home.settings", ui.tr("Settings"), 640, 984);
  if (sheet.closed()) view.sheet = HomeView::Sheet::kNone;
  if (!sheet.open()) return {};
  Settings settings = model.settings;
  Box box = sheet.box();
  const ButtonSpec close{.label = ui.tr("Close"), .key = "Esc", .look = ButtonLook::kPrimary};
  Box tabs = box.cut_left(kTabs, 28);
  const Box close_box = tabs.cut_bottom(Metrics::kButtonHeight, 10);
  draw_tabs(ui, tabs, view);
  bool changed = false;
  bool choose_folder = false;
  switch (view.page) {
    case Page::kDevices:
      changed = draw_device_settings(ui, box, model, &settings);
      break;
    case Page::kRecording:
      changed = draw_recording_settings(ui, box, model, &settings, &choose_folder);
      break;
    case Page::kPicture:
      changed = draw_picture_settings(ui, box, &settings);
      break;
    case Page::kRehearsing:
      changed = draw_rehearsing_settings(ui, box, &settings);
      break;
    case Page::kScreen:
      changed = draw_screen_settings(ui, box, &settings);
      break;
    case Page::kKeys:
      draw_key_settings(ui, box);
      break;
  }
  if (button(ui, "home.settings.close", close_box, close)) view.sheet = HomeView::Sheet::kNone;
  if (choose_folder) {
    view.sheet = HomeView::Sheet::kFolder;
    return home::ListFolder{model.library};
  }
  if (changed) return home::ChangeSettings{settings};
  return {};
}

}  // namespace gladi
