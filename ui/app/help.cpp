#include "ui/app/help.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "ui/app/screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/key_list.h"
#include "ui/widgets/sheet.h"

namespace gladi {
namespace {

constexpr float kWidth = 720;
constexpr float kSheetMargins = 56;  // what a sheet leaves at its sides,
constexpr float kSheetFrame = 92;    // and above and below, with its title
constexpr float kPanelWidth = 634;   // beside the feed in the smallest window
constexpr float kColumnGap = 18;
constexpr float kWordsGap = 14;
constexpr float kButtonsGap = 16;
constexpr float kTitleHeight = 38;  // with its gap
constexpr float kPadding = 20;

// The keys are listed in two columns.
struct Page {
  const char* title;
  const char* words;
  std::vector<KeyPlace> left = {KeyPlace::kMoving};
  std::vector<KeyPlace> right = {KeyPlace::kAnywhere};
};

// Of the sheets that need words of their own, by their names.
const std::map<std::string, Page, std::less<>>& sheet_pages() {
  static const std::map<std::string, Page, std::less<>> pages = {
      {"home.settings",
       {GLADI_TEXT("Help: settings"),
        GLADI_TEXT("At the left are the pages, at the right what can be chosen. Every choice counts at once "
                   "and is kept by itself.")}},
      {"home.name",
       {GLADI_TEXT("Help: a name"),
        GLADI_TEXT("Write the name of who rehearses, and tick what she agrees to. Without ticks only she "
                   "herself sees her recordings. All of it can be changed later.")}},
      {"files",
       {GLADI_TEXT("Help: choosing a file or folder"),
        GLADI_TEXT(
            "At the left are the places of this computer and the USB sticks that are plugged in. Press "
            "a folder to look into it, and a file to take it.")}},
      {"share",
       {GLADI_TEXT("Help: sharing"),
        GLADI_TEXT(
            "Choose what the others need: a clip for a message, a page or a sheet to be read, or a file "
            "for another Gladi. Then choose where it is saved; a USB stick stands first.")}},
      {"people.paste",
       {GLADI_TEXT("Help: a list of names"),
        GLADI_TEXT("Write one name in each line, or copy the list in another program and paste it here with "
                   "Ctrl+V. Numbers in front of names don't matter.")}},
      {"editor.report",
       {GLADI_TEXT("Help: what came of the table"),
        GLADI_TEXT("The rows that could be read are in your catalogue now. The others are listed here with "
                   "their numbers: mend them in the table and fetch it once more.")}},
      {"editor.camera",
       {GLADI_TEXT("Help: taking a photo"),
        GLADI_TEXT(
            "Lay the product where there is much light, best beside a window, and put it in the middle "
            "of the lines. Below the picture stands what could be better.")}},
  };
  return pages;
}

Page page_of(ScreenName place) {
  switch (place) {
    case ScreenName::kHome:
      return {
          GLADI_TEXT("Help: the first screen"),
          GLADI_TEXT("Choose who rehearses and what is for sale. At the right you see whether camera, sound "
                     "and light are fine. The red button starts the rehearsal."),
          {KeyPlace::kHome, KeyPlace::kLight},
          {KeyPlace::kMoving, KeyPlace::kAnywhere}};
    case ScreenName::kStudio:
      return {GLADI_TEXT("Help: rehearsing"),
              GLADI_TEXT("In the middle stands what to mention, at the right who watches and what they ask. "
                         "Your rehearsal goes on while you read this."),
              {KeyPlace::kStudio},
              {KeyPlace::kPrompter, KeyPlace::kLight, KeyPlace::kAnywhere}};
    case ScreenName::kFeedback:
      return {GLADI_TEXT("Help: how it went"),
              GLADI_TEXT("First say how you found it yourself. Then you see what went well, and one thing to "
                         "try next time."),
              {KeyPlace::kFeedback},
              {KeyPlace::kMoving, KeyPlace::kAnywhere}};
    case ScreenName::kLibrary:
      return {GLADI_TEXT("Help: recordings"),
              GLADI_TEXT("Here are the rehearsals of one person. Press a picture to watch that rehearsal. "
                         "What is thrown away stays in the trash until somebody empties it."),
              {KeyPlace::kLibrary},
              {KeyPlace::kMoving, KeyPlace::kAnywhere}};
    case ScreenName::kReview:
      return {
          GLADI_TEXT("Help: watching a recording"),
          GLADI_TEXT("Watch the rehearsal and write down what you notice. The video waits while you write, "
                     "and each comment keeps its moment."),
          {KeyPlace::kReview, KeyPlace::kRubric},
          {KeyPlace::kTimeline, KeyPlace::kComments, KeyPlace::kAnywhere}};
    case ScreenName::kCompare:
      return {GLADI_TEXT("Help: two recordings side by side"),
              GLADI_TEXT("At the left is the earlier rehearsal, at the right the later one. Both play "
                         "together, and one of "
                         "them is heard. What is different stands beside them."),
              {KeyPlace::kCompare},
              {KeyPlace::kAnywhere}};
    case ScreenName::kProgress:
      return {
          GLADI_TEXT("Help: progress"),
          GLADI_TEXT(
              "Every point is one rehearsal, the oldest at the left. Press a point to watch that rehearsal. "
              "Compare only with yourself: everybody begins somewhere else.")};
    case ScreenName::kEditor:
      return {
          GLADI_TEXT("Help: your goods"),
          GLADI_TEXT("Change products, prices, photos and the plan of the rehearsal. Everything is saved by "
                     "itself, and each step can be undone.")};
    case ScreenName::kPeople:
      return {GLADI_TEXT("Help: people and classes"),
              GLADI_TEXT("Add names, put them into classes, and note what each person agrees to."),
              {KeyPlace::kPeople},
              {KeyPlace::kMoving, KeyPlace::kAnywhere}};
  }
  return {"", ""};
}

Page page_of(const Screen& screen, const std::string& sheet) {
  const auto found = sheet_pages().find(sheet);
  return found != sheet_pages().end() ? found->second : page_of(screen.name());
}

float column_width(float width) {
  return (width - kColumnGap) / 2;
}

float height_of(const Ui& ui, const std::vector<KeyPlace>& places, float width) {
  float height = 0;
  for (const KeyPlace place : places) height += key_list_height(ui, place, width, false);
  return height;
}

float keys_height(const Ui& ui, const Page& page, float width) {
  return std::max(height_of(ui, page.left, column_width(width)),
                  height_of(ui, page.right, column_width(width)));
}

float height_of(const Ui& ui, const Page& page, float width) {
  const float words = wrapped_height(ui, TextStyle::kBody, ui.tr(page.words), width);
  return words + kWordsGap + keys_height(ui, page, width) + kButtonsGap + Metrics::kButtonHeight;
}

void draw_key_column(Ui& ui, Box column, const std::vector<KeyPlace>& places) {
  for (const KeyPlace place : places) column.cut_top(draw_key_list(ui, column, place, false));
}

struct Answer {
  bool close = false;
  bool tour = false;
};

Answer draw_page(Ui& ui, Box box, const Page& page, bool offers_tour) {
  Answer answer;
  const std::string words = ui.tr(page.words);
  draw_wrapped(ui, box.cut_top(wrapped_height(ui, TextStyle::kBody, words, box.w), kWordsGap),
               TextStyle::kBody, ui.palette.text, words);
  Box buttons = box.cut_bottom(Metrics::kButtonHeight, kButtonsGap);
  ui.widgets.note("help.fits", keys_height(ui, page, box.w) <= box.h + 1 ? "yes" : "no");
  draw_key_column(ui, box.cut_left(column_width(box.w), kColumnGap), page.left);
  draw_key_column(ui, box, page.right);
  const ButtonSpec close{
      .label = ui.tr("Close"), .key = cap_of(ui, Key::kBack), .look = ButtonLook::kPrimary};
  answer.close = button(ui, "help.close", buttons.cut_right(button_width(ui, close, 24), 12), close);
  const ButtonSpec tour{.label = ui.tr("Show the tour again"), .icon = icons::kInfo};
  if (offers_tour) answer.tour = button(ui, "help.tour", buttons.cut_left(button_width(ui, tour, 20)), tour);
  return answer;
}

// Beside the feed, in a window of its own that never has the keyboard.
Answer draw_panel(Ui& ui, const Page& page) {
  const float width = std::min(kPanelWidth, ui.area.w - 2 * Metrics::kScreenPadding);
  const float height = kTitleHeight + height_of(ui, page, width - 2 * kPadding) + 2 * kPadding;
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
  draw_text_in(ui, box.cut_top(30, kTitleHeight - 30), TextStyle::kTitle, ui.palette.text, ui.tr(page.title));
  const Answer answer = draw_page(ui, box, page, false);
  ImGui::End();
  return answer;
}

}  // namespace

void Help::take_keys() {
  if (key_pressed_in_sheet(Key::kHelp)) {
    open_ = !open_;
    take_key(Key::kHelp);
    if (open_) ImGui::ClearActiveID();  // what is typed now isn't meant for a field below the help
  } else if (open_ && key_pressed_in_sheet(Key::kBack)) {
    open_ = false;
    take_key(Key::kBack);
  }
  // Enter presses the help's own button, and nothing in a sheet below it.
  if (open_ && ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel))
    take_key(Key::kPress);
}

bool Help::draw(Ui& ui, const Screen& screen, bool over_sheet) {
  if (ui.help_asked) open_ = true;
  if (!open_) {
    opened_over_.reset();
    return false;
  }
  if (!opened_over_) opened_over_ = ui.widgets.screen();
  const Page page = page_of(screen, *opened_over_);
  ui.widgets.note("help.page", page.title);
  Answer answer;
  if (screen.never_covered() && !over_sheet) {
    answer = draw_panel(ui, page);
  } else {
    const float height = height_of(ui, page, kWidth - kSheetMargins);
    const SheetScope sheet(ui, "help", ui.tr(page.title), height + kSheetFrame, kWidth);
    // The tour goes over the home screen: from a sheet there is no way to it.
    if (sheet.open()) answer = draw_page(ui, sheet.box(), page, !over_sheet);
  }
  if (answer.close || answer.tour) open_ = false;
  return answer.tour;
}

}  // namespace gladi
