// How the studio is opened: what the command line or a settings file says. Plain values, parsed where they
// are used.
#pragma once

#include <filesystem>
#include <string>

namespace gladi {

struct StudioOptions {
  std::filesystem::path library;  // empty: default_library_folder()
  std::string language;           // "id", "en"; empty: as the environment says
  std::string camera;             // as --camera takes it; empty: the first camera
  std::string microphone;         // as --mic takes it; empty: the default microphone
};

}  // namespace gladi
