// Which devices and which canvas the settings ask for.
#pragma once

#include "encoder/capture/sources.h"
#include "ui/app/paths.h"
#include "ui/app/settings.h"

namespace gladi {

// A camera or microphone that can be chosen in the settings.
struct DeviceChoice {
  std::string spec;  // what the settings keep; empty: the first one there is
  std::string name;
};

// What can't be understood takes its default.
SourceOptions source_options(const Settings& settings, const Paths& paths);

}  // namespace gladi
