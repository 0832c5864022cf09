// Tables and lists of names. Choice 0: any table, 1: products, 2: names.
#include "studio/catalogue/product_csv.h"
#include "studio/people/name_list.h"
#include "studio/text/csv.h"
#include "studio/text/utf8.h"
#include "tests/fuzz/scratch.h"

namespace gladi::fuzz {
namespace {

void read_table(const std::string& bytes) {
  std::vector<std::vector<std::string>> rows;
  for (const CsvRow& row : read_csv(bytes).rows) {
    for (const std::string& cell : row.cells) expect(is_utf8(cell), "a cell is text");
    if (!row.broken && !row.empty()) rows.push_back(row.cells);
  }
  const std::string written = write_csv(rows);
  for (const CsvRow& row : read_csv(written).rows) expect(!row.broken, "what was written can be read");
}

}  // namespace
}  // namespace gladi::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const gladi::fuzz::Input input(data, size);
  switch (input.choice % 3) {
    case 0:
      gladi::fuzz::read_table(input.text);
      break;
    case 1:
      static_cast<void>(gladi::read_products_csv(input.text));
      break;
    default:
      static_cast<void>(gladi::read_names(input.text, {}));
  }
  return 0;
}
