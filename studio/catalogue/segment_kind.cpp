#include "studio/catalogue/segment_kind.h"

namespace gladi {

const char* name_of(SegmentKind kind) {
  switch (kind) {
    case SegmentKind::kOpening:
      return "opening";
    case SegmentKind::kQuestions:
      return "questions";
    case SegmentKind::kClosing:
      return "closing";
    case SegmentKind::kProduct:
      break;
  }
  return "product";
}

std::optional<SegmentKind> segment_kind_named(std::string_view name) {
  for (const SegmentKind kind :
       {SegmentKind::kOpening, SegmentKind::kProduct, SegmentKind::kQuestions, SegmentKind::kClosing}) {
    if (name == name_of(kind)) return kind;
  }
  return std::nullopt;
}

}  // namespace gladi
