#include "ui/screens/people/people_screen.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <sstream>

#include "studio/people/people_store.h"
#include "studio/text/format.h"
#include "studio/text/utf8.h"
#include "ui/theme/icons.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/header_buttons.h"

namespace gladi {
namespace {

constexpr float kRow = 46;

std::optional<PeopleIntent> draw_header(Ui& ui, const PeopleModel& model, const PeopleView& view) {
  std::optional<PeopleIntent> intent;
  Box rest = header(ui);
  if (back_button(ui, "people", rest, ui.tr("Home"), view.sheet == PeopleView::Sheet::kNone))
    intent = people::GoBack{};
  const ButtonSpec undo{
      .label = ui.tr("Undo"), .icon = icons::kUndo, .enabled = model.can_undo, .tooltip = "Ctrl+Z"};
  if (header_button(ui, "people.undo", rest, undo) || (model.can_undo && key_pressed(Key::kUndo))) {
    intent = people::Undo{};
  }
  draw_text_in(ui, rest, TextStyle::kTitle, ui.palette.text, ui.tr("People and classes"));
  ui.widgets.note("people.count", std::to_string(model.people.size()));
  return intent;
}

// Everybody, or one class; new ones; the list of names.
std::optional<PeopleIntent> draw_tools(Ui& ui, Box row, const PeopleModel& model, PeopleView& view) {
  std::optional<PeopleIntent> intent;
  std::vector<std::string> labels = {ui.tr("Everybody ({0})", {std::to_string(model.people.size())})};
  int chosen = 0;
  for (size_t i = 0; i < model.groups.size(); ++i) {
    labels.push_back(model.groups[i].name + " (" + std::to_string(model.groups[i].members.size()) + ")");
    if (model.groups[i].id == model.chosen_group) chosen = static_cast<int>(i) + 1;
  }
  if (choice(ui, "people.group", row.cut_left(ui.area.w > 1200 ? 320 : 250, 10), labels, &chosen)) {
    intent = people::ChooseGroup{chosen == 0 ? "" : model.groups[static_cast<size_t>(chosen) - 1].id};
  }
  const auto press = [&](const char* name, const ButtonSpec& spec, bool right) {
    const float width = button_width(ui, spec, 14);
    return button(ui, name, right ? row.cut_right(width, 10) : row.cut_left(width, 10), spec);
  };
  if (press("people.new_group", {.label = ui.tr("New class"), .icon = icons::kAdd}, false)) {
    view.sheet = PeopleView::Sheet::kNewGroup;
    view.new_group.clear();
    view.focus = true;
  }
  if (model.group() != nullptr &&
      press("people.remove_group", {.label = ui.tr("Delete class"), .icon = icons::kDelete}, false)) {
    intent = people::RemoveGroup{};
  }
  const ButtonSpec paste{.label = ui.tr("Paste a list of names"),
                         .icon = icons::kPeople,
                         .key = cap_of(ui, Key::kNew),
                         .look = ButtonLook::kPrimary};
  if (press("people.paste", paste, true) ||
      (view.sheet == PeopleView::Sheet::kNone && key_pressed(Key::kNew))) {
    view.sheet = PeopleView::Sheet::kPaste;
    view.pasted.clear();
    view.focus = true;
    intent = people::ReadNames{};
  }
  return intent;
}

std::optional<PeopleIntent> move_member(const PeopleModel& model, size_t from, size_t to) {
  const Group* group = model.group();
  if (group == nullptr || from == to || to >= group->members.size()) return {};
  Group moved = *group;
  const std::string member = moved.members[from];
  moved.members.erase(moved.members.begin() + static_cast<std::ptrdiff_t>(from));
  moved.members.insert(moved.members.begin() + static_cast<std::ptrdiff_t>(to), member);
  return people::SaveGroup{std::move(moved)};
}

std::optional<PeopleIntent> draw_list(Ui& ui, const Box& box, const PeopleModel& model, PeopleView& view) {
  std::optional<PeopleIntent> intent;
  card(ui, box);
  Box inner = box.inset(12);
  text_field(ui, "people.search", inner.cut_top(kFormField, 8), ui.tr("Search names…"), &view.search);
  const std::vector<const Person*> list = listed_people(model, view.search);
  const bool ordered = model.group() != nullptr && view.search.empty();
  ImGui::SetCursorScreenPos({inner.x, inner.y});
  ImGui::BeginChild("people", {inner.w, inner.h}, false, ImGuiWindowFlags_NavFlattened);
  const float scroll = ImGui::GetScrollY();
  const auto first = static_cast<size_t>(scroll / kRow);
  const size_t last = std::min(list.size(), first + static_cast<size_t>(inner.h / kRow) + 2);
  size_t chosen_row = list.size();
  for (size_t i = 0; i < list.size(); ++i) {
    if (list[i]->id == view.person) chosen_row = i;
  }
  for (size_t i = first; i < last; ++i) {
    const Person& person = *list[i];
    Box row{inner.x, inner.y + static_cast<float>(i) * kRow - scroll, inner.w - 14, kRow};
    bool hovered = false;
    if (press_area(ui, "people.person." + person.name, row, 10, &hovered)) view.person = person.id;
    if (ordered && ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 8))
      view.dragged = i;
    const Box place = row;
    if (view.dragged == i) {
      row = row.moved(0, ImGui::GetIO().MousePos.y - row.middle_y());
      if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        const float moved = (ImGui::GetIO().MousePos.y - place.middle_y()) / kRow;
        const auto to = std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(i) + std::lround(moved), 0,
                                                   static_cast<std::ptrdiff_t>(list.size()) - 1);
        view.dragged.reset();
        intent = move_member(model, i, static_cast<size_t>(to));
      }
    }
    const bool chosen = person.id == view.person;
    if (chosen || hovered) fill(ui, row, chosen ? ui.palette.chip.fill : ui.palette.raised, 10);
    Box words = row.inset(12, 0);
    if (ordered)
      draw_text_in(ui, words.cut_left(34), TextStyle::kLabelBold, ui.palette.mute, std::to_string(i + 1));
    if (!person.consent.asked_at) {
      const std::string asked = ui.tr("not asked yet");
      draw_text_in(ui, words.cut_right(text_size(ui, TextStyle::kCaption, asked).w, 10), TextStyle::kCaption,
                   ui.palette.chip_warn.text, asked);
    }
    draw_text_in(ui, words, TextStyle::kBodyBold, ui.palette.text, person.name);
  }
  ImGui::SetCursorScreenPos({inner.x, inner.y - scroll + static_cast<float>(list.size()) * kRow});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
  if (list.empty()) {
    const bool empty_class = ordered && model.group()->members.empty();
    draw_wrapped(ui, inner.inset(10), TextStyle::kBody, ui.palette.mute,
                 model.people.empty() ? ui.tr("Nobody yet. Paste your class list.")
                 : empty_class        ? ui.tr("Nobody is in this class yet. Paste its list of names.")
                                      : ui.tr("Nothing found"));
  }
  if (view.sheet == PeopleView::Sheet::kNone && ordered && chosen_row < list.size()) {
    if (key_pressed(Key::kMoveUp) && chosen_row > 0) intent = move_member(model, chosen_row, chosen_row - 1);
    if (key_pressed(Key::kMoveDown)) intent = move_member(model, chosen_row, chosen_row + 1);
  }
  return intent;
}

