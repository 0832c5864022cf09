#include "ui/widgets/fields.h"

#include <imgui.h>
#include <imgui_stdlib.h>

namespace gladi {

bool form_field(Ui& ui, const std::string& name, Box& box, const std::string& label, std::string* text,
                const std::string& problem, size_t max_letters) {
  Box words = box.cut_top(kLabelHeight, 3);
  const float width = draw_text_in(ui, words, TextStyle::kCaptionBold, ui.palette.mute, label);
  words.cut_left(width + 10);
  draw_text_in(ui, words, TextStyle::kCaptionBold, ui.palette.chip_bad.text, problem);
  ui.widgets.note(name + ".problem", problem);
  return text_field(ui, name, box.cut_top(kFormField, 10), "", text, false, nullptr, max_letters);
}

bool text_area(Ui& ui, const std::string& name, const Box& box, std::string* text, bool focus) {
  ui.widgets.add(name, box);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {14, 10});
  ImGui::PushFont(ui.fonts.font(TextStyle::kBody));
  ImGui::SetCursorScreenPos({box.x, box.y});
  if (focus) ImGui::SetKeyboardFocusHere();
  const std::string before = *text;
  ImGui::InputTextMultiline(("##" + name).c_str(), text, {box.w, box.h});
  ImGui::PopFont();
  ImGui::PopStyleVar();
  return before != *text;
}

bool field_left() {
  return ImGui::IsItemDeactivated();
}

bool chord_pressed(int scancode, bool shift) {
  const ImGuiIO& io = ImGui::GetIO();
  if (ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) return false;
  if (io.WantTextInput || !io.KeyCtrl || io.KeyAlt || io.KeyShift != shift) return false;
  return ImGui::IsKeyPressed(scancode, false);
}

}  // namespace gladi
