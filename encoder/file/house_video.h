// A video from elsewhere, a phone's above all, made into a file like those that Gladi records.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <string>

#include "encoder/base/error.h"
#include "encoder/program/canvas.h"

namespace gladi {

struct HouseVideo {
  MediaTime duration;
  Canvas canvas;
  bool has_sound = false;
  std::string encoder;  // in words, as TakePart::encoder
};

// Encodes `source`, of whatever kind, again: upright, at a constant rate of at most 30 pictures a second,
// scaled down to full HD where it is larger, H.264 without B-frames and a keyframe each half second, silence
// where it has no sound. That is what the player seeks in exactly (adr/0025). `source` is only read; `target`
// must not be there, and is there when it is whole. kDamaged for what is no video or was cut off,
// kUnsupported for one that can't be decoded here, kNoSpace before anything is written. Costs about as much
// time as the video lasts, on two slow cores; `progress` (0..1) is called on this thread.
Result<HouseVideo> make_house_video(const std::filesystem::path& source, const std::filesystem::path& target,
                                    const std::string& title,
                                    const std::function<void(double)>& progress = {},
                                    const std::atomic<bool>* cancel = nullptr);

}  // namespace gladi
