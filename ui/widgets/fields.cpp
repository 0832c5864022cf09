#include "ui/widgets/fields.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include "ui/widgets/soft_wrap.h"

namespace gladi {
namespace {

struct AreaTyping {
  soft_wrap::Fit fit;
  int* cursor_before;
};

// As many words as the font of now gives room.
soft_wrap::Fit fit_of(float room) {
  const ImFont* font = ImGui::GetFont();
  const float scale = ImGui::GetFontSize() / font->FontSize;
  return [font, scale, room](std::string_view line) {
    const char* begin = line.data();
    return static_cast<size_t>(font->CalcWordWrapPositionA(scale, begin, begin + line.size(), room) - begin);
  };
}

int break_lines(ImGuiInputTextCallbackData* data) {
  const auto& typing = *static_cast<AreaTyping*>(data->UserData);
  const soft_wrap::Typing now{{data->Buf, static_cast<size_t>(data->BufTextLen)},
                              data->CursorPos,
                              data->SelectionStart,
                              data->SelectionEnd};
  const soft_wrap::Typing next = soft_wrap::rewrap(now, *typing.cursor_before, typing.fit);
  if (next.shown != now.shown) {
    data->DeleteChars(0, data->BufTextLen);
    data->InsertChars(0, next.shown.data(), next.shown.data() + next.shown.size());
  }
  data->CursorPos = *typing.cursor_before = next.cursor;
  data->SelectionStart = next.selection_start;
  data->SelectionEnd = next.selection_end;
  return 0;
}

}  // namespace

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
  const ImVec2 padding(14, 10);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, padding);
  ImGui::PushFont(ui.fonts.font(TextStyle::kBody));
  ImGui::SetCursorScreenPos({box.x, box.y});
  if (focus) ImGui::SetKeyboardFocusHere();
  const float room = box.w - 2 * padding.x - ImGui::GetStyle().ScrollbarSize;
  AreaTyping typing{fit_of(room),
                    ImGui::GetStateStorage()->GetIntRef(ImGui::GetID((name + ".cursor").c_str()))};
  std::string shown = soft_wrap::wrap(*text, typing.fit);
  // Undo of ImGui's own would count in letters of lines that have been broken anew since.
  ImGui::InputTextMultiline(("##" + name).c_str(), &shown, {box.w, box.h},
                            ImGuiInputTextFlags_CallbackAlways | ImGuiInputTextFlags_NoUndoRedo, break_lines,
                            &typing);
  ImGui::PopFont();
  ImGui::PopStyleVar();
  std::string plain = soft_wrap::unwrap(shown);
  if (plain == *text) return false;
  *text = std::move(plain);
  return true;
}

bool field_left() {
  return ImGui::IsItemDeactivated();
}

}  // namespace gladi
