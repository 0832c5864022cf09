// The panels beside the program feed: time left and the rundown.
#include <imgui.h>

#include <algorithm>

#include "studio/text/format.h"
#include "ui/screens/studio/studio_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

// From here on the time left is shown in amber, with words: never by colour alone.
constexpr MediaTime kNearlyOver = MediaTime::from_ms(20'000);

const Segment* current_segment(const StudioModel& model) {
  const std::vector<Segment>& segments = model.plan->rundown.segments;
  const auto index = static_cast<size_t>(model.state.segment);
  return index < segments.size() ? &segments[index] : nullptr;
}

float share(MediaTime part, MediaTime whole) {
  return whole.ns <= 0 ? 0 : static_cast<float>(part.seconds() / whole.seconds());
}

// Where there is no room for the bars beside the clock they lie below it.
bool stacked(float width) {
  return width < 460;
}

std::string minutes_of(const Ui& ui, MediaTime planned) {
  if (planned.ms() % 60'000 != 0) return format_clock(planned);
  return ui.tr_n("{0} minute", "{0} minutes", planned.ms() / 60'000);
}

bool has_run(const StudioModel& model, size_t segment) {
  return segment < model.state.ran.size() && model.state.ran[segment];
}

// Bars as wide as the segments' minutes: done, running, to come.
std::optional<StudioIntent> draw_segment_bars(Ui& ui, Box row, const StudioModel& model) {
  std::optional<StudioIntent> intent;
  constexpr float kGap = 5;
  const std::vector<Segment>& segments = model.plan->rundown.segments;
  const MediaTime total = model.plan->rundown.total();
  constexpr float kNarrowest = 4;
  if (static_cast<float>(segments.size()) * (kNarrowest + kGap) > row.w) {  // too many to be told apart
    bar(ui, row, share(model.state.elapsed, total), ui.palette.good);
    return {};
  }
  const float width = row.w - kGap * static_cast<float>(segments.size() - 1);
  for (size_t i = 0; i < segments.size(); ++i) {
    const Box piece = row.cut_left(width * share(segments[i].planned, total), kGap);
    const int index = static_cast<int>(i);
    const Rgba colour = index == model.state.segment ? ui.palette.warn
                        : has_run(model, i)          ? ui.palette.good
                                                     : ui.palette.track;
    // Where the list of segments has given its place to the audience one jumps from here.
    bool hovered = false;
    if (has_audience(model) &&
        press_area(ui, "studio.segment." + std::to_string(index), piece.inset(0, -7), 4, &hovered) &&
        model.phase == StudioModel::Phase::kRecording) {
      intent = studio::GoToSegment{index};
    }
    fill(ui, hovered ? piece.inset(0, -2) : piece, colour, piece.h / 2);
  }
  return intent;
}

// Once for each segment that begins, so that a hand may scroll on.
void scroll_to_current(const StudioModel& model, float height, float row_height) {
  int* scrolled_to = ImGui::GetStateStorage()->GetIntRef(ImGui::GetID("scrolled-to"), -1);
  if (*scrolled_to == model.state.segment) return;
  *scrolled_to = model.state.segment;
  const float top = static_cast<float>(model.state.segment) * row_height;
  if (top < ImGui::GetScrollY() || top + row_height > ImGui::GetScrollY() + height)
    ImGui::SetScrollY(std::max(0.0F, top - row_height));
}

}  // namespace

std::string segment_title(const TakePlan& plan, const Segment& segment, Language language) {
  const std::string& own = segment.title.in(language);
  if (!own.empty()) return own;
  const Product* product = plan.catalogue.find(segment.product_id);
  return product != nullptr ? product->name.in(language) : segment.product_id;
}

std::string what_runs(const Translator& translator, const StudioModel& model, const Segment& segment) {
  const std::vector<Product>& products = model.plan->catalogue.products;
  for (size_t i = 0; i < products.size(); ++i) {
    if (segment.kind != SegmentKind::kProduct || products[i].id != segment.product_id) continue;
    return translator.tr("Product {0} of {1}", {std::to_string(i + 1), std::to_string(products.size())});
  }
  return segment_title(*model.plan, segment, translator.language());
}

float time_left_height(float width) {
  return stacked(width) ? 206 : 140;
}

std::optional<StudioIntent> draw_time_left(Ui& ui, const Box& box, const StudioModel& model) {
  const Palette& p = ui.palette;
  const RehearsalState& state = model.state;
  const Segment* segment = current_segment(model);
  const MediaTime left = state.segment_planned - state.segment_elapsed;
  const bool over = left.ns < 0;
  const bool nearly = !over && left <= kNearlyOver && model.phase == StudioModel::Phase::kRecording;
  card(ui, box);
  Box inner = box.inset(22, 14);
  Box clock = stacked(box.w) ? inner.cut_top(112, 12) : inner.cut_left(208, 16);
  if (segment != nullptr) {
    draw_text_in(ui, clock.cut_top(20, 2), TextStyle::kLabel, p.mute,
                 what_runs(ui.translator, model, *segment));
  }
  const Box below = clock.cut_bottom(20, 2);
  // Rounded up while it counts down, so that 00:00 means over.
  const MediaTime shown = over ? -left : left + MediaTime::from_ms(999);
  draw_text_in(ui, clock, TextStyle::kClock, over || nearly ? p.highlight : p.text, format_clock(shown));
  draw_text_in(ui, below, TextStyle::kLabel, over || nearly ? p.highlight : p.mute,
               over     ? ui.tr("over time {0}", {format_clock(-left)})
               : nearly ? ui.tr("nearly over")
                        : ui.tr("left for this part"));

  if (!stacked(box.w)) inner = inner.inset(0, 8);
  bar(ui, inner.cut_top(stacked(box.w) ? 10 : 14, stacked(box.w) ? 8 : 14),
      share(state.segment_elapsed, state.segment_planned), over || nearly ? p.warn : p.good);
  const std::optional<StudioIntent> intent =
      draw_segment_bars(ui, inner.cut_top(stacked(box.w) ? 8 : 10, stacked(box.w) ? 4 : 8), model);
  const MediaTime total_left = state.total_planned - state.elapsed;
  const std::string total =
      ui.tr("Total {0} / {1}", {format_clock(state.elapsed), format_clock(state.total_planned)});
  const std::string total_rest =
      " · " + (total_left.ns >= 0 ? ui.tr("{0} left", {format_clock(total_left)})
                                  : ui.tr("over time {0}", {format_clock(-total_left)}));
  const auto next = static_cast<size_t>(state.segment) + 1;
  std::string coming;
  if (next < model.plan->rundown.segments.size()) {
    coming = " · " + ui.tr("next: {0}",
                           {segment_title(*model.plan, model.plan->rundown.segments[next], ui.language())});
  }
  if (stacked(box.w)) {
    // In one line; what comes next says more than a sum that stands there already.
    const bool room = text_size(ui, TextStyle::kCaption, total + total_rest + coming).w <= inner.w;
    draw_text_in(ui, inner.cut_top(20), TextStyle::kCaption, p.mute,
                 total + (room || coming.empty() ? total_rest : "") + coming);
  } else {
    draw_wrapped(ui, inner, TextStyle::kCaption, p.mute, total + total_rest + coming);
  }
  return intent;
}

std::optional<StudioIntent> draw_rundown(Ui& ui, const Box& box, const StudioModel& model) {
  const Palette& p = ui.palette;
  std::optional<StudioIntent> intent;
  card(ui, box);
  Box inner = box.inset(16);
  draw_text_in(ui, inner.cut_top(26, 10), TextStyle::kTitle, p.text, ui.tr("Rundown"));
  const std::vector<Segment>& segments = model.plan->rundown.segments;
  constexpr float kRow = 58, kRowGap = 6;
  ImGui::SetCursorScreenPos({inner.x - 4, inner.y});
  ImGui::BeginChild("rundown", {inner.w + 8, inner.h}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
  scroll_to_current(model, inner.h, kRow + kRowGap);
  const float scroll = ImGui::GetScrollY();
  const auto first = static_cast<size_t>(scroll / (kRow + kRowGap));
  const size_t last = std::min(segments.size(), first + static_cast<size_t>(inner.h / (kRow + kRowGap)) + 2);
  for (size_t i = first; i < last; ++i) {  // what can't be seen costs nothing
    const int index = static_cast<int>(i);
    const bool current = index == model.state.segment;
    const bool done = !current && has_run(model, i);
    const Box row{inner.x, inner.y + static_cast<float>(i) * (kRow + kRowGap) - scroll, inner.w, kRow};
    bool hovered = false;
    if (press_area(ui, "studio.segment." + std::to_string(index), row, 12, &hovered) &&
        model.phase == StudioModel::Phase::kRecording) {
      intent = studio::GoToSegment{index};
    }
    if (current || hovered) fill(ui, row, p.raised, 12);
    if (current) fill(ui, {row.x, row.y + 8, 4, row.h - 16}, p.warn, 2);
    Box text = row.inset(14, 7);
    const std::string mark = done ? std::string("✓ ") : current ? std::string("› ") : std::string();
    draw_text_in(ui, text.cut_top(22, 1), current ? TextStyle::kBodyBold : TextStyle::kBody,
                 done ? p.mute : p.text, mark + segment_title(*model.plan, segments[i], ui.language()));
    std::string line = minutes_of(ui, segments[i].planned);
    const std::vector<Product>& products = model.plan->catalogue.products;
    for (size_t n = 0; n < std::min<size_t>(products.size(), 9); ++n) {
      if (products[n].id == segments[i].product_id) {
        key_cap(ui, row.right() - 36, row.middle_y(), std::to_string(n + 1), p.key);
      }
    }
    draw_text_in(ui, text.cut_top(20), TextStyle::kCaption, p.mute, line);
  }
  ImGui::SetCursorScreenPos(
      {inner.x, inner.y - scroll + static_cast<float>(segments.size()) * (kRow + kRowGap)});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
  return intent;
}

}  // namespace gladi
