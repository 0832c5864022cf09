#include "ui/screens/feedback/feedback_screen.h"

#include <algorithm>

#include "ui/theme/icons.h"
#include "ui/widgets/header_buttons.h"

namespace gladi {
namespace {

constexpr float kSidePadding = 40;
constexpr float kAccent = 8;   // the coloured edge of a card
constexpr float kInside = 24;  // from a card's edge to its words
constexpr float kTitle = 28, kLine = 30, kShare = 8;
constexpr float kLeastName = 60;

void next_or_again(Ui& ui, Box& rest, const FeedbackModel& model, std::optional<FeedbackIntent>& intent) {
  if (next_person_button(ui, "feedback", rest, model.next_name)) intent = feedback::NextPerson{};
  const ButtonSpec again{.label = ui.area.w < 1200 && !model.next_name.empty() ? "" : ui.tr("Rehearse again"),
                         .icon = icons::kRecord,
                         .tooltip = ui.tr("Rehearse again")};
  if (header_button(ui, "feedback.again", rest, again)) intent = feedback::RehearseAgain{};
}

std::optional<FeedbackIntent> draw_header(Ui& ui, const FeedbackModel& model) {
  std::optional<FeedbackIntent> intent;
  Box rest = header(ui);
  if (back_button(ui, "feedback", rest, ui.tr("Recordings"))) intent = feedback::GoBack{};
  const ButtonSpec watch{.label = ui.tr("Watch the recording"),
                         .icon = icons::kPlay,
                         .key = cap_of(ui, Key::kWatch),
                         .look = model.rating ? ButtonLook::kPrimary : ButtonLook::kNormal};
  if (header_button(ui, "feedback.watch", rest, watch) || key_pressed(Key::kWatch))
    intent = feedback::Watch{};
  next_or_again(ui, rest, model, intent);
  if (model.person_name.empty()) return intent;
  const std::string title = ui.tr("How it went");
  const float width = text_size(ui, TextStyle::kTitle, title).w + 4;
  draw_text_in(ui, rest.cut_left(std::min(width, rest.w), 16), TextStyle::kTitle, ui.palette.text, title);
  if (rest.w < kLeastName) return intent;  // three dots would tell nobody anything
  draw_text_in(
      ui, rest, TextStyle::kBody, ui.palette.mute,
      model.person_name + " · " + model.title.in(ui.language()) + " · " + format_clock(model.duration));
  return intent;
}

// A card with a coloured edge; returns what is inside.
Box accented_card(Ui& ui, const Box& box, Rgba accent) {
  // Only as far as the card hides: its right corners would be framed by the accent.
  fill(ui, {box.x, box.y, kAccent + 2 * Metrics::kCardRadius, box.h}, accent, Metrics::kCardRadius);
  card(ui, {box.x + kAccent, box.y, box.w - kAccent, box.h});
  return Box{box.x + kAccent, box.y, box.w - kAccent, box.h}.inset(kInside, 18);
}

void draw_title(Ui& ui, Box& rest, const char* icon, Rgba colour, const std::string& words) {
  Box line = rest.cut_top(kTitle, 8);
  draw_text_in(ui, line.cut_left(26, 8), TextStyle::kTitle, colour, icon);
  draw_text_in(ui, line, TextStyle::kTitle, ui.palette.text, words);
}

float words_height(const Ui& ui, TextStyle style, const std::string& words, float width) {
  return words.empty() ? 0 : wrapped_height(ui, style, words, width);
}

Box draw_strengths(Ui& ui, Box& column, const Feedback& feedback) {
  const float width = column.w - kAccent - 2 * kInside - 34;
  float height = 2 * 18 + kTitle + 8;
  for (const Insight& finding : feedback.strengths)
    height += words_height(ui, TextStyle::kBody, ui.tr(finding.headline), width) + 8;
  const Box box = column.cut_top(height, 16);
  Box rest = accented_card(ui, box, ui.palette.good);
  draw_title(ui, rest, icons::kThumb, ui.palette.chip_good.text, ui.tr("This went well"));
  for (const Insight& finding : feedback.strengths) {
    const std::string words = ui.tr(finding.headline);
    Box line = rest.cut_top(words_height(ui, TextStyle::kBody, words, width), 8);
    line.cut_left(34);
    draw_wrapped(ui, line, TextStyle::kBody, ui.palette.text, words);
  }
  return box;
}

std::optional<FeedbackIntent> draw_next(Ui& ui, Box& column, const Insight& next) {
  const float width = column.w - kAccent - 2 * kInside - 34;
  const std::string headline = ui.tr(next.headline), detail = ui.tr(next.detail),
                    example = ui.tr(next.example);
  const float headline_height = words_height(ui, TextStyle::kTitle, headline, width);
  const float detail_height = words_height(ui, TextStyle::kBody, detail, width);
  const float example_height = words_height(ui, TextStyle::kBody, example, width);
  const float height = 2 * 18 + kTitle + 8 + headline_height + 8 + detail_height + 8 + example_height +
                       (next.at ? 14 + Metrics::kSmallButtonHeight : 0);
  Box rest = accented_card(ui, column.cut_top(height, 16), ui.palette.warn);
  draw_title(ui, rest, icons::kTarget, ui.palette.chip_warn.text, ui.tr("One thing for the next rehearsal"));
  rest.cut_left(34);
  draw_wrapped(ui, rest.cut_top(headline_height, 8), TextStyle::kTitle, ui.palette.text, headline);
  draw_wrapped(ui, rest.cut_top(detail_height, 8), TextStyle::kBody, ui.palette.mute, detail);
  draw_wrapped(ui, rest.cut_top(example_height, 14), TextStyle::kBody, ui.palette.text, example);
  if (!next.at) return {};
  const ButtonSpec see{.label = ui.tr("See {0}", {format_clock(*next.at)}), .icon = icons::kPlay};
  if (button(ui, "feedback.see", {rest.x, rest.y, button_width(ui, see, 16), Metrics::kSmallButtonHeight},
             see))
    return feedback::Watch{next.at};
  return {};
}

// In place of praise and the thing to try, where there is none (yet).
void draw_wait(Ui& ui, Box& column, const std::string& title, const std::string& words, bool share,
               int percent) {
  const float width = column.w - kAccent - 2 * kInside - 34;
  const float height =
      2 * 18 + kTitle + 8 + words_height(ui, TextStyle::kBody, words, width) + (share ? 14 + kShare : 0);
  Box rest = accented_card(ui, column.cut_top(height, 16), ui.palette.primary.fill);
  draw_title(ui, rest, icons::kMicrophone, ui.palette.primary.fill, title);
  rest.cut_left(34);
  draw_wrapped(ui, rest.cut_top(words_height(ui, TextStyle::kBody, words, width), 14), TextStyle::kBody,
               ui.palette.mute, words);
  if (!share) return;
  const Box track = rest.cut_top(kShare);
  fill(ui, track, ui.palette.track, kShare / 2);
  fill(ui, {track.x, track.y, track.w * static_cast<float>(percent) / 100, track.h}, ui.palette.primary.fill,
       kShare / 2);
}

void draw_own_view(Ui& ui, const Box& column, const SelfRated& rating) {
  if (rating.level == 0) return;
  const FeelingLook feeling = look_of_level(rating.level);
  const float width = column.w - 2 * kInside - 52;
  const float wish_height = words_height(ui, TextStyle::kBody, rating.wish, width);
  Box box = column;
  box = box.cut_top(std::max(96.0F, 2 * 18 + 24 + 26 + wish_height + 8));
  card(ui, box);
  Box rest = box.inset(kInside, 18);
  draw_text_in(ui, rest.cut_left(38, 14), TextStyle::kHeading, ui.palette.primary.fill, feeling.icon);
  draw_text_in(ui, rest.cut_top(24, 2), TextStyle::kLabel, ui.palette.mute, ui.tr("Your own view"));
  draw_text_in(ui, rest.cut_top(24, 4), TextStyle::kBodyBold, ui.palette.text, ui.tr(feeling.word));
  if (!rating.wish.empty())
    draw_wrapped(ui, rest, TextStyle::kBody, ui.palette.text, "“" + rating.wish + "”");
}

std::optional<FeedbackIntent> draw_results(Ui& ui, Box content, const FeedbackModel& model) {
  std::optional<FeedbackIntent> intent;
  Box left = content.cut_left((content.w - 24) / 2, 24);
  if (!model.feedback.too_short && model.listening) {
    draw_wait(
        ui, left, listening_in_words(ui, model),
        ui.tr("Then you see here what went well, and one thing to try. What is exact is there already."),
        model.judging_percent.has_value(), model.judging_percent.value_or(0));
  } else if (!model.feedback.too_short) {
    draw_strengths(ui, left, model.feedback);
    if (model.feedback.next) intent = draw_next(ui, left, *model.feedback.next);
    if (!model.facts.sound && model.feedback.lack)
      draw_wait(ui, left, ui.tr("The voice isn't judged yet"), ui.tr(*model.feedback.lack), false, 0);
  } else {
    const std::string words =
        ui.tr("This rehearsal was too short to say something useful about it. Try a minute or two.");
    const float height = words_height(ui, TextStyle::kBody, words, left.w - kAccent - 2 * kInside);
    Box rest = accented_card(ui, left.cut_top(2 * 18 + kTitle + 8 + height, 16), ui.palette.good);
    draw_title(ui, rest, icons::kThumb, ui.palette.chip_good.text, ui.tr("A first try"));
    draw_wrapped(ui, rest, TextStyle::kBody, ui.palette.text, words);
  }
  draw_own_view(ui, left, *model.rating);
  if (auto other = draw_take_times(ui, content, model)) intent = other;
  return intent;
}

}  // namespace

std::optional<FeedbackIntent> draw_feedback(Ui& ui, const FeedbackModel& model, FeedbackView& view) {
  const ScreenScope screen(ui, "feedback");
  ui.widgets.note("feedback.state", model.problem   ? "problem"
                                    : model.opening ? "opening"
                                    : model.rating  ? (model.saving ? "saving" : "results")
                                                    : "rating");
  const bool tells = model.rating && !model.listening && model.feedback.next;
  ui.widgets.note("feedback.next", tells ? model.feedback.next->rule : "");
  ui.widgets.note("feedback.sound", model.listening       ? "judging"
                                    : !model.facts.sound  ? "unknown"
                                    : model.feedback.lack ? "lack"
                                                          : "told");
  std::optional<FeedbackIntent> intent = draw_header(ui, model);
  Box content = ui.area;
  content.cut_top(Metrics::kHeaderHeight);
  content = content.inset(ui.area.w < 1200 ? Metrics::kScreenPadding : kSidePadding, 26);
  if (model.problem || model.opening) {
    const std::string words =
        model.problem ? ui.tr(*model.problem) : std::string(ui.tr("Opening the recording…"));
    draw_wrapped(ui, content.centred(560, wrapped_height(ui, TextStyle::kBody, words, 560)), TextStyle::kBody,
                 ui.palette.text, words);
    return intent;
  }
  if (!model.rating && model.judging_percent) {
    const std::string words = listening_in_words(ui, model);
    draw_text_in(ui, content.cut_bottom(20, 8), TextStyle::kCaption, ui.palette.mute, words, Align::kRight);
  }
  const auto other =
      model.rating ? draw_results(ui, content, model) : draw_self_rating(ui, content, model, view);
  return other ? other : intent;
}

}  // namespace gladi
