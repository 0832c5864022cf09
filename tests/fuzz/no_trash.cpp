// The trash is read through the index, whose database is fuzzed by others: here nothing was ever thrown away.
#include "studio/library/trash.h"

namespace gladi {

std::vector<TrashedTake> trashed_takes(const std::filesystem::path&, std::vector<Error>*) {
  return {};
}

}  // namespace gladi
