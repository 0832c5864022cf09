#include "ui/screens/studio/projector_words.h"

#include "studio/text/format.h"
#include "ui/screens/studio/studio_screen.h"

namespace gladi {

ProjectorWords projector_words(const StudioModel& model, const Translator& translator,
                               const std::vector<std::string>& next) {
  using Phase = StudioModel::Phase;
  const RehearsalState& state = model.state;
  ProjectorWords words;
  words.name = model.plan->person.name;
  words.next_caption = translator.tr("Next");
  words.next = next;
  if (model.phase == Phase::kPreparing || model.phase == Phase::kCountdown) {
    words.caption = translator.tr("Get ready");
    if (model.phase == Phase::kCountdown) words.clock = std::to_string(model.countdown);
    words.line = model.plan->catalogue.name.in(translator.language());
    return words;
  }
  words.caption =
      translator.tr(model.phase == Phase::kRecording ? GLADI_TEXT("Live now") : GLADI_TEXT("Well done!"));
  // Rounded up while it counts down, so that 00:00 means over.
  const MediaTime left = state.segment_planned - state.segment_elapsed;
  const bool over = left.ns < 0;
  words.clock = format_clock(over ? -left : left + MediaTime::from_ms(999));
  words.line = translator.tr(over ? GLADI_TEXT("over time") : GLADI_TEXT("left for this part"));
  const auto segment = static_cast<size_t>(state.segment);
  if (segment < model.plan->rundown.segments.size())
    words.line += " · " + what_runs(translator, model, model.plan->rundown.segments[segment]);
  // Whole minutes: a total that changed each second would have the words drawn each second.
  words.line +=
      " · " + translator.tr("{0} min in all", {std::to_string((state.total_planned.ms() + 30'000) / 60'000)});
  return words;
}

}  // namespace gladi
