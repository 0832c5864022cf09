// The card "camera & sound": what is seen and heard, with plain verdicts.
#include "ui/screens/home/home_screen.h"
#include "ui/theme/icons.h"
#include "ui/widgets/face_outline.h"
#include "ui/widgets/ring_light_buttons.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

ChipLook look_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::kGood:
      return ChipLook::kGood;
    case Verdict::kAttention:
      return ChipLook::kWarn;
    case Verdict::kBad:
      return ChipLook::kBad;
    case Verdict::kNotChecked:
      return ChipLook::kNeutral;
  }
  return ChipLook::kNeutral;
}

constexpr float kRowHeight = 26;
constexpr float kRowGap = 10;
constexpr float kBarHeight = 14;
constexpr float kMostBelow = 3 * 19;  // three lines
constexpr float kBelowGap = 3;
constexpr float kIconWidth = 28;
constexpr float kOtherGap = 6;
constexpr float kHeadHeight = 36;

// The verdict as a chip at the right; never by colour alone: a good one carries a tick. Long sentences (a
// device's problem) go below instead.
std::string chip_text(const Ui& ui, const Finding& finding) {
  const std::string what = ui.tr(finding.what);
  return finding.verdict == Verdict::kGood ? what + " ✓" : what;
}

struct Line {
  const char* icon;
  std::string name;
  const Finding& finding;
  std::string advice;
  std::string said;  // the verdict where it is too long for a chip: below the row, above the advice
  bool level = false;
  std::string other;  // the name of what could be used instead
};

Line make_line(const Ui& ui, const char* icon, std::string name, const Finding& finding, float width) {
  Line line{icon, std::move(name), finding, ui.tr(finding.advice)};
  const float needed = kIconWidth + text_size(ui, TextStyle::kBodyBold, line.name).w + 10 +
                       chip_width(ui, chip_text(ui, finding));
  // A device's long name may end in "…"; a long verdict, such as a problem's sentence, goes below.
  if (needed > width && chip_width(ui, chip_text(ui, finding)) > width * 0.5F) {
    line.said = ui.tr(finding.what);
  }
  return line;
}

float below_height(const Ui& ui, const std::string& text, float width) {
  if (text.empty()) return 0;
  return kBelowGap + std::min(wrapped_height(ui, TextStyle::kCaption, text, width), kMostBelow);
}

void draw_below(Ui& ui, Box& box, Rgba colour, const std::string& text) {
  if (text.empty()) return;
  Box place = box.cut_top(below_height(ui, text, box.w));
  place.cut_top(kBelowGap);
  draw_wrapped(ui, place, TextStyle::kCaption, colour, text);
}

float height_of(const Ui& ui, const Line& line, float width) {
  float height = kRowHeight;
  if (line.level) height += kBarHeight + 6;
  if (!line.other.empty()) height += kOtherGap + Metrics::kSmallButtonHeight;
  return height + below_height(ui, line.said, width) + below_height(ui, line.advice, width);
}

// What stands for the verdict where its words are below.
struct Mark {
  const char* icon;
  Rgba colour;
};

Mark mark_of(const Palette& p, Verdict verdict) {
  switch (look_of(verdict)) {
    case ChipLook::kGood:
      return {icons::kCheck, p.chip_good.text};
    case ChipLook::kWarn:
      return {icons::kWarning, p.chip_warn.text};
    case ChipLook::kBad:
      return {icons::kError, p.chip_bad.text};
    case ChipLook::kNeutral:
      break;
  }
  return {icons::kInfo, p.chip.text};
}

// True when what could be used instead was chosen.
bool draw_line(Ui& ui, Box box, const Line& line, float peak_dbfs) {
  const Palette& p = ui.palette;
  Box row = box.cut_top(kRowHeight);
  if (line.said.empty()) {
    const float chip_w =
        chip(ui, row.right(), row.y + 1, chip_text(ui, line.finding), look_of(line.finding.verdict), true);
    row.cut_right(chip_w + 10);
  } else {
    const Mark mark = mark_of(p, line.finding.verdict);
    draw_text_in(ui, row.cut_right(24), TextStyle::kBodyBold, mark.colour, mark.icon, Align::kRight);
  }
  draw_text_in(ui, row.cut_left(kIconWidth), TextStyle::kBody, p.text, line.icon);
  draw_text_in(ui, row, TextStyle::kBodyBold, p.text, line.name);
  if (line.level) {
    box.cut_top(6);
    level_bar(ui, box.cut_top(kBarHeight), peak_dbfs);
  }
  draw_below(ui, box, p.text, line.said);
  draw_below(ui, box, p.mute, line.advice);
  if (line.other.empty()) return false;
  box.cut_top(kOtherGap);
  ButtonSpec use{.label = ui.tr("Use {0}", {line.other}),
                 .key = cap_of(ui, Key::kOtherMicrophone),
                 .style = TextStyle::kLabelBold};
  const float room = box.w - (button_width(ui, use, 12) - text_size(ui, use.style, use.label).w);
  use.label = shortened(ui, use.style, use.label, room);
  const Box place{box.x, box.y, std::min(button_width(ui, use, 12), box.w), Metrics::kSmallButtonHeight};
  return button(ui, "home.other_microphone", place, use) || key_pressed(Key::kOtherMicrophone);
}

