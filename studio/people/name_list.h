// A class list as people have it: copied from a chat, a document or a spreadsheet.
#pragma once

#include <string>
#include <vector>

#include "studio/people/person.h"

namespace gladi {

struct ListedName {
  enum class Verdict {
    kNew,
    kTwice,       // stands further up in the same list
    kKnown,       // somebody here has this name
    kTooLong,     // over PeopleStore's limit
    kUnreadable,  // characters that can't be shown
  };
  int line = 0;      // 1 is the first of the text
  std::string name;  // without number, dash, quotes and blanks around it
  Verdict verdict = Verdict::kNew;
  std::string person_id;  // kKnown only: who
};

// One name a line; "1. Siti", "2) Wati", "- Ani", columns copied from a spreadsheet, and CSV files whose
// first row has a column "nama" or "name" are understood. Empty lines are passed over. Commas belong to the
// name ("Siti, S.Pd.") unless a first row says otherwise.
std::vector<ListedName> read_names(const std::string& text, const std::vector<Person>& known);

}  // namespace gladi
