// Watches camera and microphone during a take: what is wrong now is for the screen, the camera's gaps go into
// the journal. (The sound's gaps are known to the sample by SoundFeed.)
#pragma once

#include <functional>

#include "encoder/capture/sources.h"
#include "studio/rehearsal/level_history.h"
#include "studio/session/take_event.h"

namespace gladi {

enum class SoundAlarm {
  kNone,
  kSilent,    // below CheckupLimits::kSilentDbfs for the whole of LevelHistory::kSpan
  kClipping,  // CheckupLimits::kClipped samples at full scale within it
};

struct DeviceState {
  struct Track {
    bool lost = false;   // for longer than a hiccup
    MediaTime lost_for;  // since its last picture or sound
    Message reason;      // why, as far as known
  };
  Track camera;
  Track microphone;
  SoundAlarm alarm = SoundAlarm::kNone;  // of a microphone that is there
};

// One thread at a time.
class DeviceWatch {
 public:
  using Note = std::function<void(const TakeEvent&)>;

  // `sources` must outlive it. A gap is noted when it ends, with its time on the take.
  DeviceWatch(const Sources& sources, Note note) : sources_(sources), note_(std::move(note)) {}

  void begin(MediaTime start);  // of the take, on the Clock
  void tick(MediaTime now, const SoundLevel& level);
  void finish(MediaTime end);  // what still is missing is noted up to here

  const DeviceState& state() const { return state_; }

 private:
  static void look(const OutageLog* log, MediaTime now, DeviceState::Track& state);
  void note_ended();
  void note_gap(const Outage& outage, MediaTime until);
  SoundAlarm alarm_of(const SoundLevel& level, MediaTime now);

  const Sources& sources_;
  const Note note_;
  MediaTime start_;
  const OutageLog* camera_ = nullptr;
  const OutageLog* microphone_ = nullptr;
  int64_t noted_ = 0;  // the camera's newest outage that is in the journal
  LevelHistory levels_;
  DeviceState state_;
};

}  // namespace gladi
