#include "ui/screens/files/file_sheet.h"

#include <imgui.h>

#include "ui/theme/icons.h"
#include "ui/widgets/sheet.h"

namespace gladi {
namespace {

constexpr float kRow = 44;

const char* title_of(FilePurpose purpose) {
  switch (purpose) {
    case FilePurpose::kPhoto:
      return GLADI_TEXT("Choose a photo");
    case FilePurpose::kTable:
      return GLADI_TEXT("Choose a table (CSV)");
    case FilePurpose::kNames:
      return GLADI_TEXT("Choose a list of names (CSV or text)");
    case FilePurpose::kImportCatalogue:
      return GLADI_TEXT("Choose the catalogue's folder");
    case FilePurpose::kExportCatalogue:
      return GLADI_TEXT("Copy the catalogue to which folder?");
    case FilePurpose::kLibrary:
      return GLADI_TEXT("Keep recordings in which folder?");
    case FilePurpose::kExportTable:
      return GLADI_TEXT("Save the table in which folder?");
    case FilePurpose::kShare:
      return GLADI_TEXT("Save in which folder?");
    case FilePurpose::kTakes:
      return GLADI_TEXT("Choose a .gladi file or a video");
  }
  return "";
}

bool wants_folder(FilePurpose purpose) {
  return purpose == FilePurpose::kExportCatalogue || purpose == FilePurpose::kExportTable ||
         purpose == FilePurpose::kLibrary || purpose == FilePurpose::kShare;
}

bool row(Ui& ui, const std::string& name, const Box& box, const char* icon, const std::string& text,
         bool chosen) {
  bool hovered = false;
  const bool pressed = press_area(ui, name, box, 8, &hovered);
  if (chosen || hovered) fill(ui, box, chosen ? ui.palette.chip.fill : ui.palette.raised, 8);
  Box inner = box.inset(10, 0);
  draw_text_in(ui, inner.cut_left(30), TextStyle::kTitle, ui.palette.mute, icon);
  draw_text_in(ui, inner, TextStyle::kBody, ui.palette.text, text);
  return pressed;
}

std::optional<FileAnswer> draw_entries(Ui& ui, const Box& box, const FileSheetModel& model,
                                       FileSheetView& view) {
  std::optional<FileAnswer> answer;
  ImGui::SetCursorScreenPos({box.x, box.y});
  ImGui::BeginChild("entries", {box.w, box.h}, false, ImGuiWindowFlags_NavFlattened);
  const std::vector<FileEntry>& entries = *model.entries;
  const float scroll = ImGui::GetScrollY();
  for (size_t i = 0; i < entries.size(); ++i) {
    const Box place{box.x, box.y + static_cast<float>(i) * kRow - scroll, box.w - 16, kRow};
    if (place.bottom() < box.y || place.y > box.bottom()) continue;
    const FileEntry& entry = entries[i];
    const std::string name = entry.path.filename().string();
    const char* icon = entry.catalogue ? icons::kBookmark : entry.folder ? icons::kFolder : icons::kFile;
    if (!row(ui, "files.entry." + name, place, icon, name, entry.path == view.chosen)) continue;
    const bool taken =
        entry.folder ? entry.catalogue && model.purpose == FilePurpose::kImportCatalogue : true;
    answer = FileAnswer{taken ? FileAnswer::Kind::kTaken : FileAnswer::Kind::kGoTo, entry.path};
  }
  ImGui::SetCursorScreenPos({box.x, box.y - scroll + static_cast<float>(entries.size()) * kRow});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
  if (entries.empty()) {
    draw_wrapped(ui, box.inset(10), TextStyle::kBody, ui.palette.mute,
                 ui.tr("Nothing that fits is in this folder."));
  }
  return answer;
}

}  // namespace

std::string place_name(const Ui& ui, const FilePlace& place) {
  switch (place.known) {
    case FilePlace::Known::kPictures:
      return ui.tr("Pictures");
    case FilePlace::Known::kDocuments:
      return ui.tr("Documents");
    case FilePlace::Known::kDownloads:
      return ui.tr("Downloads");
    case FilePlace::Known::kHome:
      return ui.tr("Home folder");
    case FilePlace::Known::kOther:
      return place.name;
    case FilePlace::Known::kStick:
      break;
  }
  return ui.tr("USB: {0}", {place.name});
}

std::optional<FileAnswer> draw_file_sheet(Ui& ui, const FileSheetModel& model, FileSheetView& view) {
  std::optional<FileAnswer> answer;
  const SheetScope sheet(ui, "files", ui.tr(title_of(model.purpose)), 620, 860);
  if (sheet.closed()) return FileAnswer{};
  if (!sheet.open()) return {};
  Box box = sheet.box();
  Box buttons = box.cut_bottom(Metrics::kButtonHeight, 12);
  Box places = box.cut_left(220, 18);
  for (const FilePlace& place : model.places) {
    const Box at = places.cut_top(kRow, 4);
    if (row(ui, "files.place." + place.folder.filename().string(), at, icons::kFolder, place_name(ui, place),
            place.folder == model.folder)) {
      answer = FileAnswer{FileAnswer::Kind::kGoTo, place.folder};
    }
  }
  Box path = box.cut_top(kRow, 6);
  const ButtonSpec up{.label = ui.tr("Up"), .icon = icons::kUp};
  if (button(ui, "files.up", path.cut_left(button_width(ui, up, 14), 12).inset(0, 2), up)) {
    answer = FileAnswer{FileAnswer::Kind::kGoTo, model.folder.parent_path()};
  }
  draw_text_in(ui, path, TextStyle::kLabel, ui.palette.mute, model.folder.string());
  ui.widgets.note("files.folder", model.folder.string());
  if (!model.entries) {
    draw_text_in(ui, box.cut_top(kRow), TextStyle::kBody, ui.palette.mute, ui.tr("Reading the folder…"));
  } else if (auto entry = draw_entries(ui, box, model, view)) {
    answer = entry;
  }
  const ButtonSpec cancel{.label = ui.tr("Cancel"), .key = "Esc"};
  if (wants_folder(model.purpose)) {
    const ButtonSpec here{
        .label = model.purpose == FilePurpose::kLibrary ? ui.tr("Use this folder") : ui.tr("Save here"),
        .look = ButtonLook::kPrimary};
    if (button(ui, "files.here", buttons.cut_right(button_width(ui, here, 24), 12), here)) {
      answer = FileAnswer{FileAnswer::Kind::kTaken, model.folder};
    }
  }
  if (button(ui, "files.cancel", buttons.cut_right(button_width(ui, cancel, 24), 18), cancel))
    answer = FileAnswer{};
  if (model.purpose == FilePurpose::kTable || model.purpose == FilePurpose::kNames)
    draw_text_in(ui, buttons, TextStyle::kLabel, ui.palette.mute,
                 ui.tr("From Excel or LibreOffice: save the table as CSV first."));
  return answer;
}

}  // namespace gladi
