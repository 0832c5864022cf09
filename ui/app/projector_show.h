// What a screen has to say to the class.
#pragma once

#include "encoder/program/picture.h"
#include "studio/overlay/projector_board.h"

namespace gladi {

struct ProjectorShow {
  ProjectorWords words;
  PicturePtr feed;  // null where it may not be seen
  // The feed is what counts, and no take runs that could suffer: shown fluently without a GPU too.
  bool fluent = false;
};

}  // namespace gladi
