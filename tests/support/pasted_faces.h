// How well faces are found that were pasted at known places.
#pragma once

#include "studio/coaching/face_finder.h"

namespace gladi::test {

struct PastedFaces {
  int pasted = 0;
  int found = 0;
  int near = 0;  // of these, those whose centre is at most 0.5 % of the picture's width off
};

// One face in each of 30 rooms of 640×360 pixels, 17 to 35 % of the picture's height. Other rooms and places
// for another seed. `finder` finds the portrait as it is, too: that tells where in it the centre is.
PastedFaces find_pasted_faces(FaceFinder& finder, unsigned seed);

}  // namespace gladi::test
