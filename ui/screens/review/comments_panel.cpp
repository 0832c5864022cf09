// The comments of a take, each with its moment, what can be done with them, and the line to write a new one.
#include <imgui.h>

#include "studio/text/format.h"
#include "ui/screens/review/comment_draft.h"
#include "ui/screens/review/review_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kFootHeight = 30;  // of a comment: who wrote it, what can be done with it
constexpr float kIconButton = 36;
constexpr float kGap = 8;

std::string words_of(const Ui& ui, const Comment& comment) {
  if (!comment.text.empty()) return comment.text;
  return comment.voice ? ui.tr("A voice note") : ui.tr("A drawing");
}

class CommentList {
 public:
  CommentList(Ui& ui, const ReviewModel& model, ReviewView& view)
      : ui_(ui), model_(model), view_(view), here_(comment_here(model, false)) {}

  std::optional<ReviewIntent> draw(const Box& area) {
    ImGui::SetCursorScreenPos({area.x, area.y});
    ImGui::BeginChild("comments", {area.w, area.h}, false, ImGuiWindowFlags_NoBackground);
    float y = area.y + 4 - ImGui::GetScrollY();
    const float begin = y;
    for (const ReviewComment& comment : model_.comments) {
      const float height = height_of(comment, area.w - 14);
      if (&comment == here_ && view_.current != comment.comment.id) {
        view_.current = comment.comment.id;
        show(area, y, height);
      }
      draw_comment({area.x + 2, y, area.w - 14, height}, comment);
      y += height + kGap;
    }
    if (here_ == nullptr) view_.current.clear();
    ImGui::SetCursorScreenPos({area.x, begin});
    ImGui::Dummy({1, y - begin});
    ImGui::EndChild();
    return std::move(intent_);
  }

 private:
  float indent(const ReviewComment& comment) const {
    return chip_width(ui_, format_clock(comment.comment.at)) + 14;
  }
  float height_of(const ReviewComment& comment, float width) const {
    return wrapped_height(ui_, TextStyle::kBody, words_of(ui_, comment.comment), width - indent(comment)) +
           kFootHeight + 4;
  }
  // The list scrolls by itself only to what is played, and only where that can't be seen.
  void show(const Box& area, float y, float height) {
    if (y >= area.y && y + height <= area.bottom()) return;
    ImGui::SetScrollY(ImGui::GetScrollY() + y - area.y - (area.h - height) / 2);
  }

  void draw_comment(const Box& row, const ReviewComment& comment) {
    const Palette& p = ui_.palette;
    const std::string& id = comment.comment.id;
    if (&comment == here_) fill(ui_, {row.x - 2, row.y - 4, row.w + 4, row.h + 6}, p.raised, 10);
    const std::string at = format_clock(comment.comment.at);
    const float time_width = chip_width(ui_, at);
    const Box moment{row.x, row.y, time_width, kChipHeight};
    if (press_area(ui_, "review.comment." + id, moment, kChipHeight / 2))
      intent_ = review::Seek{comment.comment.at};
    chip(ui_, moment.x, moment.y, at, ChipLook::kNeutral);
    Box text{row.x + indent(comment), row.y + 1, row.w - indent(comment), row.h};
    draw_wrapped(ui_, text, TextStyle::kBody, p.text, words_of(ui_, comment.comment));
    Box foot = text.cut_bottom(kFootHeight + 3);
    if (comment.comment.voice) draw_voice(foot, comment);
    if (comment.own) draw_buttons(foot, comment);
    std::string who = comment.unsaved ? ui_.tr("Not saved yet") : comment.author;
    if (!comment.comment.drawing.empty()) who = std::string(icons::kDraw) + " " + who;
    if (comment.unsaved) who = std::string(icons::kWarning) + " " + who;
    draw_text_in(ui_, foot, TextStyle::kCaption, comment.unsaved ? p.chip_bad.text : p.mute, who);
  }

  void draw_voice(Box& foot, const ReviewComment& comment) {
    const bool heard = model_.hearing == comment.comment.id;
    const ButtonSpec spec{.label = format_clock(comment.comment.voice->length),
                          .icon = heard ? icons::kStop : icons::kPlay,
                          .key = &comment == here_ ? cap_of(ui_, Key::kListen) : nullptr,
                          .look = heard ? ButtonLook::kPrimary : ButtonLook::kNormal,
                          .style = TextStyle::kLabelBold,
                          .tooltip = heard ? ui_.tr("Stop the voice note") : ui_.tr("Hear the voice note")};
    const Box place = foot.cut_left(button_width(ui_, spec, 8), 10);
    if (button(ui_, "review.voice." + comment.comment.id, place, spec))
      intent_ = review::HearVoice{comment.comment.id};
  }

