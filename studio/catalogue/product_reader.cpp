#include "studio/catalogue/product_reader.h"

#include <algorithm>

#include "studio/text/format.h"

namespace gladi {
namespace {

constexpr int64_t kMaxStock = 1'000'000;

constexpr MoneyWords kPriceWords = {GLADI_TEXT("the price \"{0}\" is no number"),
                                    GLADI_TEXT("the price {0} is below zero"),
                                    GLADI_TEXT("the price {0} is too high to be true")};
constexpr MoneyWords kNormalPriceWords = {GLADI_TEXT("the normal price \"{0}\" is no number"),
                                          GLADI_TEXT("the normal price {0} is below zero"),
                                          GLADI_TEXT("the normal price {0} is too high to be true")};

std::string read_id(TomlReader& reader, const toml::table& table, const LocalText& name) {
  const std::string id = reader.text(table, "id");
  if (id.empty()) {
    const std::string made = slug(name.indonesian);
    reader.note(reader.line_of(table, "id"),
                Message(GLADI_TEXT("the product has no id: \"{0}\" is used"), {made}));
    return made;
  }
  const std::string plain = slug(id);
  if (plain != id) {
    reader.note(
        reader.line_of(table, "id"),
        Message(GLADI_TEXT("an id has only small letters, digits and hyphens: \"{0}\" is used"), {plain}));
  }
  return plain;
}

int read_stock(TomlReader& reader, const toml::table& table) {
  const int line = reader.line_of(table, "stock");
  if (!table.contains("stock")) {
    reader.note(line, Message(GLADI_TEXT("the stock is missing: 0 is shown")));
    return 0;
  }
  const auto stock = reader.whole_number(table, "stock");
  if (!stock) return 0;
  if (*stock < 0 || *stock > kMaxStock) {
    reader.note(line, Message(GLADI_TEXT("the stock {0} can't be: 0 is shown"), {std::to_string(*stock)}));
    return 0;
  }
  return static_cast<int>(*stock);
}

void read_normal_price(TomlReader& reader, const toml::table& table, Product& product) {
  const auto normal = reader.money(table, "normal_price", kNormalPriceWords);
  if (!normal) return;
  if (*normal > product.price_rupiah) {
    product.normal_price_rupiah = normal;
  } else {
    reader.note(reader.line_of(table, "normal_price"),
                Message(GLADI_TEXT("the normal price {0} is not above the price {1}: it is not shown"),
                        {format_rupiah(*normal), format_rupiah(product.price_rupiah)}));
  }
}

std::string read_kind(TomlReader& reader, const toml::table& table) {
  std::string kind = reader.text(table, "kind");
  const std::vector<std::string>& known = product_kinds();
  if (kind.empty() || std::find(known.begin(), known.end(), kind) != known.end()) return kind;
  reader.note(reader.line_of(table, "kind"),
              Message(GLADI_TEXT("there is no kind \"{0}\": cloth, bag, shoes, snack or drink"), {kind}));
  return {};
}

}  // namespace

std::optional<Product> read_product(TomlReader& reader, const toml::table& table,
                                    const std::filesystem::path& folder, PhotoCheck photos) {
  reader.check_keys(table, {"id", "name", "name_en", "kind", "photo", "price", "normal_price", "stock",
                            "note", "note_en", "key_points", "key_points_en"});
  Product product;
  product.name = reader.local_text(table, "name");
  if (product.name.indonesian.empty()) {
    reader.note(reader.line_of(table, "name"), Message(GLADI_TEXT("the product has no name")));
    return std::nullopt;
  }
  const auto price = reader.money(table, "price", kPriceWords);
  if (!table.contains("price")) {
    reader.note(reader.line_of(table),
                Message(GLADI_TEXT("the product \"{0}\" has no price"), {product.name.indonesian}));
  }
  if (!price) return std::nullopt;
  product.price_rupiah = *price;
  product.id = read_id(reader, table, product.name);
  product.kind = read_kind(reader, table);
  read_normal_price(reader, table, product);
  product.stock = read_stock(reader, table);
  product.note = reader.local_text(table, "note");
  product.key_points = reader.local_list(table, "key_points");
  if (const std::string photo = reader.text(table, "photo"); !photo.empty()) {
    if (auto checked = check_photo(folder, photo, photos)) {
      product.photo = *checked;
    } else {
      reader.note(reader.line_of(table, "photo"), checked.error());
    }
  }
  return product;
}

}  // namespace gladi
