// A dashed line around a face in a picture: where she is seen, as in the studio's picture.
#pragma once

#include "ui/widgets/widgets.h"

namespace gladi {

// Where `part` of a texture (in shares of it, from its upper left corner) lies when picture() draws it.
Box place_in_picture(const Box& box, const TextureRef& texture, const PictureSpec& spec, const Box& part);

// Around `face`, the box from brows to chin in shares of the texture: a head's outline is larger. What lies
// outside the picture isn't drawn.
void face_outline(const Box& box, const TextureRef& texture, const PictureSpec& spec, const Box& face);

}  // namespace gladi
