#include "studio/catalogue/product.h"

namespace gladi {

const std::vector<std::string>& product_kinds() {
  static const std::vector<std::string> kinds{"cloth", "bag", "shoes", "snack", "drink"};
  return kinds;
}

}  // namespace gladi
