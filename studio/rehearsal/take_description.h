// What is known about a take when it begins.
#pragma once

#include "studio/rehearsal/stage.h"
#include "studio/rehearsal/take_plan.h"
#include "studio/session/session.h"

namespace gladi {

// Person, products and plan as they were chosen, canvas and devices as they are. Its parts come later.
Session session_of(const TakePlan& plan, const Stage& stage);

}  // namespace gladi
