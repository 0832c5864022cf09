// What lies over the picture, switched on and off in the middle of a take.
#include <algorithm>

#include "studio/overlay/feed_part_choices.h"
#include "ui/app/keys.h"
#include "ui/screens/studio/studio_screen.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kRow = 44;
constexpr float kKey = 30;

FeedParts switched(const FeedParts& parts, const FeedPartChoice& choice) {
  FeedParts out = parts;
  out.*choice.part = !(out.*choice.part);
  return out;
}

}  // namespace

std::optional<StudioIntent> overlay_keys(const StudioModel& model) {
  if (key_pressed(Key::kFeedParts)) return studio::ToggleOverlays{};
  if (!model.choosing_overlays) return {};
  if (key_pressed(Key::kBack)) return studio::ToggleOverlays{};
  const auto choices = feed_part_choices();
  const auto number = static_cast<size_t>(number_pressed());
  if (number == 0 || number > choices.size()) return {};
  return studio::UseFeedParts{switched(model.feed_parts, choices[number - 1])};
}

std::optional<StudioIntent> draw_overlay_switches(Ui& ui, const Box& box, const StudioModel& model) {
  std::optional<StudioIntent> intent;
  card(ui, box);
  Box inner = box.inset(16);
  const std::string title = ui.tr("What viewers see on the picture");
  const float height = wrapped_height(ui, TextStyle::kTitle, title, inner.w);
  draw_wrapped(ui, inner.cut_top(height, 12), TextStyle::kTitle, ui.palette.text, title);
  int number = 0;
  for (const FeedPartChoice& choice : feed_part_choices()) {
    const std::string words = ui.tr(choice.words);
    const float lines = wrapped_height(ui, TextStyle::kBody, words, inner.w - kKey - 38);
    Box row = inner.cut_top(std::max(kRow - 6, lines + 8), 6);
    key_cap(ui, row.x, row.y + 14, std::to_string(++number), ui.palette.key);
    row.cut_left(kKey);
    bool on = model.feed_parts.*choice.part;
    if (tick_box(ui, std::string("studio.show.") + choice.name, row, words, &on))
      intent = studio::UseFeedParts{switched(model.feed_parts, choice)};
  }
  const ButtonSpec close{
      .label = ui.tr("Close"), .key = cap_of(ui, Key::kFeedParts), .style = TextStyle::kLabelBold};
  if (button(ui, "studio.overlays.close", inner.cut_bottom(Metrics::kSmallButtonHeight), close))
    intent = studio::ToggleOverlays{};
  return intent;
}

}  // namespace gladi
