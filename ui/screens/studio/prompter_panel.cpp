// The prompter at the top of the screen, below the lens: key points that are ticked off, or a text that
// rolls.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/screens/studio/studio_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

// Sizes 1 to 5 that a person may choose. The size that fits is never more than the third: bigger ones cost
// room.
constexpr TextStyle kSizes[] = {TextStyle::kBodyBold, TextStyle::kTitle, TextStyle::kKeyPoint,
                                TextStyle::kPrompter, TextStyle::kPrompterLarge};
constexpr int kMostSizes = static_cast<int>(std::size(kSizes));
constexpr int kUsualSize = 3;
constexpr float kHeadHeight = 32;
constexpr float kPointGap = 8;
constexpr float kMoreHeight = 18;
constexpr float kHintHeight = 24;
constexpr int kWordsAWheelStep = 4;

// Of the mark before each point.
float gutter_of(TextStyle style) {
  return style >= TextStyle::kPrompter ? 30 : 26;
}

TextStyle style_of(int size) {
  return kSizes[std::clamp(size, 1, kMostSizes) - 1];
}

// Draws a line with its prices in the colour that must be seen.
void draw_line(Ui& ui, float x, float y, TextStyle style, const std::string& line) {
  const Palette& p = ui.palette;
  size_t at = 0;
  while (at < line.size()) {
    const size_t price = std::min(line.find("Rp ", at), line.size());
    if (price > at) x += draw_text(ui, x, y, style, p.text, line.substr(at, price - at));
    if (price == line.size()) return;
    size_t end = line.find_first_not_of("0123456789.", price + 3);
    if (end == std::string::npos) end = line.size();
    x += draw_text(ui, x, y, style, p.highlight, line.substr(price, end - price));
    at = end;
  }
}

int wheel_over(const Box& box) {
  const float wheel = ImGui::GetIO().MouseWheel;
  if (wheel == 0 || !ImGui::IsMouseHoveringRect({box.x, box.y}, {box.right(), box.bottom()})) return 0;
  return wheel > 0 ? -1 : 1;
}

struct PointList {
  Ui& ui;
  const PrompterState& state;
  TextStyle style = kSizes[0];

  std::string words(size_t i) const {
    const PromptPoint& point = state.points[i];
    return point.text.indonesian.empty() ? ui.tr(point.usual) : point.text.in(ui.language());
  }
  float height(size_t i, float width) const {
    return wrapped_height(ui, style, words(i), width - gutter_of(style)) + kPointGap;
  }
  float height(float width) const {
    float sum = 0;
    for (size_t i = 0; i < state.points.size(); ++i) sum += height(i, width);
    return sum;
  }
  // Where not all fit, what has been said makes room for what is up.
  size_t first_shown(float width, float room) const {
    if (height(width) <= room) return 0;
    const auto next = state.next < 0 ? state.points.size() - 1 : static_cast<size_t>(state.next);
    size_t first = next > 0 ? next - 1 : 0;
    float used = 0;
    for (size_t i = first; i <= next; ++i) used += height(i, width);
    if (first < next && used > room) first = next;
    used = 0;
    for (size_t i = first; i < state.points.size(); ++i) used += height(i, width);
    while (first > 0 && used + height(first - 1, width) <= room) used += height(--first, width);
    return first;
  }
  bool draw_point(size_t i, const Box& row) const {
    const Palette& p = ui.palette;
    const PromptPoint& point = state.points[i];
    const bool next = static_cast<int>(i) == state.next;
    bool hovered = false;
    const Box field = Box{row.x - 8, row.y - 3, row.w + 12, row.h - kPointGap + 6};
    const bool pressed = press_area(ui, "studio.point." + std::to_string(i), field, 8, &hovered);
    if (next || hovered) fill(ui, field, p.raised, 8);
    if (next) fill(ui, {field.x, field.y + 4, 4, field.h - 8}, p.highlight, 2);
    const float line_height = ui.fonts.line_height_dp(style);
    draw_text(ui, row.x, row.y, style, point.said ? p.good : p.highlight, point.said ? "✓" : "›");
    const float x = row.x + gutter_of(style);
    float y = row.y;
    for (const std::string& line : wrapped_lines(ui, style, words(i), row.right() - x)) {
      if (point.said) {
        const float width = draw_text(ui, x, y, style, p.mute, line);
        fill(ui, {x, std::round(y + line_height * 0.55F), width, 2}, p.mute);
      } else {
        draw_line(ui, x, y, style, line);
      }
      y += line_height;
    }
    return pressed;
  }
};

