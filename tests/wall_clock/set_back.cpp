// A library to be preloaded (LD_PRELOAD) into the program under test: once the file GLADI_CLOCK_BACK exists,
// the wall clock stands five hours earlier. The monotonic clock goes on, as when a person or a time server
// sets it.
#include <dlfcn.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include <cstdlib>

namespace {

constexpr time_t kBack = 5 * 3600;

bool is_set_back() {
  static const char* const file = std::getenv("GLADI_CLOCK_BACK");
  return file != nullptr && access(file, F_OK) == 0;
}

template <typename Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec* now) {
  static auto* const real = next<int(clockid_t, timespec*)>("clock_gettime");
  const int result = real(clock, now);
  if (result == 0 && clock == CLOCK_REALTIME && is_set_back()) now->tv_sec -= kBack;
  return result;
}

int gettimeofday(timeval* now, void* zone) {
  static auto* const real = next<int(timeval*, void*)>("gettimeofday");
  const int result = real(now, zone);
  if (result == 0 && is_set_back()) now->tv_sec -= kBack;
  return result;
}

time_t time(time_t* also) {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  if (also != nullptr) *also = now.tv_sec;
  return now.tv_sec;
}

}  // extern "C"