// What ALSA calls its usual devices says nothing to people.
std::string name_or(const Ui& ui, const std::string& name, const char* otherwise) {
  const bool generic = name.empty() || name == "default" || name == "pulse" || name == "sysdefault";
  return generic ? ui.tr(otherwise) : name;
}

// The title, and the ring light beside it.
std::optional<HomeIntent> draw_head(Ui& ui, Box row, const HomeModel& model) {
  const RingLight& light = model.settings.ring_light;
  const std::string title = ui.tr("Camera & sound check");
  const float most = light.on() ? 190 : 170;
  const float beside = row.w - text_size(ui, TextStyle::kTitle, title).w - 12;
  const Box place = row.cut_right(std::min(most, std::max(beside, light.on() ? 150.0F : 70.0F)), 10);
  draw_text_in(ui, row, TextStyle::kTitle, ui.palette.text, title);
  const std::optional<RingLight> wish = ring_light_buttons(ui, "home", place, light);
  if (!wish) return {};
  Settings changed = model.settings;
  changed.ring_light = *wish;
  return home::ChangeSettings{changed};
}

}  // namespace

std::optional<HomeIntent> draw_check_card(Ui& ui, const Box& box, const HomeModel& model) {
  std::optional<HomeIntent> intent;
  card(ui, box);
  ui.widgets.add("home.check", box);
  Box inner = box.inset(18);
  if (auto changed = draw_head(ui, inner.cut_top(kHeadHeight, 10), model)) intent = changed;

  const Checkup& check = model.checkup;
  std::vector<Line> lines;
  // A camera that works says how she sits before it, as soon as somebody has looked. A fault of it that can
  // wait waits until she sits well.
  const bool face_known = check.face.verdict != Verdict::kNotChecked;
  const bool face_first = check.camera.verdict == Verdict::kGood || check.face.verdict != Verdict::kGood;
  const bool about_face = face_known && face_first && check.camera.verdict != Verdict::kBad;
  lines.push_back(make_line(ui, icons::kCamera, name_or(ui, model.camera_name, GLADI_TEXT("Camera")),
                            about_face ? check.face : check.camera, inner.w));
  lines.push_back(make_line(ui, icons::kMicrophone,
                            name_or(ui, model.microphone_name, GLADI_TEXT("Microphone")), check.microphone,
                            inner.w));
  lines.back().level = true;
  lines.back().other = model.other_microphone_name;
  lines.push_back(make_line(ui, icons::kLight, ui.tr("Light"), check.light, inner.w));
  // Why nobody can look for her face.
  if (!face_known && !check.face.advice.empty())
    lines.push_back(make_line(ui, icons::kFace, ui.tr("Face"), check.face, inner.w));
  lines.push_back(make_line(ui, icons::kDisk, ui.tr("Room on the disk"), check.disk, inner.w));

  // A computer that is fast enough is nothing to read about.
  if (check.encoder.verdict == Verdict::kAttention || check.encoder.verdict == Verdict::kBad) {
    lines.push_back(make_line(ui, icons::kSpeed, ui.tr("Computer"), check.encoder, inner.w));
  }

  float height = 0;
  for (const Line& line : lines) height += height_of(ui, line, inner.w) + kRowGap;
  const Box preview = inner.cut_top(std::max(100.0F, inner.h - height - 4), 14);
  ui.widgets.add("home.preview", preview);
  if (model.preview) {
    const PictureSpec spec{.mirrored = true, .focus_y = 0.32F};
    picture(ui, preview, model.preview, spec);
    if (model.face) face_outline(preview, model.preview, spec, *model.face);
  } else {
    picture(ui, preview, {});
    const char* text = model.stage_opening ? ui.tr("Preparing the camera…") : ui.tr("No picture yet");
    draw_text_in(ui, preview, TextStyle::kBody, rgb(0xFFFFFF), text, Align::kCentre);
  }
  for (const Line& line : lines) {
    const float line_height = height_of(ui, line, inner.w);
    if (draw_line(ui, inner.cut_top(line_height, kRowGap), line, model.peak_dbfs)) {
      Settings changed = model.settings;
      changed.microphone = model.other_microphone_spec;
      intent = home::ChangeSettings{changed};
    }
  }
  const auto words = [](const Line& line) { return line.name + "|" + line.said + "|" + line.advice; };
  ui.widgets.note("home.check.camera", words(lines[0]));
  ui.widgets.note("home.check.microphone", words(lines[1]));
  ui.widgets.note("home.check.encoder", ui.tr(check.encoder.what));
  ui.widgets.note("home.check.light", words(lines[2]));
  ui.widgets.note("home.check.face", ui.tr(check.face.what));
  ui.widgets.note("home.face", model.face ? "seen" : "none");
  ui.widgets.note("home.camera", model.stage_opening ? "opening" : model.preview ? "live" : "none");
  return intent;
}

}  // namespace gladi
