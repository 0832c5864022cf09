#include "studio/review/review_lock.h"

#include <chrono>
#include <thread>
#include <utility>

namespace gladi {
namespace {

// A review is written within milliseconds, or a second on a stick that is busy.
constexpr std::chrono::seconds kPatience{10};
constexpr std::chrono::milliseconds kPause{5};

}  // namespace

Result<ReviewLock> ReviewLock::take(const std::filesystem::path& session_folder) {
  const std::filesystem::path folder = session_folder / "reviews";
  std::error_code error;
  if (!std::filesystem::is_directory(session_folder, error) || !platform::create_private_folder(folder))
    return ReviewLock(std::nullopt);
  const auto begin = std::chrono::steady_clock::now();
  while (true) {
    auto lock = platform::FileLock::take(folder);
    if (lock) return ReviewLock(std::move(*lock));
    if (lock.error().kind != ErrorKind::kBusy) return ReviewLock(std::nullopt);
    if (std::chrono::steady_clock::now() - begin > kPatience) return fail(std::move(lock));
    std::this_thread::sleep_for(kPause);
  }
}

}  // namespace gladi
