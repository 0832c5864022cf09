// Draws the list of takes as thumbnails.
#pragma once

#include <optional>

#include "ui/screens/library/library_model.h"
#include "ui/widgets/ui.h"

namespace gladi {

std::optional<LibraryIntent> draw_library(Ui& ui, const LibraryModel& model, LibraryView& view);

// The sheet that asks for a trainer's PIN, or for a new trainer's name and PIN.
std::optional<LibraryIntent> draw_trainer_sheet(Ui& ui, const LibraryModel& model, LibraryView& view);

}  // namespace gladi
