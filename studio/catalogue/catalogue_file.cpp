#include "studio/catalogue/catalogue_file.h"

#include <algorithm>
#include <set>

#include "studio/catalogue/product_reader.h"
#include "studio/catalogue/rundown_reader.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

std::vector<Product> read_products(TomlReader& reader, const fs::path& folder, PhotoCheck photos) {
  std::vector<Product> products;
  std::set<std::string> ids;
  for (const toml::table* table : reader.tables("product")) {
    auto product = read_product(reader, *table, folder, photos);
    if (!product) continue;
    if (!ids.insert(product->id).second) {
      reader.note(reader.line_of(*table, "id"),
                  Message(GLADI_TEXT("the id \"{0}\" is taken by an earlier product"), {product->id}));
      continue;
    }
    products.push_back(std::move(*product));
  }
  return products;
}

fs::path read_cover(TomlReader& reader, const Catalogue& catalogue, PhotoCheck photos) {
  if (const std::string photo = reader.text(reader.root(), "photo"); !photo.empty()) {
    if (auto checked = check_photo(catalogue.folder, photo, photos))
      return *checked;
    else
      reader.note(reader.line_of(reader.root(), "photo"), checked.error());
  }
  const auto first = std::find_if(catalogue.products.begin(), catalogue.products.end(),
                                  [](const Product& product) { return !product.photo.empty(); });
  return first == catalogue.products.end() ? fs::path() : first->photo;
}

std::string joined(const std::vector<Fault>& faults) {
  std::string text;
  for (const Fault& fault : faults) text += (text.empty() ? "" : "; ") + fault.english();
  return text;
}

}  // namespace

Result<LoadedCatalogue> load_catalogue(const fs::path& folder, PhotoCheck photos) {
  std::error_code error;
  LoadedCatalogue loaded;
  Catalogue& catalogue = loaded.catalogue;
  catalogue.folder = fs::weakly_canonical(fs::absolute(folder, error), error);
  auto reader = TomlReader::read(catalogue.folder / "catalogue.toml");
  if (!reader) return tl::unexpected(std::move(reader).error().error);

  reader->check_keys(reader->root(), {"name", "name_en", "photo", "product"});
  catalogue.name = reader->local_text(reader->root(), "name");
  if (catalogue.name.indonesian.empty()) {
    catalogue.name.indonesian = catalogue.slug();
    reader->note(reader->line_of(reader->root(), "name"),
                 Message(GLADI_TEXT("the catalogue has no name: \"{0}\" is used"), {catalogue.slug()}));
  }
  catalogue.products = read_products(*reader, catalogue.folder, photos);
  catalogue.cover = read_cover(*reader, catalogue, photos);
  loaded.faults = reader->faults_by_line();
  if (catalogue.products.empty()) {
    return fail(ErrorKind::kDamaged,
                Message(GLADI_TEXT("{0} holds no product that can be used."),
                        {(catalogue.folder / "catalogue.toml").string()}),
                joined(loaded.faults));
  }
  LoadedRundown rundown = rundown_of(catalogue);
  loaded.rundown = std::move(rundown.rundown);
  loaded.faults.insert(loaded.faults.end(), rundown.faults.begin(), rundown.faults.end());
  return loaded;
}

CatalogueShelf load_catalogues(const std::vector<fs::path>& folders) {
  CatalogueShelf shelf;
  std::set<std::string> slugs;
  for (const fs::path& folder : folders) {
    std::error_code error;
    std::vector<fs::path> children;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      std::error_code ignored;
      const bool hidden = it->path().filename().string().starts_with('.');
      if (!hidden && it->is_directory(ignored)) children.push_back(it->path());
    }
    std::sort(children.begin(), children.end());
    for (const fs::path& child : children) {
      if (slugs.contains(child.filename().string())) continue;
      auto loaded = load_catalogue(child);
      if (loaded) {
        slugs.insert(child.filename().string());
        shelf.catalogues.push_back(std::move(*loaded));
      } else {
        shelf.broken.push_back(std::move(loaded).error());
      }
    }
  }
  return shelf;
}

}  // namespace gladi
