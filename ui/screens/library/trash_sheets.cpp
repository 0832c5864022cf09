// The trash, the question before something is deleted for good, and what is due for the trash.
#include <imgui.h>

#include <algorithm>

#include "studio/text/format.h"
#include "ui/screens/library/library_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/sheet.h"

namespace gladi {
namespace {

using Sheet = LibraryView::Sheet;

constexpr float kRow = 52;
constexpr float kWidth = 860;
constexpr size_t kMostNamed = 6;

// Rows of which only those that can be seen are drawn.
template <class DrawRow>
void draw_rows(const Box& box, const char* name, size_t count, const DrawRow& draw_row) {
  ImGui::SetCursorScreenPos({box.x, box.y});
  ImGui::BeginChild(name, {box.w, box.h}, false, ImGuiWindowFlags_NavFlattened);
  const float scroll = ImGui::GetScrollY();
  const auto first = static_cast<size_t>(std::max(0.0F, scroll / kRow - 1));
  const size_t last = std::min(count, static_cast<size_t>((scroll + box.h) / kRow) + 2);
  for (size_t i = first; i < last; ++i)
    draw_row(i, Box{box.x, box.y + static_cast<float>(i) * kRow - scroll, box.w - 16, kRow});
  ImGui::SetCursorScreenPos({box.x, box.y - scroll + static_cast<float>(count) * kRow});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

std::string day_and_length(const Ui& ui, const TakeSummary& take) {
  return format_date_time(take.started_at, ui.language()) + " · " + format_clock(take.duration);
}

void draw_take_words(Ui& ui, Box row, const TakeSummary& take, const std::string& below) {
  draw_text_in(ui, row.cut_top(25), TextStyle::kBodyBold, ui.palette.text, take_line(take));
  draw_text_in(ui, row.cut_top(20), TextStyle::kCaption, ui.palette.mute, below);
}

void ask_to_delete(LibraryView& view, std::vector<std::filesystem::path> doomed) {
  view.doomed = std::move(doomed);
  view.sheet = Sheet::kDelete;
}

// A choice of the library: for trainers; others read it.
std::optional<LibraryIntent> draw_rules(Ui& ui, Box row, const LibraryModel& model) {
  const auto words = [&](int days) {
    return days == 0 ? std::string(ui.tr("for ever")) : ui.tr("{0} days", {std::to_string(days)});
  };
  const std::string label = ui.tr("Recordings are kept:");
  if (!model.trainer_mode) {
    draw_text_in(ui, row, TextStyle::kBody, ui.palette.mute, label + " " + words(model.rules.keep_days));
    return {};
  }
  draw_text_in(ui, row.cut_left(text_size(ui, TextStyle::kBody, label).w, 12), TextStyle::kBody,
               ui.palette.text, label);
  std::vector<std::string> labels;
  int chosen = -1;
  for (const int days : kKeepDays) {
    if (days == model.rules.keep_days) chosen = static_cast<int>(labels.size());
    labels.push_back(words(days));
  }
  if (choice(ui, "library.keep", row.cut_left(190, 12), labels, &chosen))
    return library::KeepFor{kKeepDays.at(static_cast<size_t>(chosen))};
  draw_text_in(ui, row, TextStyle::kLabel, ui.palette.mute, ui.tr("Nothing goes by itself."));
  return {};
}

std::optional<LibraryIntent> draw_trash(Ui& ui, const LibraryModel& model, LibraryView& view) {
  const SheetScope sheet(ui, "library.trash", ui.tr("Trash"), 640, kWidth);
  if (sheet.closed()) view.sheet = Sheet::kNone;
  if (!sheet.open()) return {};
  std::optional<LibraryIntent> intent;
  Box box = sheet.box();
  Box buttons = box.cut_bottom(Metrics::kButtonHeight, 12);
  if (auto kept = draw_rules(ui, box.cut_bottom(kFormField, 14), model)) intent = kept;
  if (model.trash.empty())
    draw_text_in(ui, box, TextStyle::kBody, ui.palette.mute, ui.tr("Nothing is in the trash."),
                 Align::kCentre);
  draw_rows(box, "trash", model.trash.size(), [&](size_t i, Box row) {
    const TrashedTake& thrown = model.trash[i];
    const std::string name = thrown.take.folder.filename().string();
    const ButtonSpec back{.label = ui.tr("Put back"), .icon = icons::kUndo, .enabled = model.may_change};
    const ButtonSpec gone{
        .label = ui.tr("Delete for good"), .icon = icons::kDelete, .enabled = model.may_change};
    const float top = row.y + (kRow - Metrics::kSmallButtonHeight) / 2;
    const Box gone_box = row.cut_right(button_width(ui, gone, 12), 8);
    const Box back_box = row.cut_right(button_width(ui, back, 12), 12);
    draw_take_words(ui, row, thrown.take,
                    day_and_length(ui, thrown.take) + " · " +
                        ui.tr("thrown away on {0}", {format_date(thrown.trashed_at, ui.language())}));
    if (button(ui, "library.restore." + name, {back_box.x, top, back_box.w, Metrics::kSmallButtonHeight},
               back))
      intent = library::Restore{thrown.take.folder};
    if (button(ui, "library.delete." + name, {gone_box.x, top, gone_box.w, Metrics::kSmallButtonHeight},
               gone))
      ask_to_delete(view, {thrown.take.folder});
  });

  const ButtonSpec close{
      .label = ui.tr("Close"), .key = cap_of(ui, Key::kBack), .look = ButtonLook::kPrimary};
  if (button(ui, "library.trash.close", buttons.cut_right(button_width(ui, close, 24), 12), close))
    view.sheet = Sheet::kNone;
  if (model.to_delete > 0) {
    const ButtonSpec stop{.label = ui.tr("Stop deleting ({0} left)", {std::to_string(model.to_delete)}),
                          .icon = icons::kStop};
    if (button(ui, "library.trash.stop", buttons.cut_left(button_width(ui, stop, 18)), stop))
      intent = library::StopDeleting{};
    return intent;
  }
  const ButtonSpec empty{.label = ui.tr("Empty the trash"),
                         .icon = icons::kDelete,
                         .enabled = model.may_change && !model.trash.empty()};
  if (button(ui, "library.trash.empty", buttons.cut_left(button_width(ui, empty, 18)), empty)) {
    std::vector<std::filesystem::path> all;
    for (const TrashedTake& thrown : model.trash) all.push_back(thrown.take.folder);
    ask_to_delete(view, std::move(all));
  }
  return intent;
}

// Names what will be gone. Enter alone deletes nothing: the keyboard is on "Cancel".
std::optional<LibraryIntent> draw_question(Ui& ui, const LibraryModel& model, LibraryView& view) {
  std::vector<const TrashedTake*> doomed;
  for (const TrashedTake& thrown : model.trash) {
    if (std::find(view.doomed.begin(), view.doomed.end(), thrown.take.folder) != view.doomed.end())
      doomed.push_back(&thrown);
  }
  const size_t named = std::min(doomed.size(), kMostNamed);
  const SheetScope sheet(ui, "library.delete", ui.tr("Delete for good?"),
                         260 + static_cast<float>(named) * 26, 640);
  if (sheet.closed() || doomed.empty()) view.sheet = Sheet::kTrash;
  if (!sheet.open()) return {};
  Box box = sheet.box();
  Box buttons = box.cut_bottom(Metrics::kButtonHeight, 12);
  for (size_t i = 0; i < named; ++i) {
    draw_text_in(ui, box.cut_top(26), TextStyle::kBodyBold, ui.palette.text,
                 take_line(doomed[i]->take) + " · " + day_and_length(ui, doomed[i]->take));
  }
  if (doomed.size() > named) {
    draw_text_in(ui, box.cut_top(26), TextStyle::kBody, ui.palette.text,
                 ui.tr("and {0} more", {std::to_string(doomed.size() - named)}));
  }
  box.cut_top(10);
  draw_wrapped(
      ui, box, TextStyle::kBody, ui.palette.text,
      ui.tr("Film, comments and scores are removed from this computer. Nobody can bring them back."));
  const ButtonSpec cancel{.label = ui.tr("Cancel"), .key = "Esc", .look = ButtonLook::kPrimary};
  const ButtonSpec gone{.label = ui.tr("Delete for good"), .icon = icons::kDelete, .look = ButtonLook::kRed};
  const Box gone_box = buttons.cut_left(button_width(ui, gone, 18));
  if (button(ui, "library.delete.cancel", buttons.cut_right(button_width(ui, cancel, 24)), cancel))
    view.sheet = Sheet::kTrash;
  if (!button(ui, "library.delete.yes", gone_box, gone)) return {};
  view.sheet = Sheet::kTrash;
  return library::Delete{view.doomed};
}

std::optional<LibraryIntent> draw_due(Ui& ui, const LibraryModel& model, LibraryView& view) {
  const SheetScope sheet(ui, "library.due",
                         ui.tr("Older than {0} days", {std::to_string(model.rules.keep_days)}), 600, kWidth);
  if (sheet.closed() || model.due.empty()) view.sheet = Sheet::kNone;
  if (!sheet.open()) return {};
  Box box = sheet.box();
  Box buttons = box.cut_bottom(Metrics::kButtonHeight, 12);
  const std::string words = ui.tr(
      "These recordings have been kept as long as this library keeps them. In the trash "
      "they stay until somebody empties it.");
  draw_wrapped(ui, box.cut_top(wrapped_height(ui, TextStyle::kBody, words, box.w), 12), TextStyle::kBody,
               ui.palette.text, words);
  draw_rows(box, "due", model.due.size(), [&](size_t i, const Box& row) {
    const TakeSummary& take = model.takes[model.due[i]].take;
    draw_take_words(ui, row, take, day_and_length(ui, take));
  });
  const ButtonSpec away{.label = ui.tr_n("{0} recording into the trash", "{0} recordings into the trash",
                                         static_cast<int64_t>(model.due.size())),
                        .icon = icons::kDelete};
  const ButtonSpec later{.label = ui.tr("Later"), .key = "Esc", .look = ButtonLook::kPrimary};
  const Box away_box = buttons.cut_left(button_width(ui, away, 18));
  if (button(ui, "library.due.close", buttons.cut_right(button_width(ui, later, 24)), later))
    view.sheet = Sheet::kNone;
  if (!button(ui, "library.due.away", away_box, away)) return {};
  view.sheet = Sheet::kNone;
  library::ThrowAway all;
  for (const size_t i : model.due) all.folders.push_back(model.takes[i].take.folder);
  return all;
}

}  // namespace

std::optional<LibraryIntent> draw_trash_sheet(Ui& ui, const LibraryModel& model, LibraryView& view) {
  switch (view.sheet) {
    case Sheet::kDelete:
      return draw_question(ui, model, view);
    case Sheet::kDue:
      return draw_due(ui, model, view);
    default:
      return draw_trash(ui, model, view);
  }
}

}  // namespace gladi
