// Decoded frames as Pictures. Private to encoder.
#pragma once

#include <optional>

#include "encoder/libav/handles.h"
#include "encoder/program/picture.h"
#include "encoder/program/picture_pool.h"

namespace gladi::libav {

// Full range for yuvj formats and frames that say so. Frames that don't name their matrix are taken for
// BT.601 below 720 rows and for BT.709 from there on, as players do, unless `untagged` says otherwise
// (webcams are BT.601).
Colour colour_of(const AVFrame& frame, std::optional<ColourMatrix> untagged = {});

// Clockwise quarter turns that bring this stream's pictures upright, from its display matrix.
int quarter_turns_of(const AVStream& stream);

// One thread at a time; the pictures live on by themselves.
class FramePictures {
 public:
  explicit FramePictures(int quarter_turns = 0, std::optional<ColourMatrix> untagged = {})
      : quarter_turns_(quarter_turns), untagged_(untagged) {}

  // Planar 8-bit 4:2:0, 4:2:2 and 4:4:4 frames are kept as they are: the picture holds the frame. Others
  // become I420.
  Result<PicturePtr> make(Frame frame, MediaTime stamp);

 private:
  std::shared_ptr<Picture> wrap(Frame frame) const;
  Result<std::shared_ptr<Picture>> convert(const AVFrame& frame);

  const int quarter_turns_;
  const std::optional<ColourMatrix> untagged_;
  PicturePool pool_;
  Scaler scaler_;
};

}  // namespace gladi::libav
