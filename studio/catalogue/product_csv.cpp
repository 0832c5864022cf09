#include "studio/catalogue/product_csv.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "studio/catalogue/catalogue_file.h"
#include "studio/catalogue/photo_check.h"
#include "studio/text/csv.h"
#include "studio/text/format.h"
#include "studio/text/utf8.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

enum class Column {
  kId,
  kName,
  kNameEnglish,
  kPrice,
  kLivePrice,
  kNormalPrice,
  kStock,
  kNote,
  kNoteEnglish,
  kPoints,
  kPointsEnglish,
  kPhoto
};

struct Title {
  const char* name;
  Column column;
};
// Without case, punctuation and what stands in brackets.
constexpr Title kTitles[] = {
    {"id", Column::kId},
    {"kode", Column::kId},
    {"kode produk", Column::kId},
    {"sku", Column::kId},
    {"code", Column::kId},
    {"nama", Column::kName},
    {"nama produk", Column::kName},
    {"nama barang", Column::kName},
    {"produk", Column::kName},
    {"barang", Column::kName},
    {"name", Column::kName},
    {"product", Column::kName},
    {"product name", Column::kName},
    {"item", Column::kName},
    {"title", Column::kName},
    {"nama en", Column::kNameEnglish},
    {"nama inggris", Column::kNameEnglish},
    {"name en", Column::kNameEnglish},
    {"english name", Column::kNameEnglish},
    {"harga", Column::kPrice},
    {"harga jual", Column::kPrice},
    {"harga satuan", Column::kPrice},
    {"harga rp", Column::kPrice},
    {"price", Column::kPrice},
    {"harga live", Column::kLivePrice},
    {"harga promo", Column::kLivePrice},
    {"harga diskon", Column::kLivePrice},
    {"promo", Column::kLivePrice},
    {"live price", Column::kLivePrice},
    {"promo price", Column::kLivePrice},
    {"sale price", Column::kLivePrice},
    {"harga normal", Column::kNormalPrice},
    {"harga biasa", Column::kNormalPrice},
    {"harga coret", Column::kNormalPrice},
    {"harga asli", Column::kNormalPrice},
    {"normal price", Column::kNormalPrice},
    {"old price", Column::kNormalPrice},
    {"regular price", Column::kNormalPrice},
    {"list price", Column::kNormalPrice},
    {"stok", Column::kStock},
    {"jumlah", Column::kStock},
    {"sisa", Column::kStock},
    {"persediaan", Column::kStock},
    {"qty", Column::kStock},
    {"stock", Column::kStock},
    {"quantity", Column::kStock},
    {"catatan", Column::kNote},
    {"keterangan", Column::kNote},
    {"bahan", Column::kNote},
    {"note", Column::kNote},
    {"notes", Column::kNote},
    {"remark", Column::kNote},
    {"catatan en", Column::kNoteEnglish},
    {"catatan inggris", Column::kNoteEnglish},
    {"note en", Column::kNoteEnglish},
    {"poin", Column::kPoints},
    {"poin penting", Column::kPoints},
    {"poin kunci", Column::kPoints},
    {"deskripsi", Column::kPoints},
    {"key points", Column::kPoints},
    {"points", Column::kPoints},
    {"description", Column::kPoints},
    {"poin penting en", Column::kPointsEnglish},
    {"poin inggris", Column::kPointsEnglish},
    {"key points en", Column::kPointsEnglish},
    {"foto", Column::kPhoto},
    {"gambar", Column::kPhoto},
    {"photo", Column::kPhoto},
    {"picture", Column::kPhoto},
    {"image", Column::kPhoto},
};

constexpr int64_t kMaxRupiah = 1'000'000'000'000;
constexpr int64_t kMaxStock = 1'000'000;
constexpr size_t kMaxName = 200;

std::string plain_title(const std::string& cell) {
  std::string plain;
  for (const char c : fold_case(cell.substr(0, cell.find('(')))) {
    const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (word) {
      plain += c;
    } else if (!plain.empty() && plain.back() != ' ') {
      plain += ' ';
    }
  }
  return trim(plain);
}

std::optional<Column> column_named(const std::string& cell) {
  const std::string plain = plain_title(cell);
  const auto* found =
      std::find_if(std::begin(kTitles), std::end(kTitles), [&](const Title& t) { return t.name == plain; });
  return found == std::end(kTitles) ? std::nullopt : std::optional(found->column);
}

// "12", "12 pcs", "1.200", "12,0"
std::optional<int64_t> parse_count(const std::string& text) {
  size_t end = text.find_first_not_of("0123456789.,- ");
  std::string number = trim(text.substr(0, end));
  for (const char* zeros : {",00", ",0", ".00", ".0"}) {
    const std::string tail = zeros;
    if (number.size() > tail.size() && number.ends_with(tail)) number.resize(number.size() - tail.size());
  }
  if (number.find(',') != std::string::npos && number.find('.') != std::string::npos) return std::nullopt;
  return parse_rupiah(number);
}

