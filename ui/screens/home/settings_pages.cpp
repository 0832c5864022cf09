#include "ui/screens/home/settings_pages.h"

#include <algorithm>
#include <cmath>

#include "encoder/file/quality.h"
#include "encoder/program/canvas.h"
#include "studio/overlay/feed_overlays.h"
#include "studio/overlay/feed_part_choices.h"
#include "studio/rehearsal/disk_watch.h"
#include "studio/text/format.h"
#include "ui/theme/icons.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/key_list.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kFieldHeight = 46;
constexpr float kGap = 14;
constexpr float kTickHeight = 40;

void label(Ui& ui, Box& box, const char* text) {
  draw_text_in(ui, box.cut_top(22, 5), TextStyle::kLabelBold, ui.palette.mute, text);
}

// A remark below what it is about: when a change counts, what it costs.
void remark(Ui& ui, Box& box, const std::string& text) {
  const float height = wrapped_height(ui, TextStyle::kLabel, text, box.w);
  draw_wrapped(ui, box.cut_top(height, kGap), TextStyle::kLabel, ui.palette.mute, text);
}

// One of several texts that the settings keep; what is none of them shows the first.
struct Option {
  std::string value;
  std::string words;
};
bool choose(Ui& ui, const std::string& name, const Box& box, const std::vector<Option>& options,
            std::string* value) {
  std::vector<std::string> labels;
  int chosen = 0;
  for (size_t i = 0; i < options.size(); ++i) {
    labels.push_back(options[i].words);
    if (options[i].value == *value) chosen = static_cast<int>(i);
  }
  if (!choice(ui, name, box, labels, &chosen)) return false;
  *value = options[static_cast<size_t>(chosen)].value;
  return true;
}

bool choose_device(Ui& ui, const std::string& name, const Box& box,
                   const std::optional<std::vector<DeviceChoice>>& devices, std::string* spec) {
  if (!devices) {
    draw_text_in(ui, box, TextStyle::kBody, ui.palette.mute, ui.tr("Looking for devices…"));
    return false;
  }
  std::vector<Option> options;
  bool known = false;
  for (const DeviceChoice& device : *devices) {
    options.push_back({device.spec, device.name});
    known = known || device.spec == *spec;
  }
  if (!known) options.push_back({*spec, *spec});  // chosen once, not plugged in now
  return choose(ui, name, box, options, spec);
}

bool choose_display(Ui& ui, Box& box, const std::vector<std::string>& displays, std::string* name) {
  const Box field = box.cut_top(kFieldHeight, 6);
  if (displays.size() < 2) {  // nothing to choose
    draw_text_in(ui, field, TextStyle::kBody, ui.palette.text,
                 displays.empty() ? ui.tr("No second screen is connected.") : displays.front());
    return false;
  }
  std::vector<Option> options = {{"", ui.tr("The first other screen")}};
  for (const std::string& display : displays) options.push_back({display, display});
  return choose(ui, "home.settings.projector", field, options, name);
}

std::vector<Option> quality_options(const Ui& ui, const Canvas& canvas) {
  const auto words = [&](const char* id, Quality quality) {
    const EncoderSettings encoder = with_quality(default_encoder_settings(canvas), quality);
    const double gigabytes = static_cast<double>(most_bytes_an_hour(encoder)) / 1e9;
    return Option{name_of(quality), ui.tr(id, {format_number(gigabytes, 1, ui.language())})};
  };
  return {words(GLADI_TEXT("Small files: at most {0} GB an hour"), Quality::kSmall),
          words(GLADI_TEXT("Normal: at most {0} GB an hour"), Quality::kNormal),
          words(GLADI_TEXT("Best picture: at most {0} GB an hour (a strong computer)"), Quality::kBest)};
}

std::string room_for(const Ui& ui, const HomeModel& model, const Canvas& canvas) {
  const auto quality = parse_quality(model.settings.quality).value_or(Quality::kNormal);
  const int64_t an_hour = most_bytes_an_hour(with_quality(default_encoder_settings(canvas), quality));
  const int64_t minutes =
      room_to_record(*model.free_bytes, static_cast<double>(an_hour) / 3600).ms() / 60'000;
  if (minutes < 120) return ui.tr("The disk has room for about {0} minutes.", {std::to_string(minutes)});
  return ui.tr("The disk has room for about {0} hours.", {std::to_string(minutes / 60)});
}

}  // namespace

bool draw_device_settings(Ui& ui, Box box, const HomeModel& model, Settings* settings) {
  label(ui, box, ui.tr("Camera"));
  bool changed = choose_device(ui, "home.settings.camera", box.cut_top(kFieldHeight, kGap), model.cameras,
                               &settings->camera);
  label(ui, box, ui.tr("Microphone"));
  changed |= choose_device(ui, "home.settings.microphone", box.cut_top(kFieldHeight, 6), model.microphones,
                           &settings->microphone);
  remark(ui, box, ui.tr("Both are used at once."));
  label(ui, box, ui.tr("Projector"));
  changed |= choose_display(ui, box, model.displays, &settings->projector);
  remark(ui, box, ui.tr("F8 switches it on and off."));
  return changed;
}

