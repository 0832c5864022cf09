#include "ui/screens/studio/studio_screen.h"

#include <SDL2/SDL_scancode.h>

#include <algorithm>

#include "studio/text/format.h"
#include "ui/theme/icons.h"
#include "ui/widgets/ring_light_buttons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

using Phase = StudioModel::Phase;

constexpr float kButtonGap = 10;
constexpr float kLeastForName = 110;
constexpr float kOverlaysWidth = 64;
constexpr int kButtons = 6;

// In rows of three where there is room, else of two.
int button_columns(float width) {
  return width < 430 ? 2 : 3;
}
float buttons_height(float width) {
  const int rows = (kButtons + button_columns(width) - 1) / button_columns(width);
  return static_cast<float>(rows) * (Metrics::kButtonHeight + kButtonGap) - kButtonGap;
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

// "0 frames lost · room for 11 h"; without the room while it isn't known yet.
std::string truth(const Ui& ui, const StudioModel& model) {
  const std::string lost = ui.tr_n("{0} frame lost", "{0} frames lost", model.state.lost_frames);
  if (model.state.disk_left == MediaTime{} && !model.state.disk_low) return lost;
  const int64_t minutes = model.state.disk_left.ms() / 60'000;
  const std::string room = minutes >= 120 ? ui.tr("{0} hours left", {std::to_string(minutes / 60)})
                                          : ui.tr("{0} minutes left", {std::to_string(minutes)});
  return lost + " · " + room;
}

std::optional<StudioIntent> draw_header(Ui& ui, const StudioModel& model) {
  const Palette& p = ui.palette;
  const bool recording = model.phase == Phase::kRecording;
  std::optional<StudioIntent> intent;
  Box rest = header(ui);
  const ButtonSpec stop{.label = recording ? ui.tr("Finish") : ui.tr("Cancel"),
                        .icon = recording ? icons::kStop : nullptr,
                        .key = cap_of(ui, recording ? Key::kStartStop : Key::kCancel),
                        .look = recording ? ButtonLook::kRed : ButtonLook::kNormal,
                        .enabled = model.phase != Phase::kStopping};
  const Box stop_box = rest.cut_right(button_width(ui, stop), 18).inset(0, 11);
  if (button(ui, "studio.stop", stop_box, stop)) {
    intent = recording ? StudioIntent(studio::Stop{}) : StudioIntent(studio::Cancel{});
  }

  const bool wide = ui.area.w >= 1200;
  const ButtonSpec projector{.label = wide ? ui.tr("Projector") : "",
                             .icon = icons::kProjector,
                             .key = cap_of(ui, Key::kProjector),
                             .look = model.projector_on ? ButtonLook::kPrimary : ButtonLook::kNormal,
                             .style = TextStyle::kLabelBold,
                             .tooltip = ui.tr("Shows the class what is recorded, on the second screen")};
  if (button(ui, "studio.projector", rest.cut_right(button_width(ui, projector, 12), 14).inset(0, 13),
             projector))
    intent = studio::ToggleProjector{};

  if (recording || model.phase == Phase::kStopping) {
    // While the disk fails the time goes on, the recording doesn't: the badge says neither more nor less.
    const bool stands_still = model.state.problem.has_value();
    const std::string time = stands_still ? ui.tr("NOT RECORDING") + (" " + format_clock(model.state.elapsed))
                                          : std::string(icons::kRecord) + " " + ui.tr("REC") + " " +
                                                format_clock(model.state.elapsed);
    const Pair look = stands_still ? p.chip_warn : p.red;
    const Box badge = rest.cut_left(text_size(ui, TextStyle::kBodyBold, time).w + 28, 18).inset(0, 17);
    fill(ui, badge, look.fill, 8);
    draw_text_in(ui, badge, TextStyle::kBodyBold, look.text, time, Align::kCentre);
    const std::string words = truth(ui, model);
    const float words_width = text_size(ui, TextStyle::kBody, words).w;
    if (rest.w > words_width + 300) {
      draw_text_in(ui, rest.cut_right(words_width, 18), TextStyle::kBody, p.mute, words, Align::kRight);
    } else {
      const float narrow = text_size(ui, TextStyle::kLabel, words).w;
      draw_text_in(ui, rest.cut_right(narrow, 14), TextStyle::kLabel, p.mute, words, Align::kRight);
    }
  }
  const float level_width = rest.w > 330 ? 140.0F : rest.w > 160 ? 90.0F : 56.0F;
  level_bar(ui, rest.cut_right(level_width, 8).inset(0, 26), model.state.level.peak_dbfs);
  draw_text_in(ui, rest.cut_right(26, 12), TextStyle::kBody, p.mute, icons::kMicrophone);
  // On a small screen the name alone, or nothing rather than the beginning of a name.
  const std::string& name = model.plan->person.name;
  const std::string both = name + " · " + model.plan->catalogue.name.in(ui.language());
  const bool room_for_both = text_size(ui, TextStyle::kBody, both).w <= rest.w;
  const std::string& who = room_for_both ? both : name;
  if (rest.w >= kLeastForName || text_size(ui, TextStyle::kBody, who).w <= rest.w)
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

bool flash_sale_runs(const StudioModel& model) {
  return model.state.show && model.state.show->audience.flash_sale;
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
        .key = cap_of(ui, Key::kPreviousSegment),
        .style = style,
        .enabled = on && model.state.segment > 0},
       studio::PreviousSegment{}},
      {"studio.next",
       {.label = std::string(ui.tr("Product")) + " ▶",
        .key = cap_of(ui, Key::kNextSegment),
        .style = style,
        .enabled = on && model.state.segment < last},
       studio::NextSegment{}},
      {"studio.flash_sale",
       {.label = ui.tr("Flash sale"),
        .icon = icons::kBolt,
        .key = cap_of(ui, Key::kFlashSale),
        .look = flash_sale_runs(model) ? ButtonLook::kPrimary : ButtonLook::kNormal,
        .style = style,
        .enabled = on && model.state.show && model.state.show->can_start_flash_sale},
       studio::FlashSale{}},
      {"studio.marker",
       {.label = model.marker_just_set ? ui.tr("Marked ✓") : ui.tr("Mark"),
        .icon = model.marker_just_set ? nullptr : icons::kBookmark,
        .key = cap_of(ui, Key::kMarker),
        .look = model.marker_just_set ? ButtonLook::kPrimary : ButtonLook::kNormal,
        .style = style,
        .enabled = on},
       studio::SetMarker{}},
      {"studio.layout",
       {.label = ui.tr("Layout"), .key = cap_of(ui, Key::kLayout), .style = style, .enabled = on},
       studio::NextLayout{}},
  };
  const int columns = button_columns(row.w);
  Box line;
  float width = 0;
  for (int i = 0; i < kButtons; ++i) {  // the last one is the ring light's
    if (i % columns == 0) {
      line = row.cut_top(Metrics::kButtonHeight, kButtonGap);
      const auto in_line =
          static_cast<float>(std::min(columns, kButtons - i));  // the last row may hold fewer
      width = (line.w - kButtonGap * (in_line - 1)) / in_line;
    }
    if (i == kButtons - 1) {
      const auto light = ring_light_buttons(ui, "studio", line, model.ring_light);
      if (light) intent = studio::SetRingLight{*light};
      break;
    }
    const Entry& entry = entries[i];
    Box place = line.cut_left(width, kButtonGap);
    if (i == kButtons - 2) {  // what lies over the picture is switched beside its layout
      const ButtonSpec overlays{.icon = icons::kEye,
                                .key = cap_of(ui, Key::kFeedParts),
                                .look = model.choosing_overlays ? ButtonLook::kPrimary : ButtonLook::kNormal,
                                .style = style,
                                .enabled = on,
                                .tooltip = ui.tr("What viewers see on the picture")};
      if (button(ui, "studio.overlays", place.cut_right(kOverlaysWidth, 6), overlays))
        intent = studio::ToggleOverlays{};
    }
    ButtonSpec spec = entry.spec;
    if (spec.icon == nullptr && i == kButtons - 2 && button_width(ui, spec, 6) > place.w) {
      spec.tooltip = ui.tr("Layout");  // where the word has no room its sign stands
      spec.icon = icons::kLayout;
      spec.label.clear();
    }
    if (button(ui, entry.name, place, spec)) intent = entry.intent;
  }
  return intent;
}

