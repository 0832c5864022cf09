// Sheets of the home screen: a new name with consent, and another folder for the recordings.
#include <imgui.h>

#include <algorithm>

#include "studio/people/people_store.h"
#include "ui/screens/home/home_screen.h"
#include "ui/widgets/sheet.h"

namespace gladi {
namespace {

constexpr float kFieldHeight = 48;
constexpr float kTickGap = 12;
constexpr float kTickIndent = 38;  // the square of tick_box and its gap

// A tick as high as its sentence takes.
void consent_box(Ui& ui, const std::string& name, Box& box, const std::string& words, bool* on) {
  const float height = std::max(28.0F, wrapped_height(ui, TextStyle::kBody, words, box.w - kTickIndent) + 8);
  tick_box(ui, name, box.cut_top(height, kTickGap), words, on);
}

bool only_blanks(const std::string& text) {
  return text.find_first_not_of(" \t") == std::string::npos;
}

void label(Ui& ui, Box& box, const char* text) {
  draw_text_in(ui, box.cut_top(22, 5), TextStyle::kLabelBold, ui.palette.mute, text);
}

}  // namespace

std::optional<HomeIntent> draw_name_sheet(Ui& ui, const HomeModel& model, HomeView& view) {
  const bool known = !view.consent_of.empty();
  const SheetScope sheet(ui, "home.name", known ? view.name : std::string(ui.tr("New name")),
                         known ? 420 : 516);
  if (sheet.closed()) view.sheet = HomeView::Sheet::kNone;
  if (!sheet.open()) return {};
  Box box = sheet.box();
  bool entered = false;
  if (!known) label(ui, box, ui.tr("What is your name?"));
  if (!known && text_field(ui, "home.name.field", box.cut_top(kFieldHeight, 8), ui.tr("for example Siti"),
                           &view.name, view.focus_name, &entered, PeopleStore::kMaxNameLength)) {
    view.asked_name.reset();  // another name, no longer the one that was refused
  }
  view.focus_name = false;
  const bool refused = model.name_problem && view.asked_name == view.name;
  const std::string problem = refused ? ui.tr(*model.name_problem) : "";
  ui.widgets.note("home.name.problem", problem);
  const float problem_height = refused ? wrapped_height(ui, TextStyle::kLabel, problem, box.w) : 0;
  draw_wrapped(ui, box.cut_top(std::max(10.0F, problem_height), 10), TextStyle::kLabel,
               ui.palette.chip_bad.text, problem);
  const std::string words = ui.tr(
      "Your recordings stay on this computer. Tick what you agree to. You may rehearse without a single "
      "tick.");
  const float words_height = wrapped_height(ui, TextStyle::kBody, words, box.w);
  draw_wrapped(ui, box.cut_top(words_height, 12), TextStyle::kBody, ui.palette.text, words);
  consent_box(ui, "home.name.review", box, ui.tr("My trainer may watch my recordings and give advice."),
              &view.consent.review);
  consent_box(ui, "home.name.class", box, ui.tr("My recordings may be shown in class."),
              &view.consent.class_show);
  consent_box(ui, "home.name.promotion", box,
              ui.tr("Parts of my recordings may be used to promote the course."), &view.consent.promotion);

  Box buttons = box.cut_bottom(Metrics::kButtonHeight);
  const ButtonSpec save{.label = view.start_after_name || known ? ui.tr("Save and start") : ui.tr("Save"),
                        .key = "Enter",
                        .look = view.start_after_name || known ? ButtonLook::kRed : ButtonLook::kPrimary,
                        .enabled = !only_blanks(view.name)};
  const ButtonSpec cancel{.label = ui.tr("Cancel"), .key = "Esc"};
  const bool saved = button(ui, "home.name.save", buttons.cut_right(button_width(ui, save, 24), 12), save);
  if (button(ui, "home.name.cancel", buttons.cut_right(button_width(ui, cancel, 24)), cancel)) {
    view.sheet = HomeView::Sheet::kNone;
    return {};
  }
  // Enter saves wherever the keyboard is, except on "cancel".
  entered = entered || (!ImGui::IsItemFocused() && enter_pressed());
  if (!saved && !entered) return {};
  view.focus_name = true;  // where the sheet stays open, the name is what has to change
  if (!save.enabled) return {};
  if (known) {
    view.sheet = HomeView::Sheet::kNone;
    return home::GiveConsent{view.consent_of, view.consent};
  }
  view.asked_name = view.name;
  return home::AddPerson{view.name, view.consent, view.start_after_name};
}

std::optional<HomeIntent> draw_folder_sheet(Ui& ui, const HomeModel& model, HomeView& view) {
  const auto answer = draw_file_sheet(ui, model.files, view.files);
  if (!answer) return {};
  if (answer->kind == FileAnswer::Kind::kGoTo) return home::ListFolder{answer->path};
  view.sheet = HomeView::Sheet::kSettings;
  if (answer->kind != FileAnswer::Kind::kTaken) return {};
  Settings settings = model.settings;
  settings.library = answer->path;
  return home::ChangeSettings{settings};
}

}  // namespace gladi
