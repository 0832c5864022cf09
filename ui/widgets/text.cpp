#include "ui/widgets/text.h"

#include <imgui.h>

#include <cmath>

namespace gladi {
namespace {

TextSize measure(const Ui& ui, TextStyle style, const char* begin, const char* end, float wrap = 0) {
  const ImVec2 size =
      ui.fonts.font(style)->CalcTextSizeA(ui.fonts.line_height_dp(style), 1e9F, wrap, begin, end);
  return {std::ceil(size.x), size.y};
}

const char* end_of(const std::string& text) {
  return text.c_str() + text.size();
}

}  // namespace

TextSize text_size(const Ui& ui, TextStyle style, const std::string& text) {
  return measure(ui, style, text.c_str(), end_of(text));
}

float wrapped_height(const Ui& ui, TextStyle style, const std::string& text, float width) {
  return measure(ui, style, text.c_str(), end_of(text), width).h;
}

float draw_text(Ui& ui, float x, float y, TextStyle style, Rgba colour, const std::string& text) {
  ImGui::GetWindowDrawList()->AddText(ui.fonts.font(style), ui.fonts.line_height_dp(style), {x, y},
                                      colour.packed(), text.c_str(), end_of(text));
  return text_size(ui, style, text).w;
}

float draw_text_in(Ui& ui, const Box& box, TextStyle style, Rgba colour, const std::string& text,
                   Align align) {
  const std::string line = shortened(ui, style, text, box.w);
  const TextSize size = text_size(ui, style, line);
  float x = box.x;
  if (align == Align::kCentre) x += (box.w - size.w) / 2;
  if (align == Align::kRight) x += box.w - size.w;
  draw_text(ui, std::round(x), std::round(box.middle_y() - size.h / 2), style, colour, line);
  return size.w;
}

float draw_wrapped(Ui& ui, const Box& box, TextStyle style, Rgba colour, const std::string& text) {
  const ImVec4 clip(box.x, box.y, box.right() + 1, box.bottom());
  ImGui::GetWindowDrawList()->AddText(ui.fonts.font(style), ui.fonts.line_height_dp(style), {box.x, box.y},
                                      colour.packed(), text.c_str(), end_of(text), box.w, &clip);
  return wrapped_height(ui, style, text, box.w);
}

std::string shortened(const Ui& ui, TextStyle style, const std::string& text, float width) {
  if (text_size(ui, style, text).w <= std::ceil(width)) return text;
  const std::string dots = "…";
  const float room = width - text_size(ui, style, dots).w;
  const char* fits = text.c_str();
  ui.fonts.font(style)->CalcTextSizeA(ui.fonts.line_height_dp(style), std::max(room, 0.0F), 0, text.c_str(),
                                      end_of(text), &fits);
  std::string out(text.c_str(), fits);
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out + dots;
}

}  // namespace gladi