std::optional<StudioIntent> keys(const StudioModel& model) {
  if (model.choosing_folder) return {};
  if (model.phase == Phase::kPreparing || model.phase == Phase::kCountdown) {
    if (key_pressed(Key::kCancel)) return studio::Cancel{};
    return {};
  }
  if (model.phase != Phase::kRecording) return {};
  if (key_pressed(Key::kStartStop)) return studio::Stop{};
  if (key_pressed(Key::kPreviousSegment)) return studio::PreviousSegment{};
  if (key_pressed(Key::kNextSegment)) return studio::NextSegment{};
  if (key_pressed(Key::kMarker)) return studio::SetMarker{};
  if (const int word = live_word_pressed(); word > 0) return studio::LiveWord{word};
  if (key_pressed(Key::kLayout)) return studio::NextLayout{};
  if (auto wish = overlay_keys(model)) return wish;
  if (key_pressed(Key::kFlashSale)) return studio::FlashSale{};
  if (key_pressed(Key::kAnswer)) return studio::Answer{};
  if (key_pressed(Key::kPin)) return studio::Pin{};
  if (key_pressed(Key::kMute)) return studio::Mute{};
  if (model.state.show) {
    if (auto wish = prompter_keys(model.state.show->prompter)) return wish;
  }
  const int products = static_cast<int>(model.plan->catalogue.products.size());
  const int number = number_pressed();
  if (number > 0 && number <= products) return studio::ShowProduct{number};
  return {};
}

}  // namespace

