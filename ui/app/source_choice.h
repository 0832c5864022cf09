// Which devices and which canvas the settings ask for.
#pragma once

#include "encoder/capture/sources.h"
#include "ui/app/paths.h"
#include "ui/app/settings.h"

namespace gladi {

// What can't be understood takes its default.
SourceOptions source_options(const Settings& settings, const Paths& paths);

}  // namespace gladi
