// What the studio says and offers when the disk is nearly full, full, broken or gone.

#include "studio/text/format.h"
#include "ui/screens/studio/studio_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/sheet.h"

namespace gladi {
namespace {

using Phase = StudioModel::Phase;

constexpr float kBandHeight = 92;
constexpr float kLineGap = 4;

std::string name_of(const Ui& ui, const Place& place) {
  return place.disk.empty() ? ui.tr("Home folder") : place.disk;
}

std::string room_of(const Ui& ui, const Place& place) {
  return ui.tr("{0} GB free", {format_number(static_cast<double>(place.free_bytes) / 1e9, 1, ui.language())});
}

struct Words {
  std::string headline, more;
};

// Where the disk is, its folder's name says to few people; what else can go wrong is said in full.
std::string what_happened(const Ui& ui, const RehearsalState& state) {
  if (state.refused) return ui.tr(state.refused->message);
  return state.problem->kind == ErrorKind::kNoSpace ? ui.tr("The disk is full.")
                                                    : ui.tr(state.problem->message);
}

Words words_of(const Ui& ui, const StudioModel& model) {
  const RehearsalState& state = model.state;
  if (!state.problem) {
    const int64_t minutes = state.disk_left.ms() / 60'000;
    const std::string soon = ui.tr("The disk is nearly full: recording stops in less than a minute.");
    return {minutes == 0 ? soon
                         : ui.tr_n("The disk is nearly full: recording stops in {0} minute.",
                                   "The disk is nearly full: recording stops in {0} minutes.", minutes),
            state.refused ? ui.tr(state.refused->message) : ui.tr("Another disk can take the rest.")};
  }
  return {ui.tr("NOT RECORDING. Your rehearsal up to {0} is safe.", {format_clock(state.safe_until)}),
          what_happened(ui, state) + " " +
              (model.places.empty() ? ui.tr("Plug in a USB stick to go on, or finish here.")
                                    : ui.tr("Press D to go on at another place, or finish here."))};
}

// Headline and more in the middle of the band, in as many lines as they need.
void draw_words(Ui& ui, Box band, const Words& words, Rgba colour) {
  draw_text_in(ui, band.cut_left(34), TextStyle::kTitle, colour, icons::kWarning);
  const float headline = wrapped_height(ui, TextStyle::kBodyBold, words.headline, band.w);
  const float more = wrapped_height(ui, TextStyle::kLabel, words.more, band.w);
  band.cut_top(std::max(0.0F, (band.h - headline - kLineGap - more) / 2), 0);
  draw_wrapped(ui, band.cut_top(headline, kLineGap), TextStyle::kBodyBold, colour, words.headline);
  draw_wrapped(ui, band, TextStyle::kLabel, colour, words.more);
}

}  // namespace

std::optional<StudioIntent> draw_disk_band(Ui& ui, Box& content, const StudioModel& model) {
  const RehearsalState& state = model.state;
  const bool stopped = state.problem.has_value();
  if (model.phase != Phase::kRecording || (!stopped && !state.disk_low)) return {};
  ui.widgets.note("studio.disk", stopped ? "stopped" : "low");
  std::optional<StudioIntent> intent;
  const Pair look = stopped ? ui.palette.red : ui.palette.notice;
  Box band = content.cut_top(kBandHeight, 12);
  fill(ui, band, look.fill, Metrics::kCardRadius);
  band = band.inset(18, 10);

  const ButtonSpec other{.label = ui.tr("Other disks…"), .enabled = !state.going_on};
  if (button(ui, "studio.folder",
             band.cut_right(button_width(ui, other), 10)
                 .centred(button_width(ui, other), Metrics::kButtonHeight),
             other))
    intent = studio::ChooseFolder{};
  if (!model.places.empty()) {
    const Place& best = model.places.front();
    const ButtonSpec go{
        .label = state.going_on ? ui.tr("One moment…") : ui.tr("Go on: {0}", {name_of(ui, best)}),
        .icon = icons::kDisk,
        .key = cap_of(ui, Key::kOtherDisk),
        .look = ButtonLook::kPrimary,
        .enabled = !state.going_on};
    const float width = button_width(ui, go);
    const bool pressed =
        button(ui, "studio.go_on", band.cut_right(width, 16).centred(width, Metrics::kButtonHeight), go);
    if (!state.going_on && (pressed || key_pressed(Key::kOtherDisk))) intent = studio::GoOnIn{best.library};
  }
  draw_words(ui, band, words_of(ui, model), look.text);
  return intent;
}

std::optional<StudioIntent> draw_folder_sheet(Ui& ui, const StudioModel& model) {
  if (!model.choosing_folder) return {};
  constexpr float kRow = 64;
  constexpr size_t kMostRows = 5;
  const size_t rows = std::min(model.places.size(), kMostRows);
  const float height = 160 + static_cast<float>(std::max<size_t>(rows, 1)) * (kRow + 8);
  const SheetScope sheet(ui, "studio.folders", ui.tr("Where should the recording go on?"), height);
  if (sheet.closed()) return studio::ChooseFolder{false};
  if (!sheet.open()) return {};
  std::optional<StudioIntent> intent;
  Box box = sheet.box();
  Box buttons = box.cut_bottom(Metrics::kButtonHeight, 12);
  for (size_t i = 0; i < rows; ++i) {
    const Place& place = model.places[i];
    Box row = box.cut_top(kRow, 8);
    card(ui, row, ui.palette.raised, ui.palette.line);
    if (press_area(ui, "studio.folder." + std::to_string(i), row, Metrics::kCardRadius))
      intent = studio::GoOnIn{place.library};
    row = row.inset(16, 9);
    draw_text_in(ui, row.cut_right(150), TextStyle::kBody, ui.palette.text, room_of(ui, place),
                 Align::kRight);
    draw_text_in(ui, row.cut_left(34), TextStyle::kBody, ui.palette.mute, icons::kDisk);
    draw_text_in(ui, row.cut_top(24), TextStyle::kBodyBold, ui.palette.text, name_of(ui, place));
    draw_text_in(ui, row, TextStyle::kCaption, ui.palette.mute, place.library.string());
  }
  if (rows == 0) {
    draw_wrapped(ui, box, TextStyle::kBody, ui.palette.text,
                 ui.tr("No other disk is there. Plug in a USB stick: it appears here."));
  }
  const ButtonSpec close{.label = ui.tr("Close"), .key = "Esc"};
  if (button(ui, "studio.folder.cancel", buttons.cut_right(button_width(ui, close, 24)), close))
    intent = studio::ChooseFolder{false};
  return intent;
}

}  // namespace gladi
