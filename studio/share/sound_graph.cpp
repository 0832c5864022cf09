#include "studio/share/sound_graph.h"

#include <algorithm>

namespace gladi {
namespace {

constexpr double kLowestPace = 2, kHighestPace = 8;  // syllables a second that the graph shows
constexpr double kPaceHeight = 0.6, kDashHeight = 0.06;
constexpr double kSpeechTop = 0.68, kSpeechHeight = 0.14;
constexpr double kFindingTop = 0.86, kFindingHeight = 0.14, kLeastFinding = 0.005;
constexpr double kLeastPause = 0.002;  // of the whole width

double height_of(double pace) {
  const double share =
      (std::clamp(pace, kLowestPace, kHighestPace) - kLowestPace) / (kHighestPace - kLowestPace);
  return kPaceHeight * (1 - share);
}

}  // namespace

SoundGraph sound_graph(const SoundMetrics& sound, const std::vector<TakeFinding>& findings,
                       MediaTime duration) {
  using Kind = SoundGraph::Kind;
  SoundGraph graph;
  if (sound.lack != SpeechLack::kNone || duration <= MediaTime{}) return graph;
  const auto x_of = [duration](MediaTime at) {
    return std::clamp(at.seconds() / duration.seconds(), 0.0, 1.0);
  };
  const auto add = [&graph](Kind kind, double from, double to, double y, double h) {
    graph.rectangles.push_back({kind, from, y, to - from, h});
  };
  const double fastest = height_of(SoundMetrics::kFastest);
  add(Kind::kComfortable, 0, 1, fastest, height_of(SoundMetrics::kSlowest) - fastest);
  for (const SoundWindow& window : sound.windows) {
    const auto pace = window.syllables_per_s();
    if (pace)
      add(Kind::kPace, x_of(window.at.from), x_of(window.at.to), height_of(*pace) - kDashHeight / 2,
          kDashHeight);
  }
  double from = 0;
  for (const TakeStretch& pause : sound.pauses) {
    if (x_of(pause.to) - x_of(pause.from) < kLeastPause) continue;
    add(Kind::kSpeech, from, x_of(pause.from), kSpeechTop, kSpeechHeight);
    from = x_of(pause.to);
  }
  const MediaTime end = sound.windows.empty() ? duration : sound.windows.back().at.to;
  add(Kind::kSpeech, from, std::max(from, x_of(end)), kSpeechTop, kSpeechHeight);
  for (const TakeFinding& finding : findings) {
    const double left = std::min(x_of(finding.at.from), 1 - kLeastFinding);
    add(Kind::kFinding, left, std::max(x_of(finding.at.to), left + kLeastFinding), kFindingTop,
        kFindingHeight);
  }
  return graph;
}

}  // namespace gladi
