// What the studio says while the computer can't keep up: what has given way, and that the take goes on.
#include "ui/screens/studio/studio_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/widgets.h"

namespace gladi {

void draw_load_band(Ui& ui, Box& content, const StudioModel& model) {
  if (model.phase != StudioModel::Phase::kRecording) return;
  const Message words = words_of(model.state.overload);
  ui.widgets.note("studio.overload", name_of(model.state.overload));
  if (words.empty()) return;
  const Pair& look = ui.palette.notice;
  const std::string text = ui.tr(words);
  const float width = content.w - 36 - 34;
  const float height = wrapped_height(ui, TextStyle::kLabel, text, width);
  Box band = content.cut_top(height + 20, 12);
  fill(ui, band, look.fill, Metrics::kCardRadius);
  band = band.inset(18, 10);
  draw_text_in(ui, band.cut_left(34), TextStyle::kTitle, look.text, icons::kSpeed);
  draw_wrapped(ui, band, TextStyle::kLabel, look.text, text);
}

}  // namespace gladi
