// Pictures and sound of any readable files, encoded anew as Gladi's own takes are: what clips and videos from
// elsewhere are made with. Private to encoder/file.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <string>

#include "encoder/file/encoder_settings.h"
#include "encoder/playback/picture_timeline.h"
#include "encoder/program/overlay.h"

namespace gladi {

struct ReencodeSpec {
  std::filesystem::path file;  // a part file, for finalise(); must not exist yet
  std::string title;
  Canvas canvas;  // pictures are turned upright, converted and scaled to fill it
  EncoderSettings settings;
  MediaTime from;        // of the source
  OverlayPlan overlays;  // over each picture
  int64_t frames = 0;    // of the canvas' rate, however the source's pictures come
};

// Silence where the source has no sound. `progress` (0..1) is called on this thread; kCancelled when `cancel`
// says so. The caller removes the file after an error.
Status reencode(PictureTimeline& source, const ReencodeSpec& spec,
                const std::function<void(double)>& progress, const std::atomic<bool>* cancel);

}  // namespace gladi
