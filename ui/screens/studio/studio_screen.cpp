#include "ui/screens/studio/studio_screen.h"

#include <SDL2/SDL_scancode.h>

#include "studio/text/format.h"
#include "ui/theme/icons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

using Phase = StudioModel::Phase;

constexpr float kButtonGap = 10;

bool two_button_rows(float width) {
  return width < 540;
}

const char* phase_name(Phase phase) {
  switch (phase) {
    case Phase::kPreparing:
      return "preparing";
    case Phase::kCountdown:
      return "countdown";
    case Phase::kRecording:
      return "recording";
    case Phase::kStopping:
      return "stopping";
  }
  return "";
}

// "0 frames lost · room for 11 h"
std::string truth(const Ui& ui, const StudioModel& model) {
  const int64_t minutes = model.state.disk_left.ms() / 60'000;
  const std::string room = minutes >= 120 ? ui.tr("{0} hours left", {std::to_string(minutes / 60)})
                                          : ui.tr("{0} minutes left", {std::to_string(minutes)});
  return ui.tr_n("{0} frame lost", "{0} frames lost", model.state.lost_frames) + " · " + room;
}

std::optional<StudioIntent> draw_header(Ui& ui, const StudioModel& model) {
  const Palette& p = ui.palette;
  const bool recording = model.phase == Phase::kRecording;
  std::optional<StudioIntent> intent;
  Box rest = header(ui);
  const ButtonSpec stop{.label = recording ? ui.tr("Finish") : ui.tr("Cancel"),
                        .icon = recording ? icons::kStop : nullptr,
                        .key = recording ? "F9" : "Esc",
                        .look = recording ? ButtonLook::kRed : ButtonLook::kNormal,
                        .enabled = model.phase != Phase::kStopping};
  const Box stop_box = rest.cut_right(button_width(ui, stop), 18).inset(0, 11);
  if (button(ui, "studio.stop", stop_box, stop)) {
    intent = recording ? StudioIntent(studio::Stop{}) : StudioIntent(studio::Cancel{});
  }

  if (recording || model.phase == Phase::kStopping) {
    const std::string time =
        std::string(icons::kRecord) + " " + ui.tr("REC") + " " + format_clock(model.state.elapsed);
    const Box badge = rest.cut_left(text_size(ui, TextStyle::kBodyBold, time).w + 28, 18).inset(0, 17);
    fill(ui, badge, p.red.fill, 8);
    draw_text_in(ui, badge, TextStyle::kBodyBold, p.red.text, time, Align::kCentre);
    const std::string words = truth(ui, model);
    const float words_width = text_size(ui, TextStyle::kBody, words).w;
    if (rest.w > words_width + 300) {
      draw_text_in(ui, rest.cut_right(words_width, 18), TextStyle::kBody, p.mute, words, Align::kRight);
    } else {
      const float narrow = text_size(ui, TextStyle::kLabel, words).w;
      draw_text_in(ui, rest.cut_right(narrow, 14), TextStyle::kLabel, p.mute, words, Align::kRight);
    }
  }
  const bool roomy = rest.w > 330;
  level_bar(ui, rest.cut_right(roomy ? 140 : 90, 8).inset(0, 26), model.state.level.peak_dbfs);
  draw_text_in(ui, rest.cut_right(26, 12), TextStyle::kBody, p.mute, icons::kMicrophone);
  const std::string who = model.plan->person.name + " · " + model.plan->catalogue.name.in(ui.language());
  draw_text_in(ui, rest, TextStyle::kBody, p.mute, who);
  return intent;
}

void draw_countdown(Ui& ui, const Box& feed, const StudioModel& model) {
  if (model.phase == Phase::kRecording) return;
  fill(ui, feed, ui.palette.scrim, Metrics::kPictureRadius);
  const Rgba white = rgb(0xFFFFFF);
  if (model.phase == Phase::kCountdown) {
    draw_text_in(ui, feed, TextStyle::kCountdown, white, std::to_string(model.countdown), Align::kCentre);
    Box below = feed;
    below.cut_top(feed.h * 0.66F);
    draw_text_in(ui, below.cut_top(30), TextStyle::kTitle, white, ui.tr("Look at the camera and smile"),
                 Align::kCentre);
    return;
  }
  draw_text_in(
      ui, feed, TextStyle::kTitle, white,
      model.phase == Phase::kPreparing ? ui.tr("Preparing the camera…") : ui.tr("Saving your rehearsal…"),
      Align::kCentre);
}

