#include "ui/app/tour.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "ui/theme/icons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kCardWidth = 450;
constexpr float kPadding = 22;
constexpr float kButtonRow = Metrics::kButtonHeight;
constexpr float kArrow = 14;      // from the card to what it points at
constexpr float kHoleMargin = 8;  // around it
constexpr float kEdge = 12;       // the card keeps off the window's edge

struct Step {
  const char* widgets;  // the name of one, or of several what their names begin with
  const char* title;
  const char* words;
  std::optional<Key> key;  // {0} in the words
};

const std::array<Step, 6>& all_steps() {
  static const std::array<Step, 6> steps = {{
      {"home.new_name",
       GLADI_TEXT("Welcome to Gladi!"),
       GLADI_TEXT("Here you practise selling live, as often as you like. Begin with your name: press this "
                  "button."),
       {}},
      {"home.catalogue.",
       GLADI_TEXT("What do you sell?"),
       GLADI_TEXT("Press one of the pictures. These goods are examples; you can add your own later."),
       {}},
      {"home.check",
       GLADI_TEXT("See and hear yourself"),
       GLADI_TEXT(
           "Say a sentence: the bar moves with your voice. Where something could be better, it says here "
           "what to do."),
       {}},
      {"home.audience.",
       GLADI_TEXT("Who watches?"),
       GLADI_TEXT("Gladi plays the viewers who ask you questions. For the first time, choose calm viewers."),
       {}},
      {"home.start", GLADI_TEXT("The red button starts"),
       GLADI_TEXT(
           "Press it, count 3-2-1, and you are on. Press the {0} key when you want to stop. You can try "
           "again as often as you like."),
       Key::kStartStop},
      {"app.help", GLADI_TEXT("Unsure? Ask here"),
       GLADI_TEXT("This button and the {0} key explain each screen. There you can also see this tour again. "
                  "Enjoy your rehearsal!"),
       Key::kHelp},
  }};
  return steps;
}

// Where it was in the last frame; nothing: it isn't on the screen.
std::optional<Box> target_of(const Ui& ui, const Step& step) {
  const std::string name = step.widgets;
  std::optional<Box> whole;
  for (const auto& [other, place] : ui.widgets.places()) {
    const bool fits = name.back() == '.' ? other.rfind(name, 0) == 0 : other == name;
    if (!fits) continue;
    if (!whole) {
      whole = place.box;
      continue;
    }
    const float x = std::min(whole->x, place.box.x);
    const float y = std::min(whole->y, place.box.y);
    whole = Box{x, y, std::max(whole->right(), place.box.right()) - x,
                std::max(whole->bottom(), place.box.bottom()) - y};
  }
  return whole;
}

std::string words_of(const Ui& ui, const Step& step) {
  if (!step.key) return ui.tr(step.words);
  return ui.tr(step.words, {cap_of(ui, *step.key)});
}

constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                    ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav;

// The screen around the hole is dimmed and can't be pressed; through the hole it can.
void draw_scrim(const Ui& ui, const Box& hole) {
  const Box& all = ui.area;
  const Box around[] = {{all.x, all.y, all.w, hole.y - all.y},
                        {all.x, hole.bottom(), all.w, all.bottom() - hole.bottom()},
                        {all.x, hole.y, hole.x - all.x, hole.h},
                        {hole.right(), hole.y, all.right() - hole.right(), hole.h}};
  ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.palette.scrim.packed());
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0F);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0F);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1, 1});
  for (size_t i = 0; i < std::size(around); ++i) {
    if (around[i].w < 1 || around[i].h < 1) continue;
    ImGui::SetNextWindowPos({around[i].x, around[i].y});
    ImGui::SetNextWindowSize({around[i].w, around[i].h});
    ImGui::Begin(("tour.scrim." + std::to_string(i)).c_str(), nullptr,
                 kFlags | ImGuiWindowFlags_NoFocusOnAppearing);
    ImGui::End();
  }
  ImGui::PopStyleVar(3);
  ImGui::PopStyleColor();
}

// A ring around the hole, and an arrow from the card to it.
void draw_pointer(const Ui& ui, const Box& hole, const TourPlace& place) {
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  list.AddRect({hole.x, hole.y}, {hole.right(), hole.bottom()}, ui.palette.focus.packed(), 4, 0, 3);
  using Side = TourPlace::Side;
  const Box& card = place.card;
  const bool beside = place.side == Side::kLeft || place.side == Side::kRight;
  const float from = beside ? std::max(card.y, hole.y) : std::max(card.x, hole.x);
  const float to = beside ? std::min(card.bottom(), hole.bottom()) : std::min(card.right(), hole.right());
  const float low = (beside ? card.y : card.x) + Metrics::kCardRadius + kArrow;
  const float high = (beside ? card.bottom() : card.right()) - Metrics::kCardRadius - kArrow;
  const float along = std::clamp((from + to) / 2, low, high);
  const uint32_t colour = ui.palette.panel.packed();
  constexpr float kHalf = 11;
  if (beside) {
    const float base = place.side == Side::kRight ? card.x + 1 : card.right() - 1;
    const float tip = place.side == Side::kRight ? base - kArrow : base + kArrow;
    list.AddTriangleFilled({tip, along}, {base, along - kHalf}, {base, along + kHalf}, colour);
  } else {
    const float base = place.side == Side::kBelow ? card.y + 1 : card.bottom() - 1;
    const float tip = place.side == Side::kBelow ? base - kArrow : base + kArrow;
    list.AddTriangleFilled({along, tip}, {along - kHalf, base}, {along + kHalf, base}, colour);
  }
}

}  // namespace

