// One take in the list.
#include <SDL2/SDL_scancode.h>
#include <imgui.h>

#include <algorithm>

#include "studio/text/format.h"
#include "ui/screens/library/library_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kThumbnailHeight = 190, kTitleRow = 20;
constexpr float kMoreSize = 36;

struct StateChip {
  std::string text;
  ChipLook look;
};

StateChip state_of(const Ui& ui, const LibraryModel& model, const ListedTake& listed) {
  const TakeSummary& take = listed.take;
  if (take.state == SessionState::kStopped && model.being_saved)
    return {ui.tr("Being saved…"), ChipLook::kNeutral};
  if (take.state == SessionState::kRecording) return {ui.tr("Cut off"), ChipLook::kBad};
  if (take.state == SessionState::kRecovered) return {ui.tr("Rescued"), ChipLook::kBad};
  // Of what hasn't been handed in a trainer sees only her own.
  if (model.trainer_mode && std::any_of(listed.reviews.begin(), listed.reviews.end(),
                                        [](const ReviewLine& review) { return !review.finished; }))
    return {ui.tr("Not handed in yet"), ChipLook::kWarn};
  if (take.comments > 0 && (take.reviewed || !model.trainer_mode))
    return {ui.tr_n("{0} comment", "{0} comments", take.comments), ChipLook::kGood};
  if (take.reviewed) return {ui.tr("Reviewed"), ChipLook::kGood};
  return {ui.tr("Not reviewed"), ChipLook::kWarn};
}

}  // namespace

std::string take_line(const TakeSummary& take) {
  return take.title.empty() ? take.person_name : take.title + " · " + take.person_name;
}

std::optional<LibraryIntent> draw_take_card(Ui& ui, const Box& box, const LibraryModel& model,
                                            const ListedTake& listed, LibraryView& view) {
  const TakeSummary& take = listed.take;
  const std::string name = take.folder.filename().string();
  const Palette& p = ui.palette;
  card(ui, box);
  Box inner = box.inset(Metrics::kBorder);
  const Box shot = inner.cut_top(kThumbnailHeight - (model.trainer_mode ? kTitleRow : 0));
  const auto thumbnail = model.thumbnails.find(take.folder);
  picture(ui, shot, thumbnail == model.thumbnails.end() ? TextureRef{} : thumbnail->second,
          {.radius = Metrics::kCardRadius - Metrics::kBorder, .focus_y = 0.25F});
  const std::string length = format_clock(take.duration);
  const float width = text_size(ui, TextStyle::kCaptionBold, length).w + 16;
  const Box badge{shot.right() - width - 8, shot.bottom() - 30, width, 22};
  fill(ui, badge, kDarkPalette.background.with_alpha(210), 6);
  draw_text_in(ui, badge, TextStyle::kCaptionBold, kDarkPalette.text, length, Align::kCentre);

  Box words = inner.inset(12, 10);
  const std::string date = format_date_time(take.started_at, ui.language());
  // A trainer looks for the person first.
  draw_text_in(ui, words.cut_top(22), TextStyle::kBodyBold, p.text,
               model.trainer_mode ? take.person_name : take.title);
  if (model.trainer_mode) draw_text_in(ui, words.cut_top(kTitleRow), TextStyle::kCaption, p.text, take.title);
  draw_text_in(ui, words.cut_top(20, 7), TextStyle::kCaption, p.mute, date);
  const StateChip state = state_of(ui, model, listed);
  chip(ui, words.x, words.y, shortened(ui, TextStyle::kCaptionBold, state.text, words.w - 24), state.look);

  std::optional<LibraryIntent> intent;
  // Before the card's own area: what is asked first has the mouse.
  if (button(ui, "library.more." + name, {shot.right() - kMoreSize - 6, shot.y + 6, kMoreSize, kMoreSize},
             {.label = "", .icon = icons::kMore, .tooltip = ui.tr("More: rename, throw away")})) {
    view.sheet = LibraryView::Sheet::kTake;
    view.take = take.folder;
  }
  bool hovered = false;
  if (press_area(ui, "library.take." + name, box, Metrics::kCardRadius, &hovered))
    intent = library::OpenTake{take.folder, found_at(listed, view.wish.search)};
  if (ImGui::IsItemFocused()) view.focused = take.folder;
  if (hovered) {
    const Box edge = box.inset(Metrics::kBorder / 2);
    ImGui::GetWindowDrawList()->AddRect({edge.x, edge.y}, {edge.right(), edge.bottom()},
                                        p.primary.fill.packed(), Metrics::kCardRadius, 0, Metrics::kBorder);
  }
  return intent;
}

}  // namespace gladi
