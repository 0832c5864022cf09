#include "studio/library/library_lock.h"

#include <chrono>
#include <thread>

#include "encoder/base/platform.h"
#include "studio/base/json_file.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr int kAttempts = 10;
constexpr auto kBetweenAttempts = std::chrono::milliseconds(50);

fs::path lock_file(const fs::path& root, LibraryUse use) {
  return root / (use == LibraryUse::kStudio ? "studio.lock" : "take.lock");
}

std::string words_about_us() {
  return json_file::to_line({{"schema_version", 1},
                             {"process", platform::process_id()},
                             {"since_at", to_iso8601(std::chrono::system_clock::now())}}) +
         "\n";
}

Message who_has_it(const fs::path& root, LibraryUse use) {
  const bool studio = use == LibraryUse::kStudio;
  const auto holder = json_file::read(lock_file(root, use));
  const auto since = holder ? json_file::wall_time_of(*holder, "since_at") : std::nullopt;
  if (!since) {
    return studio
               ? Message(GLADI_TEXT("Gladi is open already."))
               : Message(
                     GLADI_TEXT("Another Gladi is recording into {0}. Please wait until its take has ended."),
                     {root.string()});
  }
  const std::string time = format_time_of_day(*since);
  const std::string process = std::to_string(json_file::int_of(*holder, "process"));
  return studio
             ? Message(GLADI_TEXT("Gladi is open already since {0} (process {1})."), {time, process})
             : Message(GLADI_TEXT("Another Gladi is recording into {0} since {1} (process {2}). Please wait "
                                  "until its take has ended."),
                       {root.string(), time, process});
}

}  // namespace

Result<LibraryLock> LibraryLock::try_take(const fs::path& root, LibraryUse use) {
  auto lock = platform::FileLock::take_with_words(lock_file(root, use), words_about_us());
  if (lock) return LibraryLock(std::move(*lock));
  if (lock.error().kind == ErrorKind::kBusy) return fail(ErrorKind::kBusy, who_has_it(root, use));
  return fail(std::move(lock));
}

Result<LibraryLock> LibraryLock::take(const fs::path& root, LibraryUse use) {
  for (int attempt = 1;; ++attempt) {
    auto lock = try_take(root, use);
    if (lock || lock.error().kind != ErrorKind::kBusy || attempt == kAttempts) return lock;
    std::this_thread::sleep_for(kBetweenAttempts);
  }
}

bool take_is_running(const fs::path& root) {
  const auto lock = platform::FileLock::take(lock_file(root, LibraryUse::kTake));
  return !lock && lock.error().kind == ErrorKind::kBusy;
}

}  // namespace gladi