bool draw_recording_settings(Ui& ui, Box box, const HomeModel& model, Settings* settings,
                             bool* choose_folder) {
  label(ui, box, ui.tr("Shape of the recording"));
  const std::vector<Option> shapes = {
      {"720x1280@30", ui.tr("Upright, 720 × 1280 (usual)")},
      {"1080x1920@30", ui.tr("Upright, 1080 × 1920 (a strong computer)")},
      {"1280x720@30", ui.tr("Wide, 1280 × 720")},
      {"1920x1080@30", ui.tr("Wide, 1920 × 1080 (a strong computer)")},
  };
  bool changed =
      choose(ui, "home.settings.canvas", box.cut_top(kFieldHeight, kGap), shapes, &settings->canvas);
  label(ui, box, ui.tr("Quality"));
  const Canvas canvas = parse_canvas(settings->canvas).value_or(Canvas{});
  changed |= choose(ui, "home.settings.quality", box.cut_top(kFieldHeight, 6), quality_options(ui, canvas),
                    &settings->quality);
  std::string from = ui.tr("Both count from the next rehearsal on.");
  if (model.free_bytes) from += " " + room_for(ui, model, canvas);
  remark(ui, box, from);
  label(ui, box, ui.tr("Folder of the recordings"));
  Box folder = box.cut_top(kFieldHeight, 6);
  const ButtonSpec other{.label = ui.tr("Choose"), .icon = icons::kFolder};
  *choose_folder =
      button(ui, "home.settings.library", folder.cut_right(button_width(ui, other, 14), 12), other);
  draw_text_in(ui, folder, TextStyle::kBody, ui.palette.text, model.library.string());
  const bool moves = !settings->library.empty() && settings->library != model.library;
  remark(ui, box,
         moves ? ui.tr("From the next start: {0}", {settings->library.string()})
               : std::string(ui.tr("Another folder is used from the next start on.")));
  return changed;
}

bool draw_picture_settings(Ui& ui, Box box, Settings* settings) {
  label(ui, box, ui.tr("Layout at the beginning"));
  const std::vector<Option> layouts = {
      {"camera-full", ui.tr("Camera alone")},
      {"camera-over-product", ui.tr("Camera above, product below")},
      {"product-close-up", ui.tr("Product large, camera small")},
  };
  bool changed =
      choose(ui, "home.settings.layout", box.cut_top(kFieldHeight, kGap), layouts, &settings->layout);
  label(ui, box, ui.tr("What viewers see on the picture"));
  const auto choices = feed_part_choices();
  const size_t rows = (choices.size() + 1) / 2;
  Box left = box.cut_top(static_cast<float>(rows) * kTickHeight, 8);
  Box right = left.cut_right((left.w - 20) / 2, 20);
  for (size_t i = 0; i < choices.size(); ++i) {
    Box& column = i < rows ? left : right;
    changed |=
        tick_box(ui, std::string("home.settings.show.") + choices[i].name, column.cut_top(kTickHeight - 6, 6),
                 ui.tr(choices[i].words), &(settings->feed_parts.*choices[i].part));
  }
  remark(ui, box, ui.tr("From the next rehearsal on. While rehearsing, O changes them at once."));
  return changed;
}

bool draw_rehearsing_settings(Ui& ui, Box box, Settings* settings) {
  bool changed = tick_box(ui, "home.settings.follow", box.cut_top(kTickHeight, 6),
                          ui.tr("Go on by itself when a part's time is over"), &settings->follow_rundown);
  changed |= tick_box(ui, "home.settings.cues", box.cut_top(kTickHeight, kGap),
                      ui.tr("Short cues while I rehearse"), &settings->cues);
  label(ui, box, ui.tr("Letters of the key points"));
  std::vector<std::string> sizes = {ui.tr("As fits")};
  for (int size = 1; size <= 5; ++size) sizes.push_back(ui.tr("Size {0}", {std::to_string(size)}));
  changed |=
      choice(ui, "home.settings.letters", box.cut_top(kFieldHeight, 6), sizes, &settings->prompter_size);
  remark(ui, box, ui.tr("From the next rehearsal on. While rehearsing, + and − change the letters."));
  return changed;
}

bool draw_screen_settings(Ui& ui, Box box, Settings* settings) {
  label(ui, box, ui.tr("Language"));
  int language = settings->language == Language::kIndonesian ? 0 : 1;
  bool changed = choice(ui, "home.settings.language", box.cut_top(kFieldHeight, kGap),
                        {"Bahasa Indonesia", "English"}, &language);
  settings->language = language == 0 ? Language::kIndonesian : Language::kEnglish;
  label(ui, box, ui.tr("Size of everything on the screen"));
  constexpr float kScales[] = {0, 0.8F, 0.9F, 1.0F, 1.1F, 1.25F, 1.5F, 1.75F, 2.0F, 2.25F, 2.5F};
  std::vector<std::string> labels;
  int chosen = 0;
  for (size_t i = 0; i < std::size(kScales); ++i) {
    labels.push_back(kScales[i] <= 0
                         ? std::string(ui.tr("As fits the screen"))
                         : std::to_string(static_cast<int>(std::lround(kScales[i] * 100))) + " %");
    if (std::abs(kScales[i] - settings->ui_scale) < 0.01F) chosen = static_cast<int>(i);
  }
  if (choice(ui, "home.settings.scale", box.cut_top(kFieldHeight, 6), labels, &chosen)) {
    settings->ui_scale = kScales[static_cast<size_t>(chosen)];
    changed = true;
  }
  remark(ui, box,
         ui.tr("Both count at once. It never gets so large that something no longer fits into the window."));
  return changed;
}

void draw_key_settings(Ui& ui, Box box) {
  Box right = box.cut_right((box.w - 24) / 2, 24);
  const auto list = [&ui](Box& column, KeyPlace place) {
    column.cut_top(draw_key_list(ui, column, place, true), 12);
  };
  list(box, KeyPlace::kStudio);
  list(box, KeyPlace::kPrompter);
  draw_text_in(ui, right.cut_bottom(22), TextStyle::kLabel, ui.palette.mute,
               ui.tr("F1 shows the keys of each screen."));
  list(right, KeyPlace::kAnywhere);
  list(right, KeyPlace::kMoving);
  list(right, KeyPlace::kHome);
  list(right, KeyPlace::kLight);
}

}  // namespace gladi
