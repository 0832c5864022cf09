// The rundown: its segments in order, and the chosen one's fields.
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <sstream>

#include "studio/text/format.h"
#include "studio/text/utf8.h"
#include "ui/screens/editor/editor_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/fields.h"

namespace gladi {
namespace {

constexpr float kRow = 54;
constexpr double kMostMinutes = 24 * 60;
constexpr MediaTime kHalfMinute = MediaTime::from_ms(30'000);

// "4", "4,5" or "4.5"; nullopt for what is no length.
std::optional<MediaTime> parse_minutes(std::string text) {
  text = trim(text);
  std::replace(text.begin(), text.end(), ',', '.');
  char* end = nullptr;
  const double minutes = std::strtod(text.c_str(), &end);
  if (text.empty() || *end != '\0' || !(minutes > 0) || minutes > kMostMinutes) return std::nullopt;
  return MediaTime::from_seconds(minutes * 60);
}

std::string minutes_words(MediaTime length, Language language) {
  const double minutes = static_cast<double>(length.ms()) / 60'000;
  const int decimals = std::abs(minutes - std::round(minutes)) < 0.005            ? 0
                       : std::abs(minutes * 10 - std::round(minutes * 10)) < 0.05 ? 1
                                                                                  : 2;
  return format_number(minutes, decimals, language);
}

const char* icon_of(SegmentKind kind) {
  switch (kind) {
    case SegmentKind::kOpening:
      return icons::kPlay;
    case SegmentKind::kQuestions:
      return icons::kChat;
    case SegmentKind::kClosing:
      return icons::kStop;
    case SegmentKind::kProduct:
      break;
  }
  return icons::kBookmark;
}

void draw_row(Ui& ui, const Box& box, const EditorModel& model, const Segment& segment, bool chosen,
              bool hovered) {
  const Palette& p = ui.palette;
  if (chosen || hovered) fill(ui, box, chosen ? p.chip.fill : p.raised, 10);
  if (chosen) fill(ui, {box.x, box.y + 8, 4, box.h - 16}, p.primary.fill, 2);
  Box inner = box.inset(12, 4);
  draw_text_in(ui, inner.cut_left(28, 6), TextStyle::kTitle, p.mute, icon_of(segment.kind));
  draw_text_in(ui, inner.cut_right(22), TextStyle::kBody, p.mute, icons::kDrag);
  const std::string minutes = ui.tr("{0} min", {minutes_words(segment.planned, ui.language())});
  draw_text_in(ui, inner.cut_right(76, 8), TextStyle::kLabelBold, p.text, minutes, Align::kRight);
  const Segment whole = complete_segment(segment, model.draft.find(segment.product_id));
  draw_text_in(ui, inner, TextStyle::kBodyBold, p.text, whole.title.in(ui.language()));
}

std::optional<EditorIntent> move(const EditorModel& model, EditorView& view, size_t from, size_t to) {
  if (from == to || to >= model.draft.segments.size()) return {};
  view.segment = to;
  return editor::Change{edit::move_segment(model.draft, from, to), ""};
}

void fill_form(SegmentForm& form, const Segment& segment, Language language) {
  form.of = segment;
  form.title = segment.title.indonesian;
  form.title_en = segment.title.english;
  form.minutes = minutes_words(segment.planned, language);
  form.points.clear();
  for (const LocalText& point : segment.key_points) form.points += point.indonesian + "\n";
  form.script = segment.script.indonesian;
  form.script_en = segment.script.english;
}

// The English points stay beside the Indonesian ones that have not changed.
std::vector<LocalText> points_of(const std::string& text, const std::vector<LocalText>& before) {
  std::vector<LocalText> points;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if ((line = trim(line)).empty()) continue;
    const auto same =
        std::find_if(before.begin(), before.end(), [&](const LocalText& b) { return b.indonesian == line; });
    points.push_back(same != before.end() ? *same : LocalText{line, ""});
  }
  return points;
}

void choose_kind(Ui& ui, Box& box, Segment& typed, const CatalogueDraft& draft) {
  constexpr SegmentKind kKinds[] = {SegmentKind::kOpening, SegmentKind::kProduct, SegmentKind::kQuestions,
                                    SegmentKind::kClosing};
  std::vector<std::string> labels;
  int chosen = 0;
  for (size_t i = 0; i < std::size(kKinds); ++i) {
    labels.push_back(usual_title(kKinds[i]).in(ui.language()));
    if (kKinds[i] == typed.kind) chosen = static_cast<int>(i);
  }
  draw_text_in(ui, box.cut_top(kLabelHeight, 3), TextStyle::kCaptionBold, ui.palette.mute, ui.tr("Kind"));
  if (!choice(ui, "editor.segment.kind", box.cut_top(kFormField, 10), labels, &chosen)) return;
  typed.kind = kKinds[static_cast<size_t>(chosen)];
  if (typed.kind != SegmentKind::kProduct) {
    typed.product_id.clear();
  } else if (!draft.products.empty()) {
    typed.product_id = draft.products.front()->id;
  }
}

void choose_product(Ui& ui, Box& box, Segment& typed, const CatalogueDraft& draft) {
  draw_text_in(ui, box.cut_top(kLabelHeight, 3), TextStyle::kCaptionBold, ui.palette.mute, ui.tr("Product"));
  std::vector<std::string> labels;
  int chosen = -1;
  for (size_t i = 0; i < draft.products.size(); ++i) {
    labels.push_back(draft.products[i]->name.in(ui.language()));
    if (draft.products[i]->id == typed.product_id) chosen = static_cast<int>(i);
  }
  if (choice(ui, "editor.segment.product", box.cut_top(kFormField, 10), labels, &chosen)) {
    typed.product_id = draft.products[static_cast<size_t>(chosen)]->id;
  }
}

}  // namespace

std::optional<EditorIntent> draw_rundown_list(Ui& ui, const Box& box, const EditorModel& model,
                                              EditorView& view) {
  std::optional<EditorIntent> intent;
  const CatalogueDraft& draft = model.draft;
  if (view.segment >= draft.segments.size())
    view.segment = draft.segments.empty() ? 0 : draft.segments.size() - 1;
  card(ui, box);
  Box inner = box.inset(12);
  const Box bottom = inner.cut_bottom(Metrics::kSmallButtonHeight, 8);
  ImGui::SetCursorScreenPos({inner.x, inner.y});
  ImGui::BeginChild("segments", {inner.w, inner.h}, false, ImGuiWindowFlags_NavFlattened);
  const float scroll = ImGui::GetScrollY();
  for (size_t i = 0; i < draft.segments.size(); ++i) {
    const Box row{inner.x, inner.y + static_cast<float>(i) * kRow - scroll, inner.w - 14, kRow};
    if (row.bottom() < inner.y || row.y > inner.bottom()) continue;
    bool hovered = false;
    if (press_area(ui, "editor.segment." + std::to_string(i + 1), row, 10, &hovered)) view.segment = i;
    const auto dropped = drag_row(view, i, row, kRow, draft.segments.size());
    const Box drawn = view.dragged == i ? row.moved(0, ImGui::GetIO().MousePos.y - row.middle_y()) : row;
    draw_row(ui, drawn, model, *draft.segments[i], i == view.segment || view.dragged == i, hovered);
    if (dropped) intent = move(model, view, i, *dropped);
  }
  ImGui::SetCursorScreenPos({inner.x, inner.y - scroll + static_cast<float>(draft.segments.size()) * kRow});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();

  const bool keys = view.sheet == EditorView::Sheet::kNone;
  const ButtonSpec add{.label = ui.tr("New segment"),
                       .icon = icons::kAdd,
                       .key = cap_of(ui, Key::kNew),
                       .look = ButtonLook::kDashed};
  if (button(ui, "editor.segment.add", bottom, add) || (keys && key_pressed(Key::kNew))) {
    const size_t place = draft.segments.empty() ? 0 : view.segment + 1;
    view.segment = place;
    intent = editor::Change{
        edit::add_segment(draft, {SegmentKind::kQuestions, {}, "", kHalfMinute * 4, {}}, place), ""};
  }
  if (keys && key_pressed(Key::kMoveUp) && view.segment > 0)
    intent = move(model, view, view.segment, view.segment - 1);
  if (keys && key_pressed(Key::kMoveDown)) intent = move(model, view, view.segment, view.segment + 1);
  if (keys && key_pressed(Key::kChooseAbove) && view.segment > 0) --view.segment;
  if (keys && key_pressed(Key::kChooseBelow) && view.segment + 1 < draft.segments.size()) ++view.segment;
  return intent;
}

std::optional<EditorIntent> draw_segment_form(Ui& ui, const Box& box, const EditorModel& model,
                                              EditorView& view) {
  card(ui, box);
  const CatalogueDraft& draft = model.draft;
  if (view.segment >= draft.segments.size()) {
    draw_text_in(ui, box, TextStyle::kBody, ui.palette.mute, ui.tr("No segment yet"), Align::kCentre);
    return {};
  }
  const Segment& segment = *draft.segments[view.segment];
  SegmentForm& form = view.segment_form;
  if (form.of != segment) fill_form(form, segment, ui.language());
  Segment typed = segment;
  bool left = false;
  Box inner = box.inset(16, 14);
  constexpr float kFieldRow = kLabelHeight + kFormField + 13;

  Box row = inner.cut_top(kFieldRow);
  Box kind = row.cut_left((row.w - 14) / 2, 14);
  choose_kind(ui, kind, typed, draft);
  if (typed.kind == SegmentKind::kProduct) choose_product(ui, row, typed, draft);

  Box time = inner.cut_top(kFieldRow);
  Box minutes = time.cut_left(150, 10);
  const bool sound = parse_minutes(form.minutes).has_value();
  bool text_changed = form_field(ui, "editor.segment.minutes", minutes, ui.tr("Minutes"), &form.minutes,
                                 sound ? "" : ui.tr("like 4 or 2,5"), 8);
  left |= field_left();
  time.cut_top(kLabelHeight + 3);
  time.h = kFormField;
  const MediaTime before = typed.planned;
  if (button(ui, "editor.segment.less", time.cut_left(64, 8), {.label = "− ½"})) {
    typed.planned = std::max(kHalfMinute, typed.planned - kHalfMinute);
  }
  if (button(ui, "editor.segment.more", time.cut_left(64, 8), {.label = "+ ½"}))
    typed.planned = typed.planned + kHalfMinute;
  const bool stepped = !(typed.planned == before);

  Box titles = inner.cut_top(kFieldRow);
  Box title = titles.cut_left((titles.w - 14) / 2, 14);
  text_changed |=
      form_field(ui, "editor.segment.title", title, ui.tr("Title (empty: as usual)"), &form.title, "", 120);
  left |= field_left();
  text_changed |=
      form_field(ui, "editor.segment.title_en", titles, ui.tr("Title in English"), &form.title_en, "", 120);
  left |= field_left();
  Box bottom = inner.cut_bottom(Metrics::kSmallButtonHeight, 10);
  draw_text_in(ui, inner.cut_top(kLabelHeight, 3), TextStyle::kCaptionBold, ui.palette.mute,
               typed.kind == SegmentKind::kProduct ? ui.tr("Key points, one a line (empty: the product's)")
                                                   : ui.tr("Key points, one a line"));
  text_changed |= text_area(ui, "editor.segment.points", inner.cut_top(inner.h * 0.5F, 10), &form.points);
  left |= field_left();
  Box script = inner.cut_left((inner.w - 14) * 0.6F, 14);
  draw_text_in(ui, script.cut_top(kLabelHeight, 3), TextStyle::kCaptionBold, ui.palette.mute,
               ui.tr("Text to read aloud: it rolls below the camera (may stay empty)"));
  text_changed |= text_area(ui, "editor.segment.script", script, &form.script);
  left |= field_left();
  draw_text_in(ui, inner.cut_top(kLabelHeight, 3), TextStyle::kCaptionBold, ui.palette.mute,
               ui.tr("In English"));
  text_changed |= text_area(ui, "editor.segment.script_en", inner, &form.script_en);
  left |= field_left();

  std::optional<EditorIntent> intent;
  std::string merge;
  if (text_changed) {
    merge = "segment " + std::to_string(view.segment);
    typed.title = {trim(form.title), trim(form.title_en)};
    if (const auto length = parse_minutes(form.minutes)) typed.planned = *length;
    typed.key_points = points_of(form.points, segment.key_points);
    typed.script = {trim(form.script), trim(form.script_en)};
    form.of = typed;
  }
  if (stepped) form.minutes = minutes_words(typed.planned, ui.language());
  if (typed != segment) {
    form.of = typed;
    intent = editor::Change{edit::set_segment(draft, view.segment, typed), merge};
  } else if (left) {
    intent = editor::EndMerge{};
  }
  const ButtonSpec remove{
      .label = ui.tr("Delete segment"), .icon = icons::kDelete, .enabled = draft.segments.size() > 1};
  if (button(ui, "editor.segment.delete", bottom.cut_right(button_width(ui, remove, 14)), remove)) {
    intent = editor::Change{edit::delete_segment(draft, view.segment), ""};
  }
  return intent;
}

}  // namespace gladi
