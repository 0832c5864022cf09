// What the studio says while the computer can't keep up, or after an encoder has failed: what has given way,
// and that the take goes on.
#include "ui/screens/studio/studio_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/widgets.h"

namespace gladi {

void draw_load_band(Ui& ui, Box& content, const StudioModel& model) {
  if (model.phase != StudioModel::Phase::kRecording) return;
  const Message words = words_of(model.state.overload);
  ui.widgets.note("studio.overload", name_of(model.state.overload));
  std::string text = ui.tr(words);
  if (model.state.encoder_replaced) {
    if (!text.empty()) text += " ";
    text += ui.tr("The video encoder stopped working; the recording goes on with another one.");
    ui.widgets.note("studio.encoder", "replaced");
  }
  if (text.empty()) return;
  const Pair& look = ui.palette.notice;
  const float width = content.w - 36 - 34;
  const float height = wrapped_height(ui, TextStyle::kLabel, text, width);
  Box band = content.cut_top(height + 20, 12);
  fill(ui, band, look.fill, Metrics::kCardRadius);
  band = band.inset(18, 10);
  draw_text_in(ui, band.cut_left(34), TextStyle::kTitle, look.text, icons::kSpeed);
  draw_wrapped(ui, band, TextStyle::kLabel, look.text, text);
}

}  // namespace gladi
