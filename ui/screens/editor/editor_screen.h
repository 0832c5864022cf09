// Draws the editor: products on the left, the chosen one's card and fields on the right; the rundown
// likewise.
#pragma once

#include <optional>

#include "ui/screens/editor/editor_intent.h"
#include "ui/screens/editor/editor_model.h"
#include "ui/widgets/ui.h"

namespace gladi {

// Touches nothing but the view and the registry. Names: editor.* ; of its sheets editor.catalogues.*,
// editor.new.*, editor.camera.*, editor.report.*, files.*.
std::optional<EditorIntent> draw_editor(Ui& ui, const EditorModel& model, EditorView& view);

// Parts of it, in files of their own.
std::optional<EditorIntent> draw_product_list(Ui& ui, const Box& box, const EditorModel& model,
                                              EditorView& view);
std::optional<EditorIntent> draw_product_form(Ui& ui, const Box& box, const EditorModel& model,
                                              EditorView& view);
std::optional<EditorIntent> draw_rundown_list(Ui& ui, const Box& box, const EditorModel& model,
                                              EditorView& view);
std::optional<EditorIntent> draw_segment_form(Ui& ui, const Box& box, const EditorModel& model,
                                              EditorView& view);
std::optional<EditorIntent> draw_editor_sheet(Ui& ui, const EditorModel& model, EditorView& view);

// The indices of products that fit the search: every word is part of the name, letter case aside.
std::vector<size_t> found_products(const CatalogueDraft& draft, const std::string& search);

// Whether `row` of a list is being dragged, and where to: call after its press_area. Gives the row it was
// dropped on.
std::optional<size_t> drag_row(EditorView& view, size_t row, const Box& box, float row_height, size_t rows);

}  // namespace gladi
