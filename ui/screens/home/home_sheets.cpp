// The two sheets of the home screen: a new name with consent, and the settings.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "studio/people/people_store.h"
#include "ui/screens/home/home_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/choice.h"
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

struct CanvasChoice {
  const char* canvas;
  const char* words;
};
constexpr CanvasChoice kCanvases[] = {
    {"720x1280@30", GLADI_TEXT("Upright, 720 × 1280 (usual)")},
    {"1080x1920@30", GLADI_TEXT("Upright, 1080 × 1920 (a strong computer)")},
    {"1280x720@30", GLADI_TEXT("Wide, 1280 × 720")},
    {"1920x1080@30", GLADI_TEXT("Wide, 1920 × 1080 (a strong computer)")},
};

constexpr float kScales[] = {0, 0.8F, 0.9F, 1.0F, 1.1F, 1.25F, 1.5F, 1.75F, 2.0F, 2.25F, 2.5F};

void label(Ui& ui, Box& box, const char* text) {
  draw_text_in(ui, box.cut_top(22, 5), TextStyle::kLabelBold, ui.palette.mute, text);
}

bool choose_device(Ui& ui, const std::string& name, const Box& box,
                   const std::optional<std::vector<DeviceChoice>>& devices, std::string* spec) {
  if (!devices) {
    draw_text_in(ui, box, TextStyle::kBody, ui.palette.mute, ui.tr("Looking for devices…"));
    return false;
  }
  std::vector<std::string> labels;
  int chosen = -1;
  for (size_t i = 0; i < devices->size(); ++i) {
    labels.push_back((*devices)[i].name);
    if ((*devices)[i].spec == *spec) chosen = static_cast<int>(i);
  }
  if (chosen < 0) {  // chosen once, not plugged in now
    labels.push_back(*spec);
    chosen = static_cast<int>(labels.size()) - 1;
  }
  if (!choice(ui, name, box, labels, &chosen)) return false;
  if (chosen < static_cast<int>(devices->size())) *spec = (*devices)[static_cast<size_t>(chosen)].spec;
  return true;
}

bool choose_scale(Ui& ui, const Box& box, float* scale) {
  std::vector<std::string> labels;
  int chosen = 0;
  for (size_t i = 0; i < std::size(kScales); ++i) {
    labels.push_back(kScales[i] <= 0
                         ? std::string(ui.tr("As fits the screen"))
                         : std::to_string(static_cast<int>(std::lround(kScales[i] * 100))) + " %");
    if (std::abs(kScales[i] - *scale) < 0.01F) chosen = static_cast<int>(i);
  }
  if (!choice(ui, "home.settings.scale", box, labels, &chosen)) return false;
  *scale = kScales[static_cast<size_t>(chosen)];
  return true;
}

bool choose_language(Ui& ui, const Box& box, Language* language) {
  int chosen = *language == Language::kIndonesian ? 0 : 1;
  if (!choice(ui, "home.settings.language", box, {"Bahasa Indonesia", "English"}, &chosen)) return false;
  *language = chosen == 0 ? Language::kIndonesian : Language::kEnglish;
  return true;
}

bool choose_display(Ui& ui, const Box& box, const std::vector<std::string>& displays, std::string* name) {
  std::vector<std::string> labels = {ui.tr("The first other screen")};
  labels.insert(labels.end(), displays.begin(), displays.end());
  const auto found = std::find(labels.begin() + 1, labels.end(), *name);
  int chosen = name->empty() || found == labels.end() ? 0 : static_cast<int>(found - labels.begin());
  if (!choice(ui, "home.settings.projector", box, labels, &chosen)) return false;
  *name = chosen == 0 ? "" : labels[static_cast<size_t>(chosen)];
  return true;
}

// The keys while rehearsing: those that trainees ask for.
void draw_keys(Ui& ui, Box& box) {
  const std::pair<const char*, const char*> keys[] = {
      {"F9", GLADI_TEXT("Start and stop")},
      {"← →", GLADI_TEXT("Product before, next product")},
      {"1–9", GLADI_TEXT("To this product")},
      {"M", GLADI_TEXT("Mark the moment")},
      {GLADI_TEXT("Space"), GLADI_TEXT("Tick off a key point, let a text roll")},
      {"Enter", GLADI_TEXT("The question is answered")},
      {"P  B", GLADI_TEXT("Pin it, hide a rude line")},
      {"F", GLADI_TEXT("Flash sale")},
      {"L", GLADI_TEXT("Another layout")},
      {"F8", GLADI_TEXT("Projector")},
      {"F11", GLADI_TEXT("Full screen")},
      {"Ctrl+Q", GLADI_TEXT("Close the program")},
  };
  label(ui, box, ui.tr("Keys"));
  const float height = std::min(25.0F, box.h / static_cast<float>(std::size(keys)));
  for (const auto& [key, words] : keys) {
    Box row = box.cut_top(height);
    key_cap(ui, row.x, row.middle_y(), ui.tr(key), ui.palette.text);
    row.cut_left(84);
    draw_text_in(ui, row, TextStyle::kLabel, ui.palette.text, ui.tr(words));
  }
}

