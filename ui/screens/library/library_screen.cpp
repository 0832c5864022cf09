#include "ui/screens/library/library_screen.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "studio/text/format.h"
#include "ui/theme/icons.h"
#include "ui/widgets/header_buttons.h"

namespace gladi {
namespace {

using Sheet = LibraryView::Sheet;

constexpr float kGap = 14;
constexpr float kLeastCardWidth = 172;
constexpr float kCardHeight = 290;
constexpr float kBand = 58;

void look_for_takes(const LibraryModel& model, LibraryView& view) {
  if (view.found_revision == model.revision && view.found_for == view.wish) return;
  view.found = find_takes(model.takes, view.wish);
  view.found_for = view.wish;
  view.found_revision = model.revision;
}

// Who is a trainer lets others be trainers, so that two can review one take.
void draw_another_trainer_button(Ui& ui, Box& rest, const LibraryModel& model, LibraryView& view) {
  const ButtonSpec another{.label = ui.area.w < 1200 ? "" : ui.tr("Another trainer"),
                           .icon = icons::kAddPerson,
                           .enabled = model.may_change,
                           .tooltip = ui.tr("Another trainer chooses a PIN of her own")};
  const Box box = rest.cut_right(button_width(ui, another, 12), 14);
  const float top = rest.y + (rest.h - Metrics::kSmallButtonHeight) / 2;
  if (!button(ui, "library.another_trainer", {box.x, top, box.w, Metrics::kSmallButtonHeight}, another))
    return;
  view.sheet = Sheet::kAnotherTrainer;
  view.focus = true;
}

// Into trainer mode and out of it, at the header's right end.
std::optional<LibraryIntent> draw_trainer_button(Ui& ui, Box& rest, const LibraryModel& model,
                                                 LibraryView& view) {
  if (model.trainer_mode) {
    const bool locked = lock_button(ui, "library.lock", rest, model.trainer_name, ui.area.w < 1200 ? 0 : 160);
    draw_another_trainer_button(ui, rest, model, view);
    return locked ? std::optional<LibraryIntent>(library::EndTrainerMode{}) : std::nullopt;
  }
  const ButtonSpec enter{.label = ui.tr("Trainer"),
                         .icon = icons::kPeople,
                         .enabled = model.trainers_known,
                         .tooltip = ui.tr("For trainers: watch and review everybody's rehearsals")};
  if (header_button(ui, "library.trainer", rest, enter)) {
    // Whoever is shut out reads why in the sheet of the PIN.
    view.sheet = model.trainers.empty() && !model.shut_out ? Sheet::kNewTrainer : Sheet::kPin;
    view.focus = true;
  }
  return {};
}

// The takes that are seen go to others; what others made comes in.
std::optional<LibraryIntent> draw_share_buttons(Ui& ui, Box& rest, const LibraryModel& model,
                                                const LibraryView& view) {
  std::optional<LibraryIntent> intent;
  const float top = rest.y + (rest.h - Metrics::kSmallButtonHeight) / 2;
  // Where there is no take yet, nobody searches: there is room for words.
  const bool narrow = (ui.area.w < 1500 || model.trainer_mode) && !model.takes.empty();
  const ButtonSpec in{.label = narrow ? "" : ui.tr("Take in"),
                      .icon = icons::kDownload,
                      .enabled = model.may_change,
                      .tooltip = ui.tr("Take in a .gladi file from a stick, or a video from a phone")};
  const Box in_box = rest.cut_right(button_width(ui, in, 12), 10);
  if (button(ui, "library.take_in", {in_box.x, top, in_box.w, Metrics::kSmallButtonHeight}, in))
    intent = library::TakeIn{};
  const ButtonSpec share{.label = narrow ? "" : ui.tr("Share"),
                         .icon = icons::kShare,
                         .enabled = !view.found.empty(),
                         .tooltip = ui.tr("Share all recordings that are shown here")};
  const Box box = rest.cut_right(button_width(ui, share, 12), 14);
  if (button(ui, "library.share", {box.x, top, box.w, Metrics::kSmallButtonHeight}, share)) {
    library::Share all;
    for (const size_t i : view.found) all.folders.push_back(model.takes[i].take.folder);
    intent = std::move(all);
  }
  return intent;
}

void draw_search(Ui& ui, Box& rest, const LibraryModel& model, LibraryView& view) {
  // Where there is little room the key stands in the field, and the number by itself.
  const bool narrow = ui.area.w < 1200;
  const char* cap = cap_of(ui, Key::kSearch);
  const std::string count = narrow
                                ? std::to_string(view.found.size())
                                : ui.tr_n("{0} take", "{0} takes", static_cast<int64_t>(view.found.size()));
  const Box count_box = rest.cut_right(chip_width(ui, count), 16);
  chip(ui, count_box.x, rest.middle_y() - kChipHeight / 2, count, ChipLook::kNeutral);
  if (!narrow) {
    const Box cap_box = rest.cut_right(key_cap_width(ui, cap), 12);
    key_cap(ui, cap_box.x, rest.middle_y(), cap, ui.palette.key);
  }
  // A trainer's title is short: the field may have what is left beside it.
  constexpr float kShortTitle = 130;
  const float room = model.trainer_mode ? rest.w - kShortTitle : rest.w * (narrow ? 0.42F : 0.5F);
  const Box field = rest.cut_right(std::min(340.0F, room), 16);
  if (key_pressed(Key::kSearch)) view.focus_search = true;
  text_field(ui, "library.search",
             {field.x, rest.middle_y() - Metrics::kButtonHeight / 2, field.w, Metrics::kButtonHeight},
             narrow               ? std::string(ui.tr("Search…"))
             : model.trainer_mode ? std::string(ui.tr("Search name, product, comment…"))
                                  : std::string(ui.tr("Search product, comment…")),
             &view.wish.search, std::exchange(view.focus_search, false));
}

std::optional<LibraryIntent> draw_header(Ui& ui, const LibraryModel& model, LibraryView& view) {
  std::optional<LibraryIntent> intent;
  Box rest = header(ui);
  if (back_button(ui, "library", rest, ui.tr("Home"))) intent = library::GoBack{};
  if (auto other = draw_trainer_button(ui, rest, model, view)) intent = other;
  if (auto other = draw_share_buttons(ui, rest, model, view)) intent = other;
  if (!model.takes.empty()) draw_search(ui, rest, model, view);
  draw_text_in(ui, rest, TextStyle::kTitle, ui.palette.text,
               model.trainer_mode || model.person_name.empty()
                   ? std::string(ui.tr("Recordings"))
                   : ui.tr("Recordings of {0}", {model.person_name}));
  return intent;
}

std::optional<LibraryIntent> draw_empty(Ui& ui, const Box& content, const LibraryModel& model) {
  if (model.loading) return {};
  const Box middle = content.centred(460, 150);
  Box rest = middle;
  const bool none = model.takes.empty();
  draw_text_in(ui, rest.cut_top(34, 6), TextStyle::kTitle, ui.palette.text,
               none ? ui.tr("No recording yet") : ui.tr("Nothing found"), Align::kCentre);
  draw_text_in(ui, rest.cut_top(24, 18), TextStyle::kBody, ui.palette.mute,
               none && model.trainer_mode
                   ? ui.tr("Rehearsals of people who agreed that you watch them appear here.")
               : none && model.person_name.empty()
                   ? ui.tr("Recordings of the name that is chosen at home appear here.")
               : none ? ui.tr("After the first rehearsal it appears here.")
                      : ui.tr("Try another word, or clear the search."),
               Align::kCentre);
  if (!none || model.trainer_mode) return {};
  const ButtonSpec go{.label = ui.tr("To the first rehearsal"), .look = ButtonLook::kPrimary};
  const float width = button_width(ui, go);
  if (button(ui, "library.first", rest.centred(width, Metrics::kButtonHeight), go)) return library::GoBack{};
  return {};
}

// What was thrown away can be taken back for some seconds.
std::optional<LibraryIntent> draw_undo_band(Ui& ui, Box band, const LibraryModel& model) {
  fill(ui, band, ui.palette.tooltip.fill, Metrics::kCardRadius);
  Box inner = band.inset(18, 9);
  const ButtonSpec undo{.label = ui.tr("Undo"), .icon = icons::kUndo, .key = cap_of(ui, Key::kUndo)};
  const bool pressed = button(ui, "library.undo", inner.cut_right(button_width(ui, undo, 14), 14), undo);
  draw_text_in(ui, inner, TextStyle::kBody, ui.palette.tooltip.text,
               ui.tr("In the trash: {0}", {model.thrown_away}));
  if (pressed || key_pressed(Key::kUndo)) return library::Undo{};
  return {};
}

void draw_due_band(Ui& ui, Box band, const LibraryModel& model, LibraryView& view) {
  fill(ui, band, ui.palette.notice.fill, Metrics::kCardRadius);
  Box inner = band.inset(18, 9);
  const ButtonSpec look{.label = ui.tr("Have a look")};
  const ButtonSpec later{.label = ui.tr("Later")};
  if (button(ui, "library.due.later", inner.cut_right(button_width(ui, later, 14), 10), later))
    view.due_later = true;
  if (button(ui, "library.due", inner.cut_right(button_width(ui, look, 14), 14), look))
    view.sheet = Sheet::kDue;
  draw_text_in(ui, inner, TextStyle::kBody, ui.palette.notice.text,
               ui.tr("Recordings older than {0} days: {1}. They may go into the trash.",
                     {std::to_string(model.rules.keep_days), std::to_string(model.due.size())}));
}

std::optional<LibraryIntent> draw_takes(Ui& ui, const Box& content, const LibraryModel& model,
                                        LibraryView& view) {
  std::optional<LibraryIntent> intent;
  ImGui::SetCursorScreenPos({content.x, content.y});
  ImGui::BeginChild("takes", {content.w, content.h}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NavFlattened);
  const float usable =
      content.w - 16;  // a scroll bar's width stays free, so that nothing jumps when one comes
  const int in_row = std::max(1, static_cast<int>((usable + kGap) / (kLeastCardWidth + kGap)));
  const float width =
      std::floor((usable - static_cast<float>(in_row - 1) * kGap) / static_cast<float>(in_row));
  const float scroll = ImGui::GetScrollY();
  const int rows = (static_cast<int>(view.found.size()) + in_row - 1) / in_row;
  // What is scrolled away costs nothing; its place is kept by the Dummy below. A row more on either side is
  // where the arrow keys lead to.
  const float row_height = kCardHeight + kGap;
  const int first = std::max(0, static_cast<int>((scroll - kGap) / row_height) - 1);
  const int last = std::min(rows, static_cast<int>((scroll + content.h) / row_height) + 2);
  for (int i = first * in_row; i < std::min(last * in_row, static_cast<int>(view.found.size())); ++i) {
    const int row = i / in_row;
    const int column = i % in_row;
    const Box box{content.x + 2 + static_cast<float>(column) * (width + kGap),
                  content.y + 4 + static_cast<float>(row) * row_height - scroll, width, kCardHeight};
    const size_t place = view.found[static_cast<size_t>(i)];
    view.visible.push_back(place);
    if (auto other = draw_take_card(ui, box, model, model.takes[place], view)) intent = other;
  }
  ImGui::SetCursorScreenPos({content.x, content.y - scroll + 4});
  ImGui::Dummy({1, static_cast<float>(rows) * row_height});
  ImGui::EndChild();
  return intent;
}

// The keys of the take that the keyboard is on.
std::optional<LibraryIntent> hear_take_keys(const LibraryModel& model, LibraryView& view) {
  const ListedTake* take = model.find(view.focused);
  if (take == nullptr || view.sheet != Sheet::kNone) return {};
  if (key_pressed(Key::kCompareTakes)) return library::Compare{take->take.folder};
  if (key_pressed(Key::kResults)) return library::SeeProgress{take->take.person_id};
  if (!model.may_change) return {};
  if (key_pressed(Key::kRename)) {
    view.sheet = Sheet::kTitle;
    view.take = take->take.folder;
    view.title = take->take.title;
    view.focus = true;
  }
  if (key_pressed(Key::kThrowAway)) return library::ThrowAway{{take->take.folder}};
  return {};
}

}  // namespace

std::optional<LibraryIntent> draw_library(Ui& ui, const LibraryModel& model, LibraryView& view) {
  const ScreenScope screen(ui, "library");
  ui.widgets.note("library.trainer", model.trainer_mode ? model.trainer_name : "");
  look_for_takes(model, view);
  ui.widgets.note("library.found", std::to_string(view.found.size()));
  ui.widgets.note("library.in_trash", std::to_string(model.trash.size()));
  std::optional<LibraryIntent> intent;
  const auto take = [&intent](std::optional<LibraryIntent> other) {
    if (other) intent = std::move(other);
  };
  take(draw_header(ui, model, view));
  Box content = ui.area;
  content.cut_top(Metrics::kHeaderHeight);
  content = content.inset(24, 10);
  take(draw_library_filters(ui, content.cut_top(Metrics::kSmallButtonHeight, 10), model, view));
  if (!model.due.empty() && !view.due_later && model.may_change)
    draw_due_band(ui, content.cut_top(kBand, 10), model, view);
  if (!model.thrown_away.empty()) take(draw_undo_band(ui, content.cut_bottom(kBand, 10), model));
  view.visible.clear();
  view.focused.clear();
  take(view.found.empty() ? draw_empty(ui, content, model) : draw_takes(ui, content, model, view));
  take(hear_take_keys(model, view));
  switch (view.sheet) {
    case Sheet::kPin:
    case Sheet::kNewTrainer:
    case Sheet::kAnotherTrainer:
      take(draw_trainer_sheet(ui, model, view));
      break;
    case Sheet::kTake:
    case Sheet::kTitle:
      take(draw_take_sheet(ui, model, view));
      break;
    case Sheet::kTrash:
    case Sheet::kDelete:
    case Sheet::kDue:
      take(draw_trash_sheet(ui, model, view));
      break;
    case Sheet::kNone:
      break;
  }
  return intent;
}

}  // namespace gladi
