#include "ui/screens/library/library_screen.h"

#include <imgui.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <sstream>

#include "studio/text/format.h"
#include "ui/theme/icons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kGap = 14;
constexpr float kLeastCardWidth = 172;
constexpr float kThumbnailHeight = 190;
constexpr float kCardHeight = kThumbnailHeight + 100;

std::string lower_ascii(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

// Into trainer mode and out of it, at the header's right end.
std::optional<LibraryIntent> draw_trainer_button(Ui& ui, Box& rest, const LibraryModel& model,
                                                 LibraryView& view) {
  const float top = rest.y + (rest.h - Metrics::kSmallButtonHeight) / 2;
  const bool narrow = ui.area.w < 1200;
  if (model.trainer_mode) {
    const ButtonSpec leave{
        .label = narrow ? std::string(ui.tr("Lock"))
                        : ui.tr("Lock ({0})", {shortened(ui, TextStyle::kBodyBold, model.trainer_name, 160)}),
        .icon = icons::kPeople,
        .tooltip = ui.tr("Leave trainer mode")};
    const Box box = rest.cut_right(button_width(ui, leave, 14), 14);
    if (button(ui, "library.lock", {box.x, top, box.w, Metrics::kSmallButtonHeight}, leave))
      return library::EndTrainerMode{};
    return {};
  }
  const ButtonSpec enter{.label = ui.tr("Trainer"),
                         .icon = icons::kPeople,
                         .tooltip = ui.tr("For trainers: watch and review everybody's rehearsals")};
  const Box box = rest.cut_right(button_width(ui, enter, 14), 14);
  if (button(ui, "library.trainer", {box.x, top, box.w, Metrics::kSmallButtonHeight}, enter)) {
    view.sheet = model.trainers.empty() ? LibraryView::Sheet::kNewTrainer : LibraryView::Sheet::kPin;
    view.focus = true;
  }
  return {};
}

void draw_unreviewed_button(Ui& ui, Box& rest, float top, const LibraryModel& model, LibraryView& view) {
  const auto count = std::count_if(model.cards.begin(), model.cards.end(),
                                   [](const TakeCard& card) { return !card.take.reviewed; });
  const ButtonSpec spec{.label = ui.tr("Not reviewed ({0})", {std::to_string(count)}),
                        .icon = view.unreviewed_only ? icons::kCheck : nullptr,
                        .look = view.unreviewed_only ? ButtonLook::kPrimary : ButtonLook::kNormal,
                        .tooltip = ui.tr("Only rehearsals that nobody has reviewed yet")};
  const Box box = rest.cut_right(button_width(ui, spec, 14), 14);
  if (button(ui, "library.unreviewed", {box.x, top, box.w, Metrics::kSmallButtonHeight}, spec))
    view.unreviewed_only = !view.unreviewed_only;
}

std::optional<LibraryIntent> draw_header(Ui& ui, const LibraryModel& model, LibraryView& view, size_t shown) {
  std::optional<LibraryIntent> intent;
  Box rest = header(ui);
  const float top = rest.y + (rest.h - Metrics::kSmallButtonHeight) / 2;
  const ButtonSpec back{.label = ui.tr("Home"), .icon = icons::kBack, .key = cap_of(ui, Key::kBack)};
  const Box back_box = rest.cut_left(button_width(ui, back, 14), 20);
  if (button(ui, "library.back", {back_box.x, top, back_box.w, Metrics::kSmallButtonHeight}, back) ||
      key_pressed(Key::kBack)) {
    intent = library::GoBack{};
  }
  if (auto other = draw_trainer_button(ui, rest, model, view)) intent = other;
  const std::string title =
      model.trainer_mode ? ui.tr("Recordings") : ui.tr("Recordings of {0}", {model.person_name});
  const std::string count = ui.tr_n("{0} take", "{0} takes", static_cast<int64_t>(shown));
  const Box count_box = rest.cut_right(chip_width(ui, count), 20);
  if (!model.cards.empty()) {
    chip(ui, count_box.x, rest.middle_y() - kChipHeight / 2, count, ChipLook::kNeutral);
    if (model.trainer_mode) draw_unreviewed_button(ui, rest, top, model, view);
    const Box field = rest.cut_right(std::min(300.0F, rest.w * 0.45F), 20);
    text_field(ui, "library.search",
               {field.x, rest.middle_y() - Metrics::kButtonHeight / 2, field.w, Metrics::kButtonHeight},
               field.w < 240        ? ui.tr("Search…")
               : model.trainer_mode ? ui.tr("Search name, catalogue or date…")
                                    : ui.tr("Search catalogue or date…"),
               &view.search);
  }
  draw_text_in(ui, rest, TextStyle::kTitle, ui.palette.text, title);
  return intent;
}

struct StateChip {
  std::string text;
  ChipLook look;
};

StateChip state_of(const Ui& ui, const TakeCard& card) {
  if (card.being_prepared) return {ui.tr("Being saved…"), ChipLook::kNeutral};
  if (card.take.state == SessionState::kRecording) return {ui.tr("Cut off"), ChipLook::kBad};
  if (card.take.state == SessionState::kRecovered) return {ui.tr("Cut off · rescued"), ChipLook::kBad};
  if (card.take.reviewed) {
    return {ui.tr_n("{0} comment", "{0} comments", card.take.comments), ChipLook::kGood};
  }
  return {ui.tr("No comment yet"), ChipLook::kWarn};
}

std::optional<LibraryIntent> draw_card(Ui& ui, const Box& box, const TakeCard& take, bool with_name) {
  bool hovered = false;
  const bool pressed = press_area(ui, "library.take." + take.take.folder.filename().string(), box,
                                  Metrics::kCardRadius, &hovered);
  const Palette& p = ui.palette;
  card(ui, box, p.panel, hovered ? p.primary.fill : p.line);
  Box inner = box.inset(Metrics::kBorder);
  const Box shot = inner.cut_top(kThumbnailHeight);
  picture(ui, shot, take.thumbnail, {.radius = Metrics::kCardRadius - Metrics::kBorder, .focus_y = 0.25F});
  const std::string length = format_clock(take.take.duration);
  const float width = text_size(ui, TextStyle::kCaptionBold, length).w + 16;
  const Box badge{shot.right() - width - 8, shot.bottom() - 30, width, 22};
  fill(ui, badge, kDarkPalette.background.with_alpha(210), 6);
  draw_text_in(ui, badge, TextStyle::kCaptionBold, kDarkPalette.text, length, Align::kCentre);

  Box words = inner.inset(12, 10);
  const std::string date = format_date_time(take.take.started_at, ui.language());
  draw_text_in(ui, words.cut_top(22), TextStyle::kBodyBold, p.text,
               with_name ? take.take.person_name + " · " + take.take.title : take.take.title);
  draw_text_in(ui, words.cut_top(20, 7), TextStyle::kCaption, p.mute, date);
  const StateChip state = state_of(ui, take);
  chip(ui, words.x, words.y, shortened(ui, TextStyle::kCaptionBold, state.text, words.w - 24), state.look);
  if (pressed) return library::OpenTake{take.take.folder};
  return {};
}

std::optional<LibraryIntent> draw_empty(Ui& ui, const Box& content, const LibraryModel& model) {
  const Box middle = content.centred(460, 150);
  Box rest = middle;
  const bool none = model.cards.empty();
  draw_text_in(ui, rest.cut_top(34, 6), TextStyle::kTitle, ui.palette.text,
               none ? ui.tr("No recording yet") : ui.tr("Nothing found"), Align::kCentre);
  draw_text_in(ui, rest.cut_top(24, 18), TextStyle::kBody, ui.palette.mute,
               none && model.trainer_mode
                   ? ui.tr("Rehearsals of people who agreed that you watch them appear here.")
               : none ? ui.tr("After the first rehearsal it appears here.")
                      : ui.tr("Try another word, or clear the search."),
               Align::kCentre);
  if (!none || model.trainer_mode) return {};
  const ButtonSpec go{.label = ui.tr("To the first rehearsal"), .look = ButtonLook::kPrimary};
  const float width = button_width(ui, go);
  if (button(ui, "library.first", rest.centred(width, Metrics::kButtonHeight), go)) return library::GoBack{};
  return {};
}

}  // namespace

