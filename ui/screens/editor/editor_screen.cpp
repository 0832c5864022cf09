#include "ui/screens/editor/editor_screen.h"

#include <SDL2/SDL_scancode.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <sstream>

#include "studio/text/utf8.h"
#include "ui/theme/icons.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/header_buttons.h"

namespace gladi {
namespace {

constexpr size_t kMostNameLetters = 60;  // a catalogue's name on the home screen

std::string save_words(const Ui& ui, SaveState state) {
  switch (state) {
    case SaveState::kSaving:
      return ui.tr("Saving…");
    case SaveState::kNotSaved:
      return ui.tr("Not saved yet");
    case SaveState::kSaved:
      break;
  }
  return std::string(ui.tr("All saved")) + " ✓";
}

// Typing gives a step for each letter; they are undone as one.
std::optional<EditorIntent> draw_name(Ui& ui, const Box& box, const EditorModel& model, EditorView& view) {
  std::optional<EditorIntent> intent;
  if (view.named != model.draft.name) {
    view.named = model.draft.name;
    view.catalogue_name = model.draft.name.in(ui.language());
  }
  if (text_field(ui, "editor.name", box, ui.tr("Name of the catalogue"), &view.catalogue_name, false, nullptr,
                 kMostNameLetters) &&
      !trim(view.catalogue_name).empty()) {
    CatalogueDraft draft = model.draft;
    const bool english = ui.language() == Language::kEnglish && !draft.name.english.empty();
    (english ? draft.name.english : draft.name.indonesian) = trim(view.catalogue_name);
    view.named = draft.name;
    intent = editor::Change{std::move(draft), "catalogue"};
  }
  if (field_left()) intent = editor::EndMerge{};
  return intent;
}

std::optional<EditorIntent> draw_header(Ui& ui, const EditorModel& model, EditorView& view) {
  std::optional<EditorIntent> intent;
  Box rest = header(ui);
  const float top = rest.y + (rest.h - Metrics::kSmallButtonHeight) / 2;
  const auto press = [&](const std::string& name, const ButtonSpec& spec, bool right) {
    const float width = button_width(ui, spec, 12);
    const Box cut = right ? rest.cut_right(width, 10) : rest.cut_left(width, 14);
    return button(ui, name, {cut.x, top, cut.w, Metrics::kSmallButtonHeight}, spec);
  };
  const bool sheet = view.sheet != EditorView::Sheet::kNone;
  if (back_button(ui, "editor", rest, ui.tr("Home"), !sheet)) intent = editor::GoBack{};
  const bool wide = ui.area.w > 1200;
  if (press("editor.catalogues", {.label = ui.tr("Catalogues"), .icon = icons::kFolder}, true)) {
    view.sheet = EditorView::Sheet::kCatalogues;
  }
  if (press("editor.redo",
            {.label = wide ? ui.tr("Redo") : "",
             .icon = icons::kRedo,
             .enabled = model.can_redo,
             .tooltip = cap_of(ui, Key::kRedo)},
            true) ||
      (model.can_redo && key_pressed(Key::kRedo))) {
    intent = editor::Redo{};
  }
  if (press("editor.undo",
            {.label = wide ? ui.tr("Undo") : "",
             .icon = icons::kUndo,
             .enabled = model.can_undo,
             .tooltip = cap_of(ui, Key::kUndo)},
            true) ||
      (model.can_undo && key_pressed(Key::kUndo))) {
    intent = editor::Undo{};
  }
  const Box field = rest.cut_left(std::min(320.0F, rest.w - 120), 14);
  if (auto named = draw_name(ui, field.inset(0, (field.h - kFormField) / 2), model, view)) intent = named;
  const std::string words = model.working ? ui.tr("One moment…") : save_words(ui, model.save_state);
  draw_text_in(ui, rest, TextStyle::kLabel, ui.palette.mute, words);
  ui.widgets.note("editor.saved", model.save_state == SaveState::kSaved ? "yes" : "no");
  ui.widgets.note("editor.products", std::to_string(model.draft.products.size()));
  return intent;
}

bool tab_button(Ui& ui, const std::string& name, Box& row, const std::string& label, bool chosen) {
  const ButtonSpec spec{.label = label, .look = chosen ? ButtonLook::kPrimary : ButtonLook::kNormal};
  return button(ui, name, row.cut_left(button_width(ui, spec, 16), 10), spec);
}

std::optional<EditorIntent> draw_tabs(Ui& ui, Box row, const EditorModel& model, EditorView& view) {
  std::optional<EditorIntent> intent;
  const auto count = static_cast<int64_t>(model.draft.products.size());
  if (tab_button(ui, "editor.tab.products", row, ui.tr_n("{0} product", "{0} products", count),
                 view.tab == EditorView::Tab::kProducts)) {
    view.tab = EditorView::Tab::kProducts;
  }
  const int64_t minutes = (total_of(model.draft).ms() + 30'000) / 60'000;
  if (tab_button(ui, "editor.tab.rundown", row, ui.tr("Rundown · {0} min", {std::to_string(minutes)}),
                 view.tab == EditorView::Tab::kRundown)) {
    view.tab = EditorView::Tab::kRundown;
  }
  const auto file_button = [&](const char* name, const ButtonSpec& spec, FilePurpose purpose) {
    if (button(ui, name, row.cut_right(button_width(ui, spec, 12), 10), spec))
      intent = editor::ChooseFile{purpose};
  };
  file_button("editor.csv.out", {.label = ui.tr("To CSV"), .icon = icons::kUpload},
              FilePurpose::kExportTable);
  file_button("editor.csv.in", {.label = ui.tr("From CSV"), .icon = icons::kDownload}, FilePurpose::kTable);
  if (model.faults > 0) {
    draw_text_in(ui, row, TextStyle::kLabel, ui.palette.chip_warn.text,
                 ui.tr_n("{0} line could not be understood: it stays in the file.",
                         "{0} lines could not be understood: they stay in the file.", model.faults));
  }
  return intent;
}

}  // namespace

std::vector<size_t> found_products(const CatalogueDraft& draft, const std::string& search) {
  std::vector<std::string> words;
  std::istringstream in(fold_case(search));
  for (std::string word; in >> word;) words.push_back(word);
  std::vector<size_t> found;
  found.reserve(draft.products.size());
  for (size_t i = 0; i < draft.products.size(); ++i) {
    const Product& product = *draft.products[i];
    const std::string text =
        words.empty() ? "" : fold_case(product.name.indonesian + " " + product.name.english);
    const bool fits = std::all_of(words.begin(), words.end(), [&](const std::string& word) {
      return text.find(word) != std::string::npos;
    });
    if (fits) found.push_back(i);
  }
  return found;
}

std::optional<size_t> drag_row(EditorView& view, size_t row, const Box& box, float row_height, size_t rows) {
  if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 8)) view.dragged = row;
  if (view.dragged != row) return std::nullopt;
  const float moved = (ImGui::GetIO().MousePos.y - box.middle_y()) / row_height;
  const auto target = static_cast<std::ptrdiff_t>(row) + static_cast<std::ptrdiff_t>(std::lround(moved));
  if (ImGui::IsMouseDown(ImGuiMouseButton_Left)) return std::nullopt;
  view.dragged.reset();
  return static_cast<size_t>(std::clamp<std::ptrdiff_t>(target, 0, static_cast<std::ptrdiff_t>(rows) - 1));
}

std::optional<EditorIntent> draw_editor(Ui& ui, const EditorModel& model, EditorView& view) {
  const ScreenScope screen(ui, "editor");
  std::optional<EditorIntent> intent = draw_header(ui, model, view);
  const auto take = [&intent](std::optional<EditorIntent> other) {
    // Leaving a field and pressing a button happen in one frame: the button counts.
    if (other && (!intent || !std::holds_alternative<editor::EndMerge>(*other))) intent = std::move(other);
  };
  Box content = ui.area;
  content.cut_top(Metrics::kHeaderHeight);
  content = content.inset(24, 14);
  take(draw_tabs(ui, content.cut_top(Metrics::kSmallButtonHeight, 12), model, view));
  const Box left = content.cut_left(ui.area.w > 1200 ? 400 : 320, 16);
  const bool products = view.tab == EditorView::Tab::kProducts;
  take(products ? draw_product_list(ui, left, model, view) : draw_rundown_list(ui, left, model, view));
  take(products ? draw_product_form(ui, content, model, view) : draw_segment_form(ui, content, model, view));
  take(draw_editor_sheet(ui, model, view));
  return intent;
}

}  // namespace gladi
