// Lists takes: of one person, or in trainer mode of everybody who agreed to it. Everything on the disk is
// done away from the main thread.
#pragma once

#include <atomic>
#include <future>
#include <memory>
#include <set>

#include "ui/app/errands.h"
#include "ui/app/services.h"
#include "ui/screens/library/library_model.h"
#include "ui/screens/share/share_desk.h"

namespace gladi {

class LibraryController final : public Screen {
 public:
  LibraryController(Services& services, std::string person_id);
  ~LibraryController() override;

  ScreenName name() const override { return ScreenName::kLibrary; }
  bool may_show_others() const override { return true; }
  bool tick(MediaTime now) override;
  std::optional<Navigation> draw(Ui& ui) override;
  void drop_file(const std::filesystem::path& file) override;

 private:
  // What is read at once when a list is wanted.
  struct Known;
  static Known read(const std::filesystem::path& root, const std::string& trainer_id,
                    const std::string& person_id);
  // The index first, then a look at the folders.
  void load();
  void show(Known known, bool whole);
  void show_takes(std::vector<ListedTake> takes);
  void make_missing_thumbnails();

  // Changes on the disk: done one after the other, then the list is read again.
  using Change = std::function<Status()>;
  void change(Change work, std::function<void()> then = {});
  void throw_away(const std::vector<std::filesystem::path>& folders);
  void rename(const library::Rename& wish);
  void restore(const std::vector<std::filesystem::path>& trashed);
  void delete_next();
  std::optional<Navigation> carry_out(const LibraryIntent& intent);

  bool look_at_pin();
  void begin_trainer_mode(const library::BeginTrainerMode& as);
  void add_trainer(const library::AddTrainer& add);
  void share(const std::vector<std::filesystem::path>& folders);
  std::vector<Person> people_shown() const;  // whose takes are listed

  Services& services_;
  const std::string person_id_;
  const std::filesystem::path root_;
  std::vector<Trainer> trainers_;
  LibraryModel model_;
  LibraryView view_;
  size_t jobs_;
  int64_t taken_in_;  // ShareJobs::done() when the list was asked for
  ShareDesk share_;
  int asked_ = 0;  // lists that were asked for: answers to an earlier question are dropped
  bool problems_told_ = false;
  std::shared_ptr<std::atomic<bool>> looking_;      // set: nobody waits for that look at the folders any more
  std::vector<std::filesystem::path> thrown_away_;  // places in the trash
  MediaTime thrown_at_;
  std::vector<std::filesystem::path> to_delete_;
  std::set<std::filesystem::path> thumbnails_tried_;
  std::future<Result<Trainer>> checking_;  // a PIN: slow on purpose
  bool checking_another_ = false;          // of another trainer: who is in trainer mode stays in it
  Errands errands_;                        // last: its work uses what is above
};

}  // namespace gladi