TourPlace place_beside(const Box& area, const Box& target, float width, float height) {
  using Side = TourPlace::Side;
  const float off = kHoleMargin + kArrow;
  struct Choice {
    Side side;
    float room;  // what is left beyond the card
    float x, y;
  };
  const float x = target.middle_x() - width / 2;
  const float y = target.middle_y() - height / 2;
  const Choice choices[] = {
      {Side::kRight, area.right() - target.right() - off - width, target.right() + off, y},
      {Side::kLeft, target.x - area.x - off - width, target.x - off - width, y},
      {Side::kBelow, area.bottom() - target.bottom() - off - height, x, target.bottom() + off},
      {Side::kAbove, target.y - area.y - off - height, x, target.y - off - height}};
  const Choice& best = *std::max_element(std::begin(choices), std::end(choices),
                                         [](const Choice& a, const Choice& b) { return a.room < b.room; });
  const Box inner = area.inset(kEdge);
  return {
      {std::round(std::clamp(best.x, inner.x, std::max(inner.x, inner.right() - width))),
       std::round(std::clamp(best.y, inner.y, std::max(inner.y, inner.bottom() - height))), width, height},
      best.side};
}

int Tour::steps() {
  return static_cast<int>(all_steps().size());
}

// To the next step whose button is on the screen; past the last one it is over, before the first one it
// stays.
void Tour::go(const Ui& ui, int by) {
  for (int at = step_ + by; at >= 0; at += by) {
    if (at >= steps()) return end();
    if (!target_of(ui, all_steps()[static_cast<size_t>(at)])) continue;
    step_ = at;
    return;
  }
}

bool Tour::draw(Ui& ui) {
  ui.widgets.note("app.tour", running() ? std::to_string(step_ + 1) : "off");
  const bool had_keys = std::exchange(shown_, false);
  if (!running()) return false;
  if (ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) return false;
  const Step& step = all_steps()[static_cast<size_t>(step_)];
  const std::optional<Box> target = target_of(ui, step);
  if (!target) {  // not drawn yet, or not there in this window
    if (!ui.widgets.places().empty()) go(ui, 1);
    return !running();
  }

  const std::string words = words_of(ui, step);
  const float inside = kCardWidth - 2 * kPadding;
  const float height = kPadding + 30 + 8 + wrapped_height(ui, TextStyle::kBody, words, inside) + 18 +
                       kButtonRow + kPadding - 4;
  const TourPlace place = place_beside(ui.area, *target, kCardWidth, height);
  const Box hole = target->inset(-kHoleMargin);
  draw_scrim(ui, hole);

  const Box& card = place.card;
  // Where nothing is being pressed the keys belong to the card.
  if (!ImGui::IsAnyItemActive()) ImGui::SetNextWindowFocus();
  ImGui::SetNextWindowPos({card.x, card.y});
  ImGui::SetNextWindowSize({card.w, card.h});
  ImGui::Begin("tour", nullptr, kFlags);
  ui.widgets.add("tour.card", card);
  Box box = card.inset(kPadding, kPadding - 4);
  Box head = box.cut_top(30, 8);
  const std::string count = std::to_string(step_ + 1) + " / " + std::to_string(steps());
  draw_text_in(ui, head.cut_right(text_size(ui, TextStyle::kLabel, count).w, 10), TextStyle::kLabel,
               ui.palette.mute, count, Align::kRight);
  draw_text_in(ui, head, TextStyle::kTitle, ui.palette.text, ui.tr(step.title));
  Box buttons = box.cut_bottom(kButtonRow, 18);
  draw_wrapped(ui, box, TextStyle::kBody, ui.palette.text, words);

  const bool last = step_ + 1 == steps();
  const ButtonSpec next{.label = last ? ui.tr("Done") : ui.tr("Next"),
                        .key = cap_of(ui, Key::kTourNext),
                        .look = ButtonLook::kPrimary};
  const ButtonSpec back{.label = icons::kBack, .key = cap_of(ui, Key::kTourBack)};
  const ButtonSpec skip{
      .label = ui.tr("Skip"), .key = cap_of(ui, Key::kTourSkip), .look = ButtonLook::kPlain};
  const bool on = button(ui, "tour.next", buttons.cut_right(button_width(ui, next, 14), 8), next);
  const bool again =
      step_ > 0 && button(ui, "tour.back", buttons.cut_right(button_width(ui, back, 10), 8), back);
  const bool out = !last && button(ui, "tour.skip", buttons.cut_left(button_width(ui, skip, 8)), skip);
  ImGui::End();
  draw_pointer(ui, hole, place);
  shown_ = true;

  const auto key = [had_keys](Key which) { return had_keys && key_pressed(which); };
  if (out || key(Key::kTourSkip)) {
    end();
  } else if (on || key(Key::kTourNext)) {
    go(ui, 1);
  } else if (again || key(Key::kTourBack)) {
    go(ui, -1);
  }
  return !running();
}

}  // namespace gladi