bool matches(const TakeSummary& take, const std::string& search, Language language) {
  const std::string text =
      lower_ascii(take.title + " " + format_date_time(take.started_at, language) + " " + take.person_name);
  std::istringstream words(lower_ascii(search));
  for (std::string word; words >> word;) {
    if (text.find(word) == std::string::npos) return false;
  }
  return true;
}

std::optional<LibraryIntent> draw_library(Ui& ui, const LibraryModel& model, LibraryView& view) {
  const ScreenScope screen(ui, "library");
  ui.widgets.note("library.trainer", model.trainer_mode ? model.trainer_name : "");
  std::vector<const TakeCard*> found;
  for (const TakeCard& take : model.cards) {
    if (view.unreviewed_only && take.take.reviewed) continue;
    if (matches(take.take, view.search, ui.language())) found.push_back(&take);
  }
  std::optional<LibraryIntent> intent = draw_header(ui, model, view, found.size());
  if (view.sheet != LibraryView::Sheet::kNone) {
    if (auto other = draw_trainer_sheet(ui, model, view)) intent = other;
  }

  Box content = ui.area;
  content.cut_top(Metrics::kHeaderHeight);
  if (found.empty()) {
    if (auto other = draw_empty(ui, content, model)) intent = other;
    return intent;
  }
  content = content.inset(24, 4);
  ImGui::SetCursorScreenPos({content.x, content.y});
  ImGui::BeginChild("takes", {content.w, content.h}, false, ImGuiWindowFlags_NoBackground);
  const float usable =
      content.w - 16;  // a scroll bar's width stays free, so that nothing jumps when one comes
  const int in_row = std::max(1, static_cast<int>((usable + kGap) / (kLeastCardWidth + kGap)));
  const float width =
      std::floor((usable - static_cast<float>(in_row - 1) * kGap) / static_cast<float>(in_row));
  const float scroll = ImGui::GetScrollY();
  const int rows = (static_cast<int>(found.size()) + in_row - 1) / in_row;
  for (size_t i = 0; i < found.size(); ++i) {
    const auto row = static_cast<float>(static_cast<int>(i) / in_row);
    const auto column = static_cast<float>(static_cast<int>(i) % in_row);
    const Box box{content.x + 2 + column * (width + kGap),
                  content.y + 14 + row * (kCardHeight + kGap) - scroll, width, kCardHeight};
    // What is scrolled away costs nothing; its place is kept by the Dummy below.
    if (box.bottom() < content.y || box.y > content.bottom()) continue;
    if (auto other = draw_card(ui, box, *found[i], model.trainer_mode)) intent = other;
  }
  ImGui::SetCursorScreenPos({content.x, content.y - scroll + 14});
  ImGui::Dummy({1, static_cast<float>(rows) * (kCardHeight + kGap)});
  ImGui::EndChild();
  return intent;
}

}  // namespace gladi
