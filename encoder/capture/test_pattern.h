// The picture of the `test` source: a moving pattern with a frame number that machines and people can read.
#pragma once

#include <cstdint>

#include "encoder/program/canvas.h"
#include "encoder/program/picture_pool.h"

namespace gladi {

// Everything that has to be read lies in the middle third, which a portrait canvas keeps of a landscape
// picture.
struct TestPattern {
  static constexpr int kWidthPx = 1280;
  static constexpr int kHeightPx = 720;
  static constexpr int kFps = 30;
  // The low 16 bits of the frame number, the highest bit on the left: white is 1, black is 0.
  static constexpr int kBits = 16;
  static constexpr Rect kBitBar{464, 600, 22 * kBits, 48};
  static constexpr uint8_t kBlack = 16;
  static constexpr uint8_t kWhite = 235;

  // Frame n belongs to n / 30 s on the Clock. The frames of the first 1/15 s of each second are white.
  static MediaTime frame_time(int64_t frame) { return MediaTime::from_count(frame, kFps); }
  static bool is_flash(int64_t frame) { return frame % kFps < 2; }

  // `picture` must be kWidthPx × kHeightPx. BT.709, limited range.
  static void draw(DraftPicture& picture, int64_t frame, bool flash);
};

}  // namespace gladi
