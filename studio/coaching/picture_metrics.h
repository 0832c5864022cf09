// What the looks at a take's pictures (PictureSeen) tell together. Estimates, and called so.
#pragma once

#include <optional>
#include <vector>

#include "encoder/playback/waveform.h"
#include "studio/session/take_event.h"

namespace gladi {

// Why nothing is told.
enum class PictureLack {
  kNone,
  kNotSeen,    // nobody looked: the demo camera, no camera, a take of an older Gladi
  kTooLittle,  // for less than PictureMetrics::kLeastWatched, or for less than half of the take
};

// Something that was so for a part of the take.
struct PictureTrait {
  double share = 0;                // of the time for which it is known: 0 to 1
  std::vector<TakeStretch> where;  // by time; what was over in a moment is left out
};

struct PictureMetrics {
  static constexpr MediaTime kLeastWatched = MediaTime::from_ms(10'000);
  // A look stands for the time around it, at most so long to each side; longer holes are not known.
  static constexpr MediaTime kStandsFor = MediaTime::from_ms(2'000);
  // Keyframes of a phone's video lie up to ten seconds apart: a shorter hole between two looks is no gap.
  static constexpr MediaTime kShortHole = MediaTime::from_ms(6'000);
  // Share of the take that has to be looked at: a part of it doesn't speak for the whole.
  static constexpr double kLeastCovered = 0.5;
  // The nose beside the middle of the eyes, in distances of the eyes, against the take's first seconds: a
  // nose's tip lies some 0.45 of them before the eyes, so that this is a head turned by 34°.
  static constexpr double kTurned = 0.3;
  static constexpr double kShaking = 0.003;  // a step of 0.3 % of the width from picture to picture
  // sharpness_of() below which edges are gone: a dirty or badly set lens (docs/coaching.md).
  static constexpr double kBlurred = 0.006;
  // A face that lies this still for half a minute is a picture on the wall: heads of people who speak sway.
  static constexpr double kStillFace = 0.002;
  static constexpr MediaTime kStillFor = MediaTime::from_ms(30'000);

  PictureLack lack = PictureLack::kNotSeen;
  MediaTime watched;                // how much of the take the looks stand for
  std::vector<TakeStretch> looked;  // where somebody looked, without short holes; elsewhere nothing is known
  std::vector<TakeStretch> moving;  // of that, where something moved
  // Faces were seen, but none that ever moved: perhaps a poster. Nothing is told of faces then.
  bool still_face = false;

  // Each is empty where there is not enough data: less than kLeastWatched in which it could be known. Faces
  // are not known without the model's file.
  std::optional<PictureTrait> out_of_frame;  // no face, or most of it where the layout cuts it off; from 2 s
  std::optional<PictureTrait> turned_away;   // of the time with a face; from 3 s
  std::optional<PictureTrait> dark;          // from 5 s
  std::optional<PictureTrait> backlit;       // of the time with a face; from 5 s
  std::optional<PictureTrait> blurred;       // from 5 s
  std::optional<PictureTrait> shaking;       // from 2 s
  std::optional<PictureTrait> several;       // more than one face; from 3 s

  // Medians over the time with a face, in shares of the height that viewers see. COACHING: a face of 0.15 to
  // 0.35, eyes near 0.33.
  std::optional<double> face_height, eyes_y;

  // How much of a take of this length was looked at: 0 to 1.
  double covered(MediaTime duration) const;
  // Whether something moves for more than half of this stretch; no where nobody looked.
  bool moves_in(const TakeStretch& stretch) const;
  // Share of the time with her face in the frame.
  std::optional<double> face_share() const {
    return out_of_frame ? std::optional(1 - out_of_frame->share) : std::nullopt;
  }
};

// `events` by time, as read_journal gives them.
PictureMetrics picture_metrics_of(const std::vector<TakeEvent>& events, MediaTime duration);
// The looks of a journal, by take time.
std::vector<PictureSample> picture_samples_of(const std::vector<TakeEvent>& events);
// The same of looks that are in no journal: `samples` by take time.
PictureMetrics picture_metrics_of(const std::vector<PictureSample>& samples, MediaTime duration);

}  // namespace gladi
