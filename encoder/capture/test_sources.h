// The `test` sources: picture and sound that follow from the Clock alone, so that they belong together by
// themselves.
#pragma once

#include <memory>

#include "encoder/capture/picture_source.h"
#include "encoder/capture/sound_source.h"

namespace gladi {

// The moving pattern at 30 fps with stamps on n / 30 s, and a white flash at the start of each whole second.
// Without `flash` it stands in for a presenter that is not there.
std::unique_ptr<PictureSource> make_test_picture_source(FrameSelector& frames, Clock& clock, bool flash);

// Silence with a beep of 1 kHz, 50 ms long, that begins exactly at each whole second of `clock`; 48 kHz,
// mono.
std::unique_ptr<SoundSource> make_test_sound_source(SoundRing& ring, Clock& clock);

}  // namespace gladi
