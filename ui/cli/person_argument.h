// --person, for the commands that make takes.
#pragma once

#include <string>

#include "studio/people/people_store.h"
#include "ui/cli/console.h"

namespace gladi {

// Who has this name, letter case aside; somebody new is added, and it says so.
Result<Person> person_named(Console& console, PeopleStore& people, const std::string& name);

}  // namespace gladi
