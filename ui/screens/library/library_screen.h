// Draws the list of takes as thumbnails.
#pragma once

#include <optional>

#include "ui/screens/library/library_model.h"
#include "ui/widgets/ui.h"

namespace gladi {

std::optional<LibraryIntent> draw_library(Ui& ui, const LibraryModel& model, LibraryView& view);

// Its pieces, each in a file of its own.

// The line below the header: filters, order, the ways to the trash and to one person's progress.
std::optional<LibraryIntent> draw_library_filters(Ui& ui, Box row, const LibraryModel& model,
                                                  LibraryView& view);

std::optional<LibraryIntent> draw_take_card(Ui& ui, const Box& box, const LibraryModel& model,
                                            const ListedTake& listed, LibraryView& view);

// The sheet that asks for a trainer's PIN, or for a new trainer's name and PIN; or says why neither helps.
std::optional<LibraryIntent> draw_trainer_sheet(Ui& ui, const LibraryModel& model, LibraryView& view);

// What can be done with a take; its name.
std::optional<LibraryIntent> draw_take_sheet(Ui& ui, const LibraryModel& model, LibraryView& view);

// The trash, the question before something is deleted, and what is due for the trash.
std::optional<LibraryIntent> draw_trash_sheet(Ui& ui, const LibraryModel& model, LibraryView& view);

// A take in one line: "Batik Ecoprint · Ani".
std::string take_line(const TakeSummary& take);

}  // namespace gladi
