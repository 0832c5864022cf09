#include "ui/app/help.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

#include "ui/app/screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/sheet.h"

namespace gladi {
namespace {

constexpr float kWidth = 720;
constexpr float kSheetMargins = 56;  // what a sheet leaves at its sides,
constexpr float kSheetFrame = 92;    // and above and below, with its title
constexpr float kPanelWidth = 634;   // beside the feed in the smallest window
constexpr float kRowHeight = 25;
constexpr float kCapRoom = 84;
constexpr float kColumnGap = 18;
constexpr float kTitleHeight = 38;  // with its gap
constexpr float kPadding = 20;

struct Page {
  const char* title;
  const char* words;
};

Page page_of(ScreenName place) {
  switch (place) {
    case ScreenName::kHome:
      return {
          GLADI_TEXT("Help: the first screen"),
          GLADI_TEXT("Choose who rehearses and what is for sale. At the right you see whether camera, sound "
                     "and light are fine. The red button starts the rehearsal.")};
    case ScreenName::kStudio:
      return {GLADI_TEXT("Help: rehearsing"),
              GLADI_TEXT("In the middle stands what to mention, at the right who watches and what they ask. "
                         "Your rehearsal goes on while you read this.")};
    case ScreenName::kFeedback:
      return {GLADI_TEXT("Help: how it went"),
              GLADI_TEXT("First say how you found it yourself. Then you see what went well, and one thing to "
                         "try next time.")};
    case ScreenName::kLibrary:
      return {GLADI_TEXT("Help: recordings"),
              GLADI_TEXT("Here are the rehearsals of one person. Press a picture to watch that rehearsal.")};
    case ScreenName::kReview:
      return {
          GLADI_TEXT("Help: watching a recording"),
          GLADI_TEXT("Watch the rehearsal and write down what you notice. The video waits while you write, "
                     "and each comment keeps its moment.")};
    case ScreenName::kEditor:
      return {
          GLADI_TEXT("Help: your goods"),
          GLADI_TEXT("Change products, prices, photos and the plan of the rehearsal. Everything is saved by "
                     "itself, and each step can be undone.")};
    case ScreenName::kPeople:
      return {GLADI_TEXT("Help: people and classes"),
              GLADI_TEXT("Add names, put them into classes, and note what each person agrees to.")};
  }
  return {"", ""};
}

// What the help of a screen lists, in two columns.
struct Columns {
  std::vector<KeyPlace> left, right;
};
Columns columns_of(ScreenName place) {
  switch (place) {
    case ScreenName::kHome:
      return {{KeyPlace::kHome, KeyPlace::kLight}, {KeyPlace::kMoving, KeyPlace::kAnywhere}};
    case ScreenName::kStudio:
      return {{KeyPlace::kStudio}, {KeyPlace::kPrompter, KeyPlace::kLight, KeyPlace::kAnywhere}};
    case ScreenName::kFeedback:
      return {{KeyPlace::kFeedback}, {KeyPlace::kMoving, KeyPlace::kAnywhere}};
    case ScreenName::kReview:
      return {{KeyPlace::kReview}, {KeyPlace::kMoving, KeyPlace::kAnywhere}};
    case ScreenName::kEditor:
    case ScreenName::kPeople:
      return {{KeyPlace::kEditor}, {KeyPlace::kMoving, KeyPlace::kAnywhere}};
    case ScreenName::kLibrary:
      break;
  }
  return {{KeyPlace::kMoving}, {KeyPlace::kAnywhere}};
}

// "Ctrl+↑  Ctrl+↓" as two caps; returns where they end.
float draw_caps(Ui& ui, float x, float middle_y, const std::string& keys) {
  for (size_t at = 0; at < keys.size();) {
    const size_t gap = std::min(keys.find("  ", at), keys.size());
    x += key_cap(ui, x, middle_y, keys.substr(at, gap - at), ui.palette.text) + 6;
    at = gap + 2;
  }
  return x;
}

float words_room(const Ui& ui, const KeyHelp& line, float width) {
  return width - std::max(kCapRoom, text_size(ui, TextStyle::kKey, ui.tr(line.keys)).w + 44);
}
float height_of(const Ui& ui, const KeyHelp& line, float width) {
  const float words = wrapped_height(ui, TextStyle::kLabel, ui.tr(line.what), words_room(ui, line, width));
  return std::max(kRowHeight, words + 5);
}
float height_of(const Ui& ui, const std::vector<KeyPlace>& places, float width) {
  float height = 0;
  for (const KeyPlace place : places) {
    for (const KeyHelp& line : keys_of(place)) height += height_of(ui, line, width);
  }
  return height;
}

float column_width(float width) {
  return (width - kColumnGap) / 2;
}

float keys_height(const Ui& ui, ScreenName place, float width) {
  const Columns columns = columns_of(place);
  return std::max(height_of(ui, columns.left, column_width(width)),
                  height_of(ui, columns.right, column_width(width)));
}

float height_of(const Ui& ui, ScreenName place, float width) {
  const float words = wrapped_height(ui, TextStyle::kBody, ui.tr(page_of(place).words), width);
  return words + 14 + keys_height(ui, place, width) + 16 + Metrics::kButtonHeight;
}

void draw_key_column(Ui& ui, Box column, const std::vector<KeyPlace>& places) {
  for (const KeyPlace place : places) {
    for (const KeyHelp& line : keys_of(place)) {
      const Box row = column.cut_top(height_of(ui, line, column.w));
      draw_caps(ui, row.x, row.y + kRowHeight / 2, ui.tr(line.keys));
      const float room = words_room(ui, line, row.w);
      draw_wrapped(ui, {row.right() - room, row.y + 4, room, row.h}, TextStyle::kLabel, ui.palette.text,
                   ui.tr(line.what));
    }
  }
}

struct Answer {
  bool close = false;
  bool tour = false;
};

Answer draw_page(Ui& ui, Box box, ScreenName place, bool offers_tour) {
  Answer answer;
  const std::string words = ui.tr(page_of(place).words);
  draw_wrapped(ui, box.cut_top(wrapped_height(ui, TextStyle::kBody, words, box.w), 14), TextStyle::kBody,
               ui.palette.text, words);
  Box buttons = box.cut_bottom(Metrics::kButtonHeight, 16);
  ui.widgets.note("help.fits", keys_height(ui, place, box.w) <= box.h + 1 ? "yes" : "no");
  const Columns columns = columns_of(place);
  draw_key_column(ui, box.cut_left(column_width(box.w), kColumnGap), columns.left);
  draw_key_column(ui, box, columns.right);
  const ButtonSpec close{
      .label = ui.tr("Close"), .key = cap_of(ui, Key::kBack), .look = ButtonLook::kPrimary};
  answer.close = button(ui, "help.close", buttons.cut_right(button_width(ui, close, 24), 12), close);
  const ButtonSpec tour{.label = ui.tr("Show the tour again"), .icon = icons::kInfo};
  if (offers_tour) answer.tour = button(ui, "help.tour", buttons.cut_left(button_width(ui, tour, 20)), tour);
  return answer;
}

// Beside the feed, in a window of its own that never has the keyboard.
Answer draw_panel(Ui& ui, ScreenName place) {
  const float width = std::min(kPanelWidth, ui.area.w - 2 * Metrics::kScreenPadding);
  const float height = kTitleHeight + height_of(ui, place, width - 2 * kPadding) + 2 * kPadding;
  const Box panel{ui.area.right() - width - Metrics::kScreenPadding,
                  Metrics::kHeaderHeight + Metrics::kScreenPadding, width,
                  std::min(height, ui.area.h - Metrics::kHeaderHeight - 2 * Metrics::kScreenPadding)};
  ImGui::SetNextWindowPos({panel.x, panel.y});
  ImGui::SetNextWindowSize({panel.w, panel.h});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::Begin("help.panel", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav);
  ImGui::PopStyleVar();
  ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());  // it never gets there by having the keyboard
  Box box = panel.inset(kPadding);
  draw_text_in(ui, box.cut_top(30, kTitleHeight - 30), TextStyle::kTitle, ui.palette.text,
               ui.tr(page_of(place).title));
  const Answer answer = draw_page(ui, box, place, false);
  ImGui::End();
  return answer;
}

}  // namespace

void Help::take_keys() {
  if (key_pressed(Key::kHelp)) {
    open_ = !open_;
    take_key(Key::kHelp);
  } else if (open_ && key_pressed(Key::kBack)) {
    open_ = false;
    take_key(Key::kBack);
  }
}

bool Help::draw(Ui& ui, const Screen& screen) {
  if (ui.help_asked) open_ = true;
  if (!open_) return false;
  Answer answer;
  if (screen.never_covered()) {
    answer = draw_panel(ui, screen.name());
  } else {
    const float height = height_of(ui, screen.name(), kWidth - kSheetMargins);
    const SheetScope sheet(ui, "help", ui.tr(page_of(screen.name()).title), height + kSheetFrame, kWidth);
    if (sheet.open()) answer = draw_page(ui, sheet.box(), screen.name(), true);
    // The frame in which F1 opened the sheet is over when the sheet can be seen.
    answer.close = answer.close || sheet.closed() || (sheet.open() && key_pressed_in_sheet(Key::kHelp));
  }
  if (answer.close || answer.tour) open_ = false;
  return answer.tour;
}

}  // namespace gladi
