#include "ui/screens/compare/compare_screen.h"

#include <algorithm>
#include <cmath>

#include "studio/text/format.h"
#include "ui/theme/icons.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/header_buttons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kCaption = 26;
constexpr float kTransport = 40;
// Two pictures cost twice the drawing without a graphics card: each takes at most this share of the width.
constexpr float kWidest = 0.24F;

std::optional<CompareIntent> draw_header(Ui& ui, const CompareModel& model) {
  std::optional<CompareIntent> intent;
  Box rest = header(ui);
  if (back_button(ui, "compare", rest, ui.tr("Back"))) intent = compare::GoBack{};
  const ButtonSpec watch{.label = ui.area.w < 1200 ? "" : ui.tr("Watch alone"),
                         .icon = icons::kPlay,
                         .key = cap_of(ui, Key::kWatch),
                         .enabled = !model.opening,
                         .tooltip = ui.tr("Watch this recording alone")};
  if (header_button(ui, "compare.watch", rest, watch) || key_pressed(Key::kWatch)) intent = compare::Watch{};
  const ButtonSpec progress{.label = ui.area.w < 1200 ? "" : ui.tr("Progress"),
                            .icon = icons::kChart,
                            .key = cap_of(ui, Key::kResults),
                            .enabled = !model.person_id.empty(),
                            .tooltip = ui.tr("Progress over all rehearsals")};
  const bool see = header_button(ui, "compare.progress", rest, progress) || key_pressed(Key::kResults);
  if (see && progress.enabled) intent = compare::SeeProgress{};
  if (!model.others.empty()) {
    std::vector<std::string> labels;
    for (const OtherTake& other : model.others)
      labels.push_back(format_date_time(other.started_at, ui.language()) + " · " + other.title);
    const Box box = rest.cut_right(std::min(380.0F, rest.w * 0.5F), 10);
    int chosen = model.other;
    if (choice(ui, "compare.other", {box.x, rest.middle_y() - 20, box.w, 40}, labels, &chosen))
      intent = compare::ChooseOther{chosen};
    const char* cap = cap_of(ui, Key::kOtherTake);
    const float width = key_cap_width(ui, cap);
    key_cap(ui, rest.cut_right(width, 8).x, rest.middle_y(), cap, ui.palette.key);
    if (model.others.size() > 1 && key_pressed(Key::kOtherTake))
      intent = compare::ChooseOther{(model.other + 1) % static_cast<int>(model.others.size())};
    const std::string words = ui.tr("Beside the take of");
    const float words_width = text_size(ui, TextStyle::kBody, words).w + 2;
    if (rest.w > words_width + 240)
      draw_text_in(ui, rest.cut_right(words_width, 16), TextStyle::kBody, ui.palette.mute, words);
  }
  draw_text_in(ui, rest, TextStyle::kTitle, ui.palette.text, model.person_name);
  return intent;
}

std::optional<CompareIntent> draw_take(Ui& ui, Box box, const CompareModel& model, int which) {
  std::optional<CompareIntent> intent;
  const ComparedTake& take = model.takes[static_cast<size_t>(which)];
  const bool heard = model.heard == which;
  Box caption = box.cut_top(kCaption, 6);
  const Box sound = caption.cut_right(30);
  if (press_area(ui, "compare.hear." + std::to_string(which), sound, 8) && !heard)
    intent = compare::Hear{which};
  draw_text_in(ui, sound, TextStyle::kTitle, heard ? ui.palette.chip_good.text : ui.palette.mute,
               heard ? icons::kVolume : icons::kVolumeOff, Align::kCentre);
  const Language language = ui.language();
  const bool same_day =
      format_date(model.takes[0].started_at, language) == format_date(model.takes[1].started_at, language);
  const std::string words =
      std::string(which == 0 ? ui.tr("Then") : ui.tr("Now")) + " · " +
      (same_day ? format_time_of_day(take.started_at) : format_date(take.started_at, language));
  draw_text_in(ui, caption, TextStyle::kBodyBold, ui.palette.text, words);
  picture(ui, box, take.picture, {.fit = PictureFit::kWhole});
  return intent;
}

void draw_words(Ui& ui, const Box& content, const std::string& words) {
  const Box box = content.centred(std::min(560.0F, content.w), 0);
  const float height = wrapped_height(ui, TextStyle::kBody, words, box.w);
  draw_wrapped(ui, {box.x, content.middle_y() - height / 2, box.w, height}, TextStyle::kBody, ui.palette.mute,
               words);
}

void note_state(Ui& ui, const CompareModel& model) {
  const auto note = [&ui](const char* name, const std::string& value) { ui.widgets.note(name, value); };
  note("compare.state", model.problem                   ? "problem"
                        : model.opening                 ? "opening"
                        : model.leader().player.playing ? "playing"
                                                        : "paused");
  for (size_t i = 0; i < 2; ++i) {
    const PlayerState& player = model.takes[i].player;
    note(i == 0 ? "compare.position_ms.0" : "compare.position_ms.1", std::to_string(player.position.ms()));
    note(i == 0 ? "compare.take.0" : "compare.take.1", model.takes[i].folder.filename().string());
  }
  note("compare.results", model.results_wait ? "wait" : "there");
  note("compare.heard", std::to_string(model.heard));
  note("compare.speed", std::to_string(std::lround(model.speed * 100)));
  note("compare.apart_ms", model.apart ? std::to_string(model.apart->ms()) : "none");
  note("compare.aligned",
       model.alignment.by_hand() ? "hand " + std::to_string(model.alignment.offset().ms()) : "product");
}

}  // namespace

std::optional<CompareIntent> draw_compare(Ui& ui, const CompareModel& model, CompareView& view) {
  const ScreenScope screen(ui, "compare", ScreenScope::Keyboard::kShortcuts);
  note_state(ui, model);
  std::optional<CompareIntent> intent = draw_header(ui, model);
  const auto take = [&intent](std::optional<CompareIntent> other) {
    if (other) intent = other;
  };
  Box content = ui.area;
  content.cut_top(Metrics::kHeaderHeight);
  content = content.inset(Metrics::kScreenPadding);
  if (!model.usable()) {
    std::string words = model.problem ? ui.tr(*model.problem) : std::string(ui.tr("Opening the recordings…"));
    if (model.problem && model.others.size() > 1)
      words += " " + std::string(ui.tr("Another recording can be chosen at the top."));
    draw_words(ui, content, words);
    return intent;
  }
  const Box lanes =
      content.cut_bottom(2 * 10 + kTransport + 8 + compare_lanes_height(), Metrics::kScreenPadding);
  const float width = std::min((content.h - kCaption - 6) * 9 / 16, content.w * kWidest);
  for (const int which : {0, 1})
    take(draw_take(ui, content.cut_left(width, Metrics::kScreenPadding), model, which));
  take(draw_differences(ui, content, model));
  card(ui, lanes);
  Box inner = lanes.inset(15, 10);
  take(draw_compare_transport(ui, inner.cut_top(kTransport, 8), model));
  take(draw_compare_lanes(ui, inner, model, view));
  return intent;
}

}  // namespace gladi
