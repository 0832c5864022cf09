// The plan of a take as JSON: products and rundown as they were. For studio's .cpp files only.
#pragma once

#include <vector>

#include "studio/base/json_file.h"
#include "studio/catalogue/product.h"
#include "studio/catalogue/rundown.h"

namespace gladi {

nlohmann::json to_json(const std::vector<Product>& products);
nlohmann::json to_json(const Rundown& rundown);
std::vector<Product> products_of(const nlohmann::json& list);
Rundown rundown_of(const nlohmann::json& object);

}  // namespace gladi
