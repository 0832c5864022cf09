// Her voice through the rehearsal: pace in windows of ten seconds, with gaps where nobody spoke, what it
// comes to in words, and her own takes before. Bands and no decimals.
#include <imgui.h>

#include <algorithm>

#include "studio/coaching/sound_words.h"
#include "studio/text/format.h"
#include "ui/screens/feedback/feedback_screen.h"
#include "ui/widgets/widgets.h"

namespace gladi {
namespace {

constexpr float kStrip = 22, kTimes = 20, kRow = 28, kPlot = 84, kLeastPlot = 54, kSparkWords = 18;
constexpr float kBelowPlot = 6 + kTimes + 6 + 2 * kRow + kSparkWords;
// What the plot shows of syllables a second: what lies beyond stands at its edge.
constexpr double kLowest = 2, kHighest = 8;
constexpr float kSparkWidth = 96, kSpark = 4;

// From left to right through the take.
class TakeAxis {
 public:
  TakeAxis(const Box& box, MediaTime duration) : box_(box), whole_s_(std::max(duration.seconds(), 1.0)) {}
  float x(MediaTime at) const {
    return box_.x + box_.w * static_cast<float>(std::clamp(at.seconds() / whole_s_, 0.0, 1.0));
  }

 private:
  const Box box_;
  const double whole_s_;
};

float height_of_pace(const Box& plot, double syllables_per_s) {
  const double share = (std::clamp(syllables_per_s, kLowest, kHighest) - kLowest) / (kHighest - kLowest);
  return plot.bottom() - plot.h * static_cast<float>(share);
}

// Of the bands, before the plot.
float band_words_width(const Ui& ui) {
  float width = 0;
  for (const PaceBand band : {PaceBand::kRushed, PaceBand::kComfortable, PaceBand::kUnhurried})
    width = std::max(width, text_size(ui, TextStyle::kCaption, ui.tr(pace_in_words(band))).w);
  return width + 2;
}

void draw_bands(Ui& ui, const Box& words, const Box& plot) {
  const float top = height_of_pace(plot, SoundMetrics::kFastest);
  const float bottom = height_of_pace(plot, SoundMetrics::kSlowest);
  fill(ui, plot, ui.palette.raised, 6);
  fill(ui, {plot.x, top, plot.w, bottom - top}, ui.palette.chip_good.fill, 4);
  const auto name = [&](float y, PaceBand band, Rgba colour) {
    draw_text_in(ui, {words.x, y - 9, words.w, 18}, TextStyle::kCaption, colour, ui.tr(pace_in_words(band)));
  };
  name((plot.y + top) / 2, PaceBand::kRushed, ui.palette.mute);
  name((top + bottom) / 2, PaceBand::kComfortable, ui.palette.chip_good.text);
  name((bottom + plot.bottom()) / 2, PaceBand::kUnhurried, ui.palette.mute);
}

// Neighbours are joined, but not over a silence; where too little was said there is no line.
void draw_pace(Ui& ui, const Box& plot, const TakeAxis& axis, const SoundMetrics& sound,
               const std::vector<SilenceFact>& silences) {
  const auto silent_between = [&](MediaTime from, MediaTime to) {
    return std::any_of(silences.begin(), silences.end(), [&](const SilenceFact& silence) {
      return silence.start < to && silence.start + silence.length > from;
    });
  };
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 colour = ui.palette.primary.fill.packed();
  std::optional<MediaTime> before;
  ImVec2 there;
  for (const SoundWindow& window : sound.windows) {
    const auto pace = window.syllables_per_s();
    if (!pace) {
      before.reset();
      continue;
    }
    const MediaTime middle = window.at.from + (window.at.to - window.at.from) / 2;
    if (silent_between(middle, middle + MediaTime{1})) {
      before.reset();
      continue;
    }
    const ImVec2 here{axis.x(middle), height_of_pace(plot, *pace)};
    if (before && !silent_between(*before, middle)) {
      list.AddLine(there, here, colour, 2.5F);
    } else {
      list.AddCircleFilled(here, 2.5F, colour);
    }
    before = middle;
    there = here;
  }
}

// Where nothing was said: in amber, and each leads to its moment.
std::optional<FeedbackIntent> draw_silences(Ui& ui, const Box& plot, const TakeAxis& axis,
                                            const std::vector<SilenceFact>& silences) {
  std::optional<FeedbackIntent> intent;
  for (size_t i = 0; i < silences.size(); ++i) {
    const SilenceFact& silence = silences[i];
    const float from = axis.x(silence.start);
    const Box gap{from, plot.y, std::max(6.0F, axis.x(silence.start + silence.length) - from), plot.h};
    fill(ui, gap, ui.palette.warn, 2);
    if (press_area(ui, "feedback.silence." + std::to_string(i), gap, 2))
      intent = feedback::Watch{silence.start};
  }
  return intent;
}

void draw_times(Ui& ui, const Box& line, const TakeFacts& facts) {
  const Palette& p = ui.palette;
  draw_text_in(ui, line, TextStyle::kCaption, p.mute, format_clock({}));
  draw_text_in(ui, line, TextStyle::kCaption, p.mute, format_clock(facts.duration), Align::kRight);
  const std::vector<SilenceFact> silences = facts.long_silences();
  const auto longest =
      std::max_element(silences.begin(), silences.end(),
                       [](const SilenceFact& a, const SilenceFact& b) { return a.length < b.length; });
  if (longest == silences.end()) {
    // What nobody has measured isn't called good.
    if (facts.sound && facts.sound->lack == SpeechLack::kNone)
      draw_text_in(ui, line, TextStyle::kCaptionBold, p.chip_good.text, ui.tr("no long silence"),
                   Align::kCentre);
    return;
  }
  const std::string words =
      ui.tr("{0}: {1} seconds of silence (an estimate)",
            {format_clock(longest->start), std::to_string((longest->length.ms() + 500) / 1000)});
  draw_text_in(ui, line, TextStyle::kCaptionBold, p.chip_warn.text, words, Align::kCentre);
}

// Her takes before and this one, as points: their heights tell up and down, nothing else.
void draw_spark(Ui& ui, const Box& box, const std::vector<std::optional<double>>& values, double least_span) {
  double low = 0, high = 0;
  size_t there = 0;
  for (const auto& value : values) {
    if (!value) continue;
    low = there == 0 ? *value : std::min(low, *value);
    high = there == 0 ? *value : std::max(high, *value);
    ++there;
  }
  if (there < 2) return;
  const double spare = std::max(0.0, least_span - (high - low)) / 2;
  low -= spare;
  high += spare;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Box plot = box.inset(kSpark + 1);
  std::optional<ImVec2> before;
  for (size_t i = 0; i < values.size(); ++i) {
    if (!values[i]) continue;
    const float across = static_cast<float>(i) / static_cast<float>(values.size() - 1);
    const ImVec2 here{plot.x + across * plot.w,
                      plot.bottom() - plot.h * static_cast<float>((*values[i] - low) / (high - low))};
    if (before) list.AddLine(*before, here, ui.palette.mute.packed(), 1.5F);
    const bool last = i + 1 == values.size();
    list.AddCircleFilled(here, last ? kSpark : kSpark - 1.5F,
                         last ? ui.palette.primary.fill.packed() : ui.palette.mute.packed());
    before = here;
  }
}

struct VoiceRow {
  std::string name, words;
  std::vector<std::optional<double>> values;  // hers before, and this take's
  double least_span;                          // so that chance doesn't look like a change
};

void draw_row(Ui& ui, Box row, const VoiceRow& told, float name_width) {
  draw_text_in(ui, row.cut_left(name_width, 12), TextStyle::kLabel, ui.palette.mute, told.name);
  if (row.w > 2 * kSparkWidth) draw_spark(ui, row.cut_right(kSparkWidth, 12), told.values, told.least_span);
  draw_text_in(ui, row, TextStyle::kLabelBold, ui.palette.text, told.words);
}

VoiceRow pace_row(const Ui& ui, const FeedbackModel& model) {
  const SoundMetrics& sound = *model.facts.sound;
  VoiceRow row{ui.tr("Pace"), "", {}, 2};
  for (const EarlierVoice& take : model.voice.takes) row.values.push_back(take.syllables_per_s);
  row.values.push_back(sound.syllables_per_s);
  if (!sound.syllables_per_s) {
    row.words = ui.tr("not enough data");
    return row;
  }
  row.words = ui.tr(pace_in_words(pace_band(*sound.syllables_per_s)));
  if (const auto usual = model.facts.usual_syllables_per_s)
    row.words += ", " + ui.tr(usual_in_words(against_usual(*sound.syllables_per_s, *usual)));
  return row;
}

VoiceRow melody_row(const Ui& ui, const FeedbackModel& model) {
  const SoundMetrics& sound = *model.facts.sound;
  VoiceRow row{ui.tr("Melody"), "", {}, 1.5};
  for (const EarlierVoice& take : model.voice.takes) row.values.push_back(take.pitch_spread_semitones);
  row.values.push_back(sound.pitch_spread_semitones);
  row.words = sound.pitch_spread_semitones ? ui.tr(melody_in_words(melody_of(*sound.pitch_spread_semitones)))
                                           : std::string(ui.tr("not enough data"));
  return row;
}

// In a line: why there are no rows, or that they are still being made.
std::string words_instead(const Ui& ui, const FeedbackModel& model) {
  if (model.listening) return listening_in_words(ui, model);
  return model.feedback.lack ? ui.tr(*model.feedback.lack) : "";
}

bool told(const FeedbackModel& model) {
  return !model.listening && model.facts.sound && model.facts.sound->lack == SpeechLack::kNone;
}

}  // namespace

std::string listening_in_words(const Ui& ui, const FeedbackModel& model) {
  if (!model.judging_percent) return ui.tr("The recording is being made ready…");
  return ui.tr("Listening to the recording… {0} %", {std::to_string(*model.judging_percent)});
}

float voice_panel_height(const FeedbackModel& model, float room) {
  if (!told(model)) return kStrip + 6 + kTimes + 6 + kRow;
  return std::clamp(room - kBelowPlot, kLeastPlot, kPlot) + kBelowPlot;
}

std::optional<FeedbackIntent> draw_voice_panel(Ui& ui, Box box, const FeedbackModel& model) {
  const TakeFacts& facts = model.facts;
  if (!told(model)) {
    const Box strip = box.cut_top(kStrip, 6);
    const TakeAxis axis(strip, facts.duration);
    const bool silent = !facts.sound || facts.sound->lack != SpeechLack::kTooLittle;
    fill(ui, strip, silent ? ui.palette.track : ui.palette.chip_good.fill, 6);
    std::optional<FeedbackIntent> intent;
    if (!model.listening) intent = draw_silences(ui, strip, axis, facts.long_silences());
    const Box times = box.cut_top(kTimes);
    if (!model.listening) draw_times(ui, times, facts);
    draw_text_in(ui, box.cut_top(kRow), TextStyle::kLabel, ui.palette.mute, words_instead(ui, model));
    return intent;
  }
  Box plot = box.cut_top(box.h - kBelowPlot, 6);
  const float band_words = band_words_width(ui);
  const Box words = plot.cut_left(band_words, 10);
  draw_bands(ui, words, plot);
  const TakeAxis axis(plot, facts.duration);
  const std::vector<SilenceFact> silences = facts.long_silences();
  auto intent = draw_silences(ui, plot, axis, silences);
  draw_pace(ui, plot, axis, *facts.sound, silences);
  Box times = box.cut_top(kTimes, 6);
  times.cut_left(band_words, 10);
  draw_times(ui, times, facts);
  const VoiceRow pace = pace_row(ui, model), melody = melody_row(ui, model);
  const float names = std::max(text_size(ui, TextStyle::kLabel, pace.name).w,
                               text_size(ui, TextStyle::kLabel, melody.name).w) +
                      2;
  draw_row(ui, box.cut_top(kRow), pace, names);
  draw_row(ui, box.cut_top(kRow), melody, names);
  const std::string estimates = model.voice.takes.empty()
                                    ? std::string(ui.tr("Estimates"))
                                    : ui.tr("Estimates; points: rehearsals before ({0}) and this one",
                                            {std::to_string(model.voice.takes.size())});
  draw_text_in(ui, box.cut_top(kSparkWords), TextStyle::kCaption, ui.palette.mute, estimates);
  return intent;
}

}  // namespace gladi
