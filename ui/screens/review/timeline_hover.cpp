#include "ui/screens/review/timeline_hover.h"

#include <algorithm>
#include <cmath>

#include "studio/text/format.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kPictureHeight = 160;
constexpr float kWordsWidth = 240;
constexpr float kTimeLine = 24;
constexpr float kPadding = 8;
constexpr float kAbove = 8;
constexpr MediaTime kLeastPointed = MediaTime::from_ms(500);

// What happened there: the mark, else what is missing, else that it was quiet.
std::string words_at(const Ui& ui, MediaTime at, const ReviewModel& model, const TimelineMark* mark) {
  if (mark != nullptr) return mark->words;
  for (const MissingStretch& missing : model.timeline.missing) {
    // A short one is as wide as the mouse can point at.
    if (at >= missing.where.from && at < std::max(missing.where.to, missing.where.from + kLeastPointed))
      return missing.words;
  }
  for (const TakeStretch& quiet : model.timeline.quiet) {
    if (at < quiet.from || at >= quiet.to) continue;
    return ui.tr("quiet {0} s", {std::to_string(std::lround((quiet.to - quiet.from).seconds()))});
  }
  return {};
}

}  // namespace

void draw_hover_card(Ui& ui, ImVec2 tip, MediaTime at, const ReviewModel& model, const TimelineMark* mark) {
  const std::string words = words_at(ui, at, model, mark);
  const TextureRef& like = model.timeline.preview ? model.timeline.preview : model.picture;
  const float shape =
      like ? static_cast<float>(like.width_px) / static_cast<float>(std::max(1, like.height_px)) : 9.0F / 16;
  const float picture_width = std::min(kPictureHeight * shape, kWordsWidth);
  const float width = words.empty() ? std::max(picture_width, 70.0F) : kWordsWidth;
  const float words_height = words.empty() ? 0 : wrapped_height(ui, TextStyle::kCaption, words, width) + 4;
  const float w = width + 2 * kPadding;
  const float h = picture_width / shape + kTimeLine + words_height + 2 * kPadding;
  const float x = std::clamp(tip.x - w / 2, ui.area.x + 4, std::max(ui.area.x + 4, ui.area.right() - w - 4));

  // A window of its own: it lies above the panels, which scroll in windows of theirs.
  ImGui::SetNextWindowPos({x, std::max(ui.area.y, tip.y - kAbove - h)});
  ImGui::PushStyleColor(ImGuiCol_PopupBg, ui.palette.tooltip.fill.packed());
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {kPadding, kPadding});
  ImGui::BeginTooltip();
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  ImGui::Dummy({width, h - 2 * kPadding});
  Box inner{corner.x, corner.y, width, h - 2 * kPadding};
  const Box shot = inner.cut_top(picture_width / shape);
  picture(ui, shot.centred(picture_width, shot.h), model.timeline.preview, {.radius = 6});
  const Rgba colour = ui.palette.tooltip.text;
  draw_text_in(ui, inner.cut_top(kTimeLine), TextStyle::kCaptionBold, colour, format_clock(at),
               Align::kCentre);
  const bool one_line = text_size(ui, TextStyle::kCaption, words).w <= inner.w;
  if (one_line) draw_text_in(ui, inner, TextStyle::kCaption, colour, words, Align::kCentre);
  if (!one_line) draw_wrapped(ui, inner, TextStyle::kCaption, colour, words);
  ImGui::EndTooltip();
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
}

}  // namespace gladi
