// What the editor does with files and folders, away from the main thread.
#include <algorithm>

#include "encoder/base/platform.h"
#include "studio/text/format.h"
#include "ui/screens/editor/editor_controller.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

std::string lower_extension(const fs::path& file) {
  std::string extension = file.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return extension;
}

// Beside what is there already: nobody's table is written over.
fs::path free_file(const fs::path& folder, const std::string& name, const std::string& extension) {
  std::error_code error;
  fs::path file = folder / (name + extension);
  for (int i = 2; fs::exists(file, error); ++i) file = folder / (name + "-" + std::to_string(i) + extension);
  return file;
}

}  // namespace

void EditorController::list_folder(const fs::path& folder) {
  read_folder(model_.files, errands_, folder);
}

void EditorController::use_file(const editor::UseFile& use) {
  switch (use.purpose) {
    case FilePurpose::kPhoto:
      return add_photo(use.path);
    case FilePurpose::kTable:
      return import_table(use.path);
    case FilePurpose::kExportTable:
      return export_table(use.path);
    case FilePurpose::kImportCatalogue:
      save();
      return errands_.add([this, shelf = shelf_, from = use.path]() -> Errands::Then {
        const auto made = catalogue_folders::import_folder(shelf, from);
        return [this, made] { made ? reload_shelf(*made) : tell(made.error()); };
      });
    case FilePurpose::kExportCatalogue:
      save();
      return errands_.add([this, file = file_, to = use.path]() -> Errands::Then {
        const auto made = catalogue_folders::export_folder(file->folder(), to);
        return [this, made] {
          if (!made) return tell(made.error());
          services_.toasts.add(
              Toasts::Kind::kNews,
              Message(GLADI_TEXT("Copied to {0}. The stick may be taken out."), {made->string()}));
        };
      });
    case FilePurpose::kNames:
    case FilePurpose::kLibrary:
    case FilePurpose::kShare:
    case FilePurpose::kTakes:
      break;
  }
}

void EditorController::drop_file(const fs::path& file) {
  const std::string extension = lower_extension(file);
  if (extension == ".csv" || extension == ".tsv" || extension == ".txt") {
    import_table(file);
  } else {
    add_photo(file);
  }
}

void EditorController::add_photo(const fs::path& photo) {
  add_photo(
      [photo](const fs::path& folder, const std::string& id) { return gladi::add_photo(folder, id, photo); });
}

void EditorController::add_photo(std::function<Result<fs::path>(const fs::path&, const std::string&)> make) {
  const Product* product = chosen();
  if (product == nullptr || !file_) return;
  errands_.add(
      [this, make = std::move(make), id = product->id, file = file_, shelf = shelf_]() -> Errands::Then {
        if (file->folder().parent_path() != shelf) {
          const auto own = catalogue_folders::make_own(shelf, file->folder());
          if (!own) return [this, own] { tell(own.error()); };
          file->moved_to(*own);
        }
        const auto added = make(file->folder(), id);
        return [this, added, id, file] {
          if (!added) return tell(added.error());
          if (file == file_) set_photo(id, *added);
        };
      });
}

void EditorController::set_photo(const std::string& product_id, const fs::path& photo) {
  const auto& products = steps_.now().products;
  const auto found = std::find_if(products.begin(), products.end(),
                                  [&](const auto& product) { return product->id == product_id; });
  if (found == products.end()) return;
  Product product = **found;
  product.photo = photo;
  change(edit::set_product(steps_.now(), static_cast<size_t>(found - products.begin()), std::move(product)),
         "");
}

void EditorController::import_table(const fs::path& file) {
  errands_.add([this, file, draft = steps_.now(), folder = model_.folder]() -> Errands::Then {
    auto bytes = platform::read_file(file);
    if (!bytes) return [this, error = bytes.error()] { tell(error); };
    const auto table = read_products_csv(*bytes);
    if (!table) return [this, error = table.error()] { tell(error); };
    // An untouched new catalogue has one product without a price: the table takes its place.
    CatalogueDraft base = draft;
    if (!table->rows.empty() && base.products.size() == 1 && base.products[0]->price_rupiah == 0 &&
        base.products[0]->photo.empty() && base.products[0]->stock == 0) {
      base = edit::delete_product(base, 0);
    }
    auto merge = std::make_shared<CsvMerge>(merge_products(base, *table, {file.parent_path(), folder}));
    TableReport report{file.filename().string(), merge->added,  merge->changed,
                       merge->not_in_rundown,    table->faults, table->ignored};
    report.faults.insert(report.faults.end(), merge->faults.begin(), merge->faults.end());
    std::stable_sort(report.faults.begin(), report.faults.end(),
                     [](const RowFault& a, const RowFault& b) { return a.row < b.row; });
    return [this, merge, report = std::move(report)] {
      if (merge->added + merge->changed > 0) change(merge->draft, "");
      model_.report = report;
      view_.sheet = EditorView::Sheet::kReport;
    };
  });
}

void EditorController::export_table(const fs::path& folder) {
  errands_.add([this, folder, draft = steps_.now()]() -> Errands::Then {
    const fs::path file = free_file(folder, slug(draft.name.indonesian), ".csv");
    const Status written = platform::write_file_atomically(file, products_csv(draft));
    return [this, written, file] {
      if (!written) return tell(written.error());
      services_.toasts.add(Toasts::Kind::kNews, Message(GLADI_TEXT("Saved as {0}."), {file.string()}));
    };
  });
}

void EditorController::make_catalogue(const editor::NewCatalogue& wish) {
  save();
  const LocalText product{services_.translator.tr(GLADI_TEXT("New product")), ""};
  errands_.add([this, wish, product, shelf = shelf_, file = file_]() -> Errands::Then {
    const LocalText name{wish.name, ""};
    const auto made = wish.copy ? catalogue_folders::duplicate(shelf, file->folder(), name)
                                : catalogue_folders::create(shelf, name, product);
    return [this, made] { made ? reload_shelf(*made) : tell(made.error()); };
  });
}

// Into the trash folder; what was made from a demo gives way to the demo again.
void EditorController::delete_catalogue() {
  if (!file_ || !model_.own) return;
  save();
  errands_.add([this, file = file_]() -> Errands::Then {
    const auto thrown = catalogue_folders::throw_away(file->folder());
    return [this, thrown] {
      if (!thrown) return tell(thrown.error());
      services_.toasts.add(Toasts::Kind::kNews,
                           Message(GLADI_TEXT("Deleted. \"Catalogues\" brings it back.")));
      file_.reset();
      thrown_ = *thrown;
      model_.can_restore = true;
      const auto other =
          std::find_if(model_.shelf.begin(), model_.shelf.end(),
                       [this](const ShelfEntry& entry) { return entry.folder != model_.folder; });
      if (other == model_.shelf.end()) return leave();
      reload_shelf(other->folder);
    };
  });
}

void EditorController::restore_catalogue() {
  save();
  errands_.add([this, thrown = thrown_]() -> Errands::Then {
    const auto back = catalogue_folders::restore(thrown);
    return [this, back] {
      if (!back) return tell(back.error());
      model_.can_restore = false;
      reload_shelf(*back);
    };
  });
}

}  // namespace gladi