void consent_tick(Ui& ui, const std::string& name, Box& box, const std::string& words, bool* on,
                  bool* changed) {
  const float height = std::max(28.0F, wrapped_height(ui, TextStyle::kBody, words, box.w - 38) + 8);
  *changed |= tick_box(ui, name, box.cut_top(height, 10), words, on);
}

std::optional<PeopleIntent> draw_person(Ui& ui, const Box& box, const PeopleModel& model, PeopleView& view) {
  card(ui, box);
  const Person* person = model.find(view.person);
  if (person == nullptr) {
    if (!model.people.empty())
      draw_text_in(ui, box, TextStyle::kBody, ui.palette.mute, ui.tr("Choose somebody on the left."),
                   Align::kCentre);
    return {};
  }
  std::optional<PeopleIntent> intent;
  if (view.name_of != person->id) {
    view.name_of = person->id;
    view.name = person->name;
  }
  Box inner = box.inset(20, 16);
  Box bottom = inner.cut_bottom(Metrics::kSmallButtonHeight, 12);
  const std::string problem = model.problem ? ui.tr(*model.problem) : "";
  Box labels = inner.cut_top(kLabelHeight, 3);
  draw_text_in(ui, labels, TextStyle::kCaptionBold, ui.palette.mute, ui.tr("Name"));
  bool entered = false;
  text_field(ui, "people.name", inner.cut_top(kFormField, 4), "", &view.name, false, &entered,
             PeopleStore::kMaxNameLength);
  const bool left = ImGui::IsItemDeactivatedAfterEdit();
  if ((entered || left) && trim(view.name) != person->name) intent = people::Rename{person->id, view.name};
  ui.widgets.note("people.name.problem", problem);
  draw_wrapped(
      ui, inner.cut_top(problem.empty() ? 6 : wrapped_height(ui, TextStyle::kLabel, problem, inner.w), 8),
      TextStyle::kLabel, ui.palette.chip_bad.text, problem);

  const std::string when =
      person->consent.asked_at
          ? ui.tr("Agreed to, asked on {0}:", {format_date(*person->consent.asked_at, ui.language())})
          : ui.tr("Not asked yet. Ask her or him, and tick only what is agreed to:");
  draw_wrapped(ui, inner.cut_top(wrapped_height(ui, TextStyle::kBodyBold, when, inner.w), 12),
               TextStyle::kBodyBold, ui.palette.text, when);
  Consent consent = person->consent;
  bool changed = false;
  consent_tick(ui, "people.consent.review", inner,
               ui.tr("My trainer may watch my recordings and give advice."), &consent.review, &changed);
  consent_tick(ui, "people.consent.class", inner, ui.tr("My recordings may be shown in class."),
               &consent.class_show, &changed);
  consent_tick(ui, "people.consent.promotion", inner,
               ui.tr("Parts of my recordings may be used to promote the course."), &consent.promotion,
               &changed);
  if (changed) intent = people::SetConsent{person->id, consent};

  if (!model.groups.empty()) {
    inner.cut_top(10);
    draw_text_in(ui, inner.cut_top(26, 8), TextStyle::kBodyBold, ui.palette.text, ui.tr("Classes"));
    ImGui::SetCursorScreenPos({inner.x, inner.y});
    ImGui::BeginChild("classes", {inner.w, inner.h}, false, ImGuiWindowFlags_NavFlattened);
    const float scroll = ImGui::GetScrollY();
    for (size_t i = 0; i < model.groups.size(); ++i) {
      Group group = model.groups[i];
      bool member = group.has(person->id);
      const Box row{inner.x, inner.y + static_cast<float>(i) * 38 - scroll, inner.w - 14, 30};
      if (!tick_box(ui, "people.member." + group.name, row, group.name, &member)) continue;
      if (member) {
        group.members.push_back(person->id);
      } else {
        std::erase(group.members, person->id);
      }
      intent = people::SaveGroup{std::move(group)};
    }
    ImGui::SetCursorScreenPos({inner.x, inner.y - scroll + static_cast<float>(model.groups.size()) * 38});
    ImGui::Dummy({1, 1});
    ImGui::EndChild();
  }
  const ButtonSpec remove{.label = ui.tr("Remove from the list"), .icon = icons::kDelete};
  if (button(ui, "people.remove", bottom.cut_right(button_width(ui, remove, 14)), remove))
    intent = people::Remove{person->id};
  const ButtonSpec withdraw{.label = ui.tr("Withdraw…"),
                            .icon = icons::kBlock,
                            .tooltip = ui.tr("She or he takes everything back: recordings, reviews, copies")};
  if (button(ui, "people.withdraw", bottom.cut_left(button_width(ui, withdraw, 14)), withdraw))
    intent = people::BeginWithdrawal{person->id};
  return intent;
}

}  // namespace

