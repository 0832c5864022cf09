// The speeds that a recording is played at, and what they are called.
#pragma once

#include <string>

#include "studio/text/language.h"

namespace gladi {

// The next one in this direction, of 0.25 to 2; the same one at the ends.
double neighbour_speed(double speed, bool faster);

// "0,75×"; negative for backwards.
std::string speed_words(double speed, Language language);

}  // namespace gladi