// One a line, or with | between them; empty ones keep their place.
std::vector<std::string> lines_of(const std::string& cell) {
  std::vector<std::string> lines(1);
  for (const char c : cell) {
    if (c == '\n' || c == '|') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  for (std::string& line : lines) line = trim(line);
  return lines;
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return trim(text);
}

class RowReader {
 public:
  RowReader(const CsvRow& row, const std::map<Column, size_t>& columns, CsvProducts& out)
      : row_(row), columns_(columns), out_(out) {}

  void read() {
    if (row_.broken) return fault(GLADI_TEXT("a quotation mark is missing in this row"));
    for (const std::string& cell : row_.cells) {
      std::string visible = cell;
      std::erase_if(visible, [](char c) { return c == '\n' || c == '\t'; });
      if (!is_utf8(cell) || has_control_characters(visible))
        return fault(GLADI_TEXT("a cell has characters that can't be shown"));
    }
    CsvProducts::Row entry;
    entry.number = row_.number;
    Product& product = entry.product;
    product.name = {one_line(cell(Column::kName)), one_line(cell(Column::kNameEnglish))};
    if (product.name.indonesian.empty()) return fault(GLADI_TEXT("the product has no name"));
    if (count_code_points(product.name.indonesian) > kMaxName)
      return fault(GLADI_TEXT("the name is too long"));
    if (!read_prices(product)) return;
    if (!read_stock(entry)) return;
    if (const std::string id = cell(Column::kId); !id.empty()) product.id = slug(id);
    product.note = {one_line(cell(Column::kNote)), one_line(cell(Column::kNoteEnglish))};
    entry.has_note = columns_.contains(Column::kNote);
    read_points(entry);
    entry.photo = cell(Column::kPhoto);
    out_.rows.push_back(std::move(entry));
  }

 private:
  std::string cell(Column column) const {
    const auto found = columns_.find(column);
    return found == columns_.end() || found->second >= row_.cells.size() ? std::string()
                                                                         : row_.cells[found->second];
  }
  void fault(const char* reason, std::vector<std::string> values = {}) {
    out_.faults.push_back({row_.number, Message(reason, std::move(values))});
  }

  // nullopt with a fault noted; an empty cell gives -1.
  std::optional<int64_t> money(Column column) {
    const std::string text = cell(column);
    if (text.empty()) return -1;
    const auto amount = parse_rupiah(text);
    if (!amount) {
      fault(GLADI_TEXT("the price \"{0}\" is no number"), {text});
    } else if (*amount > kMaxRupiah) {
      fault(GLADI_TEXT("the price {0} is too high to be true"), {text});
    } else {
      return amount;
    }
    return std::nullopt;
  }

  // "Harga" beside "harga promo" is the normal price.
  bool read_prices(Product& product) {
    const auto plain = money(Column::kPrice);
    if (!plain) return false;
    const auto live = money(Column::kLivePrice);
    if (!live) return false;
    const auto normal = money(Column::kNormalPrice);
    if (!normal) return false;
    const int64_t price = *live >= 0 ? *live : *plain;
    const int64_t old = *normal >= 0 ? *normal : *live >= 0 ? *plain : -1;
    if (price < 0) {
      fault(GLADI_TEXT("the price is missing"));
      return false;
    }
    product.price_rupiah = price;
    if (old > price) product.normal_price_rupiah = old;
    if (*normal >= 0 && *normal < price) {
      fault(GLADI_TEXT("the normal price {0} is not above the price {1}: it is not shown"),
            {format_rupiah(*normal), format_rupiah(price)});
    }
    return true;
  }

  bool read_stock(CsvProducts::Row& entry) {
    const std::string text = cell(Column::kStock);
    if (text.empty()) return true;
    const auto count = parse_count(text);
    if (!count || *count > kMaxStock) {
      fault(GLADI_TEXT("the stock \"{0}\" is no whole number"), {text});
      return false;
    }
    entry.product.stock = static_cast<int>(*count);
    entry.has_stock = true;
    return true;
  }

  void read_points(CsvProducts::Row& entry) {
    const std::vector<std::string> indonesian = lines_of(cell(Column::kPoints));
    const std::vector<std::string> english = lines_of(cell(Column::kPointsEnglish));
    for (size_t i = 0; i < indonesian.size(); ++i) {
      if (indonesian[i].empty()) continue;
      entry.product.key_points.push_back({indonesian[i], i < english.size() ? english[i] : std::string()});
    }
    entry.has_points = columns_.contains(Column::kPoints);
  }

  const CsvRow& row_;
  const std::map<Column, size_t>& columns_;
  CsvProducts& out_;
};

// Only a file's name, beside the table or in the catalogue: a table opens nothing else of the computer.
fs::path find_photo(const std::string& name, const std::vector<fs::path>& folders) {
  for (const fs::path& folder : folders) {
    if (auto photo = check_photo(folder, name, PhotoCheck::kBegins)) return *photo;
  }
  return {};
}

}  // namespace