std::vector<const Person*> listed_people(const PeopleModel& model, const std::string& search) {
  std::vector<const Person*> list;
  if (const Group* group = model.group()) {
    for (const std::string& member : group->members) {
      if (const Person* person = model.find(member)) list.push_back(person);
    }
  } else {
    for (const Person& person : model.people) list.push_back(&person);
  }
  std::istringstream in(fold_case(search));
  for (std::string word; in >> word;) {
    std::erase_if(
        list, [&](const Person* person) { return fold_case(person->name).find(word) == std::string::npos; });
  }
  return list;
}

std::optional<PeopleIntent> draw_people(Ui& ui, const PeopleModel& model, PeopleView& view) {
  const ScreenScope screen(ui, "people");
  std::optional<PeopleIntent> intent = draw_header(ui, model, view);
  const auto take = [&intent](std::optional<PeopleIntent> other) {
    if (other) intent = std::move(other);
  };
  Box content = ui.area;
  content.cut_top(Metrics::kHeaderHeight);
  content = content.inset(24, 14);
  take(draw_tools(ui, content.cut_top(Metrics::kButtonHeight, 12), model, view));
  take(draw_list(ui, content.cut_left(std::floor(content.w * 0.44F), 16), model, view));
  take(draw_person(ui, content, model, view));
  take(draw_people_sheet(ui, model, view));
  return intent;
}

}  // namespace gladi
