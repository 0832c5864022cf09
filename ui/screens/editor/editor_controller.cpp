#include "ui/screens/editor/editor_controller.h"

#include <algorithm>

#include "encoder/base/platform.h"
#include "studio/text/format.h"
#include "ui/app/source_choice.h"
#include "ui/screens/editor/editor_screen.h"

namespace gladi {
namespace {
namespace fs = std::filesystem;

constexpr MediaTime kSaveAfter = MediaTime::from_ms(800);  // of quiet: not with every letter
constexpr int kThumbnailPx = 128;
constexpr int kPhotoPx = 512;

}  // namespace

std::unique_ptr<Screen> make_editor_screen(Services& services, const fs::path& folder) {
  return std::make_unique<EditorController>(services, folder);
}

EditorController::EditorController(Services& services, const fs::path& folder)
    : services_(services),
      shelf_(services.library.root() / "catalogues"),
      camera_(services.renderer),
      card_texture_(services.renderer),
      card_fonts_(std::make_shared<FeedFonts>()),
      errands_(services.wake) {
  services_.stage.close();
  for (const LoadedCatalogue& loaded : services_.shelf.catalogues()) {
    const Catalogue& one = loaded.catalogue;
    model_.shelf.push_back(
        {one.folder, one.name, static_cast<int>(one.products.size()), one.folder.parent_path() == shelf_});
  }
  open(folder);
}

EditorController::~EditorController() {
  if (card_drawing_.valid()) card_drawing_.wait();
  save();  // the errands' destructor waits for it
}

void EditorController::tell(const Error& error) {
  services_.toasts.add(error);
}

void EditorController::open(const fs::path& folder) {
  save();
  errands_.add([this, folder]() -> Errands::Then {
    auto result = std::make_shared<Result<DraftFile::Opened>>(DraftFile::open(folder));
    return [this, result] {
      if (*result) {
        opened(std::move(**result));
      } else {
        tell(result->error());
        if (!file_) leave();
      }
    };
  });
}

void EditorController::opened(DraftFile::Opened opened) {
  file_ = opened.file;
  saved_ = opened.draft;
  steps_ = UndoStack<CatalogueDraft>(std::move(opened.draft));
  model_.folder = file_->folder();
  model_.own = model_.folder.parent_path() == shelf_;
  model_.faults = static_cast<int>(opened.faults.size());
  const auto files = std::move(view_.files);
  view_ = {};
  view_.files = files;
  changed_at_.reset();
  model_.save_state = SaveState::kSaved;
  show_draft();
}

void EditorController::show_draft() {
  model_.draft = steps_.now();
  model_.can_undo = steps_.can_undo();
  model_.can_redo = steps_.can_redo();
  if (model_.draft == saved_) return;
  changed_at_ = now_;
  model_.save_state = SaveState::kNotSaved;
}

void EditorController::change(CatalogueDraft draft, const std::string& merge) {
  steps_.change(std::move(draft), merge);
  show_draft();
}

// A catalogue that came with Gladi is copied into the library first, and the copy is edited.
void EditorController::save() {
  if (!file_ || steps_.now() == saved_) return;
  changed_at_.reset();
  saved_ = steps_.now();
  model_.save_state = SaveState::kSaving;
  errands_.add([this, file = file_, draft = saved_, shelf = shelf_]() -> Errands::Then {
    std::optional<Error> problem;
    std::vector<fs::path> kept;
    if (file->folder().parent_path() != shelf) {
      if (auto own = catalogue_folders::make_own(shelf, file->folder())) {
        file->moved_to(*own);
      } else {
        problem = own.error();
      }
    }
    if (!problem) {
      if (auto saved = file->save(draft)) {
        kept = saved->kept;
      } else {
        problem = saved.error();
      }
    }
    return [this, file, draft, problem, kept] {
      if (problem) {
        tell(*problem);
        if (file == file_) model_.save_state = SaveState::kNotSaved;
        if (file == file_) saved_ = {};
        leaving_ = false;  // nobody leaves behind what isn't saved
        return;
      }
      for (const fs::path& old : kept) {
        services_.toasts.add(
            Toasts::Kind::kNews,
            Message(GLADI_TEXT("The file was changed by somebody else meanwhile: it is kept as {0}."),
                    {old.filename().string()}));
      }
      if (file != file_) return;
      model_.folder = file->folder();
      model_.own = true;
      if (steps_.now() == draft) model_.save_state = SaveState::kSaved;
    };
  });
}

void EditorController::reload_shelf(fs::path then_open) {
  errands_.add([this, shelf = shelf_, assets = services_.paths.assets / "catalogues",
                then_open]() -> Errands::Then {
    auto loaded = std::make_shared<CatalogueShelf>(load_catalogues({shelf, assets}));
    return [this, loaded, then_open] {
      model_.shelf.clear();
      for (const LoadedCatalogue& one : loaded->catalogues) {
        const fs::path& folder = one.catalogue.folder;
        model_.shelf.push_back({folder, one.catalogue.name, static_cast<int>(one.catalogue.products.size()),
                                folder.parent_path() == shelf_});
      }
      services_.shelf.use(std::move(loaded->catalogues));
      if (!then_open.empty()) open(then_open);
    };
  });
}

void EditorController::leave() {
  if (leaving_) return;
  leaving_ = true;
  save();
  reload_shelf();
}

void EditorController::before_quit() {
  save();
}

bool EditorController::tick(MediaTime now) {
  now_ = now;
  bool changed = errands_.tick();
  if (changed_at_ && now - *changed_at_ >= kSaveAfter) {
    save();
    changed = true;
  }
  model_.working = errands_.busy() && model_.save_state != SaveState::kSaving;
  if (leaving_ && !errands_.busy()) {
    if (model_.own && file_) services_.settings.last_catalogue = model_.folder.filename().string();
    services_.save_settings();
    target_ = GoHome{};
    changed = true;
  }
  changed = look_at_camera() || changed;
  return look_at_card() || changed;
}

std::chrono::milliseconds EditorController::idle() const {
  return std::chrono::milliseconds(camera_wanted_ ? 33 : changed_at_ || errands_.busy() ? 100 : 500);
}

const Product* EditorController::chosen() const {
  if (view_.tab != EditorView::Tab::kProducts || view_.product >= model_.draft.products.size())
    return nullptr;
  return model_.draft.products[view_.product].get();
}

bool EditorController::look_at_camera() {
  if (!camera_wanted_) return false;
  Stage* stage = services_.stage.stage();
  model_.camera_opening = services_.stage.opening();
  if (stage == nullptr) return false;
  const int64_t serial = stage->program().preview().serial();
  if (serial == camera_serial_) return false;
  camera_serial_ = serial;
  if (const PicturePtr picture = stage->program().preview().get())
    model_.light = judge_photo(measure_light(*picture));
  return true;
}

bool EditorController::look_at_card() {
  bool changed = false;
  if (card_drawing_.valid() && card_drawing_.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
    card_texture_.set(card_drawing_.get());
    changed = true;
  }
  const Product* product = chosen();
  if (product == nullptr || card_drawing_.valid()) return changed;
  const Language language = services_.settings.language;
  CardContent card;
  card.number = static_cast<int>(view_.product) + 1;
  card.name = product->name.in(language);
  card.price = format_rupiah(product->price_rupiah);
  if (product->normal_price_rupiah) card.old_price = format_rupiah(*product->normal_price_rupiah);
  card.stock_line = services_.translator.tr(GLADI_TEXT("Stock {0}"), {std::to_string(product->stock)});
  if (const std::string& note = product->note.in(language); !note.empty()) card.stock_line += " · " + note;
  card.percent_off = product->percent_off();
  card.photo = product->photo;
  if (card == card_shown_) return changed;
  card_shown_ = card;
  card_drawing_ = std::async(std::launch::async, [card, fonts = card_fonts_, wake = services_.wake] {
    platform::name_this_thread("card");
    Image image = draw_card_preview(card, *fonts);
    wake();
    return image;
  });
  return changed;
}

std::optional<Navigation> EditorController::draw(Ui& ui) {
  if (target_) return target_;
  if (camera_wanted_) {
    if (Stage* stage = services_.stage.stage()) camera_.update(stage->program().preview().get());
    model_.camera = camera_.ref();
  }
  model_.card = card_texture_.ref();
  const Product* product = chosen();
  model_.photo = product != nullptr ? services_.images.get(product->photo, kPhotoPx) : TextureRef{};
  model_.thumbnails.clear();
  for (const size_t row : view_.shown) {
    if (row >= model_.draft.products.size()) continue;
    const fs::path& photo = model_.draft.products[row]->photo;
    model_.thumbnails.push_back({row, services_.images.get(photo, kThumbnailPx)});
  }
  if (const std::optional<EditorIntent> intent = draw_editor(ui, model_, view_)) carry_out(*intent);
  return {};
}

void EditorController::carry_out(const EditorIntent& intent) {
  if (std::holds_alternative<editor::GoBack>(intent)) {
    leave();
  } else if (std::holds_alternative<editor::Undo>(intent)) {
    steps_.undo();
    show_draft();
  } else if (std::holds_alternative<editor::Redo>(intent)) {
    steps_.redo();
    show_draft();
  } else if (const auto* step = std::get_if<editor::Change>(&intent)) {
    change(step->draft, step->merge);
  } else if (std::holds_alternative<editor::EndMerge>(intent)) {
    steps_.end_merge();
  } else if (const auto* choose = std::get_if<editor::ChooseFile>(&intent)) {
    model_.files.purpose = choose->purpose;
    view_.sheet = EditorView::Sheet::kFiles;
    list_folder(model_.files.folder);
  } else if (const auto* list = std::get_if<editor::ListFolder>(&intent)) {
    list_folder(list->folder);
  } else if (const auto* use = std::get_if<editor::UseFile>(&intent)) {
    use_file(*use);
  } else if (std::holds_alternative<editor::OpenCamera>(intent)) {
    camera_wanted_ = true;
    model_.light.reset();
    services_.stage.open(source_options(services_.settings, services_.paths));
  } else if (std::holds_alternative<editor::CloseCamera>(intent)) {
    camera_wanted_ = false;
    camera_.clear();
    services_.stage.close();
  } else if (std::holds_alternative<editor::Shoot>(intent)) {
    Stage* stage = services_.stage.stage();
    const PicturePtr picture = stage != nullptr ? stage->program().preview().get() : nullptr;
    if (picture) {
      add_photo([picture](const fs::path& folder, const std::string& id) {
        return gladi::add_photo(folder, id, image_of(*picture));
      });
    }
    carry_out(editor::CloseCamera{});
  } else if (std::holds_alternative<editor::RemovePhoto>(intent)) {
    if (const Product* product = chosen()) set_photo(product->id, {});
  } else if (const auto* wish = std::get_if<editor::NewCatalogue>(&intent)) {
    make_catalogue(*wish);
  } else if (std::holds_alternative<editor::DeleteCatalogue>(intent)) {
    delete_catalogue();
  } else if (std::holds_alternative<editor::RestoreCatalogue>(intent)) {
    restore_catalogue();
  } else if (const auto* other = std::get_if<editor::OpenCatalogue>(&intent)) {
    if (other->folder != model_.folder) open(other->folder);
  } else if (std::holds_alternative<editor::CloseReport>(intent)) {
    model_.report.reset();
  }
}

}  // namespace gladi
