// Reads one [[product]] of catalogue.toml. For studio's .cpp files only.
#pragma once

#include <optional>

#include "studio/catalogue/photo_check.h"
#include "studio/catalogue/product.h"
#include "studio/catalogue/toml_reader.h"

namespace gladi {

// nullopt, with the reason noted in `reader`, when it can't be understood. The id may still be taken: the
// caller looks.
std::optional<Product> read_product(TomlReader& reader, const toml::table& table,
                                    const std::filesystem::path& folder, PhotoCheck photos);

}  // namespace gladi
