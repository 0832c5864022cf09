// The question before comments that could not be written are left behind.
#include "ui/screens/review/review_screen.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

bool leaves(const ReviewIntent& intent) {
  return std::holds_alternative<review::GoBack>(intent) ||
         std::holds_alternative<review::SeeResults>(intent) ||
         std::holds_alternative<review::RehearseAgain>(intent) ||
         std::holds_alternative<review::Compare>(intent) ||
         std::holds_alternative<review::NextPerson>(intent);
}

// What would be lost: drafts only where the program ends, else they are kept.
int lost(const ReviewModel& model, const ReviewView& view) {
  const bool closing = view.leaving && std::holds_alternative<review::CloseGladi>(*view.leaving);
  return model.unsaved + (closing ? model.unkept : 0);
}

}  // namespace

std::optional<ReviewIntent> ask_before_leaving(Ui& ui, std::optional<ReviewIntent> intent,
                                               const ReviewModel& model, ReviewView& view) {
  if (lost(model, view) == 0) view.leaving.reset();  // they could be saved meanwhile
  if (model.unsaved > 0 && intent && leaves(*intent)) {
    view.leaving = std::move(intent);
    return std::nullopt;  // with the key that asked the sheet would be closed again
  }
  if (!view.leaving) return intent;
  const bool closing = std::holds_alternative<review::CloseGladi>(*view.leaving);
  SheetScope sheet(
      ui, "review.leaving",
      closing ? ui.tr("Close Gladi without these comments?") : ui.tr("Leave without these comments?"),
      closing ? 280 : 250);
  if (sheet.closed()) view.leaving.reset();
  if (!sheet.open()) return intent;
  Box content = sheet.box();
  Box row = content.cut_bottom(Metrics::kButtonHeight, 12);
  const std::string what = ui.tr_n(
      "{0} comment could not be saved. Stay here and save it once more, for example when the disk has "
      "room again.",
      "{0} comments could not be saved. Stay here and save them once more, for example when the disk "
      "has room again.",
      lost(model, view));
  const float height = wrapped_height(ui, TextStyle::kBody, what, content.w);
  draw_wrapped(ui, content.cut_top(height, 12), TextStyle::kBody, ui.palette.text, what);
  if (closing) {
    draw_wrapped(ui, content, TextStyle::kBody, ui.palette.text,
                 ui.tr("What isn't saved is lost when the window is closed once more."));
  }
  const ButtonSpec again{
      .label = ui.tr("Save once more"), .look = ButtonLook::kPrimary, .enabled = !model.comment_pending};
  const ButtonSpec stay{.label = ui.tr("Stay"), .key = "Esc"};
  const ButtonSpec leave{.label = closing ? ui.tr("Close Gladi") : ui.tr("Leave"),
                         .look = ButtonLook::kPlain};
  if (button(ui, "review.leaving.again", row.cut_right(button_width(ui, again, 14), 12), again))
    intent = review::SaveAgain{};
  const bool stays = button(ui, "review.leaving.stay", row.cut_right(button_width(ui, stay, 14), 12), stay);
  const bool left = button(ui, "review.leaving.leave", row.cut_left(button_width(ui, leave, 14), 12), leave);
  if (left) {
    intent = view.leaving;
    view.gives_up = true;
  }
  if (left || stays) view.leaving.reset();
  return intent;
}

}  // namespace gladi
