// What only the operating system can tell studio. The one file of studio with POSIX calls.
#pragma once

#include <ctime>
#include <filesystem>

namespace gladi::platform {

// The calendar time at `t` on this computer's clock. Any thread.
std::tm local_time(std::time_t t);

// The instant of a calendar time on this computer's clock; tm_wday and tm_yday don't matter. -1 when there is
// none.
std::time_t from_local_time(const std::tm& calendar);

// The home folder of this user: $HOME, else what the system has noted. Empty when neither knows one.
std::filesystem::path home_folder();

// The number under which the system lists this process.
int process_id();

}  // namespace gladi::platform