bool has_audience(const StudioModel& model) {
  return model.state.show && model.state.show->audience.on;
}

std::optional<StudioIntent> draw_studio(Ui& ui, const StudioModel& model) {
  // Escape never loses anything and no field takes the keyboard: the keys belong to the screen.
  const ScreenScope screen(ui, "studio", ScreenScope::Keyboard::kShortcuts);
  ui.widgets.note("studio.phase", phase_name(model.phase));
  ui.widgets.note("studio.live_comments", std::to_string(model.live_comments));
  ui.widgets.note("studio.segment", std::to_string(model.state.segment));
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
  take(model.choosing_overlays ? draw_overlay_switches(ui, right, model)
       : has_audience(model)   ? draw_audience(ui, right, model)
                               : draw_rundown(ui, right, model));

  const Box buttons = content.cut_bottom(buttons_height(content.w), 14);
  if (!draw_live_words(ui, buttons, model)) take(draw_buttons(ui, buttons, model));
  if (model.state.show && model.state.show->cue)
    draw_cue(ui, content.cut_bottom(62, 14), *model.state.show->cue);
  take(draw_time_left(ui, content.cut_bottom(time_left_height(content.w), 14), model));
  if (!portrait) {
    // Key points stay on top, below the lens; the wide picture lies under them.
    const float height = std::min(content.w / shape, content.h - 160);
    feed = content.cut_bottom(height, 14).centred(height * shape, height);
  }
  take(draw_prompter(ui, content, model));

  picture(ui, feed, model.preview);
  draw_just_said(ui, feed, model);
  draw_countdown(ui, feed, model);
  ui.widgets.add("studio.feed", feed);
  take(draw_folder_sheet(ui, model));
  return intent;
}

}  // namespace gladi
