// The line to write a comment in, and what else it may be made of: a drawing, the reviewer's voice.
#include <SDL2/SDL_scancode.h>
#include <imgui.h>
#include <imgui_internal.h>

#include "studio/text/format.h"
#include "ui/screens/review/comment_draft.h"
#include "ui/screens/review/review_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kFieldPadding = 30;
constexpr float kRoomForKeys = 480;  // a narrower row gives its room to what is written

std::string hint_of(const Ui& ui, const ReviewModel& model, const ReviewView& view, float width) {
  const char* key = cap_of(ui, Key::kComment);
  const MediaTime at = view.draft.drawing.empty() ? model.player.position : view.draft.at;
  std::string hint = view.draft.of.empty() ? ui.tr("Comment at {0} … ({1})", {format_clock(at), key})
                                           : std::string(ui.tr("Your comment, in other words"));
  if (text_size(ui, TextStyle::kBody, hint).w <= width - kFieldPadding) return hint;
  const std::string shorter = ui.tr("Comment ({0})", {key});
  const bool fits = text_size(ui, TextStyle::kBody, shorter).w <= width - kFieldPadding;
  return fits ? shorter : std::string(ui.tr("Comments"));
}

// ImGui marks everything when a field is given the keyboard: the next letter would replace a whole comment.
void put_cursor_at_end() {
  ImGuiInputTextState* state = ImGui::GetInputTextState(ImGui::GetActiveID());
  if (state == nullptr) return;
  state->Stb.cursor = state->Stb.select_start = state->Stb.select_end = state->CurLenW;
}

// What is being written is about another moment than the one that is shown: which, and the way there.
std::optional<ReviewIntent> draw_moment(Ui& ui, Box& row, const ReviewModel& model, const ReviewView& view) {
  const bool kept = !view.draft.empty() || !view.draft.of.empty();
  if (!kept || !is_away(model, view.draft)) return {};
  const std::string at = format_clock(view.draft.at);
  const Box place = row.cut_left(chip_width(ui, at), 8);
  const Box moment{place.x, place.middle_y() - kChipHeight / 2, place.w, kChipHeight};
  const bool pressed = press_area(ui, "review.draft_moment", moment, kChipHeight / 2);
  chip(ui, moment.x, moment.y, at, ChipLook::kWarn);
  if (pressed) return review::PauseAt{view.draft.at};
  return {};
}

// Escape was pressed while the field had the keyboard.
bool left_by_escape() {
  return ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(SDL_SCANCODE_ESCAPE, false);
}

}  // namespace

std::optional<ReviewIntent> draw_comment_field(Ui& ui, Box row, const ReviewModel& model, ReviewView& view) {
  std::optional<ReviewIntent> intent;
  const bool usable = !model.opening && !model.problem && !model.read_only;
  const bool editing = !view.draft.of.empty();
  const bool keys = row.w >= kRoomForKeys;
  const ButtonSpec send{.label = editing ? ui.tr("Save") : ui.tr("Send"),
                        .icon = editing ? icons::kCheck : icons::kSend,
                        .key = keys ? "Enter" : nullptr,
                        .look = ButtonLook::kPrimary,
                        .enabled = may_send(model, view)};
  const Box send_box = row.cut_right(button_width(ui, send, 14), 8);
  const ButtonSpec draw{.icon = icons::kDraw,
                        .key = keys ? cap_of(ui, Key::kDraw) : nullptr,
                        .look = view.pen.on ? ButtonLook::kPrimary : ButtonLook::kNormal,
                        .enabled = usable,
                        .tooltip = ui.tr("Draw on the picture")};
  const Box draw_box = row.cut_right(button_width(ui, draw, 10), 8);
  const ButtonSpec speak{.icon = icons::kMicrophone,
                         .key = keys ? cap_of(ui, Key::kVoiceNote) : nullptr,
                         .enabled = usable && !editing && !model.comment_pending,
                         .tooltip = ui.tr("Speak a comment")};
  const Box speak_box = row.cut_right(button_width(ui, speak, 10), 8);
  const bool focus = view.focus_text || (key_pressed(Key::kComment) && usable);
  view.focus_text = false;
  if (auto there = draw_moment(ui, row, model, view)) intent = std::move(there);
  const bool fresh = view.draft.empty() && !editing;
  const std::string before = view.draft.text;
  bool entered = false;
  bool changed = text_field(ui, "review.text", row, hint_of(ui, model, view, row.w), &view.draft.text, focus,
                            &entered, Comment::kMostLetters);
  const bool active = ImGui::IsItemActive();
  if (ImGui::IsItemActivated() && editing) put_cursor_at_end();
  if (left_by_escape()) {
    // Leaves the field; ImGui would take away what was typed.
    view.draft.text = before;
    changed = false;
    if (editing && !view.draft.changed) drop_draft(view);
  }
  view.draft.changed = view.draft.changed || changed;
  if (changed) intent = begin_draft(model, view);
  if (changed && fresh) view.draft.at = model.player.position;
  if (view.draft.empty() && !active && !view.pen.on && !editing)
    view.draft.begun = view.draft.changed = false;
  if (button(ui, "review.draw", draw_box, draw) || (draw.enabled && key_pressed(Key::kDraw))) {
    view.pen.on = !view.pen.on;
    view.pen.stroke.reset();
    if (view.pen.on) intent = begin_draft(model, view);
  }
  if (button(ui, "review.speak", speak_box, speak) || (speak.enabled && key_pressed(Key::kVoiceNote)))
    intent = review::SpeakComment{};
  const bool pressed = button(ui, "review.send", send_box, send);
  if ((entered || pressed) && send.enabled) intent = send_draft(model, view);
  return intent;
}

}  // namespace gladi
