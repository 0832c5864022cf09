// The sheets of the people screen: a pasted list of names, a new class, a file.
#include <SDL2/SDL_scancode.h>
#include <imgui.h>

#include "studio/people/people_store.h"
#include "studio/text/utf8.h"
#include "ui/screens/people/people_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/sheet.h"

namespace gladi {
namespace {

using Sheet = PeopleView::Sheet;
using Verdict = ListedName::Verdict;

struct VerdictWords {
  const char* words;
  ChipLook look;
};

VerdictWords words_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::kTwice:
      return {GLADI_TEXT("twice in the list"), ChipLook::kWarn};
    case Verdict::kKnown:
      return {GLADI_TEXT("is here already"), ChipLook::kNeutral};
    case Verdict::kTooLong:
      return {GLADI_TEXT("too long"), ChipLook::kBad};
    case Verdict::kUnreadable:
      return {GLADI_TEXT("can't be read"), ChipLook::kBad};
    case Verdict::kNew:
      break;
  }
  return {GLADI_TEXT("new"), ChipLook::kGood};
}

std::optional<PeopleIntent> draw_paste(Ui& ui, const PeopleModel& model, PeopleView& view) {
  const SheetScope sheet(ui, "people.paste", ui.tr("List of names"), 640, 860);
  if (sheet.closed()) view.sheet = Sheet::kNone;
  if (!sheet.open()) return {};
  std::optional<PeopleIntent> intent;
  Box box = sheet.box();
  Box buttons = box.cut_bottom(Metrics::kButtonHeight, 14);
  const Group* group = model.group();
  const std::string words =
      group != nullptr ? ui.tr("One name a line. They come into the class {0}, in this order.", {group->name})
                       : std::string(ui.tr("One name a line, as copied from a chat or a spreadsheet."));
  draw_text_in(ui, box.cut_top(26, 6), TextStyle::kBody, ui.palette.mute, words);
  const Box area = box.cut_left((box.w - 16) / 2, 16);
  if (text_area(ui, "people.paste.area", area, &view.pasted, view.focus)) intent = people::ReadNames{};
  view.focus = false;

  int fresh = 0;
  int known = 0;
  for (const ListedName& name : model.listed) {
    fresh += name.verdict == Verdict::kNew;
    known += name.verdict == Verdict::kKnown;
  }
  ImGui::SetCursorScreenPos({box.x, box.y});
  ImGui::BeginChild("verdicts", {box.w, box.h}, false, ImGuiWindowFlags_NavFlattened);
  constexpr float kRow = 36;
  const float scroll = ImGui::GetScrollY();
  for (size_t i = 0; i < model.listed.size(); ++i) {
    Box row{box.x, box.y + static_cast<float>(i) * kRow - scroll, box.w - 14, kRow};
    if (row.bottom() < box.y || row.y > box.bottom()) continue;
    const ListedName& name = model.listed[i];
    const VerdictWords verdict = words_of(name.verdict);
    row.cut_right(chip(ui, row.right(), row.y + 5, ui.tr(verdict.words), verdict.look, true) + 10);
    draw_text_in(ui, row.cut_left(40), TextStyle::kLabel, ui.palette.mute, std::to_string(name.line));
    draw_text_in(ui, row, TextStyle::kBody, ui.palette.text, name.name);
  }
  ImGui::SetCursorScreenPos({box.x, box.y - scroll + static_cast<float>(model.listed.size()) * kRow});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
  ui.widgets.note("people.paste.new", std::to_string(fresh));

  const bool useful = fresh > 0 || (group != nullptr && known > 0);
  const ButtonSpec add{.label = ui.tr_n("Add {0} name", "Add {0} names", fresh),
                       .key = "Ctrl+Enter",
                       .look = ButtonLook::kPrimary,
                       .enabled = useful && !model.working};
  const ButtonSpec cancel{.label = ui.tr("Cancel"), .key = "Esc"};
  const ButtonSpec file{.label = ui.tr("From a file"), .icon = icons::kFile};
  if (button(ui, "people.paste.file", buttons.cut_left(button_width(ui, file, 18)), file))
    intent = people::ChooseFile{};
  // Enter alone begins the next name.
  const bool by_key =
      add.enabled && ImGui::GetIO().KeyCtrl && ImGui::IsKeyPressed(SDL_SCANCODE_RETURN, false);
  if (button(ui, "people.paste.add", buttons.cut_right(button_width(ui, add, 24), 12), add) || by_key) {
    view.sheet = Sheet::kNone;
    intent = people::AddNames{};
  }
  if (button(ui, "people.paste.cancel", buttons.cut_right(button_width(ui, cancel, 24)), cancel))
    view.sheet = Sheet::kNone;
  return intent;
}

std::optional<PeopleIntent> draw_new_group(Ui& ui, PeopleView& view) {
  const SheetScope sheet(ui, "people.new_group", ui.tr("New class"), 230);
  if (sheet.closed()) view.sheet = Sheet::kNone;
  if (!sheet.open()) return {};
  Box box = sheet.box();
  Box buttons = box.cut_bottom(Metrics::kButtonHeight);
  draw_text_in(ui, box.cut_top(22, 5), TextStyle::kLabelBold, ui.palette.mute, ui.tr("Name of the class"));
  bool entered = false;
  text_field(ui, "people.group.field", box.cut_top(48), ui.tr("for example UMKM Malang"), &view.new_group,
             view.focus, &entered, PeopleStore::kMaxNameLength);
  view.focus = false;
  const ButtonSpec make{.label = ui.tr("Create"),
                        .key = "Enter",
                        .look = ButtonLook::kPrimary,
                        .enabled = !trim(view.new_group).empty()};
  const ButtonSpec cancel{.label = ui.tr("Cancel"), .key = "Esc"};
  const bool made =
      button(ui, "people.group.create", buttons.cut_right(button_width(ui, make, 24), 12), make);
  if (button(ui, "people.group.cancel", buttons.cut_right(button_width(ui, cancel, 24)), cancel)) {
    view.sheet = Sheet::kNone;
    return {};
  }
  if (!make.enabled || (!made && !entered)) return {};
  view.sheet = Sheet::kNone;
  return people::AddGroup{trim(view.new_group)};
}

std::optional<PeopleIntent> draw_files(Ui& ui, const PeopleModel& model, PeopleView& view) {
  const auto answer = draw_file_sheet(ui, model.files, view.files);
  if (!answer) return {};
  if (answer->kind == FileAnswer::Kind::kGoTo) return people::ListFolder{answer->path};
  view.sheet = Sheet::kPaste;
  if (answer->kind == FileAnswer::Kind::kTaken) return people::UseFile{answer->path};
  return {};
}

}  // namespace

std::optional<PeopleIntent> draw_people_sheet(Ui& ui, const PeopleModel& model, PeopleView& view) {
  switch (view.sheet) {
    case Sheet::kPaste:
      return draw_paste(ui, model, view);
    case Sheet::kNewGroup:
      return draw_new_group(ui, view);
    case Sheet::kFiles:
      return draw_files(ui, model, view);
    case Sheet::kWithdraw:
      return draw_withdrawal_sheet(ui, model.withdrawal, view);
    case Sheet::kNone:
      break;
  }
  return {};
}

}  // namespace gladi
