// The surface of the program feed: what viewers see and what is recorded.
#pragma once

#include <string>
#include <string_view>

#include "encoder/base/error.h"
#include "encoder/base/media_time.h"
#include "encoder/program/picture.h"

namespace gladi {

struct Rect {
  int x = 0, y = 0, width = 0, height = 0;
  friend bool operator==(const Rect&, const Rect&) = default;
};

struct Canvas {
  int width_px = 720;
  int height_px = 1280;
  int fps_num = 30;
  int fps_den = 1;
  // Everything that is blended on the canvas is converted to this; the file is tagged with it.
  static constexpr Colour kColour{ColourMatrix::kBt709, false};

  bool portrait() const { return height_px > width_px; }
  // Program frame n is due at the take's start plus this: integers only, so that no drift builds up.
  MediaTime frame_time(int64_t n) const { return MediaTime::from_count(n, fps_num, fps_den); }
  friend bool operator==(const Canvas&, const Canvas&) = default;
};

// "720x1280@30" and "720x1280". Even sizes from 160 to 4096 px, 1 to 60 fps.
Result<Canvas> parse_canvas(std::string_view text);
std::string to_string(const Canvas& canvas);

}  // namespace gladi
