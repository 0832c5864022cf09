// The comments of a take, each with its moment, and the line to write a new one.
#include <imgui.h>

#include "studio/text/format.h"
#include "ui/screens/review/review_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kFieldPadding = 30;
constexpr float kRoomForKey = 420;  // a narrower row gives its room to what is written

std::optional<ReviewIntent> draw_comment(Ui& ui, const Box& row, const ReviewComment& comment,
                                         ReviewView& view) {
  std::optional<ReviewIntent> intent;
  const Palette& p = ui.palette;
  const std::string at = format_clock(comment.comment.at);
  const float time_width = chip_width(ui, at);
  const Box moment{row.x, row.y, time_width, kChipHeight};
  if (press_area(ui, "review.comment." + comment.comment.id, moment, kChipHeight / 2))
    intent = review::Seek{comment.comment.at};
  chip(ui, moment.x, moment.y, at, ChipLook::kNeutral);
  Box text{row.x + time_width + 10, row.y + 1, row.w - time_width - 10 - (comment.own ? 40 : 0), row.h};
  const float used = draw_wrapped(ui, text, TextStyle::kBody, p.text, comment.comment.text);
  draw_text_in(ui, {text.x, text.y + used, text.w, 18}, TextStyle::kCaption, p.mute, comment.author);
  if (comment.own) {
    const ButtonSpec remove{.label = "",
                            .icon = icons::kDelete,
                            .look = ButtonLook::kPlain,
                            .tooltip = ui.tr("Delete this comment")};
    if (button(ui, "review.delete." + comment.comment.id, {row.right() - 36, row.y - 4, 36, 34}, remove)) {
      view.deleting = comment.comment.id;
    }
  }
  return intent;
}

std::optional<ReviewIntent> draw_list(Ui& ui, const Box& area, const ReviewModel& model, ReviewView& view) {
  std::optional<ReviewIntent> intent;
  if (model.comments.empty()) {
    draw_wrapped(ui, area.inset(0, 6), TextStyle::kBody, ui.palette.mute,
                 ui.tr("No comment yet. Stop at a moment worth talking about and write what was good or what "
                       "could be better."));
    return intent;
  }
  ImGui::SetCursorScreenPos({area.x, area.y});
  ImGui::BeginChild("comments", {area.w, area.h}, false, ImGuiWindowFlags_NoBackground);
  float y = area.y + 4 - ImGui::GetScrollY();
  const float begin = y;
  for (const ReviewComment& comment : model.comments) {
    const float indent = chip_width(ui, format_clock(comment.comment.at)) + 10 + (comment.own ? 40 : 0) + 14;
    const float height = wrapped_height(ui, TextStyle::kBody, comment.comment.text, area.w - indent) + 26;
    if (auto other = draw_comment(ui, {area.x + 2, y, area.w - 16, height}, comment, view)) intent = other;
    y += height + 6;
  }
  ImGui::SetCursorScreenPos({area.x, begin});
  ImGui::Dummy({1, y - begin});
  ImGui::EndChild();
  return intent;
}

std::optional<ReviewIntent> draw_field(Ui& ui, Box row, const ReviewModel& model, ReviewView& view) {
  std::optional<ReviewIntent> intent;
  const ButtonSpec send{.label = ui.tr("Send"),
                        .icon = icons::kSend,
                        .key = row.w < kRoomForKey ? nullptr : "Enter",
                        .look = ButtonLook::kPrimary,
                        .enabled = !view.text.empty() && !model.comment_pending && !model.read_only};
  const Box send_box = row.cut_right(button_width(ui, send, 14), 8);
  const bool focus = view.focus_text || (key_pressed(Key::kComment) && !model.opening && !model.read_only);
  view.focus_text = false;
  bool entered = false;
  const char* key = cap_of(ui, Key::kComment);
  std::string hint = ui.tr("Comment at {0} … ({1})", {format_clock(model.player.position), key});
  if (text_size(ui, TextStyle::kBody, hint).w > row.w - kFieldPadding) hint = ui.tr("Comment ({0})", {key});
  const bool changed = text_field(ui, "review.text", row, hint, &view.text, focus, &entered);
  // The picture must not run away from what is being written about.
  if (changed && !view.typing) {
    view.typing = true;
    view.was_playing = model.player.playing;
    if (model.player.playing) intent = review::SetPlaying{false};
  }
  if (view.text.empty() && !ImGui::IsItemActive()) view.typing = false;
  const bool pressed = button(ui, "review.send", send_box, send);
  if ((entered || pressed) && send.enabled) {
    intent = review::AddComment{view.text, view.typing && view.was_playing};
    view.text.clear();
    view.typing = false;
  }
  return intent;
}

}  // namespace

std::optional<ReviewIntent> draw_comments(Ui& ui, const Box& box, const ReviewModel& model,
                                          ReviewView& view) {
  card(ui, box);
  Box inner = box.inset(18, 14);
  draw_text_in(ui, inner.cut_top(26, 8), TextStyle::kTitle, ui.palette.text, ui.tr("Comments"));
  const Box field = inner.cut_bottom(Metrics::kButtonHeight, 10);
  std::optional<ReviewIntent> intent = draw_list(ui, inner, model, view);
  if (auto other = draw_field(ui, field, model, view)) intent = other;
  return intent;
}

}  // namespace gladi
