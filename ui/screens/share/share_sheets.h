// Draws the sheets of sharing above whichever screen has them.
#pragma once

#include <optional>

#include "ui/screens/share/share_model.h"
#include "ui/widgets/ui.h"

namespace gladi {

std::optional<ShareIntent> draw_share(Ui& ui, const ShareModel& model, ShareView& view);

}  // namespace gladi
