#include "studio/library/ballast.h"

#include "encoder/base/platform.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

fs::path ballast_of(const fs::path& library) {
  return library / "ballast.bin";
}

}  // namespace

Status make_ballast(const fs::path& library) {
  std::error_code error;
  if (fs::exists(ballast_of(library), error)) return {};
  const auto space = platform::disk_space(library);
  if (!space) return fail(Result<platform::DiskSpace>(space));
  if (space->free_bytes < 5 * kBallastBytes) return {};
  return platform::reserve_file(ballast_of(library), kBallastBytes);
}

bool drop_ballast(const fs::path& library) {
  std::error_code error;
  return fs::exists(ballast_of(library), error) && platform::remove_durably(ballast_of(library));
}

}  // namespace gladi