bool choose_canvas(Ui& ui, const Box& box, std::string* canvas) {
  std::vector<std::string> labels;
  int chosen = 0;
  for (size_t i = 0; i < std::size(kCanvases); ++i) {
    labels.emplace_back(ui.tr(kCanvases[i].words));
    if (*canvas == kCanvases[i].canvas) chosen = static_cast<int>(i);
  }
  if (!choice(ui, "home.settings.canvas", box, labels, &chosen)) return false;
  *canvas = kCanvases[static_cast<size_t>(chosen)].canvas;
  return true;
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

std::optional<HomeIntent> draw_settings_sheet(Ui& ui, const HomeModel& model, HomeView& view) {
  const SheetScope sheet(ui, "home.settings", ui.tr("Settings"), 648, 900);
  if (sheet.closed()) view.sheet = HomeView::Sheet::kNone;
  if (!sheet.open()) return {};
  Settings settings = model.settings;
  Box right = sheet.box();
  const Box bottom = right.cut_bottom(Metrics::kButtonHeight, 12);
  Box box = right.cut_left((right.w - 28) / 2, 28);
  label(ui, box, ui.tr("Camera"));
  bool changed = choose_device(ui, "home.settings.camera", box.cut_top(kFieldHeight, 12), model.cameras,
                               &settings.camera);
  label(ui, box, ui.tr("Microphone"));
  changed |= choose_device(ui, "home.settings.microphone", box.cut_top(kFieldHeight, 12), model.microphones,
                           &settings.microphone);
  label(ui, box, ui.tr("Shape of the recording"));
  changed |= choose_canvas(ui, box.cut_top(kFieldHeight, 12), &settings.canvas);
  label(ui, box, ui.tr("Size of everything on the screen"));
  changed |= choose_scale(ui, box.cut_top(kFieldHeight, 12), &settings.ui_scale);
  label(ui, box, ui.tr("Language"));
  changed |= choose_language(ui, box.cut_top(kFieldHeight, 8), &settings.language);
  changed |= tick_box(ui, "home.settings.follow", box.cut_top(40, 2),
                      ui.tr("Go on by itself when a part's time is over"), &settings.follow_rundown);
  changed |= tick_box(ui, "home.settings.cues", box.cut_top(40), ui.tr("Short cues while I rehearse"),
                      &settings.cues);

  std::optional<HomeIntent> intent;
  label(ui, right, ui.tr("Folder of the recordings"));
  Box folder = right.cut_top(kFieldHeight, 4);
  const ButtonSpec other{.label = ui.tr("Choose"), .icon = icons::kFolder};
  if (button(ui, "home.settings.library", folder.cut_right(button_width(ui, other, 14), 12), other)) {
    view.sheet = HomeView::Sheet::kFolder;
    intent = home::ListFolder{model.library};
  }
  draw_text_in(ui, folder, TextStyle::kLabel, ui.palette.text, model.library.string());
  const bool moves = !settings.library.empty() && settings.library != model.library;
  const std::string when = moves ? ui.tr("From the next start: {0}", {settings.library.string()})
                                 : std::string(ui.tr("Another folder is used from the next start on."));
  draw_wrapped(ui, right.cut_top(44, 8), TextStyle::kCaption, ui.palette.mute, when);
  if (model.displays.size() > 1) {  // else there is nothing to choose
    label(ui, right, ui.tr("Projector"));
    changed |= choose_display(ui, right.cut_top(kFieldHeight, 10), model.displays, &settings.projector);
  }
  draw_keys(ui, right);

  Box buttons = bottom;
  const ButtonSpec close{.label = ui.tr("Close"), .key = "Esc", .look = ButtonLook::kPrimary};
  if (button(ui, "home.settings.close", buttons.cut_right(button_width(ui, close, 24)), close)) {
    view.sheet = HomeView::Sheet::kNone;
  }
  if (changed) return home::ChangeSettings{settings};
  return intent;
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
