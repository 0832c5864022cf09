// The reviewer's words on the number keys: one press is a comment. And the sheet in which they are changed.
#include <algorithm>
#include <vector>

#include "ui/screens/review/review_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kWordHeight = 34;
constexpr float kWordGap = 6;
constexpr float kPadding = 8;
constexpr float kSheetField = 40;

// The places of the nine words, and of the button behind them, as many in a row as fit.
class Rows {
 public:
  Rows(const Ui& ui, float width, const ReviewModel& model) : width_(width) {
    for (int number = 1; number <= static_cast<int>(QuickWords::kCount); ++number)
      place(button_width(ui, spec(ui, model, number), kPadding));
    place(button_width(ui, change(ui, model), kPadding));
  }
  static ButtonSpec spec(const Ui& ui, const ReviewModel& model, int number) {
    static const char* const kCaps[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9"};
    return {.label = model.words.word(number, ui.language()),
            .key = kCaps[number - 1],
            .style = TextStyle::kLabelBold,
            .enabled = !model.opening && !model.problem && !model.read_only};
  }
  static ButtonSpec change(const Ui& ui, const ReviewModel&) {
    return {.icon = icons::kEdit,
            .key = cap_of(ui, Key::kWords),
            .look = ButtonLook::kPlain,
            .style = TextStyle::kLabelBold,
            .tooltip = ui.tr("Change these words")};
  }
  const std::vector<Box>& places() const { return places_; }
  float height() const { return places_.back().bottom(); }

 private:
  void place(float wanted) {
    const float w = std::min(wanted, width_);
    if (x_ > 0 && x_ + w > width_) {
      x_ = 0;
      y_ += kWordHeight + kWordGap;
    }
    places_.push_back({x_, y_, w, kWordHeight});
    x_ += w + kWordGap;
  }
  const float width_;
  float x_ = 0, y_ = 0;
  std::vector<Box> places_;
};

// What is left empty is Gladi's own word.
void draw_fields(Ui& ui, Box content, QuickWords& words) {
  for (size_t i = 0; i < QuickWords::kCount; ++i) {
    Box row = content.cut_top(kSheetField, 6);
    draw_text_in(ui, row.cut_left(28, 4), TextStyle::kBodyBold, ui.palette.mute, std::to_string(i + 1));
    text_field(ui, "review.words." + std::to_string(i + 1), row, usual_quick_words()[i].in(ui.language()),
               &words.own[i], false, nullptr, QuickWords::kMostLetters);
  }
}

}  // namespace

float quick_words_height(const Ui& ui, float width, const ReviewModel& model) {
  return Rows(ui, width, model).height();
}

std::optional<ReviewIntent> draw_quick_words(Ui& ui, const Box& box, const ReviewModel& model,
                                             ReviewView& view) {
  std::optional<ReviewIntent> intent;
  const Rows rows(ui, box.w, model);
  const bool usable = !model.opening && !model.problem && !model.read_only && !view.pen.on;
  const int pressed = usable ? number_pressed() : 0;
  for (int number = 1; number <= static_cast<int>(QuickWords::kCount); ++number) {
    const Box place = rows.places()[static_cast<size_t>(number - 1)].moved(box.x, box.y);
    ButtonSpec spec = Rows::spec(ui, model, number);
    spec.label = shortened(ui, spec.style, spec.label, place.w - 2 * kPadding - 30);
    const bool clicked = button(ui, "review.word." + std::to_string(number), place, spec);
    if (usable && (clicked || pressed == number))
      intent = review::AddComment{model.words.word(number, ui.language())};
  }
  const bool change =
      button(ui, "review.change_words", rows.places().back().moved(box.x, box.y), Rows::change(ui, model));
  if (change || (usable && key_pressed(Key::kWords))) view.new_words = model.words;
  return intent;
}

std::optional<ReviewIntent> draw_words_sheet(Ui& ui, const ReviewModel&, ReviewView& view) {
  std::optional<ReviewIntent> intent;
  constexpr float kTitleAndRemark = 150;
  const float height = kTitleAndRemark + QuickWords::kCount * (kSheetField + 6) + Metrics::kButtonHeight;
  SheetScope sheet(ui, "review.words", ui.tr("Your words on the keys 1 to 9"), height);
  if (sheet.closed()) {
    view.new_words.reset();
    return intent;
  }
  if (!sheet.open()) return intent;
  Box content = sheet.box();
  Box row = content.cut_bottom(Metrics::kButtonHeight, 12);
  const float remark = wrapped_height(ui, TextStyle::kLabel,
                                      ui.tr("While somebody rehearses: Shift and F1 to F9."), content.w);
  draw_wrapped(ui, content.cut_top(remark, 10), TextStyle::kLabel, ui.palette.mute,
               ui.tr("While somebody rehearses: Shift and F1 to F9."));
  draw_fields(ui, content, *view.new_words);
  const ButtonSpec save{.label = ui.tr("Save"), .icon = icons::kCheck, .look = ButtonLook::kPrimary};
  const ButtonSpec cancel{.label = ui.tr("Cancel"), .key = "Esc"};
  const ButtonSpec usual{.label = ui.tr("Gladi's words")};
  if (button(ui, "review.words.usual", row.cut_left(button_width(ui, usual), 12), usual))
    *view.new_words = {};
  if (button(ui, "review.words.save", row.cut_right(button_width(ui, save), 12), save)) {
    for (std::string& word : view.new_words->own) word = as_quick_word(word);
    intent = review::SetQuickWords{*view.new_words};
    view.new_words.reset();
    return intent;
  }
  if (button(ui, "review.words.cancel", row.cut_right(button_width(ui, cancel)), cancel))
    view.new_words.reset();
  return intent;
}

}  // namespace gladi
