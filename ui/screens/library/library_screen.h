// Draws the list of takes as thumbnails.
#pragma once

#include <optional>

#include "ui/screens/library/library_model.h"
#include "ui/widgets/ui.h"

namespace gladi {

std::optional<LibraryIntent> draw_library(Ui& ui, const LibraryModel& model, LibraryView& view);

}  // namespace gladi
