// What can be done with one take, and its name.
#include <utility>

#include "studio/library/take_title.h"
#include "studio/text/format.h"
#include "studio/text/utf8.h"
#include "ui/screens/library/library_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/sheet.h"

namespace gladi {
namespace {

using Sheet = LibraryView::Sheet;

void begin_renaming(LibraryView& view, const TakeSummary& take) {
  view.sheet = Sheet::kTitle;
  view.title = take.title;
  view.focus = true;
}

std::string facts_of(const Ui& ui, const LibraryModel& model, const TakeSummary& take) {
  std::string facts = format_date_time(take.started_at, ui.language()) + " · " + format_clock(take.duration);
  if (const auto until = kept_until(take, model.rules))
    facts += " · " + ui.tr("kept until {0}", {format_date(*until, ui.language())});
  return facts;
}

std::optional<LibraryIntent> draw_menu(Ui& ui, const LibraryModel& model, const TakeSummary& take,
                                       LibraryView& view) {
  const SheetScope sheet(ui, "library.menu", shortened(ui, TextStyle::kTitle, take_line(take), 500),
                         346 + 2 * (Metrics::kButtonHeight + 8));
  if (sheet.closed()) view.sheet = Sheet::kNone;
  if (!sheet.open()) return {};
  Box box = sheet.box();
  draw_text_in(ui, box.cut_top(24, 14), TextStyle::kBody, ui.palette.mute, facts_of(ui, model, take));
  const ButtonSpec watch{
      .label = ui.tr("Watch"), .icon = icons::kPlay, .key = "Enter", .look = ButtonLook::kPrimary};
  const ButtonSpec share{.label = ui.tr("Share"), .icon = icons::kShare};
  const ButtonSpec rename{.label = ui.tr("Rename"),
                          .icon = icons::kEdit,
                          .key = cap_of(ui, Key::kRename),
                          .enabled = model.may_change};
  const ButtonSpec away{.label = ui.tr("Into the trash"),
                        .icon = icons::kDelete,
                        .key = cap_of(ui, Key::kThrowAway),
                        .enabled = model.may_change};
  const ButtonSpec close{.label = ui.tr("Close"), .key = cap_of(ui, Key::kBack)};
  const bool watched = button(ui, "library.menu.watch", box.cut_top(Metrics::kButtonHeight, 8), watch);
  const bool shared = button(ui, "library.menu.share", box.cut_top(Metrics::kButtonHeight, 8), share);
  Box row = box.cut_top(Metrics::kButtonHeight, 8);
  const ButtonSpec compare{
      .label = ui.tr("Compare"), .icon = icons::kCompare, .key = cap_of(ui, Key::kCompareTakes)};
  const ButtonSpec progress{
      .label = ui.tr("Progress"), .icon = icons::kChart, .key = cap_of(ui, Key::kResults)};
  const bool compared = button(ui, "library.menu.compare", row.cut_left((row.w - 8) / 2, 8), compare);
  const bool progressed = button(ui, "library.menu.progress", row, progress);
  const bool renamed = button(ui, "library.menu.rename", box.cut_top(Metrics::kButtonHeight, 8), rename);
  const bool thrown = button(ui, "library.menu.away", box.cut_top(Metrics::kButtonHeight, 8), away);
  if (button(ui, "library.menu.close", box.cut_bottom(Metrics::kButtonHeight), close))
    view.sheet = Sheet::kNone;
  if (compared || key_pressed_in_sheet(Key::kCompareTakes)) {
    view.sheet = Sheet::kNone;
    return library::Compare{take.folder};
  }
  if (progressed || key_pressed_in_sheet(Key::kResults)) {
    view.sheet = Sheet::kNone;
    return library::SeeProgress{take.person_id};
  }
  if (model.may_change && (renamed || key_pressed_in_sheet(Key::kRename))) {
    begin_renaming(view, take);
  } else if (model.may_change && (thrown || key_pressed_in_sheet(Key::kThrowAway))) {
    view.sheet = Sheet::kNone;
    return library::ThrowAway{{take.folder}};
  } else if (shared) {
    view.sheet = Sheet::kNone;
    return library::Share{{take.folder}};
  } else if (watched || enter_pressed()) {
    view.sheet = Sheet::kNone;
    const ListedTake* listed = model.find(take.folder);
    return library::OpenTake{take.folder,
                             listed == nullptr ? std::nullopt : found_at(*listed, view.wish.search)};
  }
  return {};
}

std::optional<LibraryIntent> draw_title(Ui& ui, const LibraryModel& model, const TakeSummary& take,
                                        LibraryView& view) {
  const SheetScope sheet(ui, "library.title", ui.tr("Name of the recording"), 260);
  if (sheet.closed()) view.sheet = Sheet::kNone;
  if (!sheet.open()) return {};
  Box box = sheet.box();
  Box buttons = box.cut_bottom(Metrics::kButtonHeight);
  draw_text_in(ui, box.cut_top(22, 6), TextStyle::kLabel, ui.palette.mute,
               ui.tr("Left empty, it has the name of what was sold."));
  bool entered = false;
  text_field(ui, "library.title.field", box.cut_top(48, 8), ui.tr("for example Second try"), &view.title,
             std::exchange(view.focus, false), &entered, kMaxTitleLength);
  if (model.title_problem)
    draw_wrapped(ui, box, TextStyle::kLabel, ui.palette.chip_bad.text, ui.tr(*model.title_problem));
  const ButtonSpec save{.label = ui.tr("Save"), .key = "Enter", .look = ButtonLook::kPrimary};
  const ButtonSpec cancel{.label = ui.tr("Cancel"), .key = "Esc"};
  const bool saved =
      button(ui, "library.title.save", buttons.cut_right(button_width(ui, save, 24), 12), save);
  if (button(ui, "library.title.cancel", buttons.cut_right(button_width(ui, cancel, 24)), cancel)) {
    view.sheet = Sheet::kNone;
    return {};
  }
  if (!saved && !entered) return {};
  view.sheet = Sheet::kNone;
  return library::Rename{take.folder, view.title};
}

}  // namespace

std::optional<LibraryIntent> draw_take_sheet(Ui& ui, const LibraryModel& model, LibraryView& view) {
  const ListedTake* take = model.find(view.take);
  if (take == nullptr) {  // it has gone meanwhile
    view.sheet = Sheet::kNone;
    return {};
  }
  return view.sheet == Sheet::kTake ? draw_menu(ui, model, take->take, view)
                                    : draw_title(ui, model, take->take, view);
}

}  // namespace gladi
