// What a screen has to say to the class.
#pragma once

#include "encoder/program/picture.h"
#include "studio/overlay/projector_board.h"

namespace gladi {

struct ProjectorShow {
  ProjectorWords words;
  PicturePtr feed;  // null where it may not be seen
};

}  // namespace gladi