// "Space said · ↑ ↓ choose · Backspace back", as far as there is room.
void draw_hints(Ui& ui, Box row) {
  const std::pair<const char*, const char*> hints[] = {{cap_of(ui, Key::kSaid), ui.tr("said")},
                                                       {"↑ ↓", ui.tr("choose")},
                                                       {cap_of(ui, Key::kUnsaid), ui.tr("take back")}};
  for (const auto& [key, words] : hints) {
    const float cap = text_size(ui, TextStyle::kKey, key).w + 14;
    const float width = cap + 6 + text_size(ui, TextStyle::kCaption, words).w;
    if (width > row.w) return;
    Box hint = row.cut_left(width, 16);
    const float drawn = key_cap(ui, hint.x, hint.middle_y(), key, ui.palette.mute);
    hint.cut_left(drawn + 6);
    draw_text_in(ui, {hint.x, hint.y, hint.w + 4, hint.h}, TextStyle::kCaption, ui.palette.mute, words);
  }
}

// The largest of the usual sizes in which all points are seen at once.
int fitting_size(PointList list, const Box& room) {
  int size = kUsualSize;
  for (; size > 1; --size) {
    list.style = style_of(size);
    if (list.height(room.w) <= room.h + kPointGap) break;
  }
  return size;
}

// What is chosen and what would fit.
struct Sizes {
  int wanted = 0;  // 0: what fits
  int fitting = kUsualSize;
  int shown() const { return wanted > 0 ? wanted : fitting; }
};

std::optional<StudioIntent> draw_points(Ui& ui, Box inner, const PrompterState& state, Sizes& sizes) {
  std::optional<StudioIntent> intent;
  if (inner.h > 190) draw_hints(ui, inner.cut_bottom(kHintHeight, 4));
  PointList list{ui, state};
  sizes.fitting = fitting_size(list, inner);
  list.style = style_of(sizes.shown());
  if (const int step = wheel_over(inner)) intent = studio::Prompt{prompter::Aim{step}};
  const bool all = list.height(inner.w) <= inner.h + kPointGap;
  Box more = all ? Box{} : inner.cut_bottom(kMoreHeight);
  size_t i = list.first_shown(inner.w, inner.h + kPointGap);
  for (const size_t first = i; i < state.points.size(); ++i) {
    const float height = list.height(i, inner.w);
    if (i > first && height - kPointGap > inner.h) break;  // nothing is drawn across the panel's edge
    if (list.draw_point(i, inner.cut_top(height)))
      intent = studio::Prompt{prompter::Tick{static_cast<int>(i)}};
  }
  if (const auto left = static_cast<int64_t>(state.points.size() - i); left > 0) {
    draw_text_in(ui, more, TextStyle::kCaption, ui.palette.mute,
                 ui.tr_n("{0} more below", "{0} more below", left));
  }
  return intent;
}

