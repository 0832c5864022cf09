// Opens a catalogue for editing, keeps its steps, saves it by itself, and carries out what the screen asks
// for.
#pragma once

#include <future>
#include <memory>

#include "studio/base/undo_stack.h"
#include "studio/catalogue/catalogue_folders.h"
#include "studio/catalogue/draft_file.h"
#include "studio/overlay/card_preview.h"
#include "ui/app/errands.h"
#include "ui/app/services.h"
#include "ui/screens/editor/editor_intent.h"
#include "ui/screens/editor/editor_model.h"
#include "ui/window/image_texture.h"
#include "ui/window/picture_texture.h"

namespace gladi {

class EditorController final : public Screen {
 public:
  EditorController(Services& services, const std::filesystem::path& folder);
  ~EditorController() override;

  ScreenName name() const override { return ScreenName::kEditor; }
  bool tick(MediaTime now) override;
  std::optional<Navigation> draw(Ui& ui) override;
  std::chrono::milliseconds idle() const override;
  void before_quit() override;
  void drop_file(const std::filesystem::path& file) override;

 private:
  void carry_out(const EditorIntent& intent);
  void change(CatalogueDraft draft, const std::string& merge);
  void show_draft();

  void open(const std::filesystem::path& folder);
  void opened(DraftFile::Opened opened);
  void save();
  void leave();
  // Makes the shelf anew from the disk, after whatever was asked for before.
  void reload_shelf(std::filesystem::path then_open = {});
  void tell(const Error& error);

  void use_file(const editor::UseFile& use);
  void add_photo(const std::filesystem::path& photo);
  void add_photo(
      std::function<Result<std::filesystem::path>(const std::filesystem::path&, const std::string&)> make);
  void set_photo(const std::string& product_id, const std::filesystem::path& photo);
  void import_table(const std::filesystem::path& file);
  void export_table(const std::filesystem::path& folder);
  void make_catalogue(const editor::NewCatalogue& wish);
  void delete_catalogue();
  void restore_catalogue();
  void list_folder(const std::filesystem::path& folder);

  bool look_at_camera();
  bool look_at_card();
  const Product* chosen() const;

  Services& services_;
  const std::filesystem::path shelf_;  // where own catalogues are
  EditorModel model_;
  EditorView view_;
  UndoStack<CatalogueDraft> steps_{CatalogueDraft{}};
  std::shared_ptr<DraftFile> file_;  // used by errands only
  CatalogueDraft saved_;             // as the disk has it, or will have when the errands are done
  std::optional<MediaTime> changed_at_;
  MediaTime now_;
  std::optional<Navigation> target_;
  bool leaving_ = false;
  std::filesystem::path thrown_;  // the catalogue that was deleted last

  PictureTexture camera_;
  int64_t camera_serial_ = -1;
  bool camera_wanted_ = false;

  ImageTexture card_texture_;
  std::shared_ptr<FeedFonts> card_fonts_;
  CardContent card_shown_;
  std::future<Image> card_drawing_;
  Errands errands_;  // last: its work uses what is above
};

}  // namespace gladi
