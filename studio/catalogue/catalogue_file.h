// Reads catalogue.toml and rundown.toml: what can be used is used, each fault is named with its line.
#pragma once

#include "encoder/base/error.h"
#include "studio/catalogue/catalogue.h"
#include "studio/catalogue/fault.h"
#include "studio/catalogue/photo_check.h"
#include "studio/catalogue/rundown.h"

namespace gladi {

// A catalogue with its own rundown. A product that can't be understood (no name, a price that is no number)
// is left out and named in `faults`; an unreadable photo is named and the product stays.
struct LoadedCatalogue {
  Catalogue catalogue;
  Rundown rundown;  // where rundown.toml is missing: an opening, each product for two minutes, a closing
  std::vector<Fault> faults;
};

// An error only when nothing can be used: no catalogue.toml, a line that is no TOML (with its number), no
// product left.
// With PhotoCheck::kOpens each photo is decoded, to name those that are damaged inside.
Result<LoadedCatalogue> load_catalogue(const std::filesystem::path& folder,
                                       PhotoCheck photos = PhotoCheck::kBegins);

// A rundown kept elsewhere (`gladi record --rundown`), for `catalogue`'s products.
struct LoadedRundown {
  Rundown rundown;
  std::vector<Fault> faults;
};
Result<LoadedRundown> load_rundown(const std::filesystem::path& file, const Catalogue& catalogue);

// All catalogues in the subfolders of `folders`, by folder and name; broken ones are named and skipped. Of
// two with the same slug the one in the earlier folder is taken: a person's own stands for the demo that it
// was made from.
struct CatalogueShelf {
  std::vector<LoadedCatalogue> catalogues;
  std::vector<Error> broken;
};
CatalogueShelf load_catalogues(const std::vector<std::filesystem::path>& folders);

// An amount of money as people type it: 185000, "185.000", "Rp 185.000", "185rb", "1,5jt"; nullopt otherwise.
std::optional<int64_t> parse_rupiah(const std::string& text);

}  // namespace gladi