// The line that is to be read stays in one place; the text moves up past it.
void draw_script(Ui& ui, const Box& box, const std::string& script, double share, TextStyle style) {
  const Palette& p = ui.palette;
  const float line_height = ui.fonts.line_height_dp(style);
  const float gutter = gutter_of(style);
  const std::vector<std::string> lines = wrapped_lines(ui, style, script, box.w - gutter);
  const float eye = box.y + std::min(line_height * 1.2F, box.h / 3);  // near the lens
  const float top = eye - static_cast<float>(share) * line_height * static_cast<float>(lines.size());
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.PushClipRect({box.x - 8, box.y}, {box.right() + 8, box.bottom()}, true);
  fill(ui, {box.x - 8, eye - 2, box.w + 16, line_height + 4}, p.raised, 8);
  draw_text(ui, box.x, eye, style, p.highlight, "›");
  for (size_t i = 0; i < lines.size(); ++i) {
    const float y = std::round(top + static_cast<float>(i) * line_height);
    if (y + line_height < box.y || y > box.bottom()) continue;
    draw_text(ui, box.x + gutter, y, style, y + line_height * 0.5F < eye ? p.mute : p.text, lines[i]);
  }
  list.PopClipRect();
}

std::optional<StudioIntent> draw_roll_buttons(Ui& ui, Box row, const PrompterState& state, bool on) {
  std::optional<StudioIntent> intent;
  const TextStyle style = TextStyle::kLabelBold;
  const ButtonSpec roll{.label = state.rolling ? icons::kPause : icons::kPlay,
                        .key = cap_of(ui, Key::kSaid),
                        .style = style,
                        .radius = 8,
                        .enabled = on,
                        .tooltip = state.rolling ? ui.tr("Stand still") : ui.tr("Roll on")};
  const ButtonSpec slower{
      .label = "−", .key = cap_of(ui, Key::kAimDown), .style = style, .radius = 8, .enabled = on};
  const ButtonSpec faster{
      .label = "+", .key = cap_of(ui, Key::kAimUp), .style = style, .radius = 8, .enabled = on};
  if (button(ui, "studio.script.roll", row.cut_left(button_width(ui, roll, 12), 8), roll))
    intent = studio::Prompt{prompter::Roll{!state.rolling}};
  if (button(ui, "studio.script.slower", row.cut_left(button_width(ui, slower, 10), 8), slower))
    intent = studio::Prompt{prompter::SetSpeed{state.words_a_minute - ScriptRoll::kStep}};
  if (button(ui, "studio.script.faster", row.cut_left(button_width(ui, faster, 10), 8), faster))
    intent = studio::Prompt{prompter::SetSpeed{state.words_a_minute + ScriptRoll::kStep}};
  const std::string speed = ui.tr("{0} words/min", {std::to_string(state.words_a_minute)});
  const bool room = text_size(ui, TextStyle::kCaption, speed).w <= row.w;
  draw_text_in(ui, row, TextStyle::kCaption, ui.palette.mute,
               room ? speed : std::to_string(state.words_a_minute));
  return intent;
}

std::optional<StudioIntent> draw_head(Ui& ui, Box row, const PrompterState& state, const Sizes& sizes,
                                      bool on) {
  std::optional<StudioIntent> intent;
  const TextStyle style = TextStyle::kLabelBold;
  const int shown = sizes.shown();
  const auto choose = [&](int size) {
    // The size that fits is no choice: it goes on following the room.
    if (size >= 1 && size <= kMostSizes) intent = studio::PrompterSize{size == sizes.fitting ? 0 : size};
  };
  const ButtonSpec larger{.label = "A",
                          .key = cap_of(ui, Key::kLarger),
                          .style = style,
                          .radius = 8,
                          .enabled = shown < kMostSizes,
                          .tooltip = ui.tr("Larger")};
  const ButtonSpec smaller{.label = "A",
                           .key = cap_of(ui, Key::kSmaller),
                           .style = style,
                           .radius = 8,
                           .enabled = shown > 1,
                           .tooltip = ui.tr("Smaller")};
  if (button(ui, "studio.prompter.larger", row.cut_right(button_width(ui, larger, 8), 6), larger) ||
      key_pressed(Key::kLarger))
    choose(shown + 1);
  if (button(ui, "studio.prompter.smaller", row.cut_right(button_width(ui, smaller, 8), 10), smaller) ||
      key_pressed(Key::kSmaller))
    choose(shown - 1);
  if (!state.script.in(ui.language()).empty()) {
    const ButtonSpec turn{.label = state.shows_script ? ui.tr("Points") : ui.tr("Text"),
                          .key = cap_of(ui, Key::kScript),
                          .style = style,
                          .radius = 8,
                          .enabled = on};
    if (button(ui, "studio.script.show", row.cut_right(button_width(ui, turn, 10), 10), turn))
      intent = studio::Prompt{prompter::ShowScript{!state.shows_script}};
  }
  const char* title = state.shows_script ? ui.tr("READ ALOUD") : ui.tr("WHAT TO MENTION");
  if (text_size(ui, style, title).w <= row.w) draw_text_in(ui, row, style, ui.palette.mute, title);
  ui.widgets.note("studio.prompter.size", std::to_string(sizes.wanted));
  return intent;
}

