#include "studio/rehearsal/device_watch.h"

#include <algorithm>

#include "studio/rehearsal/checkup.h"

namespace gladi {
namespace {

constexpr MediaTime kHiccup = MediaTime::from_ms(500);

}  // namespace

void DeviceWatch::begin(MediaTime start) {
  start_ = start;
  if (const PictureSource* camera = sources_.camera()) camera_ = camera->outages();
  if (const SoundSource* microphone = sources_.microphone()) microphone_ = microphone->outages();
}

void DeviceWatch::tick(MediaTime now, const SoundLevel& level) {
  look(camera_, now, state_.camera);
  look(microphone_, now, state_.microphone);
  note_ended();
  state_.alarm = sources_.microphone() && !state_.microphone.lost ? alarm_of(level, now) : SoundAlarm::kNone;
}

void DeviceWatch::look(const OutageLog* log, MediaTime now, DeviceState::Track& state) {
  state = {};
  const auto lasting = log ? log->current() : std::nullopt;
  if (!lasting || now - lasting->from < kHiccup) return;
  state = {true, now - lasting->from, lasting->reason.message};
}

void DeviceWatch::finish(MediaTime end) {
  note_ended();
  if (const auto lasting = camera_ ? camera_->current() : std::nullopt) note_gap(*lasting, end);
  camera_ = nullptr;
  microphone_ = nullptr;
}

void DeviceWatch::note_ended() {
  if (!camera_) return;
  for (const Outage& outage : camera_->ended_after(noted_)) {
    note_gap(outage, *outage.until);
    noted_ = outage.number;
  }
}

// What lies before the take is none of its business.
void DeviceWatch::note_gap(const Outage& outage, MediaTime until) {
  const MediaTime from = std::max(outage.from, start_);
  if (until <= from) return;
  const char* reason = outage.reason.kind == ErrorKind::kNotFound ? "unplugged" : "no_pictures";
  note_({from - start_, Gap{"camera", until - from, reason}});
}

SoundAlarm DeviceWatch::alarm_of(const SoundLevel& level, MediaTime now) {
  levels_.add(level, now);
  if (levels_.clipped_samples() >= CheckupLimits::kClipped) return SoundAlarm::kClipping;
  const bool whole_span = levels_.watched() >= LevelHistory::kSpan;
  return whole_span && levels_.peak_dbfs() < CheckupLimits::kSilentDbfs ? SoundAlarm::kSilent
                                                                        : SoundAlarm::kNone;
}

}  // namespace gladi
