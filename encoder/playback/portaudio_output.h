// The loudspeaker, through PortAudio. Private to encoder.
#pragma once

#include "encoder/base/clock.h"
#include "encoder/playback/sound_output.h"

namespace gladi {

// The default output device at 48 kHz, stopped. `clock` must outlive it. Its callback copies from a lock-free
// ring and does nothing else that could wait. Without callbacks for 2.5 s (a card that was pulled out
// sends none) it fails.
Result<std::unique_ptr<SoundOutput>> open_portaudio_output(Clock& clock);

}  // namespace gladi
