// Where Gladi's own files are: in a checkout, or installed.
#pragma once

#include <filesystem>

#include "encoder/base/error.h"

namespace gladi {

struct Paths {
  std::filesystem::path assets;        // catalogues/, demo/, gladi.svg
  std::filesystem::path translations;  // id/LC_MESSAGES/gladi.mo
};

// Asked in this order: $GLADI_ASSETS, the checkout this program was built from, ../share/gladi beside the
// program, /usr/share/gladi. kNotFound when no folder with catalogues is among them.
Result<Paths> find_paths();

// The network by which faces are found; whether it is there is FaceFinder's to say.
std::filesystem::path face_model(const Paths& paths);

// $XDG_CONFIG_HOME/gladi or ~/.config/gladi.
std::filesystem::path config_folder();
// What claps have shown about cameras and microphones (SyncMemory); in config_folder().
std::filesystem::path sync_file();
// $XDG_CACHE_HOME/gladi or ~/.cache/gladi: what may be deleted at any time.
std::filesystem::path cache_folder();

}  // namespace gladi