void note_state(Ui& ui, const StudioModel& model) {
  const PrompterState& state = model.state.show->prompter;
  const auto said = std::count_if(state.points.begin(), state.points.end(),
                                  [](const PromptPoint& point) { return point.said; });
  ui.widgets.note("studio.said", std::to_string(said));
  ui.widgets.note("studio.next_point", std::to_string(state.next));
  ui.widgets.note("studio.script", !state.shows_script ? "off" : state.rolling ? "rolling" : "still");
  if (!state.shows_script) return;
  ui.widgets.note("studio.script.percent", std::to_string(std::lround(model.state.script_share * 100)));
  ui.widgets.note("studio.script.speed", std::to_string(state.words_a_minute));
}

}  // namespace

std::optional<StudioIntent> prompter_keys(const PrompterState& state) {
  const auto prompt = [](PrompterAct act) { return StudioIntent(studio::Prompt{act}); };
  if (key_pressed(Key::kScript)) return prompt(prompter::ShowScript{!state.shows_script});
  const bool up = key_pressed(Key::kAimUp);
  const bool down = key_pressed(Key::kAimDown);
  if (state.shows_script) {
    if (key_pressed(Key::kSaid)) return prompt(prompter::Roll{!state.rolling});
    if (up || down)
      return prompt(prompter::SetSpeed{state.words_a_minute + (up ? ScriptRoll::kStep : -ScriptRoll::kStep)});
    return {};
  }
  if (key_pressed(Key::kSaid)) return prompt(prompter::Tick{});
  if (key_pressed(Key::kUnsaid)) return prompt(prompter::Untick{});
  if (up || down) return prompt(prompter::Aim{up ? -1 : 1});
  return {};
}

std::optional<StudioIntent> draw_prompter(Ui& ui, const Box& box, const StudioModel& model) {
  card(ui, box);
  ui.widgets.add("studio.prompter", box);
  if (!model.state.show) return {};
  const PrompterState& state = model.state.show->prompter;
  const bool on = model.phase == StudioModel::Phase::kRecording;
  std::optional<StudioIntent> intent;
  Box inner = box.inset(24, 14);
  const Box head = inner.cut_top(kHeadHeight, 10);
  Sizes sizes{model.prompter_size};
  if (state.shows_script) {
    const auto turned = draw_roll_buttons(ui, inner.cut_bottom(34, 8), state, on);
    if (turned) intent = turned;
    if (inner.w < 330) --sizes.fitting;
    if (const int step = wheel_over(inner)) intent = studio::Prompt{prompter::Skip{step * kWordsAWheelStep}};
    draw_script(ui, inner, state.script.in(ui.language()), model.state.script_share, style_of(sizes.shown()));
  } else if (state.points.empty()) {
    const auto segment = static_cast<size_t>(model.state.segment);
    if (segment < model.plan->rundown.segments.size()) {
      draw_wrapped(ui, inner, style_of(sizes.shown()), ui.palette.text,
                   segment_title(*model.plan, model.plan->rundown.segments[segment], ui.language()));
    }
  } else if (const auto ticked = draw_points(ui, inner, state, sizes)) {
    intent = ticked;
  }
  if (const auto wish = draw_head(ui, head, state, sizes, on)) intent = wish;
  note_state(ui, model);
  return intent;
}

}  // namespace gladi
