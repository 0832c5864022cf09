// Looks at pictures of a take here and there, from its beginning to its end, for whoever measures them.
#pragma once

#include <atomic>
#include <functional>
#include <vector>

#include "encoder/base/error.h"
#include "encoder/playback/player.h"
#include "encoder/program/picture.h"

namespace gladi {

// A picture as it is stored (its quarter turns aren't made yet), stamped with its take time, and the one just
// before it; null where there is none. Valid during the call. An error ends the scan.
using PictureVisitor = std::function<Status(const Picture& picture, const Picture* before)>;

// Hands out two pictures of a keyframe's beginning at most each `interval`, part by part: keyframes decode
// without those before them. Where they lie further apart, so do the looks. A part that can't be opened is
// left out as long as another one can. For the background. kCancelled when `cancel` was set; `progress` is
// told the share of the take, 0 to 1.
Status scan_pictures(std::vector<PlayerPart> parts, MediaTime interval, const PictureVisitor& visit,
                     const std::atomic<bool>* cancel = nullptr,
                     const std::function<void(double)>& progress = {});

}  // namespace gladi
