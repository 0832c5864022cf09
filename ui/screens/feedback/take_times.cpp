// The numbers of a take as pictures: time per product, answers, her voice. Each leads to its moment.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/screens/feedback/feedback_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kTitle = 28;
constexpr float kRow = 36;
constexpr float kPlanned = 18, kRan = 10;  // heights of the bars

MediaTime whole_seconds(MediaTime t) {
  return MediaTime::from_ms((t.ms() + 500) / 1000 * 1000);
}

// In words too: a colour alone says nothing to many.
std::string words_of(const Ui& ui, const SegmentFact& segment) {
  const MediaTime off = whole_seconds(segment.ran) - segment.planned;
  switch (against_plan(segment)) {
    case AgainstPlan::kNeverRan:
      return ui.tr("never shown");
    case AgainstPlan::kOnTime:
      return ui.tr("as planned");
    case AgainstPlan::kLonger:
      return ui.tr("{0} more", {format_clock(off)});
    case AgainstPlan::kShorter:
      break;
  }
  return ui.tr("{0} less", {format_clock(MediaTime{} - off)});
}

std::optional<FeedbackIntent> draw_row(Ui& ui, Box row, const SegmentFact& segment, MediaTime longest,
                                       float words_width) {
  const Palette& p = ui.palette;
  bool hovered = false;
  const bool pressed = segment.first && press_area(ui, "feedback.segment." + std::to_string(segment.segment),
                                                   row, 8, &hovered);
  if (hovered) fill(ui, row, p.raised, 8);
  row = row.inset(8, 0);
  draw_text_in(ui, row.cut_left(std::min(190.0F, row.w * 0.3F), 12), TextStyle::kLabel, p.text,
               segment.title.in(ui.language()));
  draw_text_in(ui, row.cut_right(words_width, 12), TextStyle::kLabel, p.mute, words_of(ui, segment),
               Align::kRight);
  const auto width = [&](MediaTime t) {
    return row.w * static_cast<float>(t.seconds() / std::max(longest.seconds(), 1.0));
  };
  const float planned = width(segment.planned), ran = width(segment.ran);
  if (planned > 0) fill(ui, {row.x, row.middle_y() - kPlanned / 2, planned, kPlanned}, p.track, 5);
  const bool longer = against_plan(segment) == AgainstPlan::kLonger;
  if (segment.first) {
    fill(ui, {row.x, row.middle_y() - kRan / 2, std::max(ran, kRan), kRan}, longer ? p.warn : p.primary.fill,
         4);
  }
  if (pressed) return feedback::Watch{segment.first};
  return {};
}

void draw_legend(Ui& ui, Box line) {
  const auto entry = [&](Rgba colour, const std::string& words) {
    fill(ui, {line.x, line.middle_y() - 4, 18, 8}, colour, 3);
    line.cut_left(24);
    line.cut_left(draw_text_in(ui, line, TextStyle::kCaption, ui.palette.mute, words), 18);
  };
  entry(ui.palette.track, ui.tr("planned"));
  entry(ui.palette.primary.fill, ui.tr("really"));
  entry(ui.palette.warn, ui.tr("longer than planned"));
}

std::optional<FeedbackIntent> draw_segments(Ui& ui, Box box, const TakeFacts& facts) {
  std::optional<FeedbackIntent> intent;
  MediaTime longest;
  float words = 0;
  for (const SegmentFact& segment : facts.segments) {
    longest = std::max({longest, segment.planned, segment.ran});
    words = std::max(words, text_size(ui, TextStyle::kLabel, words_of(ui, segment)).w + 2);
  }
  ImGui::SetCursorScreenPos({box.x, box.y});
  ImGui::BeginChild("segments", {box.w, box.h}, false, ImGuiWindowFlags_NoBackground);
  const auto rows = static_cast<float>(facts.segments.size());
  const float scroll_bar = rows * kRow > box.h ? 14.0F : 0.0F;
  Box rest{box.x, box.y - ImGui::GetScrollY(), box.w - scroll_bar, rows * kRow};
  for (const SegmentFact& segment : facts.segments) {
    if (auto other = draw_row(ui, rest.cut_top(kRow), segment, longest, words)) intent = other;
  }
  ImGui::SetCursorScreenPos({box.x, box.y - ImGui::GetScrollY()});
  ImGui::Dummy({1, rows * kRow});
  ImGui::EndChild();
  return intent;
}

std::string answers_in_words(const Ui& ui, const ReplyFacts& replies) {
  const std::vector<std::string> counts = {std::to_string(replies.answered), std::to_string(replies.asked)};
  if (!replies.median) return ui.tr("{0} of {1} questions answered", counts);
  const std::string seconds = std::to_string((replies.median->ms() + 500) / 1000);
  if (replies.answered == 1)
    return ui.tr("{0} of {1} questions answered, within {2} seconds", {counts[0], counts[1], seconds});
  return ui.tr("{0} of {1} questions answered, half of them within {2} seconds",
               {counts[0], counts[1], seconds});
}

std::string replies_in_words(const Ui& ui, const ReplyFacts& replies) {
  if (replies.asked == 0 && replies.too_late > 0)
    return ui.tr("Questions came only at the very end: there was no time for an answer.");
  if (replies.asked == 0) return ui.tr("Nobody asked anything in this take.");
  std::string words = answers_in_words(ui, replies);
  if (replies.too_late == 0) return words;
  // Who counts the questions that she saw must find them all.
  return words + ". " +
         ui.tr_n("{0} more came at the very end and doesn't count.",
                 "{0} more came at the very end and don't count.", static_cast<int64_t>(replies.too_late));
}

}  // namespace

std::optional<FeedbackIntent> draw_take_times(Ui& ui, const Box& box, const FeedbackModel& model) {
  std::optional<FeedbackIntent> intent;
  const auto take = [&intent](std::optional<FeedbackIntent> other) {
    if (other) intent = std::move(other);
  };
  const Palette& p = ui.palette;
  const TakeFacts& facts = model.facts;
  card(ui, box);
  Box rest = box.inset(24, 20);
  const auto title = [&](const char* words) {
    draw_text_in(ui, rest.cut_top(kTitle, 8), TextStyle::kTitle, p.text, words);
  };
  const std::string replies = replies_in_words(ui, facts.replies);
  const float replies_height = wrapped_height(ui, TextStyle::kBody, replies, rest.w);
  const float questions = kTitle + 8 + replies_height + 18;
  const float rows = static_cast<float>(facts.segments.size()) * kRow;
  // The list scrolls, the plot gets lower: two rows are seen wherever there is room for them.
  const float others = kTitle + 8 + 4 + 20 + 18 + questions + kTitle + 8;
  const float voice = voice_panel_height(model, rest.h - others - std::min(rows, 2 * kRow));
  const float room = std::max(kRow, rest.h - others - voice);
  title(ui.tr("Time per product"));
  take(draw_segments(ui, rest.cut_top(std::min(rows, std::floor(room / kRow) * kRow), 4), facts));
  draw_legend(ui, rest.cut_top(20, 18));
  title(ui.tr("Questions of the viewers"));
  draw_wrapped(ui, rest.cut_top(replies_height, 18), TextStyle::kBody, p.text, replies);
  title(ui.tr("Voice through the rehearsal"));
  take(draw_voice_panel(ui, rest.cut_top(voice), model));
  return intent;
}

}  // namespace gladi
