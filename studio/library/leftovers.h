// What programs that were killed at a bad moment leave in a library, besides recordings. For studio's .cpp
// files only.
#pragma once

#include <filesystem>

namespace gladi {

// Takes a session folder away in one step that a kill can't halve.
void discard_session(const std::filesystem::path& session_folder);

// Whether the take was cut off after its folder had been made and before recording began: nothing in it comes
// from a person or a camera. Not to be asked of a folder that is being worked on.
bool never_began(const std::filesystem::path& session_folder);

// Takes half-made folders and probe files away, unless a take is being prepared just now.
void sweep_leftovers(const std::filesystem::path& library_root);

}  // namespace gladi
