#include "ui/widgets/face_outline.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gladi {
namespace {

// From the box that the face finder gives to a head with hair or a scarf.
constexpr float kHeadWidth = 1.35F, kHeadHeight = 1.75F;
constexpr float kHeadUp = 0.1F;  // of the face's height: foreheads are higher than chins are low
constexpr float kDash = 7, kGap = 6, kThick = 3;

}  // namespace

Box place_in_picture(const Box& box, const TextureRef& texture, const PictureSpec& spec, const Box& part) {
  Box whole = picture_place(box, texture);  // of all of the texture, on the screen
  if (spec.fit == PictureFit::kFill) {
    const float scale =
        std::max(box.w / static_cast<float>(texture.width_px), box.h / static_cast<float>(texture.height_px));
    whole.w = static_cast<float>(texture.width_px) * scale;
    whole.h = static_cast<float>(texture.height_px) * scale;
    whole.x = box.x - (whole.w - box.w) / 2;
    whole.y = box.y - (whole.h - box.h) * spec.focus_y;
  }
  const float left = spec.mirrored ? 1 - part.x - part.w : part.x;
  return {whole.x + left * whole.w, whole.y + part.y * whole.h, part.w * whole.w, part.h * whole.h};
}

void face_outline(const Box& box, const TextureRef& texture, const PictureSpec& spec, const Box& face) {
  const Box seen = place_in_picture(box, texture, spec, face);
  const ImVec2 centre(seen.middle_x(), seen.middle_y() - kHeadUp * seen.h);
  const float rx = seen.w * kHeadWidth / 2, ry = seen.h * kHeadHeight / 2;
  if (rx < 4 || ry < 4) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.PushClipRect({box.x, box.y}, {box.right(), box.bottom()}, true);
  // An ellipse's length, after Ramanujan's first formula.
  const float length = std::numbers::pi_v<float> * (3 * (rx + ry) - std::sqrt((3 * rx + ry) * (rx + 3 * ry)));
  const int dashes = std::max(8, static_cast<int>(length / (kDash + kGap)));
  const float turn = 2 * std::numbers::pi_v<float> / static_cast<float>(dashes);
  const float drawn = turn * kDash / (kDash + kGap);
  const auto at = [&](float angle) {
    return ImVec2(centre.x + rx * std::cos(angle), centre.y + ry * std::sin(angle));
  };
  for (int i = 0; i < dashes; ++i) {
    const float from = turn * static_cast<float>(i);
    // A dark line below the white one: seen before a white wall too.
    list.AddLine(at(from), at(from + drawn), rgb(0x1A2142).with_alpha(120).packed(), kThick + 2);
    list.AddLine(at(from), at(from + drawn), rgb(0xFFFFFF).packed(), kThick);
  }
  list.PopClipRect();
}

}  // namespace gladi
