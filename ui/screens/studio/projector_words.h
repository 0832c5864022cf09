// What the class reads while somebody rehearses.
#pragma once

#include <string>
#include <vector>

#include "studio/overlay/projector_board.h"
#include "ui/screens/studio/studio_model.h"
#include "ui/text/translator.h"

namespace gladi {

// `next`: the names of who comes after, may be empty.
ProjectorWords projector_words(const StudioModel& model, const Translator& translator,
                               const std::vector<std::string>& next);

}  // namespace gladi
