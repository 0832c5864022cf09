#include "ui/widgets/text.h"

#include <imgui.h>

#include <cmath>
#include <string_view>
#include <vector>

namespace gladi {
namespace {

TextSize measure(const Ui& ui, TextStyle style, const char* begin, const char* end) {
  const ImVec2 size =
      ui.fonts.font(style)->CalcTextSizeA(ui.fonts.line_height_dp(style), 1e9F, 0, begin, end);
  return {std::ceil(size.x), size.y};
}

const char* end_of(const std::string& text) {
  return text.c_str() + text.size();
}

bool may_break(std::string_view before) {
  return !before.ends_with("Rp");  // a price stays in one piece
}

// ImGui breaks inside of prices ("Rp 225.|000"): lines end at blanks only, and within a word that fills a
// line alone.
std::vector<std::string_view> break_lines(const Ui& ui, TextStyle style, std::string_view text, float width) {
  std::vector<std::string_view> lines;
  const auto fits = [&](std::string_view part) {
    return measure(ui, style, part.data(), part.data() + part.size()).w <= std::ceil(width);
  };
  while (!text.empty()) {
    const size_t newline = std::min(text.find('\n'), text.size());
    size_t end = 0;
    for (size_t at = 0; at <= newline; ++at) {
      const bool stop = at == newline || (text[at] == ' ' && may_break(text.substr(0, at)));
      if (!stop) continue;
      if (end > 0 && !fits(text.substr(0, at))) break;
      end = at;
    }
    if (!fits(text.substr(0, end))) {
      const char* rest = text.data();
      ui.fonts.font(style)->CalcTextSizeA(ui.fonts.line_height_dp(style), width, 0, text.data(),
                                          text.data() + end, &rest);
      end = std::max<size_t>(1, static_cast<size_t>(rest - text.data()));
    }
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
    if (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  }
  return lines;
}

}  // namespace

TextSize text_size(const Ui& ui, TextStyle style, const std::string& text) {
  return measure(ui, style, text.c_str(), end_of(text));
}

float wrapped_height(const Ui& ui, TextStyle style, const std::string& text, float width) {
  const size_t lines = std::max<size_t>(1, break_lines(ui, style, text, width).size());
  return static_cast<float>(lines) * ui.fonts.line_height_dp(style);
}

std::vector<std::string> wrapped_lines(const Ui& ui, TextStyle style, const std::string& text, float width) {
  std::vector<std::string> lines;
  for (const std::string_view line : break_lines(ui, style, text, width)) lines.emplace_back(line);
  return lines;
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
  const float line_height = ui.fonts.line_height_dp(style);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.PushClipRect({box.x, box.y}, {box.right() + 1, box.bottom() + 1}, true);
  float y = box.y;
  for (const std::string_view line : break_lines(ui, style, text, box.w)) {
    list.AddText(ui.fonts.font(style), line_height, {box.x, std::round(y)}, colour.packed(), line.data(),
                 line.data() + line.size());
    y += line_height;
  }
  list.PopClipRect();
  return y - box.y;
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
