// The editor of a catalogue and its rundown: what it shows, what it remembers between frames, what it asks
// for.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "studio/catalogue/catalogue_draft.h"
#include "studio/catalogue/catalogue_photo.h"
#include "studio/catalogue/product_csv.h"
#include "ui/screens/files/file_sheet.h"
#include "ui/widgets/texture_ref.h"

namespace gladi {

enum class SaveState { kSaved, kSaving, kNotSaved };

struct ShelfEntry {
  std::filesystem::path folder;
  LocalText name;
  int products = 0;
  bool own = false;  // in the library: may be deleted
};

// What came of a table, told in a sheet.
struct TableReport {
  std::string file;
  int added = 0;
  int changed = 0;
  int not_in_rundown = 0;
  std::vector<RowFault> faults;
  std::vector<std::string> ignored;
};

struct Thumbnail {
  size_t product = 0;
  TextureRef picture;
};

// Filled by the EditorController; const for whoever draws.
struct EditorModel {
  CatalogueDraft draft;
  std::filesystem::path folder;
  bool own = true;
  bool can_undo = false;
  bool can_redo = false;
  SaveState save_state = SaveState::kSaved;
  int faults = 0;  // what Gladi left out when it read the files
  std::vector<ShelfEntry> shelf;
  bool can_restore = false;           // a catalogue was deleted here
  std::vector<Thumbnail> thumbnails;  // of EditorView::shown
  TextureRef card;                    // the chosen product's card, as the feed draws it
  TextureRef photo;
  bool working = false;  // a folder is being copied, a photo read
  std::optional<TableReport> report;
  FileSheetModel files;

  TextureRef camera;  // photo sheet
  bool camera_opening = false;
  std::optional<PhotoVerdict> light;
};

// What a product's or segment's fields hold while somebody types: may be nonsense for a while.
struct ProductForm {
  std::optional<Product> of;  // what the fields were filled from, or last gave
  std::string name, name_en, price, normal_price, stock, note, note_en, points, points_en;
};
struct SegmentForm {
  std::optional<Segment> of;
  std::string title, title_en, minutes, points, script, script_en;
};

// Which products fit a search: looked for again only when one of the two has changed.
struct FoundProducts {
  std::string search;
  std::vector<std::shared_ptr<const Product>> among;
  std::vector<size_t> indices;
};

// Remembered between frames by the screen itself.
struct EditorView {
  enum class Tab { kProducts, kRundown };
  enum class Sheet { kNone, kCatalogues, kNewName, kFiles, kCamera, kReport };
  Tab tab = Tab::kProducts;
  Sheet sheet = Sheet::kNone;
  size_t product = 0;  // chosen
  size_t segment = 0;
  std::string search;
  ProductForm product_form;
  SegmentForm segment_form;
  std::string catalogue_name;  // of the field in the header
  LocalText named;             // what it was filled from
  bool copy = false;           // kNewName: a copy rather than an empty catalogue
  std::string new_name;
  bool focus = false;
  FileSheetView files;
  std::optional<size_t> dragged;  // a row under the mouse
  bool scroll_to_chosen = false;
  FoundProducts found;
  std::vector<size_t> shown;  // the products that were drawn last: their thumbnails are wanted
};

}  // namespace gladi
