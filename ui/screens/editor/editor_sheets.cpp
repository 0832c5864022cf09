// The editor's sheets: catalogues, a new one's name, the camera, what came of a table, the keys.
#include <SDL2/SDL_scancode.h>
#include <imgui.h>

#include <algorithm>

#include "studio/text/utf8.h"
#include "ui/screens/editor/editor_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/sheet.h"

namespace gladi {
namespace {

using Sheet = EditorView::Sheet;

constexpr float kReportFrame = 300;  // of what came of a table, without the rows that couldn't be read
constexpr float kFaultRow = 30;

std::optional<EditorIntent> draw_catalogues(Ui& ui, const EditorModel& model, EditorView& view) {
  const SheetScope sheet(ui, "editor.catalogues", ui.tr("Catalogues"), 600, 720);
  if (sheet.closed()) view.sheet = Sheet::kNone;
  if (!sheet.open()) return {};
  std::optional<EditorIntent> intent;
  Box box = sheet.box();
  Box last = box.cut_bottom(Metrics::kButtonHeight, 10);
  Box second = box.cut_bottom(Metrics::kSmallButtonHeight, 8);
  Box first = box.cut_bottom(Metrics::kSmallButtonHeight, 8);
  ImGui::SetCursorScreenPos({box.x, box.y});
  ImGui::BeginChild("shelf", {box.w, box.h}, false, ImGuiWindowFlags_NavFlattened);
  constexpr float kRow = 52;
  const float scroll = ImGui::GetScrollY();
  for (size_t i = 0; i < model.shelf.size(); ++i) {
    const ShelfEntry& entry = model.shelf[i];
    const Box row{box.x, box.y + static_cast<float>(i) * kRow - scroll, box.w - 14, kRow};
    bool hovered = false;
    if (press_area(ui, "editor.catalogues." + entry.folder.filename().string(), row, 10, &hovered)) {
      intent = editor::OpenCatalogue{entry.folder};
      view.sheet = Sheet::kNone;
    }
    const bool open = entry.folder == model.folder;
    if (open || hovered) fill(ui, row, open ? ui.palette.chip.fill : ui.palette.raised, 10);
    Box inner = row.inset(12, 0);
    const std::string size = ui.tr_n("{0} product", "{0} products", entry.products) +
                             (entry.own ? "" : " · " + std::string(ui.tr("came with Gladi")));
    draw_text_in(ui, inner.cut_right(text_size(ui, TextStyle::kLabel, size).w, 12), TextStyle::kLabel,
                 ui.palette.mute, size);
    draw_text_in(ui, inner, TextStyle::kBodyBold, ui.palette.text, entry.name.in(ui.language()));
  }
  ImGui::SetCursorScreenPos({box.x, box.y - scroll + static_cast<float>(model.shelf.size()) * kRow});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();

  const auto press = [&](Box& row, const char* name, const char* icon, const char* label,
                         bool enabled = true) {
    const ButtonSpec spec{.label = label, .icon = icon, .enabled = enabled && !model.working};
    return button(ui, name, row.cut_left(button_width(ui, spec, 14), 10), spec);
  };
  const auto ask_name = [&](bool copy) {
    view.sheet = Sheet::kNewName;
    view.copy = copy;
    view.focus = true;
    view.new_name = copy ? ui.tr("Copy of {0}", {model.draft.name.in(ui.language())}) : "";
  };
  if (press(first, "editor.catalogues.new", icons::kAdd, ui.tr("New catalogue"))) ask_name(false);
  if (press(first, "editor.catalogues.copy", icons::kCopy, ui.tr("Copy this one"))) ask_name(true);
  if (press(first, "editor.catalogues.delete", icons::kDelete, ui.tr("Delete this one"), model.own)) {
    intent = editor::DeleteCatalogue{};
    view.sheet = Sheet::kNone;
  }
  if (press(second, "editor.catalogues.import", icons::kDownload, ui.tr("Fetch from USB"))) {
    intent = editor::ChooseFile{FilePurpose::kImportCatalogue};
  }
  if (press(second, "editor.catalogues.export", icons::kUpload, ui.tr("Copy to USB"))) {
    intent = editor::ChooseFile{FilePurpose::kExportCatalogue};
  }
  if (model.can_restore &&
      press(second, "editor.catalogues.restore", icons::kUndo, ui.tr("Bring the deleted one back"))) {
    intent = editor::RestoreCatalogue{};
    view.sheet = Sheet::kNone;
  }
  const ButtonSpec close{.label = ui.tr("Close"), .key = "Esc", .look = ButtonLook::kPrimary};
  if (button(ui, "editor.catalogues.close", last.cut_right(button_width(ui, close, 24)), close))
    view.sheet = Sheet::kNone;
  return intent;
}

std::optional<EditorIntent> draw_new_name(Ui& ui, EditorView& view) {
  const SheetScope sheet(ui, "editor.new", view.copy ? ui.tr("Copy this one") : ui.tr("New catalogue"), 230);
  if (sheet.closed()) view.sheet = Sheet::kNone;
  if (!sheet.open()) return {};
  Box box = sheet.box();
  Box buttons = box.cut_bottom(Metrics::kButtonHeight);
  draw_text_in(ui, box.cut_top(22, 5), TextStyle::kLabelBold, ui.palette.mute,
               ui.tr("Name of the catalogue"));
  bool entered = false;
  text_field(ui, "editor.new.field", box.cut_top(48), ui.tr("for example Toko Bu Siti"), &view.new_name,
             view.focus, &entered, 60);
  view.focus = false;
  const ButtonSpec make{.label = ui.tr("Create"),
                        .key = "Enter",
                        .look = ButtonLook::kPrimary,
                        .enabled = !trim(view.new_name).empty()};
  const ButtonSpec cancel{.label = ui.tr("Cancel"), .key = "Esc"};
  const bool made = button(ui, "editor.new.create", buttons.cut_right(button_width(ui, make, 24), 12), make);
  if (button(ui, "editor.new.cancel", buttons.cut_right(button_width(ui, cancel, 24)), cancel)) {
    view.sheet = Sheet::kNone;
    return {};
  }
  if (!make.enabled || (!made && !entered)) return {};
  view.sheet = Sheet::kNone;
  return editor::NewCatalogue{trim(view.new_name), view.copy};
}

struct LightWords {
  ChipLook look;
  const char* verdict;
  const char* advice;
};

LightWords words_of(PhotoVerdict verdict) {
  switch (verdict) {
    case PhotoVerdict::kDark:
      return {ChipLook::kWarn, GLADI_TEXT("Too dark"),
              GLADI_TEXT("Go to a window, or switch on a lamp beside the product.")};
    case PhotoVerdict::kBright:
      return {ChipLook::kWarn, GLADI_TEXT("Too bright"),
              GLADI_TEXT("Out of the sun, please: shade shows the colours.")};
    case PhotoVerdict::kFlat:
      return {ChipLook::kWarn, GLADI_TEXT("Little to see"),
              GLADI_TEXT("Wipe the lens, and put the product on a plain ground.")};
    case PhotoVerdict::kGood:
      break;
  }
  return {ChipLook::kGood, GLADI_TEXT("Light is good"),
          GLADI_TEXT("Fill the frame with the product, then take the photo.")};
}

// Thirds, as cameras show them.
void draw_grid(const Box& box) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 colour = rgb(0xFFFFFF).with_alpha(150).packed();
  for (int i = 1; i <= 2; ++i) {
    const float part = static_cast<float>(i) / 3;
    list.AddLine({box.x + box.w * part, box.y}, {box.x + box.w * part, box.bottom()}, colour, 1.5F);
    list.AddLine({box.x, box.y + box.h * part}, {box.right(), box.y + box.h * part}, colour, 1.5F);
  }
}

std::optional<EditorIntent> draw_camera(Ui& ui, const EditorModel& model, EditorView& view) {
  const SheetScope sheet(ui, "editor.camera", ui.tr("Take a photo"), 680, 620);
  std::optional<EditorIntent> intent;
  if (sheet.closed()) {
    view.sheet = Sheet::kNone;
    return editor::CloseCamera{};
  }
  if (!sheet.open()) return {};
  Box box = sheet.box();
  Box buttons = box.cut_bottom(Metrics::kButtonHeight, 12);
  Box light = box.cut_bottom(28, 10);
  const float side = std::min(box.w, box.h);
  const Box frame = box.centred(side, side);
  picture(ui, frame, model.camera, {.radius = Metrics::kPhotoRadius});
  if (model.camera) {
    draw_grid(frame);
  } else {
    draw_text_in(ui, frame, TextStyle::kBody, rgb(0xFFFFFF),
                 model.camera_opening ? ui.tr("Preparing the camera…") : ui.tr("No picture yet"),
                 Align::kCentre);
  }
  if (model.light) {
    const LightWords words = words_of(*model.light);
    const std::string verdict = ui.tr(words.verdict) + std::string(words.look == ChipLook::kGood ? " ✓" : "");
    light.cut_left(chip(ui, light.x, light.y + 1, verdict, words.look) + 12);
    draw_text_in(ui, light, TextStyle::kLabel, ui.palette.mute, ui.tr(words.advice));
    ui.widgets.note("editor.camera.light", words.verdict);
  }
  const ButtonSpec shoot{.label = ui.tr("Take the photo"),
                         .icon = icons::kCamera,
                         .key = "Enter",
                         .look = ButtonLook::kPrimary,
                         .enabled = static_cast<bool>(model.camera)};
  const ButtonSpec cancel{.label = ui.tr("Cancel"), .key = "Esc"};
  const bool shot =
      button(ui, "editor.camera.shoot", buttons.cut_right(button_width(ui, shoot, 24), 12), shoot);
  const bool focused = ImGui::IsItemFocused();
  if (button(ui, "editor.camera.cancel", buttons.cut_right(button_width(ui, cancel, 24)), cancel)) {
    view.sheet = Sheet::kNone;
    return editor::CloseCamera{};
  }
  if (shoot.enabled && (shot || (!focused && !ImGui::IsItemFocused() && enter_pressed()))) {
    view.sheet = Sheet::kNone;
    intent = editor::Shoot{};
  }
  return intent;
}

std::optional<EditorIntent> draw_report(Ui& ui, const EditorModel& model, EditorView& view) {
  if (!model.report) return {};
  const TableReport& report = *model.report;
  const SheetScope sheet(
      ui, "editor.report", ui.tr("From CSV: {0}", {report.file}),
      std::min(560.0F, kReportFrame + kFaultRow * static_cast<float>(report.faults.size())), 720);
  const auto close_sheet = [&]() -> std::optional<EditorIntent> {
    view.sheet = Sheet::kNone;
    return editor::CloseReport{};
  };
  if (sheet.closed()) return close_sheet();
  if (!sheet.open()) return {};
  Box box = sheet.box();
  Box buttons = box.cut_bottom(Metrics::kButtonHeight, 12);
  const auto say = [&](TextStyle style, Rgba colour, const std::string& text) {
    draw_wrapped(ui, box.cut_top(wrapped_height(ui, style, text, box.w), 8), style, colour, text);
  };
  say(TextStyle::kBodyBold, ui.palette.text,
      ui.tr("New: {0} · changed: {1}. Ctrl+Z takes all of it back.",
            {std::to_string(report.added), std::to_string(report.changed)}));
  if (report.not_in_rundown > 0) {
    say(TextStyle::kBody, ui.palette.text,
        ui.tr_n("{0} new product is not in the rundown: add it there if you want to show it.",
                "{0} new products are not in the rundown: add there what you want to show.",
                report.not_in_rundown));
  }
  if (!report.ignored.empty()) {
    std::string columns;
    for (const std::string& title : report.ignored) columns += (columns.empty() ? "" : ", ") + title;
    say(TextStyle::kBody, ui.palette.mute, ui.tr("Columns without a meaning here: {0}", {columns}));
  }
  ui.widgets.note("editor.report", std::to_string(report.added) + "+" + std::to_string(report.changed) + "-" +
                                       std::to_string(report.faults.size()));
  if (!report.faults.empty()) {
    say(TextStyle::kBodyBold, ui.palette.chip_warn.text, ui.tr("Please look at these rows:"));
    ImGui::SetCursorScreenPos({box.x, box.y});
    ImGui::BeginChild("faults", {box.w, box.h}, false, ImGuiWindowFlags_NavFlattened);
    const float scroll = ImGui::GetScrollY();
    for (size_t i = 0; i < report.faults.size(); ++i) {
      Box row{box.x, box.y + static_cast<float>(i) * kFaultRow - scroll, box.w - 14, kFaultRow};
      if (row.bottom() < box.y || row.y > box.bottom()) continue;
      draw_text_in(ui, row.cut_left(110, 8), TextStyle::kLabelBold, ui.palette.text,
                   ui.tr("Row {0}", {std::to_string(report.faults[i].row)}));
      draw_text_in(ui, row, TextStyle::kLabel, ui.palette.text, ui.tr(report.faults[i].reason));
    }
    ImGui::SetCursorScreenPos({box.x, box.y - scroll + static_cast<float>(report.faults.size()) * kFaultRow});
    ImGui::Dummy({1, 1});
    ImGui::EndChild();
  }
  const ButtonSpec close{.label = ui.tr("Close"), .key = "Esc", .look = ButtonLook::kPrimary};
  if (button(ui, "editor.report.close", buttons.cut_right(button_width(ui, close, 24)), close))
    return close_sheet();
  return {};
}

std::optional<EditorIntent> draw_files(Ui& ui, const EditorModel& model, EditorView& view) {
  const auto answer = draw_file_sheet(ui, model.files, view.files);
  if (!answer) return {};
  if (answer->kind == FileAnswer::Kind::kGoTo) return editor::ListFolder{answer->path};
  view.sheet = Sheet::kNone;
  if (answer->kind == FileAnswer::Kind::kTaken) return editor::UseFile{model.files.purpose, answer->path};
  return {};
}

}  // namespace

std::optional<EditorIntent> draw_editor_sheet(Ui& ui, const EditorModel& model, EditorView& view) {
  switch (view.sheet) {
    case Sheet::kCatalogues:
      return draw_catalogues(ui, model, view);
    case Sheet::kNewName:
      return draw_new_name(ui, view);
    case Sheet::kFiles:
      return draw_files(ui, model, view);
    case Sheet::kCamera:
      return draw_camera(ui, model, view);
    case Sheet::kReport:
      return draw_report(ui, model, view);
    case Sheet::kNone:
      break;
  }
  return {};
}

}  // namespace gladi
