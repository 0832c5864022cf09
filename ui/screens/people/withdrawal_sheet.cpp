// A person takes everything back: what that is, the question, and the proof.
#include <imgui.h>

#include <algorithm>
#include <utility>

#include "studio/library/withdrawal_sheet.h"
#include "studio/people/pin.h"
#include "studio/text/format.h"
#include "ui/screens/people/people_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/sheet.h"

namespace gladi {
namespace {

constexpr float kWidth = 860;
constexpr float kLine = 26;
constexpr int64_t kBytesInMb = 1'000'000;

struct Line {
  std::string text;
  bool heading = false;
};

TextStyle style_of(const Line& line) {
  return line.heading ? TextStyle::kBodyBold : TextStyle::kBody;
}

// Whatever is long goes on in the next line: paths and sentences of the proof are to be read to their end.
std::vector<Line> broken(const Ui& ui, const std::vector<Line>& whole, float width) {
  std::vector<Line> lines;
  for (const Line& line : whole) {
    if (line.text.empty()) lines.push_back(line);
    for (std::string& piece : wrapped_lines(ui, style_of(line), line.text, width))
      lines.push_back({std::move(piece), line.heading});
  }
  return lines;
}

void draw_lines(Ui& ui, const Box& box, const std::vector<Line>& whole) {
  const std::vector<Line> lines = broken(ui, whole, box.w - 16);
  ImGui::SetCursorScreenPos({box.x, box.y});
  ImGui::BeginChild("withdrawal", {box.w, box.h}, false, ImGuiWindowFlags_NavFlattened);
  const float scroll = ImGui::GetScrollY();
  for (size_t i = 0; i < lines.size(); ++i) {
    const Box row{box.x, box.y + static_cast<float>(i) * kLine - scroll, box.w - 16, kLine};
    if (row.bottom() < box.y || row.y > box.bottom()) continue;
    draw_text_in(ui, row, style_of(lines[i]), ui.palette.text, lines[i].text);
  }
  ImGui::SetCursorScreenPos({box.x, box.y - scroll + static_cast<float>(lines.size()) * kLine});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

std::vector<Line> lines_of(const Ui& ui, const WithdrawalList& list) {
  std::vector<Line> lines;
  lines.push_back(
      {ui.tr("Recordings: {0}, of these in the trash: {1}; reviews: {2}; {3} MB",
             {std::to_string(list.takes.size()), std::to_string(list.in_trash), std::to_string(list.reviews),
              std::to_string((list.bytes + kBytesInMb - 1) / kBytesInMb)}),
       true});
  for (const TakeSummary& take : list.takes) {
    lines.push_back({"· " + take.title + " · " + format_date_time(take.started_at, ui.language()) + " · " +
                     format_clock(take.duration)});
  }
  if (!list.classes.empty()) {
    lines.push_back({ui.tr("Places in classes"), true});
    for (const std::string& name : list.classes) lines.push_back({"· " + name});
  }
  lines.push_back({list.exports.empty() ? ui.tr("Nothing has left this library.")
                                        : ui.tr("Copies that have left; please have them deleted there:"),
                   true});
  for (const ExportRecord& record : list.exports) {
    lines.push_back({"· " + format_date_time(record.at, ui.language()) + " · " + ui.tr(name_of(record.kind)) +
                     " · " + record.target.string()});
  }
  if (!list.unreachable.empty()) {
    lines.push_back({ui.tr("On disks that are not connected; they stay there:"), true});
    for (const auto& folder : list.unreachable) lines.push_back({"· " + folder.string()});
  }
  if (!list.namesakes.empty()) {
    lines.push_back(
        {ui.tr("Only the name is known of these, not whose they are. They stay; please look:"), true});
    for (const auto& folder : list.namesakes) lines.push_back({"· " + folder.string()});
  }
  if (!list.unclear.empty()) {
    lines.push_back({ui.tr("Can't be read; please look whose they are:"), true});
    for (const auto& folder : list.unclear) lines.push_back({"· " + folder.string()});
  }
  return lines;
}

std::vector<Line> lines_of(const std::string& sheet) {
  std::vector<Line> lines;
  for (size_t begin = 0; begin < sheet.size();) {
    const size_t end = std::min(sheet.find('\n', begin), sheet.size());
    lines.push_back({sheet.substr(begin, end - begin)});
    begin = end + 1;
  }
  return lines;
}

void draw_waiting(Ui& ui, Box box, const WithdrawalModel& model) {
  if (!model.removing) {
    draw_text_in(ui, box, TextStyle::kBody, ui.palette.mute, ui.tr("One moment…"), Align::kCentre);
    return;
  }
  draw_text_in(ui, box.cut_top(30, 10), TextStyle::kBody, ui.palette.text,
               ui.tr("Everything is being removed. If the program ends, it goes on at the next start."));
  bar(ui, box.cut_top(12), static_cast<float>(model.share), ui.palette.primary.fill);
}

// The line of the question: what is needed, and the answer.
std::optional<PeopleIntent> draw_question(Ui& ui, Box& box, Box buttons, const WithdrawalModel& model,
                                          PeopleView& view) {
  bool entered = false;
  if (model.asks_pin && model.may_withdraw) {
    Box row = box.cut_bottom(kFormField, 12);
    const std::string label = ui.tr("Your PIN");
    draw_text_in(ui, row.cut_left(text_size(ui, TextStyle::kBodyBold, label).w, 12), TextStyle::kBodyBold,
                 ui.palette.text, label);
    pin_field(ui, "people.withdraw.pin", row.cut_left(180, 14), ui.tr("digits"), &view.pin, kMostPinDigits,
              std::exchange(view.focus, false), &entered);
    if (model.problem)
      draw_text_in(ui, row, TextStyle::kBody, ui.palette.chip_bad.text, ui.tr(*model.problem));
  } else if (model.problem || !model.may_withdraw) {
    draw_text_in(ui, box.cut_bottom(kLine, 12), TextStyle::kBody, ui.palette.chip_bad.text,
                 model.problem ? ui.tr(*model.problem)
                               : ui.tr("Only in trainer mode: open it in the list of recordings."));
  }
  const bool allowed = model.may_withdraw && model.list.has_value() &&
                       (!model.asks_pin || view.pin.size() >= kFewestPinDigits);
  const ButtonSpec remove{.label = ui.tr("Remove everything"),
                          .icon = icons::kDelete,
                          .look = ButtonLook::kRed,
                          .enabled = allowed};
  const Box remove_box = buttons.cut_left(button_width(ui, remove, 18));
  const ButtonSpec cancel{.label = ui.tr("Cancel"), .key = "Esc", .look = ButtonLook::kPrimary};
  if (button(ui, "people.withdraw.cancel", buttons.cut_right(button_width(ui, cancel, 24)), cancel)) {
    view.sheet = PeopleView::Sheet::kNone;
    view.pin.clear();
  }
  if (!button(ui, "people.withdraw.yes", remove_box, remove) || !allowed) return {};
  return people::Withdraw{model.list->person_id, std::exchange(view.pin, {})};
}

}  // namespace

std::optional<PeopleIntent> draw_withdrawal_sheet(Ui& ui, const WithdrawalModel& model, PeopleView& view) {
  const std::string title = model.done ? ui.tr("Everything has been removed")
                                       : ui.tr("{0} takes everything back", {model.person_name});
  const SheetScope sheet(ui, "people.withdraw", shortened(ui, TextStyle::kTitle, title, kWidth - 80), 640,
                         kWidth, !model.removing);
  if (sheet.closed()) {
    view.sheet = PeopleView::Sheet::kNone;
    view.pin.clear();
  }
  if (!sheet.open()) return {};
  ui.widgets.note("people.withdraw", model.done       ? "done"
                                     : model.removing ? "removing"
                                     : model.list     ? "listed"
                                                      : "");
  Box box = sheet.box();
  Box buttons = box.cut_bottom(Metrics::kButtonHeight, 12);
  if (model.done) {
    draw_text_in(ui, box.cut_bottom(kLine, 8), TextStyle::kLabel, ui.palette.mute,
                 ui.tr("Kept as {0}", {model.sheet_file.string()}));
    draw_lines(ui, box, lines_of(model.sheet));
    const ButtonSpec close{.label = ui.tr("Close"), .key = "Esc", .look = ButtonLook::kPrimary};
    if (button(ui, "people.withdraw.close", buttons.cut_right(button_width(ui, close, 24)), close))
      view.sheet = PeopleView::Sheet::kNone;
    return {};
  }
  if (model.removing || !model.list) {
    draw_waiting(ui, box, model);
    return {};
  }
  const std::string words = ui.tr(
      "All of this is removed from this library for good, and nobody can bring it back. A proof without the "
      "name stays.");
  draw_wrapped(ui, box.cut_top(wrapped_height(ui, TextStyle::kBody, words, box.w), 12), TextStyle::kBody,
               ui.palette.text, words);
  std::optional<PeopleIntent> intent = draw_question(ui, box, buttons, model, view);
  draw_lines(ui, box, lines_of(ui, *model.list));
  return intent;
}

}  // namespace gladi
