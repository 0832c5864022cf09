#include "ui/screens/review/review_screen.h"

#include <algorithm>
#include <cmath>

#include "studio/text/format.h"
#include "ui/screens/review/comment_draft.h"
#include "ui/theme/icons.h"
#include "ui/widgets/header_buttons.h"
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
  if (model.comments.empty() && model.waiting > 0)
    return {ui.tr_n("{0} review waits", "{0} reviews wait", model.waiting), ChipLook::kWarn};
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
  // Beside less than this of the title the chip isn't drawn; then it takes no room either.
  const bool chip_fits = rest.w - chip_room - 18 >= 120;
  const float title_width =
      std::min(text_size(ui, TextStyle::kTitle, title).w + 4, chip_fits ? rest.w - chip_room - 18 : rest.w);
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

bool has_scores(const ReviewModel& model) {
  return model.trainer ? !model.rubric.criteria.empty() || model.choice.faulty() : !model.given.empty();
}

// What can stand at the side, as tabs: words where they fit, else their pictures.
void draw_tabs(Ui& ui, Box row, const ReviewModel& model, ReviewView& view, SidePanel shown) {
  const bool scores = has_scores(model);
  if (scores && model.trainer) {
    const ButtonSpec choose{.label = "",
                            .icon = model.choice.faulty() ? icons::kWarning : icons::kSettings,
                            .tooltip = ui.tr("Another rubric (Ctrl+R)")};
    if (button(ui, "review.rubrics", row.cut_right(Metrics::kSmallButtonHeight, 8), choose) ||
        key_pressed(Key::kRubrics))
      view.choosing_rubric = true;
  }
  const auto told = std::count_if(model.measures.findings.begin(), model.measures.findings.end(),
                                  [](const ListedFinding& listed) { return !listed.dismissed; });
  struct Tab {
    SidePanel panel;
    const char* name;
    const char* icon;
    std::vector<std::string> labels;  // the longest that fits is shown
    const char* tooltip;
  };
  std::vector<Tab> tabs;
  if (scores) {
    Tab rubric{SidePanel::kRubric, "review.tab.rubric", icons::kThumb, {ui.tr("Rubric")}, ui.tr("Rubric")};
    if (model.trainer) rubric.labels.insert(rubric.labels.begin(), ui.tr("Rubric {0}", {sum_of(model)}));
    tabs.push_back(std::move(rubric));
  }
  const std::string findings = ui.tr("Findings");
  tabs.push_back({SidePanel::kAsRun,
                  "review.tab.as_run",
                  icons::kTime,
                  {ui.tr("What ran when")},
                  ui.tr("What ran when")});
  tabs.push_back({SidePanel::kFindings,
                  "review.tab.findings",
                  icons::kSearch,
                  {findings + " " + std::to_string(told), findings},
                  ui.tr("What was found in sound and picture")});
  const auto count = static_cast<float>(tabs.size());
  const float width = (row.w - 8 * (count - 1)) / count;
  for (const Tab& tab : tabs) {
    ButtonSpec spec{.look = shown == tab.panel ? ButtonLook::kPrimary : ButtonLook::kNormal,
                    .style = TextStyle::kLabelBold};
    for (const std::string& label : tab.labels) {
      spec.label = label;
      if (button_width(ui, spec, 6) <= width) break;
      spec.label.clear();
    }
    if (spec.label.empty()) {
      spec.icon = tab.icon;
      spec.tooltip = tab.tooltip;
    }
    if (button(ui, tab.name, row.cut_left(width, 8), spec)) view.panel = tab.panel;
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
      "Somebody has commented on this rehearsal. First say how you found it yourself, then you see it.");
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

// The picture fills the screen; below it the timeline, lower.
std::optional<ReviewIntent> draw_large(Ui& ui, const ReviewModel& model, ReviewView& view) {
  Box content = ui.area;
  const Box timeline = content.cut_bottom(timeline_height(view));
  draw_picture(ui, content, model);
  draw_drawings(ui, content, model, view);
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
  ui.widgets.note("review.unsaved", std::to_string(model.unsaved));
  ui.widgets.note("review.waveform", model.timeline.waveform ? "there" : "none");
  ui.widgets.note("review.preview", model.timeline.preview ? "there" : "none");
  ui.widgets.note("review.speed", std::to_string(std::lround(model.player.speed * 100)));
  ui.widgets.note("review.backwards", std::to_string(std::lround(model.player.backwards_speed * 100)));
  ui.widgets.note("review.volume", model.muted ? "off" : std::to_string(std::lround(model.volume * 100)));
  ui.widgets.note("review.loop_ms", model.player.loop ? std::to_string(model.player.loop->begin.ms()) + " " +
                                                            std::to_string(model.player.loop->end.ms())
                                                      : "none");
  ui.widgets.note("review.hearing", model.hearing.empty() ? "nothing" : model.hearing);
  ui.widgets.note("review.undo", model.can_undo ? "can" : "nothing");
  ui.widgets.note("review.findings", std::to_string(model.measures.findings.size()));
  ui.widgets.note("review.projecting", model.projecting == ReviewModel::Projecting::kOn ? "on" : "off");
}

}  // namespace

