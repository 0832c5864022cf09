#include "ui/screens/review/review_screen.h"

#include <algorithm>
#include <cmath>

#include "studio/text/format.h"
#include "ui/theme/icons.h"
#include "ui/widgets/header_buttons.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

struct StateChip {
  std::string text;
  ChipLook look;
};

StateChip state_of(const Ui& ui, const ReviewModel& model) {
  if (model.saving_share >= 0) {
    return {ui.tr("Being saved… {0} %", {std::to_string(static_cast<int>(model.saving_share * 100))}),
            ChipLook::kNeutral};
  }
  if (model.state == SessionState::kRecovered) return {ui.tr("Cut off · rescued"), ChipLook::kBad};
  if (model.trainer && !model.finished && !model.scores.empty())
    return {ui.tr("Not handed in yet"), ChipLook::kWarn};
  if (model.comments.empty()) return {ui.tr("No comment yet"), ChipLook::kWarn};
  return {ui.tr_n("{0} comment", "{0} comments", static_cast<int64_t>(model.comments.size())),
          ChipLook::kGood};
}

std::optional<ReviewIntent> draw_header(Ui& ui, const ReviewModel& model) {
  std::optional<ReviewIntent> intent;
  Box rest = header(ui);
  if (back_button(ui, "review", rest, ui.tr("Recordings"))) intent = review::GoBack{};
  if (next_person_button(ui, "review", rest, model.next_name, ButtonLook::kPrimary))
    intent = review::NextPerson{};
  if (model.trainer) {
    const ButtonSpec finish{.label = model.finished ? ui.tr("Review again") : ui.tr("Hand in review"),
                            .icon = model.finished ? icons::kEdit : icons::kCheck,
                            .look = model.finished ? ButtonLook::kNormal : ButtonLook::kPrimary,
                            .enabled = !model.read_only && !model.comment_pending,
                            .tooltip = model.finished
                                           ? ui.tr("The trainee sees it; take it back to change it")
                                           : ui.tr("From then on the trainee sees what you wrote")};
    if (header_button(ui, "review.finish", rest, finish)) intent = review::FinishReview{!model.finished};
  }
  const ButtonSpec share{.label = ui.area.w < 1500 ? "" : ui.tr("Share"),
                         .icon = icons::kShare,
                         .key = cap_of(ui, Key::kShare),
                         .enabled = !model.opening && !model.person_name.empty(),
                         .tooltip = ui.tr("Share this recording: clip, page, sheet, USB stick")};
  if (header_button(ui, "review.share", rest, share) || (share.enabled && key_pressed(Key::kShare))) {
    intent = review::Share{};
  }
  if (!model.trainer) {
    const ButtonSpec again{
        .label = ui.area.w < 1200 && !model.next_name.empty() ? "" : ui.tr("Rehearse again"),
        .icon = icons::kRecord,
        .look = model.next_name.empty() ? ButtonLook::kPrimary : ButtonLook::kNormal,
        .tooltip = ui.tr("Rehearse again")};
    if (header_button(ui, "review.again", rest, again)) intent = review::RehearseAgain{};
    const ButtonSpec results{.label = ui.area.w < 1200 ? "" : ui.tr("How it went"),
                             .icon = icons::kTarget,
                             .key = cap_of(ui, Key::kResults),
                             .tooltip = ui.tr("How it went")};
    if (header_button(ui, "review.results", rest, results) || key_pressed(Key::kResults))
      intent = review::SeeResults{};
  }
  const ButtonSpec compare{.label = "",
                           .icon = icons::kCompare,
                           .key = cap_of(ui, Key::kCompareTakes),
                           .tooltip = ui.tr("Compare with another take")};
  if (header_button(ui, "review.compare", rest, compare) || key_pressed(Key::kCompareTakes))
    intent = review::Compare{};
  if (model.opening && model.person_name.empty()) return intent;
  const std::string title = model.person_name + " · " + model.title.in(ui.language());
  const std::string date = format_date_time(model.started_at, ui.language());
  const StateChip state = state_of(ui, model);
  const float date_width = text_size(ui, TextStyle::kBody, date).w;
  const float chip_room = chip_width(ui, state.text);
  const float title_width =
      std::min(text_size(ui, TextStyle::kTitle, title).w + 4, std::max(120.0F, rest.w - chip_room - 18));
  draw_text_in(ui, rest.cut_left(title_width, 18), TextStyle::kTitle, ui.palette.text, title);
  // On a narrow screen the date gives way first.
  if (rest.w >= date_width + chip_room + 18) {
    draw_text_in(ui, rest.cut_left(date_width + 4, 18), TextStyle::kBody, ui.palette.mute, date);
  }
  if (rest.w >= chip_room) chip(ui, rest.x, rest.middle_y() - kChipHeight / 2, state.text, state.look);
  return intent;
}