  void draw_buttons(Box& foot, const ReviewComment& comment) {
    const std::string& id = comment.comment.id;
    const bool usable = !model_.read_only && !model_.comment_pending;
    const ButtonSpec remove{.icon = icons::kDelete,
                            .look = ButtonLook::kPlain,
                            .style = TextStyle::kLabel,
                            .enabled = usable,
                            .tooltip = ui_.tr("Delete this comment")};
    if (button(ui_, "review.delete." + id, foot.cut_right(kIconButton), remove))
      intent_ = review::RemoveComment{id};
    ButtonSpec edit = remove;
    edit.icon = icons::kEdit;
    edit.tooltip = ui_.tr("Change this comment");
    if (button(ui_, "review.edit." + id, foot.cut_right(kIconButton), edit))
      intent_ = begin_edit(model_, view_, comment);
    if (!comment.unsaved) return;
    ButtonSpec again = remove;
    again.icon = icons::kRedo;
    again.tooltip = ui_.tr("Save it once more");
    if (button(ui_, "review.save_again." + id, foot.cut_right(kIconButton), again))
      intent_ = review::SaveAgain{};
  }

  Ui& ui_;
  const ReviewModel& model_;
  ReviewView& view_;
  const ReviewComment* const here_;
  std::optional<ReviewIntent> intent_;
};

// What was given up in the field was done last.
std::optional<ReviewIntent> undo_last(ReviewView& view) {
  if (!may_take_back(view)) return review::UndoComment{};
  take_back(view);
  return review::PauseAt{view.draft.at};
}

// The title, and beside it how to take back what was done last.
std::optional<ReviewIntent> draw_title(Ui& ui, Box row, const ReviewModel& model, ReviewView& view) {
  std::optional<ReviewIntent> intent;
  if (model.can_undo || model.can_redo || may_take_back(view)) {
    ButtonSpec undo{.label = ui.tr("Undo"),
                    .icon = icons::kUndo,
                    .key = cap_of(ui, Key::kUndo),
                    .style = TextStyle::kLabelBold,
                    .enabled = model.can_undo || may_take_back(view),
                    .tooltip = ui.tr("Undo")};
    const float title = text_size(ui, TextStyle::kTitle, ui.tr("Comments")).w;
    if (title + button_width(ui, undo, 10) + 16 > row.w) undo.label.clear();
    const Box place = row.cut_right(button_width(ui, undo, 10), 10);
    if (button(ui, "review.undo", {place.x, place.y - 4, place.w, 34}, undo)) intent = undo_last(view);
  }
  draw_text_in(ui, row, TextStyle::kTitle, ui.palette.text, ui.tr("Comments"));
  return intent;
}

std::optional<ReviewIntent> comment_keys(const ReviewModel& model, ReviewView& view) {
  if (model.opening || model.problem || model.read_only || view.pen.on) return {};
  if ((model.can_undo || may_take_back(view)) && key_pressed(Key::kUndo)) return undo_last(view);
  if (model.can_redo && key_pressed(Key::kRedo)) return review::RedoComment{};
  if (key_pressed(Key::kListen)) {
    const ReviewComment* spoken = comment_here(model, false);
    if (spoken != nullptr && spoken->comment.voice) return review::HearVoice{spoken->comment.id};
  }
  const ReviewComment* here = comment_here(model, true);
  if (here == nullptr || model.comment_pending) return {};
  if (key_pressed(Key::kEditComment)) return begin_edit(model, view, *here);
  if (key_pressed(Key::kDeleteComment)) return review::RemoveComment{here->comment.id};
  return {};
}

}  // namespace

std::optional<ReviewIntent> draw_comments(Ui& ui, const Box& box, const ReviewModel& model,
                                          ReviewView& view) {
  card(ui, box);
  Box inner = box.inset(18, 14);
  std::optional<ReviewIntent> intent = draw_title(ui, inner.cut_top(26, 8), model, view);
  const auto take = [&intent](std::optional<ReviewIntent> other) {
    if (other) intent = std::move(other);
  };
  take(comment_keys(model, view));
  const Box below = inner.cut_bottom(quick_words_height(ui, inner.w, model), 8);
  take(view.pen.on ? draw_pen_tools(ui, below, model, view) : draw_quick_words(ui, below, model, view));
  const Box field = inner.cut_bottom(Metrics::kButtonHeight, 10);
  if (model.comments.empty()) {
    draw_wrapped(ui, inner.inset(0, 6), TextStyle::kBody, ui.palette.mute,
                 ui.tr("No comment yet. Stop at a moment worth talking about and write what was good or what "
                       "could be better."));
  } else {
    take(CommentList(ui, model, view).draw(inner));
  }
  take(draw_comment_field(ui, field, model, view));
  // What was given up before something else was done is over.
  if (intent && (std::holds_alternative<review::AddComment>(*intent) ||
                 std::holds_alternative<review::RemoveComment>(*intent)))
    view.dropped.reset();
  return intent;
}

}  // namespace gladi
