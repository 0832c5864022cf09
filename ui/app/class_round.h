// The round of a class: who comes next after somebody, of the class that is chosen.
#pragma once

#include <string>
#include <vector>

#include "studio/library/library.h"
#include "ui/app/projector_show.h"
#include "ui/app/settings.h"
#include "ui/text/translator.h"

namespace gladi {

struct Turn {
  std::string person_id;
  std::string name;
};

// Main thread. Reads the library's people; those who can't be read are left out.
std::vector<Turn> next_turns(Library& library, const Settings& settings, const std::string& person_id);
std::vector<std::string> names_of(const std::vector<Turn>& turns);

// What the class sees after a take, while its person looks at it alone: a word of praise, and who is next.
ProjectorShow well_done(const Translator& translator, const std::string& name, const std::vector<Turn>& next);

}  // namespace gladi