// "27 / 45": only a trainer sees it.
std::string sum_of(const ReviewModel& model) {
  int sum = 0;
  size_t most = 0;
  for (const Criterion& criterion : model.rubric.criteria) most += criterion.levels.size();
  for (const Score& score : model.scores) sum += score.level;
  return std::to_string(sum) + " / " + std::to_string(most);
}

// The rubric, or what ran when.
void draw_tabs(Ui& ui, Box row, const ReviewModel& model, ReviewView& view) {
  if (model.trainer) {
    const ButtonSpec choose{.label = "",
                            .icon = model.choice.faulty() ? icons::kWarning : icons::kSettings,
                            .tooltip = ui.tr("Another rubric (Ctrl+R)")};
    if (button(ui, "review.rubrics", row.cut_right(Metrics::kSmallButtonHeight, 8), choose) ||
        key_pressed(Key::kRubrics))
      view.choosing_rubric = true;
  }
  const float half = (row.w - 8) / 2;
  for (const bool scoring : {true, false}) {
    const ButtonSpec tab{.label = !scoring        ? std::string(ui.tr("What ran when"))
                                  : model.trainer ? ui.tr("Rubric {0}", {sum_of(model)})
                                                  : std::string(ui.tr("Rubric")),
                         .look = view.scoring == scoring ? ButtonLook::kPrimary : ButtonLook::kNormal};
    if (button(ui, scoring ? "review.tab.rubric" : "review.tab.as_run", row.cut_left(half, 8), tab))
      view.scoring = scoring;
  }
}

void draw_picture(Ui& ui, const Box& box, const ReviewModel& model) {
  picture(ui, box, model.picture, {.fit = PictureFit::kWhole});
  if (model.picture && !model.problem) return;
  const std::string words =
      model.problem ? ui.tr(*model.problem) : std::string(ui.tr("Opening the recording…"));
  const Box inner = box.inset(18);
  const float height = wrapped_height(ui, TextStyle::kBody, words, inner.w);
  draw_wrapped(ui, {inner.x, inner.middle_y() - height / 2, inner.w, height}, TextStyle::kBody,
               kDarkPalette.text, words);
}

// Why a trainee doesn't see what her trainer wrote: she judges herself first.
std::optional<ReviewIntent> draw_waiting(Ui& ui, Box& side) {
  const std::string words = ui.tr(
      "Your trainer has reviewed this rehearsal. First say how you found it yourself, then you see it.");
  const float height = wrapped_height(ui, TextStyle::kBody, words, side.w - 32);
  const Box box = side.cut_top(height + 28 + Metrics::kSmallButtonHeight + 12, 12);
  card(ui, box, ui.palette.notice.fill, ui.palette.notice.fill);
  Box inner = box.inset(16, 14);
  draw_wrapped(ui, inner.cut_top(height, 12), TextStyle::kBody, ui.palette.notice.text, words);
  const ButtonSpec rate{.label = ui.tr("Say how I found it"), .look = ButtonLook::kPrimary};
  if (button(ui, "review.rate_first", inner.cut_top(Metrics::kSmallButtonHeight), rate))
    return review::SeeResults{};
  return {};
}

std::optional<ReviewIntent> draw_delete_sheet(Ui& ui, const ReviewModel& model, ReviewView& view) {
  std::optional<ReviewIntent> intent;
  SheetScope sheet(ui, "review.deleting", ui.tr("Delete this comment?"), 180);
  if (sheet.closed()) view.deleting.clear();
  if (!sheet.open()) return intent;
  Box content = sheet.box();
  Box row = content.cut_bottom(Metrics::kButtonHeight, 12);
  for (const ReviewComment& comment : model.comments) {
    if (comment.comment.id != view.deleting) continue;
    draw_text_in(ui, content.cut_top(24), TextStyle::kBody, ui.palette.mute,
                 "“" + comment.comment.text + "”");
  }
  const ButtonSpec remove{.label = ui.tr("Delete"), .icon = icons::kDelete, .look = ButtonLook::kRed};
  const ButtonSpec keep{.label = ui.tr("Keep"), .key = "Esc"};
  if (button(ui, "review.deleting.yes", row.cut_right(button_width(ui, remove), 12), remove)) {
    intent = review::RemoveComment{view.deleting};
    view.deleting.clear();
  }
  if (button(ui, "review.deleting.no", row.cut_right(button_width(ui, keep)), keep)) view.deleting.clear();
  return intent;
}

