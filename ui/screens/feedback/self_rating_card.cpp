// The first step: how did it go, in the person's own view?
#include <imgui.h>

#include "studio/review/self_rating.h"
#include "ui/screens/feedback/feedback_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kFaceHeight = 104;

// A face with its word and its key; true when pressed.
bool draw_face(Ui& ui, const Box& box, int level, bool chosen) {
  bool hovered = false;
  const bool pressed =
      press_area(ui, "feedback.level." + std::to_string(level), box, Metrics::kButtonRadius, &hovered);
  const Palette& p = ui.palette;
  const Pair& look = chosen ? p.primary : p.button;
  card(ui, box, look.fill, hovered && !chosen ? p.primary.fill : p.line);
  Box inner = box.inset(10, 14);
  const FeelingLook feeling = look_of_level(level);
  draw_text_in(ui, inner.cut_top(42), TextStyle::kHeading, look.text, feeling.icon, Align::kCentre);
  const std::string key = std::to_string(level);
  const std::string word = ui.tr(feeling.word);
  const float word_width = text_size(ui, TextStyle::kBodyBold, word).w;
  constexpr float kCap = 34;
  const Box line = inner.centred(word_width + kCap, inner.h);
  draw_text_in(ui, {line.x, line.y, word_width + 2, line.h}, TextStyle::kBodyBold, look.text, word);
  key_cap(ui, line.x + word_width + 10, line.middle_y(), key, chosen ? look.text : p.key);
  return pressed;
}

}  // namespace

FeelingLook look_of_level(int level) {
  switch (level) {
    case 1:
      return {icons::kFaceUnhappy, GLADI_TEXT("Not yet")};
    case 2:
      return {icons::kFaceFine, GLADI_TEXT("All right")};
    default:
      return {icons::kFaceHappy, GLADI_TEXT("I am satisfied")};
  }
}

std::optional<FeedbackIntent> draw_self_rating(Ui& ui, const Box& box, const FeedbackModel& model,
                                               FeedbackView& view) {
  const Palette& p = ui.palette;
  const std::string why =
      ui.tr("First your own view, then what Gladi noticed. Those who judge themselves first learn more.");
  constexpr float kWidth = 720, kPadding = 32;
  const float why_height = wrapped_height(ui, TextStyle::kBody, why, kWidth - 2 * kPadding);
  const float height = 2 * kPadding + 34 + 8 + why_height + 20 + kFaceHeight + 20 + Metrics::kButtonHeight +
                       24 + Metrics::kButtonHeight;
  const Box frame = box.centred(kWidth, height);
  card(ui, frame);
  Box rest = frame.inset(kPadding);
  draw_text_in(ui, rest.cut_top(34, 8), TextStyle::kBig, p.text,
               ui.tr("{0}, how did it go?", {model.person_name}));
  draw_wrapped(ui, rest.cut_top(why_height, 20), TextStyle::kBody, p.mute, why);

  Box faces = rest.cut_top(kFaceHeight, 20);
  const float width = (faces.w - (SelfRated::kLevels - 1) * Metrics::kGap) / SelfRated::kLevels;
  for (int level = 1; level <= SelfRated::kLevels; ++level) {
    if (draw_face(ui, faces.cut_left(width, Metrics::kGap), level, view.level == level)) view.level = level;
  }
  if (const int number = number_pressed(); number >= 1 && number <= SelfRated::kLevels) view.level = number;

  bool entered = false;
  text_field(ui, "feedback.wish", rest.cut_top(Metrics::kButtonHeight, 24),
             ui.tr("What do you want to do better? (may stay empty)"), &view.wish, false, &entered,
             kMostWishLetters);
  Box row = rest.cut_top(Metrics::kButtonHeight);
  const ButtonSpec save{.label = ui.tr("Save and see how it went"),
                        .icon = icons::kCheck,
                        .look = ButtonLook::kPrimary,
                        .enabled = view.level > 0,
                        .tooltip = view.level > 0 ? nullptr : ui.tr("Choose one of the three faces first")};
  const bool saved = button(ui, "feedback.save", row.cut_right(button_width(ui, save), 12), save);
  const ButtonSpec skip{.label = ui.tr("Skip this question"), .look = ButtonLook::kPlain};
  const bool skipped = button(ui, "feedback.skip", row.cut_left(button_width(ui, skip)), skip);
  if (skipped) return feedback::Rate{};
  // Enter goes on wherever the keyboard is, except on a button or a face, which it presses.
  const bool by_key = !ImGui::IsAnyItemFocused() && enter_pressed();
  if ((saved || entered || by_key) && view.level > 0) return feedback::Rate{{view.level, view.wish}};
  return {};
}

}  // namespace gladi
