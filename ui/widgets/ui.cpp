#include "ui/widgets/ui.h"

#include <SDL2/SDL_scancode.h>
#include <imgui.h>

namespace gladi {
namespace {

ImVec4 vec(Rgba c) {
  return ImGui::ColorConvertU32ToFloat4(c.packed());
}

}  // namespace

ScreenScope::ScreenScope(Ui& ui, const char* name, Keyboard keyboard) {
  ui.widgets.set_screen(name);
  ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                           ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                           ImGuiWindowFlags_NoBringToFrontOnFocus;
  if (keyboard == Keyboard::kShortcuts) flags |= ImGuiWindowFlags_NoNav;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({ui.area.w, ui.area.h});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0F);
  ImGui::Begin(name, nullptr, flags);
  ImGui::PopStyleVar(2);
}

ScreenScope::~ScreenScope() {
  ImGui::End();
}

void apply_style(const Palette& palette) {
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowRounding = Metrics::kCardRadius;
  style.PopupRounding = Metrics::kCardRadius;
  style.FrameRounding = Metrics::kButtonRadius;
  style.ScrollbarRounding = 6;
  style.GrabRounding = 6;
  style.ScrollbarSize = 12;
  style.WindowBorderSize = Metrics::kBorder;
  style.PopupBorderSize = Metrics::kBorder;
  style.ChildBorderSize = 0;
  style.FrameBorderSize = Metrics::kBorder;
  style.FramePadding = {14, 12};
  style.ItemSpacing = {12, 10};
  style.WindowPadding = {24, 22};

  ImVec4* colours = style.Colors;
  colours[ImGuiCol_Text] = vec(palette.text);
  colours[ImGuiCol_TextDisabled] = vec(palette.mute);
  colours[ImGuiCol_WindowBg] = vec(palette.panel);
  colours[ImGuiCol_PopupBg] = vec(palette.panel);
  colours[ImGuiCol_ChildBg] = {0, 0, 0, 0};
  colours[ImGuiCol_Border] = vec(palette.line);
  colours[ImGuiCol_FrameBg] = vec(palette.field.fill);
  colours[ImGuiCol_FrameBgHovered] = vec(palette.field.fill);
  colours[ImGuiCol_FrameBgActive] = vec(palette.field.fill);
  colours[ImGuiCol_TextSelectedBg] = vec(palette.focus.with_alpha(110));
  colours[ImGuiCol_ScrollbarBg] = {0, 0, 0, 0};
  colours[ImGuiCol_ScrollbarGrab] = vec(palette.line);
  colours[ImGuiCol_ScrollbarGrabHovered] = vec(palette.mute);
  colours[ImGuiCol_ScrollbarGrabActive] = vec(palette.mute);
  colours[ImGuiCol_NavHighlight] = vec(palette.focus);
  colours[ImGuiCol_ModalWindowDimBg] = vec(palette.scrim);
  colours[ImGuiCol_NavWindowingDimBg] = {0, 0, 0, 0};
}

const char* cap_of(const Ui& ui, Key key) {
  return ui.tr(binding_of(key).cap);
}

bool enter_pressed() {
  if (ImGui::GetIO().WantTextInput) return false;
  return ImGui::IsKeyPressed(SDL_SCANCODE_RETURN, false) || ImGui::IsKeyPressed(SDL_SCANCODE_KP_ENTER, false);
}

}  // namespace gladi
