#include "ui/screens/review/measure_lanes.h"

#include <algorithm>
#include <array>
#include <span>

#include "studio/coaching/sound_words.h"

namespace gladi {
namespace {

using Look = LanePiece::Look;

// Where in its lane something stands: what is shorter is seen to be less.
struct Band {
  float low, high;
};
constexpr Band kThin{0.3F, 0.7F}, kLow{0.05F, 0.4F}, kMiddle{0.35F, 0.65F}, kHigh{0.6F, 0.95F};

enum Place : size_t { kSpeech, kPace, kLiveliness, kFace, kLight };

size_t lane_of(FindingKind kind) {
  switch (kind) {
    case FindingKind::kDeadAir:
    case FindingKind::kLongPause:
    case FindingKind::kTooQuiet:
    case FindingKind::kHeld:
      return kSpeech;
    case FindingKind::kSlow:
    case FindingKind::kFast:
      return kPace;
    case FindingKind::kFlat:
      return kLiveliness;
    case FindingKind::kOutOfFrame:
    case FindingKind::kTurnedAway:
    case FindingKind::kSeveral:
      return kFace;
    case FindingKind::kDark:
    case FindingKind::kBacklit:
    case FindingKind::kBlurred:
    case FindingKind::kShaking:
      return kLight;
  }
  return kSpeech;
}

// As tall as the lane, but where the height tells which way it is off.
Band band_of(FindingKind kind) {
  switch (kind) {
    case FindingKind::kSlow:
    case FindingKind::kFlat:
    case FindingKind::kTooQuiet:
    case FindingKind::kDark:
      return {0, 0.55F};
    case FindingKind::kFast:
      return {0.45F, 1};
    default:
      return {0, 1};
  }
}

void add(MeasureLane& lane, const TakeStretch& at, Look look, Band band, std::string words) {
  lane.pieces.push_back({at, look, band.low, band.high, std::move(words), {}});
}

void add_findings(MeasureModel& model, std::span<const size_t> lanes) {
  for (const ListedFinding& listed : model.findings) {
    const size_t lane = lane_of(listed.finding.kind);
    if (std::find(lanes.begin(), lanes.end(), lane) == lanes.end()) continue;
    const Band band = band_of(listed.finding.kind);
    model.lanes[lane].pieces.push_back({listed.finding.at, listed.dismissed ? Look::kDismissed : Look::kFound,
                                        band.low, band.high, listed.words, listed.finding.id()});
  }
}

void add_speech(MeasureLane& lane, const SoundMetrics& sound, const Translator& translator) {
  MediaTime at;
  const std::string speech = translator.tr("Speech");
  for (const TakeStretch& pause : sound.pauses) {
    add(lane, {at, pause.from}, Look::kFine, kThin, speech);
    at = pause.to;
  }
  const MediaTime end = sound.windows.empty() ? sound.duration : sound.windows.back().at.to;
  add(lane, {at, std::max(at, end)}, Look::kFine, kThin, speech);
}

// The middle of a lane is where nothing is to be done, or nothing is said.
struct Told {
  Look look;
  Band band;
};
Told told(PaceBand pace) {
  if (pace == PaceBand::kUnhurried) return {Look::kCalm, kLow};
  return pace == PaceBand::kRushed ? Told{Look::kCalm, kHigh} : Told{Look::kFine, kMiddle};
}
Told told(Melody melody) {
  if (melody == Melody::kFlat) return {Look::kCalm, kLow};
  return melody == Melody::kLively ? Told{Look::kFine, kHigh} : Told{Look::kCalm, kMiddle};
}

void add_windows(MeasureModel& model, const SoundMetrics& sound, const Translator& translator) {
  const auto words = [&translator](const std::string& title, const Message& message) {
    return title + ": " + translator.tr(message);
  };
  for (const SoundWindow& window : sound.windows) {
    if (const auto rate = window.syllables_per_s()) {
      const PaceBand pace = pace_band(*rate);
      add(model.lanes[kPace], window.at, told(pace).look, told(pace).band,
          words(model.lanes[kPace].title, pace_in_words(pace)));
    }
    if (window.pitch_spread_semitones) {
      const Melody melody = melody_of(*window.pitch_spread_semitones);
      add(model.lanes[kLiveliness], window.at, told(melody).look, told(melody).band,
          words(model.lanes[kLiveliness].title, melody_in_words(melody)));
    }
  }
}

}  // namespace

std::string lack_words(const SoundMetrics& sound, const Translator& translator) {
  return sound.lack == SpeechLack::kNone ? std::string() : translator.tr(lack_in_words(sound.lack));
}

void make_sound_lanes(MeasureModel& model, const KnownSound& sound, const Translator& translator) {
  for (const size_t place : {kSpeech, kPace, kLiveliness}) model.lanes[place] = {};
  model.lanes[kSpeech].title = translator.tr("Speech");
  model.lanes[kPace].title = translator.tr("Pace");
  model.lanes[kLiveliness].title = translator.tr("Liveliness");
  if (!sound.metrics || sound.metrics->lack != SpeechLack::kNone) {
    model.lanes[kSpeech].lack = sound.metrics ? lack_words(*sound.metrics, translator) : sound.lack;
    return;
  }
  add_speech(model.lanes[kSpeech], *sound.metrics, translator);
  add_windows(model, *sound.metrics, translator);
  add_findings(model, std::array<size_t, 3>{kSpeech, kPace, kLiveliness});
}

void make_picture_lanes(MeasureModel& model, const std::optional<PictureMetrics>& picture,
                        const Translator& translator) {
  for (const size_t place : {kFace, kLight}) model.lanes[place] = {};
  MeasureLane& face = model.lanes[kFace];
  MeasureLane& light = model.lanes[kLight];
  face.title = translator.tr("Face");
  light.title = translator.tr("Light");
  if (!picture || picture->lack != PictureLack::kNone) {
    const bool little = picture && picture->lack == PictureLack::kTooLittle;
    face.lack = little ? translator.tr("Not enough data: too few pictures were looked at")
                       : translator.tr("The pictures of this recording weren't looked at");
    return;
  }
  // Where nobody looked there is a gap.
  const auto fine = [&](MeasureLane& lane, const char* words) {
    for (const TakeStretch& looked : picture->looked) add(lane, looked, Look::kFine, kThin, words);
  };
  if (picture->out_of_frame) {
    fine(face, translator.tr("The face is in the picture"));
  } else {
    face.lack = picture->still_face ? translator.tr("Only a face that never moves was seen, perhaps a poster")
                                    : translator.tr("It isn't known where the face was");
  }
  if (picture->dark) fine(light, translator.tr("The light is good"));
  add_findings(model, std::array<size_t, 2>{kFace, kLight});
}

}  // namespace gladi