std::optional<ReviewIntent> draw_review(Ui& ui, const ReviewModel& model, ReviewView& view) {
  const ScreenScope screen(ui, "review", ScreenScope::Keyboard::kShortcuts);
  note_state(ui, model);
  ui.widgets.note("review.zoom", std::to_string(std::lround(view.timeline.span.zoom() * 100)));
  ui.widgets.note("review.finding", view.measures.finding.empty() ? "none" : view.measures.finding);
  ui.widgets.note("review.lanes", view.measures.open ? "open" : "folded");
  ui.widgets.note("review.picture", view.large ? "large" : "small");
  ui.widgets.note("review.draft", std::to_string(view.draft.text.size()));
  ui.widgets.note("review.strokes", std::to_string(view.draft.drawing.strokes.size()));
  if (view.large) return ask_before_leaving(ui, draw_large(ui, model, view), model, view);
  // Escape leaves the pen or the comment that is being changed, not the screen.
  if ((view.pen.on || !view.draft.of.empty()) && key_pressed(Key::kBack)) {
    // What was only written stays in the field.
    const bool drawn = !view.draft.drawing.empty() || !view.draft.of.empty();
    drawn ? drop_draft(view) : static_cast<void>(view.pen.on = false);
    take_key(Key::kBack);
  }
  std::optional<ReviewIntent> intent = draw_header(ui, model);
  const auto take = [&intent](std::optional<ReviewIntent> other) {
    if (other) intent = std::move(other);
  };
  Box content = ui.area;
  content.cut_top(Metrics::kHeaderHeight);
  content = content.inset(Metrics::kScreenPadding);
  const Box timeline = content.cut_bottom(timeline_height(view), Metrics::kScreenPadding);

  // The picture takes its own shape; what is beside it shares the rest.
  const float shape =
      model.picture ? static_cast<float>(model.picture.width_px) / static_cast<float>(model.picture.height_px)
                    : 9.0F / 16;
  const float picture_width = std::min(content.h * shape, content.w * 0.45F);
  const Box shown = content.cut_left(picture_width, Metrics::kScreenPadding);
  draw_picture(ui, shown, model);
  take(draw_drawings(ui, shown, model, view));
  const bool scores = has_scores(model);
  Box side = content.cut_right(content.w > 860 ? 400 : scores ? 330 : 270, Metrics::kScreenPadding);
  if (model.rating_first && model.waiting > 0) take(draw_waiting(ui, side));
  take(draw_comments(ui, content, model, view));
  // Scores may come a moment later: the choice stays.
  const SidePanel panel = !scores && view.panel == SidePanel::kRubric ? SidePanel::kAsRun : view.panel;
  draw_tabs(ui, side.cut_top(Metrics::kSmallButtonHeight, 8), model, view, panel);
  switch (panel) {
    case SidePanel::kRubric:
      take(model.trainer ? draw_rubric(ui, side, model, view) : draw_given_scores(ui, side, model));
      break;
    case SidePanel::kAsRun:
      take(draw_as_run(ui, side, model));
      break;
    case SidePanel::kFindings:
      take(draw_findings(ui, side, model, view));
      break;
  }
  take(finding_keys(model, view));
  take(draw_timeline(ui, timeline, model, view));
  if (view.choosing_rubric) take(draw_rubric_sheet(ui, model, view));
  if (view.new_words) take(draw_words_sheet(ui, model, view));
  if (model.speaking) take(draw_voice_sheet(ui, model));
  return ask_before_leaving(ui, std::move(intent), model, view);
}

}  // namespace gladi
