#include "ui/window/sdl_input.h"

#include <gtest/gtest.h>
#include <imgui.h>

namespace gladi {
namespace {

class InputFromSdl : public testing::Test {
 protected:
  InputFromSdl() : context_(ImGui::CreateContext()) {}
  ~InputFromSdl() override { ImGui::DestroyContext(context_); }

  bool wants_a_frame(SDL_Keycode key, Uint16 mod = KMOD_NONE) {
    SDL_Event event{};
    event.type = SDL_KEYDOWN;
    event.key.keysym = {SDL_GetScancodeFromKey(key), key, mod, 0};
    const bool down = input_.handle(event, 1);
    event.type = SDL_KEYUP;
    EXPECT_EQ(input_.handle(event, 1), down);
    return down;
  }

  ImGuiContext* context_;
  SdlInput input_;
};

TEST_F(InputFromSdl, EachKeyGetsAFrameOfItsOwn) {
  for (const SDL_Keycode key : {SDLK_a, SDLK_SPACE, SDLK_RETURN, SDLK_F9, SDLK_LEFT, SDLK_DELETE})
    EXPECT_TRUE(wants_a_frame(key)) << SDL_GetKeyName(key);
}

TEST_F(InputFromSdl, LettersOfATextAreTakenAllAtOnce) {
  ImGui::GetIO().WantTextInput = true;
  for (const SDL_Keycode key : {SDLK_a, SDLK_SPACE, SDLK_7, SDLK_PERIOD})
    EXPECT_FALSE(wants_a_frame(key)) << SDL_GetKeyName(key);
  for (const SDL_Keycode key : {SDLK_RETURN, SDLK_BACKSPACE, SDLK_DELETE, SDLK_LEFT, SDLK_HOME, SDLK_TAB,
                                SDLK_ESCAPE, SDLK_F1, SDLK_KP_ENTER})
    EXPECT_TRUE(wants_a_frame(key)) << SDL_GetKeyName(key);
  EXPECT_TRUE(wants_a_frame(SDLK_v, KMOD_LCTRL)) << "pastes";
}

}  // namespace
}  // namespace gladi
