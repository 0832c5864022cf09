// What only the operating system can tell studio. The one file of studio with POSIX calls.
#pragma once

#include <ctime>
#include <filesystem>
#include <optional>
#include <vector>

namespace gladi::platform {

// The calendar time at `t` on this computer's clock. Any thread.
std::tm local_time(std::time_t t);

// The instant of a calendar time on this computer's clock; tm_wday and tm_yday don't matter. -1 when there is
// none.
std::time_t from_local_time(const std::tm& calendar);

// The home folder of this user: $HOME, else what the system has noted. Empty when neither knows one.
std::filesystem::path home_folder();

// Where disks are mounted that a person may have plugged in or added, and may write to.
std::vector<std::filesystem::path> other_disks();

// Whether files in this folder can be kept from other people on this computer; tried with a file that is gone
// afterwards. FAT, exFAT and many sticks know no owners. True where nothing can be tried.
bool keeps_files_private(const std::filesystem::path& folder);

// Tells file systems apart; nothing when the folder can't be looked at.
std::optional<uint64_t> file_system_of(const std::filesystem::path& folder);

}  // namespace gladi::platform
