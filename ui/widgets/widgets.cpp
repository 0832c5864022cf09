#include "ui/widgets/widgets.h"

#include <imgui.h>
#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <cmath>

#include "ui/theme/icons.h"

namespace gladi {
namespace {

constexpr float kIconGap = 8;
constexpr float kKeyGap = 10;
constexpr float kKeyPadding = 7;

ImDrawList& drawing() {
  return *ImGui::GetWindowDrawList();
}
ImVec2 top_left(const Box& box) {
  return {box.x, box.y};
}
ImVec2 bottom_right(const Box& box) {
  return {box.right(), box.bottom()};
}

Rgba mixed(Rgba a, Rgba b, float share_of_b) {
  const auto mix = [share_of_b](uint8_t x, uint8_t y) {
    return static_cast<uint8_t>(static_cast<float>(x) * (1 - share_of_b) +
                                static_cast<float>(y) * share_of_b);
  };
  return {mix(a.r, b.r), mix(a.g, b.g), mix(a.b, b.b), a.a};
}

// The ring that shows where the keyboard is.
void focus_ring(const Ui& ui, const Box& box, float radius) {
  if (!ImGui::IsItemFocused() || ImGui::GetCurrentContext()->NavDisableHighlight) return;
  const Box ring = box.inset(-3);
  drawing().AddRect(top_left(ring), bottom_right(ring), ui.palette.focus.packed(), radius + 3, 0, 3);
}

// What Enter and Space would press, for tests that have a keyboard only.
void note_focus(Ui& ui, const std::string& name) {
  if (ImGui::IsItemFocused()) ui.widgets.note("app.focus", name);
}

void dashed_rect(const Box& box, float radius, Rgba colour) {
  ImDrawList& list = drawing();
  list.PathClear();
  list.PathRect({box.x + 0.5F, box.y + 0.5F}, {box.right() - 0.5F, box.bottom() - 0.5F}, radius);
  const ImVector<ImVec2> path = list._Path;
  list.PathClear();
  constexpr float kDash = 4;
  float walked = 0;
  for (int i = 0; i < path.Size; ++i) {
    const ImVec2 from = path[i];
    const ImVec2 to = path[(i + 1) % path.Size];
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    for (float at = 0; at < length;) {
      const float left_in_dash = kDash - std::fmod(walked, kDash);
      const float step = std::min(left_in_dash, length - at);
      if (std::fmod(walked, 2 * kDash) < kDash) {
        const auto point = [&](float d) {
          return ImVec2(from.x + (to.x - from.x) * d / length, from.y + (to.y - from.y) * d / length);
        };
        list.AddLine(point(at), point(at + step), colour.packed(), Metrics::kBorder);
      }
      at += std::max(step, 0.01F);
      walked += std::max(step, 0.01F);
    }
  }
}

struct Pressable {
  bool pressed = false;
  bool hovered = false;
  bool held = false;
};

Pressable pressable(Ui& ui, const std::string& name, const Box& box, bool enabled) {
  // What is scrolled out of sight can't be clicked: it isn't named.
  if (ImGui::IsRectVisible(top_left(box), bottom_right(box))) ui.widgets.add(name, box, enabled);
  ImGui::SetCursorScreenPos(top_left(box));
  if (!enabled) ImGui::BeginDisabled();
  Pressable out;
  out.pressed = ImGui::InvisibleButton(name.c_str(), {std::max(box.w, 1.0F), std::max(box.h, 1.0F)});
  out.hovered = ImGui::IsItemHovered();
  out.held = ImGui::IsItemActive();
  note_focus(ui, name);
  if (!enabled) ImGui::EndDisabled();
  if (out.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  return out;
}

void tooltip(Ui& ui, const char* text) {
  ImGui::PushStyleColor(ImGuiCol_PopupBg, ui.palette.tooltip.fill.packed());
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {12, 8});
  ImGui::BeginTooltip();
  const TextSize size = text_size(ui, TextStyle::kLabel, text);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw_text(ui, at.x, at.y, TextStyle::kLabel, ui.palette.tooltip.text, text);
  ImGui::Dummy({size.w, size.h});
  ImGui::EndTooltip();
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
}

std::string with_icon(const ButtonSpec& spec) {
  if (spec.icon == nullptr) return spec.label;
  return spec.label.empty() ? spec.icon : std::string(spec.icon) + " " + spec.label;
}

}  // namespace

float key_cap_width(const Ui& ui, const std::string& key) {
  return text_size(ui, TextStyle::kKey, key).w + 2 * kKeyPadding;
}

float button_width(const Ui& ui, const ButtonSpec& spec, float padding) {
  float width = text_size(ui, spec.style, with_icon(spec)).w + 2 * padding;
  if (spec.key != nullptr) width += kKeyGap + key_cap_width(ui, spec.key);
  return width;
}

bool button(Ui& ui, const std::string& name, const Box& box, const ButtonSpec& spec) {
  const Pressable state = pressable(ui, name, box, spec.enabled);
  Pair colours = ui.palette.button;
  if (spec.look == ButtonLook::kPrimary) colours = ui.palette.primary;
  if (spec.look == ButtonLook::kRed) colours = ui.palette.red;
  const bool outlined = spec.look == ButtonLook::kNormal || spec.look == ButtonLook::kDashed;
  Rgba fill_colour = colours.fill;
  if (state.held || state.hovered) fill_colour = mixed(fill_colour, colours.text, state.held ? 0.16F : 0.06F);
  if (!spec.enabled) {
    fill_colour = ui.palette.track;
    colours.text = ui.palette.mute;
  }
  if (spec.look != ButtonLook::kPlain || state.hovered) fill(ui, box, fill_colour, spec.radius);
  if (spec.look == ButtonLook::kDashed) dashed_rect(box, spec.radius, ui.palette.mute);
  if (spec.look == ButtonLook::kNormal && outlined && spec.enabled) {
    drawing().AddRect(top_left(box), bottom_right(box), ui.palette.line.packed(), spec.radius, 0,
                      Metrics::kBorder);
  }
  focus_ring(ui, box, spec.radius);

  const std::string label = with_icon(spec);
  const float key_width = spec.key != nullptr ? kKeyGap + key_cap_width(ui, spec.key) : 0;
  const float margin = spec.label.empty() ? 4 : 12;
  const float label_width = std::min(text_size(ui, spec.style, label).w, box.w - key_width - margin);
  const float left = std::round(box.x + (box.w - label_width - key_width) / 2);
  draw_text_in(ui, {left, box.y, label_width, box.h}, spec.style, colours.text, label);
  if (spec.key != nullptr) {
    const bool on_colour = spec.look == ButtonLook::kPrimary || spec.look == ButtonLook::kRed;
    key_cap(ui, left + label_width + kKeyGap, box.middle_y(), spec.key,
            on_colour || !spec.enabled ? colours.text : ui.palette.key);
  }
  if (spec.tooltip != nullptr && state.hovered) tooltip(ui, spec.tooltip);
  return state.pressed && spec.enabled;
}

bool press_area(Ui& ui, const std::string& name, const Box& box, float radius, bool* hovered) {
  const Pressable state = pressable(ui, name, box, true);
  focus_ring(ui, box, radius);
  if (hovered != nullptr) *hovered = state.hovered;
  return state.pressed;
}

void fill(Ui&, const Box& box, Rgba colour, float radius) {
  drawing().AddRectFilled(top_left(box), bottom_right(box), colour.packed(), radius);
}

void card(Ui& ui, const Box& box) {
  card(ui, box, ui.palette.panel, ui.palette.line);
}

void card(Ui& ui, const Box& box, Rgba fill_colour, Rgba line, float border) {
  fill(ui, box, fill_colour, Metrics::kCardRadius);
  const Box edge = box.inset(border / 2);
  drawing().AddRect(top_left(edge), bottom_right(edge), line.packed(), Metrics::kCardRadius - border / 2, 0,
                    border);
}

float chip_width(const Ui& ui, const std::string& text) {
  return text_size(ui, TextStyle::kCaptionBold, text).w + 24;
}

float chip(Ui& ui, float x, float y, const std::string& text, ChipLook look, bool right) {
  const float width = chip_width(ui, text);
  Pair colours = ui.palette.chip;
  if (look == ChipLook::kGood) colours = ui.palette.chip_good;
  if (look == ChipLook::kWarn) colours = ui.palette.chip_warn;
  if (look == ChipLook::kBad) colours = ui.palette.chip_bad;
  const Box box{right ? x - width : x, y, width, kChipHeight};
  fill(ui, box, colours.fill, kChipHeight / 2);
  draw_text_in(ui, box, TextStyle::kCaptionBold, colours.text, text, Align::kCentre);
  return width;
}

float key_cap(Ui& ui, float x, float middle_y, const std::string& key, Rgba colour) {
  constexpr float kHeight = 20;
  const Box box{x, std::round(middle_y - kHeight / 2), key_cap_width(ui, key), kHeight};
  drawing().AddRect(top_left(box), bottom_right(box), colour.with_alpha(165).packed(), Metrics::kKeyRadius, 0,
                    Metrics::kBorder);
  draw_text_in(ui, box, TextStyle::kKey, colour, key, Align::kCentre);
  return box.w;
}

void bar(Ui& ui, const Box& box, float share, Rgba colour) {
  const float radius = box.h / 2;
  fill(ui, box, ui.palette.track, radius);
  const float width = box.w * std::clamp(share, 0.0F, 1.0F);
  if (width < 1) return;
  // Clipped rather than narrowed, so that the left end stays round.
  drawing().PushClipRect(top_left(box), {box.x + width, box.bottom()}, true);
  fill(ui, box, colour, radius);
  drawing().PopClipRect();
}

void level_bar(Ui& ui, const Box& box, float peak_dbfs) {
  constexpr float kFloorDbfs = -60;
  const auto share = [](float dbfs) { return std::clamp((dbfs - kFloorDbfs) / -kFloorDbfs, 0.0F, 1.0F); };
  struct Zone {
    float from_dbfs, to_dbfs;
    Rgba colour;
  };
  const Zone zones[] = {
      {kFloorDbfs, -12, ui.palette.good}, {-12, -3, ui.palette.warn}, {-3, 0, ui.palette.dot}};
  fill(ui, box, ui.palette.track, box.h / 2);
  for (const Zone& zone : zones) {
    const float from = box.w * share(zone.from_dbfs);
    const float to = box.w * share(std::min(peak_dbfs, zone.to_dbfs));
    if (to <= from) break;
    drawing().PushClipRect({box.x + from, box.y}, {box.x + to, box.bottom()}, true);
    fill(ui, box, zone.colour, box.h / 2);
    drawing().PopClipRect();
  }
}

bool tick_box(Ui& ui, const std::string& name, const Box& box, const std::string& label, bool* on) {
  const Pressable state = pressable(ui, name, box, true);
  constexpr float kSide = 26;
  const Box square{box.x, box.y + 1, kSide, kSide};
  const bool filled = *on;
  fill(ui, square, filled ? ui.palette.primary.fill : ui.palette.field.fill, 8);
  drawing().AddRect(top_left(square), bottom_right(square),
                    (filled ? ui.palette.primary.fill : ui.palette.mute).packed(), 8, 0, 2);
  if (filled) {
    draw_text_in(ui, square, TextStyle::kBodyBold, ui.palette.primary.text, icons::kCheck, Align::kCentre);
  }
  draw_wrapped(ui, {square.right() + 12, box.y + 4, box.w - kSide - 12, box.h}, TextStyle::kBody,
               ui.palette.text, label);
  focus_ring(ui, box, 8);
  // Space ticks; Enter belongs to the sheet's main button.
  const bool changed = state.pressed && !enter_pressed();
  if (changed) *on = !*on;
  return changed;
}

namespace {

// What goes beyond the limit, a number of code points, is taken away again at the end.
int cut_to_letters(ImGuiInputTextCallbackData* data) {
  const size_t limit = *static_cast<const size_t*>(data->UserData);
  size_t letters = 0;
  for (int i = 0; i < data->BufTextLen; ++i) {
    if ((static_cast<unsigned char>(data->Buf[i]) & 0xC0) == 0x80) continue;
    if (++letters > limit) {
      data->DeleteChars(i, data->BufTextLen - i);
      break;
    }
  }
  return 0;
}

// One line to type into, as ImGui knows it.
bool typed_field(Ui& ui, const std::string& name, const Box& box, const std::string& hint, std::string* text,
                 ImGuiInputTextFlags flags, bool focus, bool* entered, size_t max_letters) {
  ui.widgets.add(name, box);
  const float padding = (box.h - ui.fonts.line_height_dp(TextStyle::kBody)) / 2;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {14, std::max(4.0F, padding)});
  ImGui::PushFont(ui.fonts.font(TextStyle::kBody));
  ImGui::SetCursorScreenPos(top_left(box));
  ImGui::SetNextItemWidth(box.w);
  if (focus) ImGui::SetKeyboardFocusHere();
  const std::string before = *text;
  flags |= ImGuiInputTextFlags_EnterReturnsTrue;
  if (max_letters > 0) flags |= ImGuiInputTextFlags_CallbackEdit;
  const bool enter = ImGui::InputTextWithHint(("##" + name).c_str(), hint.c_str(), text, flags,
                                              cut_to_letters, &max_letters);
  note_focus(ui, name);
  if (ImGui::IsItemActive()) {
    const Box ring = box.inset(-2);
    drawing().AddRect(top_left(ring), bottom_right(ring), ui.palette.focus.packed(),
                      Metrics::kButtonRadius + 2, 0, 2);
  }
  ImGui::PopFont();
  ImGui::PopStyleVar();
  if (entered != nullptr) *entered = enter;
  return before != *text;
}

}  // namespace

bool text_field(Ui& ui, const std::string& name, const Box& box, const std::string& hint, std::string* text,
                bool focus, bool* entered, size_t max_letters) {
  return typed_field(ui, name, box, hint, text, 0, focus, entered, max_letters);
}

bool pin_field(Ui& ui, const std::string& name, const Box& box, const std::string& hint, std::string* digits,
               size_t most_digits, bool focus, bool* entered) {
  return typed_field(ui, name, box, hint, digits,
                     ImGuiInputTextFlags_Password | ImGuiInputTextFlags_CharsDecimal, focus, entered,
                     most_digits);
}

}  // namespace gladi
