#include "ui/widgets/choice.h"

#include <imgui.h>

#include "ui/theme/icons.h"

namespace gladi {

bool choice(Ui& ui, const std::string& name, const Box& box, const std::vector<std::string>& labels,
            int* chosen) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool known = *chosen >= 0 && *chosen < static_cast<int>(labels.size());
  const bool pressed = press_area(ui, name, box, Metrics::kButtonRadius);
  fill(ui, box, ui.palette.field.fill, Metrics::kButtonRadius);
  list.AddRect({box.x, box.y}, {box.right(), box.bottom()}, ui.palette.mute.packed(), Metrics::kButtonRadius,
               0, Metrics::kBorder);
  draw_text_in(ui, {box.x + 14, box.y, box.w - 50, box.h}, TextStyle::kBody, ui.palette.field.text,
               known ? labels[static_cast<size_t>(*chosen)] : "");
  draw_text_in(ui, {box.right() - 34, box.y, 20, box.h}, TextStyle::kLabel, ui.palette.mute, "▼",
               Align::kCentre);

  const std::string popup = name + ".list";
  if (pressed) ImGui::OpenPopup(popup.c_str());
  if (ImGui::IsPopupOpen(popup.c_str())) {
    ImGui::GetStateStorage()->SetInt(ImGui::GetID(kListOpenId), ImGui::GetFrameCount());
  }
  constexpr float kRow = 42;
  const float height = std::min(kRow * static_cast<float>(labels.size()) + 12, 6 * kRow + 12);
  // Above the field where there is no room below.
  const float top = box.bottom() + 4 + height > ui.area.bottom() ? box.y - height - 4 : box.bottom() + 4;
  ImGui::SetNextWindowPos({box.x, top});
  ImGui::SetNextWindowSize({box.w, height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {6, 6});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  bool changed = false;
  if (ImGui::BeginPopup(popup.c_str(), ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings)) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
      const Box row{at.x, at.y + static_cast<float>(i) * kRow, width, kRow};
      // What is far away costs nothing; the arrow keys reach the next row.
      if (row.bottom() < top - kRow || row.y > top + height + kRow) continue;
      bool hovered = false;
      const bool taken = press_area(ui, name + "." + std::to_string(i), row, 8, &hovered);
      if (hovered || i == *chosen) fill(ui, row, hovered ? ui.palette.raised : ui.palette.chip.fill, 8);
      draw_text_in(ui, row.inset(10, 0), TextStyle::kBody, ui.palette.text, labels[static_cast<size_t>(i)]);
      if (taken) {
        changed = i != *chosen;
        *chosen = i;
        ImGui::CloseCurrentPopup();
      }
    }
    ImGui::SetCursorScreenPos({at.x, at.y + static_cast<float>(labels.size()) * kRow});
    ImGui::Dummy({1, 0});
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar(2);
  return changed;
}

}  // namespace gladi