// The picture fills the screen; below it the timeline, lower.
std::optional<ReviewIntent> draw_large(Ui& ui, const ReviewModel& model, ReviewView& view) {
  Box content = ui.area;
  const Box timeline = content.cut_bottom(timeline_height(true));
  draw_picture(ui, content, model);
  if (key_pressed(Key::kBack)) return review::SetLarge{false};
  return draw_timeline(ui, timeline, model, view);
}

void note_state(Ui& ui, const ReviewModel& model) {
  ui.widgets.note("review.state", model.problem          ? "problem"
                                  : model.opening        ? "opening"
                                  : model.player.playing ? "playing"
                                  : model.player.at_end  ? "ended"
                                                         : "paused");
  ui.widgets.note("review.position_ms", std::to_string(model.player.position.ms()));
  ui.widgets.note("review.seeking", model.player.seeking ? "yes" : "no");
  ui.widgets.note("review.comments", std::to_string(model.comments.size()));
  ui.widgets.note("review.waveform", model.timeline.waveform ? "there" : "none");
  ui.widgets.note("review.preview", model.timeline.preview ? "there" : "none");
  ui.widgets.note("review.speed", std::to_string(std::lround(model.player.speed * 100)));
  ui.widgets.note("review.backwards", std::to_string(std::lround(model.player.backwards_speed * 100)));
  ui.widgets.note("review.volume", model.muted ? "off" : std::to_string(std::lround(model.volume * 100)));
  ui.widgets.note("review.loop_ms", model.player.loop ? std::to_string(model.player.loop->begin.ms()) + " " +
                                                            std::to_string(model.player.loop->end.ms())
                                                      : "none");
  ui.widgets.note("review.projecting", model.projecting == ReviewModel::Projecting::kOn ? "on" : "off");
}

}  // namespace

std::optional<ReviewIntent> draw_review(Ui& ui, const ReviewModel& model, ReviewView& view) {
  const ScreenScope screen(ui, "review", ScreenScope::Keyboard::kShortcuts);
  note_state(ui, model);
  ui.widgets.note("review.zoom", std::to_string(std::lround(view.timeline.span.zoom() * 100)));
  ui.widgets.note("review.picture", view.large ? "large" : "small");
  if (view.large) return draw_large(ui, model, view);
  std::optional<ReviewIntent> intent = draw_header(ui, model);
  const auto take = [&intent](std::optional<ReviewIntent> other) {
    if (other) intent = std::move(other);
  };
  Box content = ui.area;
  content.cut_top(Metrics::kHeaderHeight);
  content = content.inset(Metrics::kScreenPadding);
  const Box timeline = content.cut_bottom(timeline_height(false), Metrics::kScreenPadding);

  // The picture takes its own shape; what is beside it shares the rest.
  const float shape =
      model.picture ? static_cast<float>(model.picture.width_px) / static_cast<float>(model.picture.height_px)
                    : 9.0F / 16;
  const float picture_width = std::min(content.h * shape, content.w * 0.45F);
  draw_picture(ui, content.cut_left(picture_width, Metrics::kScreenPadding), model);
  const bool scores =
      model.trainer ? !model.rubric.criteria.empty() || model.choice.faulty() : !model.given.empty();
  Box side = content.cut_right(content.w > 860 ? 400 : scores ? 330 : 270, Metrics::kScreenPadding);
  if (model.rating_first && model.waiting > 0) take(draw_waiting(ui, side));
  take(draw_comments(ui, content, model, view));
  if (scores) draw_tabs(ui, side.cut_top(Metrics::kSmallButtonHeight, 8), model, view);
  if (!scores || !view.scoring) {
    take(draw_as_run(ui, side, model));
  } else {
    take(model.trainer ? draw_rubric(ui, side, model, view) : draw_given_scores(ui, side, model));
  }
  take(draw_timeline(ui, timeline, model, view));
  if (!view.deleting.empty()) take(draw_delete_sheet(ui, model, view));
  if (view.choosing_rubric) take(draw_rubric_sheet(ui, model, view));
  return intent;
}

}  // namespace gladi
