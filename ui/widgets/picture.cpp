#include <imgui.h>

#include "ui/theme/icons.h"
#include "ui/widgets/widgets.h"

namespace gladi {

Box picture_place(const Box& box, const TextureRef& texture) {
  if (!texture || texture.width_px <= 0 || texture.height_px <= 0 || box.w <= 0 || box.h <= 0) return box;
  const float shape = static_cast<float>(texture.width_px) / static_cast<float>(texture.height_px);
  return shape > box.w / box.h ? box.centred(box.w, box.w / shape) : box.centred(box.h * shape, box.h);
}

void picture(Ui& ui, const Box& box, const TextureRef& texture, const PictureSpec& spec) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (!texture || texture.width_px <= 0 || texture.height_px <= 0 || box.w <= 0 || box.h <= 0) {
    fill(ui, box, rgb(0x3A3F55), spec.radius);
    return;
  }
  const float box_shape = box.w / box.h;
  const float shape = static_cast<float>(texture.width_px) / static_cast<float>(texture.height_px);
  Box place = box;
  ImVec2 uv0(0, 0);
  ImVec2 uv1(1, 1);
  if (spec.fit == PictureFit::kWhole) {
    place = picture_place(box, texture);
  } else if (shape > box_shape) {
    const float cut = (1 - box_shape / shape) / 2;
    uv0.x = cut;
    uv1.x = 1 - cut;
  } else {
    const float kept = shape / box_shape;
    uv0.y = (1 - kept) * spec.focus_y;
    uv1.y = uv0.y + kept;
  }
  if (spec.mirrored) std::swap(uv0.x, uv1.x);
  list.AddImageRounded(texture.id, {place.x, place.y}, {place.right(), place.bottom()}, uv0, uv1,
                       IM_COL32_WHITE, spec.radius);
}

void photo(Ui& ui, const Box& box, const TextureRef& texture, float radius) {
  if (texture) return picture(ui, box, texture, {.radius = radius});
  fill(ui, box, ui.palette.raised, radius);
  const TextStyle style = box.h > 80 ? TextStyle::kHeading : TextStyle::kBody;
  draw_text_in(ui, box, style, ui.palette.mute, icons::kImage, Align::kCentre);
}

Box header(Ui& ui) {
  const Box band{ui.area.x, ui.area.y, ui.area.w, Metrics::kHeaderHeight};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  fill(ui, band, ui.palette.panel);
  list.AddRectFilled({band.x, band.bottom() - Metrics::kBorder}, {band.right(), band.bottom()},
                     ui.palette.line.packed());
  const float x = band.x + Metrics::kHeaderPadding;
  const float width =
      draw_text_in(ui, {x, band.y - 1, 200, band.h - 2}, TextStyle::kLogo, ui.palette.logo, "gladi");
  constexpr float kDotRadius = 9;
  list.AddCircleFilled({x + width + kDotRadius + 1, band.middle_y() - 1}, kDotRadius, ui.palette.dot.packed(),
                       24);
  Box rest = band;
  rest.cut_left(Metrics::kHeaderPadding + width + 2 * kDotRadius + 20);
  rest.cut_right(Metrics::kHeaderPadding);
  const ButtonSpec help{.label = "?", .key = cap_of(ui, Key::kHelp), .tooltip = ui.tr("Help")};
  const Box place = rest.cut_left(button_width(ui, help, 8), 16);
  if (button(ui, "app.help", place.inset(0, (place.h - Metrics::kSmallButtonHeight) / 2), help))
    ui.help_asked = true;
  return rest;
}

}  // namespace gladi
