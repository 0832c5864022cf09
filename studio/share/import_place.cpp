#include "studio/share/import_place.h"

#include <system_error>
#include <utility>

#include "studio/text/uuid.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr const char* kName = ".import-";

}  // namespace

ImportPlace::ImportPlace(fs::path library, platform::FileLock lock)
    : library_(std::move(library)), lock_(std::move(lock)), folder_(library_ / (kName + make_uuid())) {}

ImportPlace::~ImportPlace() {
  static_cast<void>(platform::remove_all_durably(folder_));
}

Result<std::unique_ptr<ImportPlace>> ImportPlace::open(const fs::path& library) {
  auto lock = platform::FileLock::take_with_words(library / "import.lock", "");
  if (!lock) return fail(std::move(lock));
  std::error_code error;
  for (fs::directory_iterator it(library, error), end; !error && it != end; it.increment(error)) {
    // A crash has left it: whoever holds the lock is alone.
    if (it->path().filename().string().starts_with(kName))
      static_cast<void>(platform::remove_all_durably(it->path()));
  }
  std::unique_ptr<ImportPlace> place(new ImportPlace(library, std::move(*lock)));
  if (auto made = platform::create_private_folder(place->folder_); !made) return fail(std::move(made));
  return place;
}

Result<fs::path> ImportPlace::place_session(const fs::path& from) const {
  const fs::path sessions = library_ / "sessions";
  if (auto made = platform::create_private_folder(sessions); !made) return fail(std::move(made));
  const fs::path wanted = sessions / from.filename();
  std::error_code error;
  fs::path to = wanted;
  for (int i = 2; fs::exists(to, error); ++i) to = wanted.string() + "-" + std::to_string(i);
  if (auto moved = platform::rename_durably(from, to); !moved) return fail(std::move(moved));
  return to;
}

}  // namespace gladi
