#include "studio/coaching/picture_metrics.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "studio/coaching/movement_meter.h"

namespace gladi {
namespace {

constexpr MediaTime kCalibration = MediaTime::from_ms(5'000);  // of the first seconds with a face
constexpr size_t kFewestToCalibrate = 3;
// A shorter break doesn't end a stretch: one look that saw something else.
constexpr MediaTime kBreak = MediaTime::from_ms(1'000);

// A sample with the time that it stands for.
struct Look {
  TakeStretch at;
  const PictureSample* sample;
};

using Question = std::function<std::optional<bool>(const PictureSample&)>;

MediaTime length_of(const TakeStretch& stretch) {
  return stretch.to - stretch.from;
}

std::vector<Look> looks_of(const std::vector<PictureSample>& samples, MediaTime duration) {
  std::vector<Look> looks;
  for (const PictureSample& sample : samples) {
    if (sample.at.ns < 0 || sample.at > duration) continue;
    const MediaTime from = std::max(sample.at - PictureMetrics::kStandsFor, MediaTime{});
    looks.push_back({{from, std::min(sample.at + PictureMetrics::kStandsFor, duration)}, &sample});
  }
  for (size_t i = 1; i < looks.size(); ++i) {
    const MediaTime before = looks[i - 1].sample->at;
    const MediaTime middle = before + (looks[i].sample->at - before) / 2;
    looks[i - 1].at.to = std::min(looks[i - 1].at.to, middle);
    looks[i].at.from = std::max(looks[i].at.from, middle);
  }
  return looks;
}

// Joins those between which there is at most `hole`.
void add(std::vector<TakeStretch>& stretches, const TakeStretch& next, MediaTime hole) {
  if (!stretches.empty() && next.from - stretches.back().to <= hole) {
    stretches.back().to = next.to;
  } else {
    stretches.push_back(next);
  }
}

std::optional<PictureTrait> trait(const std::vector<Look>& looks, MediaTime least, const Question& ask) {
  MediaTime known, holds;
  PictureTrait found;
  for (const Look& look : looks) {
    const std::optional<bool> answer = ask(*look.sample);
    if (!answer) continue;
    known = known + length_of(look.at);
    if (!*answer) continue;
    holds = holds + length_of(look.at);
    add(found.where, look.at, kBreak);
  }
  if (known < PictureMetrics::kLeastWatched) return std::nullopt;
  found.share = holds.seconds() / known.seconds();
  std::erase_if(found.where, [least](const TakeStretch& stretch) { return length_of(stretch) < least; });
  return found;
}

double median_of(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

std::vector<Look> with_face(const std::vector<Look>& looks) {
  std::vector<Look> seen;
  for (const Look& look : looks) {
    if (look.sample->face) seen.push_back(look);
  }
  return seen;
}

// How the nose lies when she looks ahead.
std::optional<double> straight_of(const std::vector<Look>& seen) {
  std::vector<double> first;
  for (const Look& look : seen) {
    if (look.sample->at - seen.front().sample->at <= kCalibration) first.push_back(look.sample->face->turn);
  }
  if (first.size() < kFewestToCalibrate) return std::nullopt;
  return median_of(std::move(first));
}

// Nine in ten looks find it where the median is, for long enough to say so.
bool never_moves(const std::vector<Look>& seen) {
  if (seen.empty() || seen.back().at.to - seen.front().at.from < PictureMetrics::kStillFor) return false;
  std::vector<double> x, y;
  for (const Look& look : seen) {
    x.push_back(look.sample->face->centre.x);
    y.push_back(look.sample->face->centre.y);
  }
  const auto still = [](const std::vector<double>& values) {
    const double middle = median_of(values);
    const auto moved = std::count_if(values.begin(), values.end(), [middle](double value) {
      return std::abs(value - middle) > PictureMetrics::kStillFace;
    });
    return moved * 10 <= static_cast<std::ptrdiff_t>(values.size());
  };
  return still(x) && still(y);
}

void judge_faces(PictureMetrics& metrics, const std::vector<Look>& looks, const std::vector<Look>& seen) {
  metrics.out_of_frame = trait(looks, MediaTime::from_ms(2'000), [](const PictureSample& sample) {
    const std::optional<bool> shown = face_is_shown(sample);
    return shown ? std::optional(!*shown) : std::nullopt;
  });
  metrics.several = trait(looks, MediaTime::from_ms(3'000), [](const PictureSample& sample) {
    return sample.faces ? std::optional(*sample.faces > 1) : std::nullopt;
  });
  metrics.backlit = trait(seen, MediaTime::from_ms(5'000),
                          [](const PictureSample& sample) { return is_backlit(sample.light); });
  if (const std::optional<double> straight = straight_of(seen)) {
    metrics.turned_away = trait(seen, MediaTime::from_ms(3'000), [straight](const PictureSample& sample) {
      return std::abs(sample.face->turn - *straight) > PictureMetrics::kTurned;
    });
  }
  if (seen.empty()) return;
  std::vector<double> heights, eyes;
  for (const Look& look : seen) {
    const ShownPart& shown = look.sample->shown;
    if (shown.height <= 0) continue;
    heights.push_back(look.sample->face->height / shown.height);
    eyes.push_back((look.sample->face->eyes_y - shown.top) / shown.height);
  }
  if (heights.empty()) return;
  metrics.face_height = median_of(std::move(heights));
  metrics.eyes_y = median_of(std::move(eyes));
}

}  // namespace

double PictureMetrics::covered(MediaTime duration) const {
  MediaTime sum;
  for (const TakeStretch& stretch : looked) sum = sum + length_of(stretch);
  return duration.ns > 0 ? sum.seconds() / duration.seconds() : 0;
}

bool PictureMetrics::moves_in(const TakeStretch& stretch) const {
  MediaTime sum;
  for (const TakeStretch& moved : moving) {
    const MediaTime from = std::max(moved.from, stretch.from), to = std::min(moved.to, stretch.to);
    if (to > from) sum = sum + (to - from);
  }
  return sum * 2 > length_of(stretch);
}

PictureMetrics picture_metrics_of(const std::vector<PictureSample>& samples, MediaTime duration) {
  PictureMetrics metrics;
  const std::vector<Look> looks = looks_of(samples, duration);
  if (looks.empty()) return metrics;
  for (const Look& look : looks) {
    metrics.watched = metrics.watched + length_of(look.at);
    add(metrics.looked, look.at, PictureMetrics::kShortHole);
    if (look.sample->moved && *look.sample->moved >= kMoves) add(metrics.moving, look.at, {});
  }
  const bool enough = metrics.watched >= PictureMetrics::kLeastWatched &&
                      metrics.covered(duration) >= PictureMetrics::kLeastCovered;
  metrics.lack = enough ? PictureLack::kNone : PictureLack::kTooLittle;
  if (metrics.lack != PictureLack::kNone) return metrics;

  const std::vector<Look> seen = with_face(looks);
  metrics.still_face = never_moves(seen);
  if (!metrics.still_face) judge_faces(metrics, looks, seen);
  metrics.dark = trait(looks, MediaTime::from_ms(5'000),
                       [](const PictureSample& sample) { return is_dark(sample.light); });
  metrics.blurred = trait(looks, MediaTime::from_ms(5'000), [](const PictureSample& sample) {
    return sample.sharpness ? std::optional(*sample.sharpness < PictureMetrics::kBlurred) : std::nullopt;
  });
  metrics.shaking = trait(looks, MediaTime::from_ms(2'000), [](const PictureSample& sample) {
    return sample.shake ? std::optional(*sample.shake >= PictureMetrics::kShaking) : std::nullopt;
  });
  return metrics;
}

std::vector<PictureSample> picture_samples_of(const std::vector<TakeEvent>& events) {
  std::vector<PictureSample> samples;
  for (const TakeEvent& event : events) {
    const auto* seen = std::get_if<PictureSeen>(&event.what);
    if (seen == nullptr) continue;
    samples.push_back(seen->sample);
    samples.back().at = event.at;
  }
  return samples;
}

PictureMetrics picture_metrics_of(const std::vector<TakeEvent>& events, MediaTime duration) {
  return picture_metrics_of(picture_samples_of(events), duration);
}

}  // namespace gladi
