// Where a face is in a picture: a place, nothing by which somebody could be known again.
#pragma once

#include <cmath>

namespace gladi {

// All in shares of the upright picture: 0,0 is its upper left corner, 1,1 its lower right one.
struct Face {
  struct Spot {
    double x = 0, y = 0;
  };
  Spot centre;
  double width = 0, height = 0;
  double confidence = 0;           // 0 to 1, as the model says
  Spot right_eye, left_eye, nose;  // her own right and left

  double left() const { return centre.x - width / 2; }
  double top() const { return centre.y - height / 2; }

  // How far the nose lies beside the middle of the eyes, by the distance of the eyes: 0 straight ahead,
  // positive towards the picture's right edge. Heads, cameras and noses differ: compare with the same
  // person's first seconds. Says nothing of where the eyes look.
  double turn() const {
    const double eyes = std::hypot(left_eye.x - right_eye.x, left_eye.y - right_eye.y);
    return eyes > 0 ? (nose.x - (left_eye.x + right_eye.x) / 2) / eyes : 0;
  }
};

}  // namespace gladi
