// Makes the lanes of what was measured.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "studio/coaching/picture_metrics.h"
#include "studio/coaching/sound_metrics.h"
#include "ui/screens/review/measure_model.h"
#include "ui/text/translator.h"

namespace gladi {

// What is known of a take's sound, or why it isn't (yet): one sentence.
struct KnownSound {
  std::optional<SoundMetrics> metrics;
  std::string lack;
};

// Why nothing is told of how somebody spoke, in one sentence; empty where it is.
std::string lack_words(const SoundMetrics& sound, const Translator& translator);

// The lanes of speech, pace and liveliness, findings on top; `model.findings` has to be there.
void make_sound_lanes(MeasureModel& model, const KnownSound& sound, const Translator& translator);

// The lanes of face and light, in the same way.
void make_picture_lanes(MeasureModel& model, const std::optional<PictureMetrics>& picture,
                        const Translator& translator);

}  // namespace gladi
