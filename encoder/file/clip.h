// A piece of a take as a small video of its own, to be sent to somebody.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "encoder/playback/player.h"
#include "encoder/program/overlay.h"

namespace gladi {

struct ClipSpec {
  // What phones' messengers take as a video.
  static constexpr int64_t kMessageBytes = 16'000'000;

  std::filesystem::path file;  // must not exist yet
  MediaTime from;              // take time; whole frames: the first one is the one shown at `from`
  MediaTime to;                // the first frame that isn't in it; cut to the take's end
  std::string title;
  std::optional<int64_t> most_bytes;  // nothing: as good as the take
  // What lies over each picture of the clip; asked once, when its size is known. May be empty.
  std::function<OverlayPlan(const Canvas&)> overlays;
};

struct ClipFile {
  MediaTime duration;
  int64_t bytes = 0;
  int width_px = 0;
  int height_px = 0;
};

// The longest clip that `most_bytes` hold with a picture worth watching.
MediaTime longest_clip(int64_t most_bytes);

// Encodes picture and sound again, smaller where the bytes ask for it, and makes the file as finalise() does:
// it is there when it is whole and checked, and nothing is left otherwise. kInvalid for a piece without a
// frame, one too long for its bytes, and a file that is there already. Takes some seconds a minute;
// `progress` (0..1) is called on this thread, `cancel` is looked at often.
Result<ClipFile> make_clip(const std::vector<PlayerPart>& parts, const ClipSpec& spec,
                           const std::function<void(double)>& progress = {},
                           const std::atomic<bool>* cancel = nullptr);

}  // namespace gladi