std::optional<StudioIntent> draw_buttons(Ui& ui, Box row, const StudioModel& model) {
  std::optional<StudioIntent> intent;
  const bool on = model.phase == Phase::kRecording;
  const int last = static_cast<int>(model.plan->rundown.segments.size()) - 1;
  struct Entry {
    const char* name;
    ButtonSpec spec;
    StudioIntent intent;
  };
  const TextStyle style = TextStyle::kLabelBold;
  const Entry entries[] = {
      {"studio.previous",
       {.label = "◀ " + std::string(ui.tr("Product")),
        .key = "←",
        .style = style,
        .enabled = on && model.state.segment > 0},
       studio::PreviousSegment{}},
      {"studio.next",
       {.label = std::string(ui.tr("Product")) + " ▶",
        .key = "→",
        .style = style,
        .enabled = on && model.state.segment < last},
       studio::NextSegment{}},
      {"studio.marker",
       {.label = model.marker_just_set ? ui.tr("Marked ✓") : ui.tr("Mark"),
        .icon = model.marker_just_set ? nullptr : icons::kBookmark,
        .key = "M",
        .look = model.marker_just_set ? ButtonLook::kPrimary : ButtonLook::kNormal,
        .style = style,
        .enabled = on},
       studio::SetMarker{}},
      {"studio.layout",
       {.label = ui.tr("Layout"), .key = "L", .style = style, .enabled = on},
       studio::NextLayout{}},
  };
  // One row of four, or two of two where the labels need the room.
  const int columns = two_button_rows(row.w) ? 2 : 4;
  const float width = (row.w - kButtonGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  Box line;
  for (int i = 0; i < 4; ++i) {
    if (i % columns == 0) line = row.cut_top(Metrics::kButtonHeight, kButtonGap);
    const Entry& entry = entries[i];
    if (button(ui, entry.name, line.cut_left(width, kButtonGap), entry.spec)) intent = entry.intent;
  }
  return intent;
}

std::optional<StudioIntent> keys(const StudioModel& model) {
  if (model.choosing_folder) return {};
  if (model.phase == Phase::kPreparing || model.phase == Phase::kCountdown) {
    if (key_pressed(SDL_SCANCODE_ESCAPE)) return studio::Cancel{};
    return {};
  }
  if (model.phase != Phase::kRecording) return {};
  if (key_pressed(SDL_SCANCODE_F9)) return studio::Stop{};
  if (key_pressed(SDL_SCANCODE_LEFT)) return studio::PreviousSegment{};
  if (key_pressed(SDL_SCANCODE_RIGHT)) return studio::NextSegment{};
  if (key_pressed(SDL_SCANCODE_M)) return studio::SetMarker{};
  if (key_pressed(SDL_SCANCODE_L)) return studio::NextLayout{};
  const int products = static_cast<int>(model.plan->catalogue.products.size());
  for (int number = 1; number <= std::min(products, 9); ++number) {
    if (key_pressed(SDL_SCANCODE_1 + number - 1) || key_pressed(SDL_SCANCODE_KP_1 + number - 1)) {
      return studio::ShowProduct{number};
    }
  }
  return {};
}

}  // namespace

std::optional<StudioIntent> draw_studio(Ui& ui, const StudioModel& model) {
  // Escape never loses anything and no field takes the keyboard: the keys belong to the screen.
  const ScreenScope screen(ui, "studio", ScreenScope::Keyboard::kShortcuts);
  ui.widgets.note("studio.phase", phase_name(model.phase));
  std::optional<StudioIntent> intent = keys(model);
  const auto take = [&intent](std::optional<StudioIntent> other) {
    if (other) intent = other;
  };
  take(draw_header(ui, model));

  Box content = ui.area;
  content.cut_top(Metrics::kHeaderHeight);
  content = content.inset(Metrics::kScreenPadding);
  take(draw_disk_band(ui, content, model));
  take(draw_alarms(ui, content, model));
  draw_load_band(ui, content, model);
  const float shape = static_cast<float>(model.canvas.width_px) / static_cast<float>(model.canvas.height_px);
  const bool portrait = shape < 1;
  const Box right = content.cut_right(ui.area.w < 1200 ? 230 : 356, 16);
  Box feed;
  if (portrait) {
    feed = content.cut_left(std::min(content.h * shape, content.w * 0.5F), 16);
    feed = feed.centred(feed.w, feed.w / shape);
  }
  take(draw_rundown(ui, right, model));

  const float button_rows =
      two_button_rows(content.w) ? 2 * Metrics::kButtonHeight + kButtonGap : Metrics::kButtonHeight;
  take(draw_buttons(ui, content.cut_bottom(button_rows, 14), model));
  draw_time_left(ui, content.cut_bottom(time_left_height(content.w), 14), model);
  if (!portrait) {
    // Key points stay on top, below the lens; the wide picture lies under them.
    const float height = std::min(content.w / shape, content.h - 160);
    feed = content.cut_bottom(height, 14).centred(height * shape, height);
  }
  draw_key_points(ui, content, model);

  picture(ui, feed, model.preview);
  draw_countdown(ui, feed, model);
  ui.widgets.add("studio.feed", feed);
  take(draw_folder_sheet(ui, model));
  return intent;
}

}  // namespace gladi
