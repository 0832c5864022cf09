// Products as a table that people keep in a spreadsheet.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "encoder/base/error.h"
#include "studio/catalogue/catalogue_draft.h"

namespace gladi {

struct RowFault {
  int row = 0;  // as the spreadsheet counts; the row with the columns' names is 1
  Message reason;
};

struct CsvProducts {
  struct Row {
    int number = 0;
    Product product;    // without a photo; the id is empty where the table has none
    std::string photo;  // as written
    bool has_stock = false, has_note = false, has_points = false;  // the table says so
  };
  std::vector<Row> rows;
  std::vector<RowFault> faults;      // rows that are left out, and details that are
  std::vector<std::string> ignored;  // columns that mean nothing here
};

// The first row that is not empty names the columns, in Indonesian or English, in any order; a name and a
// price are needed. Key points stand one a line in their cell, or with | between them. Error when no column
// fits.
Result<CsvProducts> read_products_csv(const std::string& bytes);

// Puts products into the draft: one with the same id, or without an id the same name, is changed, others are
// new. The rundown takes new ones up to kMostInRundown. Photos are looked for in `photo_folders`.
struct CsvMerge {
  CatalogueDraft draft;
  int added = 0;
  int changed = 0;
  int not_in_rundown = 0;
  std::vector<RowFault> faults;  // photos that are not there
};
constexpr size_t kMostInRundown = 12;  // about what fits into an hour
CsvMerge merge_products(CatalogueDraft draft, const CsvProducts& table,
                        const std::vector<std::filesystem::path>& photo_folders);

// The other way; photos by their file names.
std::string products_csv(const CatalogueDraft& draft, char separator = ';');

}  // namespace gladi
