#include "ui/window/imgui_renderer.h"

#include <cmath>

#include "ui/window/renderer_facts.h"

namespace gladi {
namespace {

// Moves what lies exactly between two pixels to one side, so that nearest-neighbour glyphs stay whole at
// scales such as 125 %.
constexpr float kTieBreak = 0.01F;

SDL_Rect scissor(const ImVec4& clip, ImVec2 origin, float ui_scale) {
  const int left = static_cast<int>(std::floor((clip.x - origin.x) * ui_scale));
  const int top = static_cast<int>(std::floor((clip.y - origin.y) * ui_scale));
  const int right = static_cast<int>(std::ceil((clip.z - origin.x) * ui_scale));
  const int bottom = static_cast<int>(std::ceil((clip.w - origin.y) * ui_scale));
  return {left, top, right - left, bottom - top};
}

}  // namespace

bool ImguiRenderer::upload_fonts() {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  unsigned char* pixels = nullptr;
  int width = 0;
  int height = 0;
  atlas.GetTexDataAsRGBA32(&pixels, &width, &height);
  font_texture_.reset(
      SDL_CreateTexture(renderer_, SDL_PIXELFORMAT_ABGR8888, SDL_TEXTUREACCESS_STATIC, width, height));
  if (!font_texture_) return false;
  SDL_UpdateTexture(font_texture_.get(), nullptr, pixels, width * 4);
  SDL_SetTextureBlendMode(font_texture_.get(), SDL_BLENDMODE_BLEND);
  SDL_SetTextureScaleMode(font_texture_.get(),
                          SDL_ScaleModeNearest);  // half the cost of linear without a GPU
  atlas.SetTexID(font_texture_.get());
  atlas.ClearTexData();
  return true;
}

void ImguiRenderer::draw(ImDrawData& data, float ui_scale) {
  for (int i = 0; i < data.CmdListsCount; ++i) draw_list(*data.CmdLists[i], data.DisplayPos, ui_scale);
  SDL_RenderSetClipRect(renderer_, nullptr);
}

void ImguiRenderer::draw_list(ImDrawList& list, ImVec2 origin, float ui_scale) {
  for (ImDrawVert& vertex : list.VtxBuffer) {
    vertex.pos.x = (vertex.pos.x - origin.x) * ui_scale + kTieBreak;
    vertex.pos.y = (vertex.pos.y - origin.y) * ui_scale + kTieBreak;
  }
  for (const ImDrawCmd& command : list.CmdBuffer) {
    if (command.UserCallback != nullptr) {
      if (command.UserCallback != ImDrawCallback_ResetRenderState) command.UserCallback(&list, &command);
      continue;
    }
    const SDL_Rect clip = scissor(command.ClipRect, origin, ui_scale);
    if (clip.w <= 0 || clip.h <= 0 || command.ElemCount == 0) continue;
    SDL_RenderSetClipRect(renderer_, &clip);
    auto* texture = static_cast<SDL_Texture*>(command.GetTexID());
    use_matrix_of(renderer_, texture);
    const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
    SDL_RenderGeometryRaw(
        renderer_, texture, &vertices->pos.x, sizeof(ImDrawVert),
        reinterpret_cast<const SDL_Color*>(&vertices->col), sizeof(ImDrawVert), &vertices->uv.x,
        sizeof(ImDrawVert), list.VtxBuffer.Size - static_cast<int>(command.VtxOffset),
        list.IdxBuffer.Data + command.IdxOffset, static_cast<int>(command.ElemCount), sizeof(ImDrawIdx));
  }
}

}  // namespace gladi
