// Every key of the program in one place: what the settings and the help show. The screens ask for the keys
// themselves; whoever changes one there changes it here.
#pragma once

#include <span>

namespace gladi {

struct KeyHelp {
  const char* keys;  // what stands on the key caps, separated by two spaces; a word among them is translated
  const char* what;  // English id of what it does
};

enum class KeyPlace { kAnywhere, kHome, kStudio, kPrompter, kReview, kEditor };

// The English id of the place's name.
const char* name_of(KeyPlace place);
// Never empty; the ones that are asked for most come first.
std::span<const KeyHelp> keys_of(KeyPlace place);

}  // namespace gladi
