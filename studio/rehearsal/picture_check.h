// Verdicts about what the camera sees, before a rehearsal; check_up() uses them.
#pragma once

#include "studio/rehearsal/checkup.h"

namespace gladi {

// Her face: seen, whole, at a good distance, sharp, alone, her eyes near the top third.
Finding judge_face(const CheckupInput& input);
// What is said where nothing is wrong.
Finding face_is_good();
// That more than one face is seen.
bool is_about_company(const Finding& finding);
// That her eyes are far from the top third: of all hints the least.
bool is_about_eyes(const Finding& finding);

// The light on her face; of the whole picture where no face is known.
Finding judge_light(const CheckupInput& input);

}  // namespace gladi
