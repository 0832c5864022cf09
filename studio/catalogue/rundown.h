// The ordered plan of a take: opening, products, questions, closing, with minutes each.
#pragma once

#include <string>
#include <vector>

#include "encoder/base/media_time.h"
#include "studio/text/language.h"

namespace gladi {

enum class SegmentKind { kOpening, kProduct, kQuestions, kClosing };

struct Segment {
  SegmentKind kind = SegmentKind::kProduct;
  LocalText title;         // a product segment without one takes the product's name
  std::string product_id;  // kProduct only
  MediaTime planned;
  std::vector<LocalText> key_points;  // product segments without any take the product's
  LocalText script = {};              // read word for word from the prompter; mostly empty

  friend bool operator==(const Segment&, const Segment&) = default;
};

struct Rundown {
  LocalText name;
  std::vector<Segment> segments;

  MediaTime total() const {
    MediaTime sum;
    for (const Segment& segment : segments) sum += segment.planned;
    return sum;
  }
  friend bool operator==(const Rundown&, const Rundown&) = default;
};

}  // namespace gladi
