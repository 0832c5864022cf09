#include "studio/session/take_certificate.h"

#include <algorithm>

#include "studio/text/format.h"

namespace gladi {
namespace {

constexpr int64_t kMostRepeatedPerMille = 1;
constexpr MediaTime kMostLate = MediaTime::from_ms(15);
constexpr MediaTime kMostEarly = MediaTime::from_ms(5);

// Rounded up: never nothing where something is missing.
std::string seconds_of(MediaTime length) {
  return std::to_string((length.ns + 999'999'999) / 1'000'000'000);
}

}  // namespace

TakeCertificate::TakeCertificate(const Session& session, const std::vector<TakeEvent>& events)
    : imported_from_(session.imported_from) {
  judge_end(session, events);
  judge_sound(session, events);
  judge_picture(session, events);
  judge_sync(session);
}

Message TakeCertificate::line() const {
  if (!imported_from_.empty())
    return Message(GLADI_TEXT("Not recorded by Gladi: taken in from {0}."), {imported_from_});
  return perfect() ? Message(GLADI_TEXT("A perfect recording: nothing was lost.")) : losses_.front();
}

void TakeCertificate::judge_end(const Session& session, const std::vector<TakeEvent>& events) {
  if (session.state == SessionState::kRecording) {  // looked at on a disk that can't be written, or too early
    losses_.emplace_back(GLADI_TEXT("The recording was cut off and is not rescued yet, or it still runs."));
    return;
  }
  if (session.state == SessionState::kRecovered) {
    losses_.emplace_back(GLADI_TEXT("The recording was cut off; up to {0} it is safe."),
                         std::vector{format_clock(session.duration)});
    return;
  }
  const bool early = std::any_of(events.begin(), events.end(), [](const TakeEvent& event) {
    const auto* ended = std::get_if<TakeEnded>(&event.what);
    return ended && (ended->reason == "failed" || ended->reason == "disk");
  });
  if (early) {
    losses_.emplace_back(GLADI_TEXT("The recording had to end early; up to {0} it is safe."),
                         std::vector{format_clock(session.duration)});
  }
  MediaTime between_parts;
  for (const TakeEvent& event : events) {
    const auto* gap = std::get_if<Gap>(&event.what);
    if (gap && gap->track == "recording") between_parts += gap->length;
  }
  if (between_parts > MediaTime{}) {
    losses_.emplace_back(GLADI_TEXT("About {0} s were not recorded: the disk failed."),
                         std::vector{seconds_of(between_parts)});
  }
}

void TakeCertificate::judge_sound(const Session& session, const std::vector<TakeEvent>& events) {
  if (session.microphone.empty()) return;  // nobody wanted any
  MediaTime never_came, lost;
  for (const TakeEvent& event : events) {
    const auto* gap = std::get_if<Gap>(&event.what);
    if (gap && gap->track == "microphone") (gap->reason == "nothing_came" ? never_came : lost) += gap->length;
  }
  sound_missing_ = never_came + lost;
  if (never_came > MediaTime{}) {
    losses_.emplace_back(GLADI_TEXT("The microphone gave no sound for about {0} s."),
                         std::vector{seconds_of(never_came)});
  }
  if (lost > MediaTime{}) {
    losses_.emplace_back(GLADI_TEXT("About {0} s of sound were lost on the way: the computer was too busy."),
                         std::vector{seconds_of(lost)});
  }
}

void TakeCertificate::judge_picture(const Session& session, const std::vector<TakeEvent>& events) {
  for (const TakeEvent& event : events) {
    const auto* gap = std::get_if<Gap>(&event.what);
    if (gap && gap->track == "camera") camera_missing_ += gap->length;
  }
  if (camera_missing_ > MediaTime{}) {
    losses_.emplace_back(GLADI_TEXT("The camera was missing for about {0} s."),
                         std::vector{seconds_of(camera_missing_)});
  }
  const TakeCounters& counters = session.counters;
  // A frame that came late may have found no room in front of the encoder either: it counts in both.
  const int64_t repeated = std::min(
      counters.repeated_late + counters.repeated_encoder + counters.repeated_overload, counters.frames);
  if (repeated * 1000 > counters.frames * kMostRepeatedPerMille) {
    losses_.emplace_back(GLADI_TEXT("{0} of {1} pictures were shown twice: the computer was too busy."),
                         std::vector{std::to_string(repeated), std::to_string(counters.frames)});
  }
}

void TakeCertificate::judge_sync(const Session& session) {
  if (!session.sync) return;
  const MediaTime offset = session.sync->mean_offset;
  const std::vector by{std::to_string(abs(offset).ms())};
  if (offset > kMostLate) losses_.emplace_back(GLADI_TEXT("Sound comes {0} ms after the picture."), by);
  if (offset < -kMostEarly) losses_.emplace_back(GLADI_TEXT("Sound comes {0} ms before the picture."), by);
}

}  // namespace gladi
