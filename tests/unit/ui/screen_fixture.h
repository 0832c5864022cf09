// Screens drawn without a window: ImGui with real fonts, a mouse and keys that a test moves.
#pragma once

#include <SDL2/SDL_scancode.h>
#include <gtest/gtest.h>
#include <imgui.h>

#include <functional>
#include <optional>
#include <string>

#include "ui/text/translator.h"
#include "ui/widgets/ui.h"
#include "ui/window/fonts.h"

namespace gladi::test {

class ScreenTest : public ::testing::Test {
 protected:
  ScreenTest() : context_(ImGui::CreateContext()) {
    Translator::prepare_process(GLADI_BINARY_DIR "/locale");
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.KeyMap[ImGuiKey_Escape] = SDL_SCANCODE_ESCAPE;
    io.KeyMap[ImGuiKey_Enter] = SDL_SCANCODE_RETURN;
    io.KeyMap[ImGuiKey_Space] = SDL_SCANCODE_SPACE;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    Result<Fonts> fonts = Fonts::load(1.0F);
    if (!fonts) throw std::runtime_error(fonts.error().english());
    fonts_ = *fonts;
  }
  ~ScreenTest() override { ImGui::DestroyContext(context_); }

  // One frame of what `draw` draws; its answer.
  template <class Intent>
  std::optional<Intent> frame(const std::function<std::optional<Intent>(Ui&)>& draw) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {area_.w, area_.h};
    io.DeltaTime = 1.0F / 60;
    now_ += MediaTime::from_ms(16);
    ImGui::NewFrame();
    apply_style(*palette_);
    widgets_.begin_frame(1.0F);
    Ui ui{*palette_, *fonts_, translator_, widgets_, area_, now_};
    std::optional<Intent> intent = draw(ui);
    widgets_.end_frame();
    ImGui::Render();
    return intent;
  }

  // Moves the mouse to the middle of a named widget, presses, releases; the first answer on the way.
  template <class Intent>
  std::optional<Intent> click(const std::string& name,
                              const std::function<std::optional<Intent>(Ui&)>& draw) {
    std::optional<Intent> answer;
    const auto step = [&] {
      std::optional<Intent> intent = frame<Intent>(draw);
      if (!answer) answer = intent;
    };
    step();
    step();
    const auto place = widgets_.places().find(name);
    if (place == widgets_.places().end()) {
      ADD_FAILURE() << "no widget " << name << " on screen " << widgets_.screen();
      return {};
    }
    ImGui::GetIO().MousePos = {place->second.box.middle_x(), place->second.box.middle_y()};
    step();
    ImGui::GetIO().MouseDown[0] = true;
    step();
    ImGui::GetIO().MouseDown[0] = false;
    step();
    step();
    return answer;
  }

  template <class Intent>
  std::optional<Intent> press_key(int scancode, const std::function<std::optional<Intent>(Ui&)>& draw) {
    std::optional<Intent> answer;
    for (const bool down : {false, true, false}) {
      ImGui::GetIO().KeysDown[scancode] = down;
      std::optional<Intent> intent = frame<Intent>(draw);
      if (!answer) answer = intent;
    }
    return answer;
  }

  void expect_everything_inside() {
    for (const auto& [name, place] : widgets_.places()) {
      EXPECT_TRUE(area_.contains(place.box))
          << name << " at " << place.box.x << "," << place.box.y << " " << place.box.w << "×" << place.box.h
          << " leaves a window of " << area_.w << "×" << area_.h;
    }
  }
  void expect_no_overlap(const std::string& a, const std::string& b) {
    const Box& x = widgets_.places().at(a).box;
    const Box& y = widgets_.places().at(b).box;
    EXPECT_TRUE(x.right() <= y.x || y.right() <= x.x || x.bottom() <= y.y || y.bottom() <= x.y)
        << a << " lies over " << b;
  }

  ImGuiContext* context_;
  std::optional<Fonts> fonts_;
  Translator translator_{Language::kIndonesian};
  WidgetRegistry widgets_;
  const Palette* palette_ = &kLightPalette;
  Box area_{0, 0, 1366, 768};
  MediaTime now_;
};

}  // namespace gladi::test
