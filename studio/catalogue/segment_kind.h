// The names of the kinds of segments, as they stand in files.
#pragma once

#include <optional>
#include <string_view>

#include "studio/catalogue/rundown.h"

namespace gladi {

const char* name_of(SegmentKind kind);
// Nothing for any other name.
std::optional<SegmentKind> segment_kind_named(std::string_view name);

}  // namespace gladi
