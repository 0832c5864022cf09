// A part of a picture, looked at like a picture of its own.
#pragma once

#include "encoder/program/picture.h"
#include "studio/coaching/picture_sample.h"

namespace gladi {

struct PicturePart {
  Picture picture;  // shares the whole one's memory
  ShownPart where;  // in the upright picture
};

// `wanted` of the upright picture, cut to its edges and to whole chroma samples; never empty.
PicturePart part_of(const Picture& picture, const ShownPart& wanted);

// The same part after the picture has been turned clockwise so many times.
ShownPart turned(const ShownPart& part, int quarter_turns);

}  // namespace gladi
