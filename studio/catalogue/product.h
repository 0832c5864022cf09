// A thing that is sold.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "studio/text/language.h"

namespace gladi {

// "cloth", "bag", "shoes", "snack", "drink".
const std::vector<std::string>& product_kinds();

struct Product {
  std::string id;  // unique in its catalogue, a slug: stays when the name changes
  LocalText name;
  std::string kind;             // one of product_kinds(), which the audience asks by; empty: anything
  std::filesystem::path photo;  // absolute; empty when there is none
  int64_t price_rupiah = 0;     // what it costs in the live
  std::optional<int64_t> normal_price_rupiah;  // shown struck; more than price_rupiah
  int stock = 0;
  LocalText note;                     // the short grey line of the card: "Katun primisima"
  std::vector<LocalText> key_points;  // what the host should mention

  // Whole percent off, rounded down so that nothing is overclaimed; 0 without a normal price.
  int percent_off() const {
    if (!normal_price_rupiah || *normal_price_rupiah <= price_rupiah) return 0;
    return static_cast<int>((*normal_price_rupiah - price_rupiah) * 100 / *normal_price_rupiah);
  }
  friend bool operator==(const Product&, const Product&) = default;
};

}  // namespace gladi
