#include "ui/app/shelf.h"

namespace gladi {

Shelf::Shelf(std::vector<std::filesystem::path> folders, Toasts& toasts, std::function<void()> wake)
    : toasts_(toasts),
      reading_([folders = std::move(folders)] { return load_catalogues(folders); }, std::move(wake)) {
  reading_.refresh();
}

void Shelf::use(std::vector<LoadedCatalogue> fresh) {
  catalogues_ = std::move(fresh);
  loaded_ = true;
  ++version_;
}

bool Shelf::tick() {
  if (!reading_.tick() || loaded_) return false;
  CatalogueShelf found = *reading_.take();
  for (const Error& broken : found.broken) toasts_.add(broken);
  for (const LoadedCatalogue& one : found.catalogues) {
    if (one.faults.empty()) continue;
    const Fault& first = one.faults.front();
    toasts_.add(Toasts::Kind::kProblem,
                Message(GLADI_TEXT("{0}: some of it could not be understood and is left out (line {1})."),
                        {first.file.string(), std::to_string(first.line)}));
  }
  use(std::move(found.catalogues));
  return true;
}

}  // namespace gladi
