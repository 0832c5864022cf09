// The catalogues that can be sold from: read away from the main thread at the start, as thousands of products
// take a second, and again when the editor has changed them.
#pragma once

#include <functional>
#include <vector>

#include "studio/catalogue/catalogue_file.h"
#include "ui/app/background_value.h"
#include "ui/widgets/sheet.h"

namespace gladi {

// Main thread.
class Shelf {
 public:
  // Begins to read. `folders` as load_catalogues() takes them; `toasts` are told what is broken.
  Shelf(std::vector<std::filesystem::path> folders, Toasts& toasts, std::function<void()> wake);

  bool loading() const { return !loaded_; }
  const std::vector<LoadedCatalogue>& catalogues() const { return catalogues_; }  // none while loading
  // Another number each time that they have changed.
  int version() const { return version_; }
  void use(std::vector<LoadedCatalogue> fresh);  // they have changed on the disk
  // True when they have come.
  bool tick();

 private:
  Toasts& toasts_;
  std::vector<LoadedCatalogue> catalogues_;
  bool loaded_ = false;
  int version_ = 0;
  BackgroundValue<CatalogueShelf> reading_;
};

}  // namespace gladi
