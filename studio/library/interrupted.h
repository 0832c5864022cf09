// Takes that were cut off, looked for away from the main thread.
#pragma once

#include <atomic>
#include <filesystem>
#include <vector>

namespace gladi {

// What Library::interrupted() gives, by an index of its own: any thread. Ends early, with what it has, once
// `cancel` is set.
std::vector<std::filesystem::path> interrupted_takes(const std::filesystem::path& library,
                                                     const std::atomic<bool>* cancel = nullptr);

}  // namespace gladi
