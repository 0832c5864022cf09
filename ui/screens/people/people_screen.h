// Draws people and classes: the list on the left, the chosen person on the right, sheets to paste a list of
// names.
#pragma once

#include <optional>

#include "ui/screens/people/people_model.h"
#include "ui/widgets/ui.h"

namespace gladi {

// Touches nothing but the view and the registry. Names: people.*; of its sheets people.paste.*,
// people.group.*, files.*.
std::optional<PeopleIntent> draw_people(Ui& ui, const PeopleModel& model, PeopleView& view);

// Parts of it, in files of their own.
std::optional<PeopleIntent> draw_people_sheet(Ui& ui, const PeopleModel& model, PeopleView& view);

std::optional<PeopleIntent> draw_withdrawal_sheet(Ui& ui, const WithdrawalModel& model, PeopleView& view);

// Whom the list shows: everybody by name, or the chosen class in its order; those whose name has every word
// of the search.
std::vector<const Person*> listed_people(const PeopleModel& model, const std::string& search);

}  // namespace gladi