Result<CsvProducts> read_products_csv(const std::string& bytes) {
  const CsvTable table = read_csv(bytes);
  CsvProducts out;
  const auto titles =
      std::find_if(table.rows.begin(), table.rows.end(), [](const CsvRow& row) { return !row.empty(); });
  std::map<Column, size_t> columns;
  if (titles != table.rows.end()) {
    for (size_t i = 0; i < titles->cells.size(); ++i) {
      const auto column = column_named(titles->cells[i]);
      if (!column || !columns.emplace(*column, i).second) {
        if (!titles->cells[i].empty()) out.ignored.push_back(titles->cells[i]);
      }
    }
  }
  if (!columns.contains(Column::kName) ||
      (!columns.contains(Column::kPrice) && !columns.contains(Column::kLivePrice))) {
    return fail(ErrorKind::kInvalid,
                Message(GLADI_TEXT(
                    "The first row must name the columns. At least \"nama\" and \"harga\" are needed.")));
  }
  for (auto row = titles + 1; row != table.rows.end(); ++row) {
    if (!row->empty()) RowReader(*row, columns, out).read();
  }
  return out;
}

CsvMerge merge_products(CatalogueDraft draft, const CsvProducts& table,
                        const std::vector<fs::path>& photo_folders) {
  CsvMerge merge;
  std::map<std::string, size_t> by_id, by_name;
  std::set<std::string> ids;
  size_t in_rundown = 0;
  for (size_t i = 0; i < draft.products.size(); ++i) {
    by_id.emplace(draft.products[i]->id, i);
    by_name.emplace(fold_case(draft.products[i]->name.indonesian), i);
  }
  for (const auto& segment : draft.segments) in_rundown += segment->kind == SegmentKind::kProduct;
  // An id is counted on from where it last was: thousands of equal names stay quick.
  std::map<std::string, int> last_number;
  const auto free_id = [&](const std::string& wanted) {
    const std::string base = slug(wanted);
    std::string id = base;
    for (int& i = last_number.try_emplace(base, 1).first->second; by_id.contains(id);)
      id = base + "-" + std::to_string(++i);
    return id;
  };
  for (const CsvProducts::Row& row : table.rows) {
    Product product = row.product;
    const auto& index = product.id.empty() ? by_name : by_id;
    const auto found = index.find(product.id.empty() ? fold_case(product.name.indonesian) : product.id);
    if (!row.photo.empty()) {
      product.photo = find_photo(row.photo, photo_folders);
      if (product.photo.empty())
        merge.faults.push_back(
            {row.number, Message(GLADI_TEXT("the photo \"{0}\" is not there"), {row.photo})});
    }
    if (found != index.end()) {
      // What the table says nothing about stays.
      Product merged = *draft.products[found->second];
      merged.name.indonesian = product.name.indonesian;
      if (!product.name.english.empty()) merged.name.english = product.name.english;
      merged.price_rupiah = product.price_rupiah;
      merged.normal_price_rupiah = product.normal_price_rupiah;
      if (!product.photo.empty()) merged.photo = product.photo;
      if (row.has_stock) merged.stock = product.stock;
      if (row.has_note) merged.note = product.note;
      if (row.has_points) merged.key_points = product.key_points;
      draft = edit::set_product(std::move(draft), found->second, std::move(merged));
      ++merge.changed;
      continue;
    }
    if (product.id.empty()) product.id = free_id(product.name.indonesian);
    by_id.emplace(product.id, draft.products.size());
    by_name.emplace(fold_case(product.name.indonesian), draft.products.size());
    const bool shown = in_rundown < kMostInRundown;
    in_rundown += shown;
    merge.not_in_rundown += !shown;
    const size_t end = draft.products.size();
    draft = edit::add_product(std::move(draft), std::move(product), end, shown);
    ++merge.added;
  }
  merge.draft = std::move(draft);
  return merge;
}

std::string products_csv(const CatalogueDraft& draft, char separator) {
  std::vector<std::vector<std::string>> rows = {{"id", "nama", "harga", "harga normal", "stok", "catatan",
                                                 "poin penting", "foto", "nama en", "catatan en",
                                                 "poin penting en"}};
  for (const auto& product : draft.products) {
    std::string points, english;
    for (const LocalText& point : product->key_points) {
      points += (points.empty() ? "" : "\n") + point.indonesian;
      english += (english.empty() ? "" : "\n") + point.english;
    }
    rows.push_back({product->id, product->name.indonesian, std::to_string(product->price_rupiah),
                    product->normal_price_rupiah ? std::to_string(*product->normal_price_rupiah) : "",
                    std::to_string(product->stock), product->note.indonesian, points,
                    product->photo.filename().string(), product->name.english, product->note.english,
                    english});
  }
  return write_csv(rows, separator);
}

}  // namespace gladi
