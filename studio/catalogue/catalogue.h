// What one seller sells: a folder that can be copied by USB stick.
#pragma once

#include "studio/catalogue/product.h"

namespace gladi {

struct Catalogue {
  std::filesystem::path folder;  // holds catalogue.toml, rundown.toml and the photos
  LocalText name;
  std::filesystem::path cover;  // absolute; the first product's photo unless named
  std::vector<Product> products;

  std::string slug() const { return folder.filename().string(); }
  const Product* find(const std::string& product_id) const {
    for (const Product& product : products) {
      if (product.id == product_id) return &product;
    }
    return nullptr;
  }
};

}  // namespace gladi
