// Sharing takes and taking them in, for the screens that offer it: library and review.
#pragma once

#include "studio/people/person.h"
#include "ui/app/errands.h"
#include "ui/app/services.h"
#include "ui/screens/share/share_model.h"

namespace gladi {

// Main thread. Owned by a screen; the work itself goes on when the screen has gone (ShareJobs).
class ShareDesk {
 public:
  explicit ShareDesk(Services& services);
  ~ShareDesk();
  ShareDesk(const ShareDesk&) = delete;
  ShareDesk& operator=(const ShareDesk&) = delete;

  // Opens the sheet; while something is being done it shows that instead.
  void share(ShareSubject subject);
  // Opens the sheet to choose a bundle or a video. `people`: whose a video may be.
  void take_in(std::vector<Person> people);
  // The same for a file that is known already.
  void take_in(std::vector<Person> people, const std::filesystem::path& file);
  bool open() const { return view_.sheet != ShareView::Sheet::kNone; }

  // True when something that is shown has changed.
  bool tick();
  // In each frame, above the screen.
  void draw(Ui& ui);

 private:
  bool show_running();
  void list_folder(const std::filesystem::path& folder);
  void look_for_places();
  void choose_place(const std::filesystem::path& folder);
  void carry_out(const ShareIntent& intent);
  void save();
  void take_in_file(const std::filesystem::path& file);
  void take_in_bundle(const std::filesystem::path& file);
  void answer(bool same);
  void begin_import();
  void take_in_video();
  void begin(Message title, ShareJobs::Work work);

  Services& services_;
  Errands errands_;
  ShareModel model_;
  ShareView view_;
  std::vector<Person> people_;
  std::filesystem::path chosen_folder_;  // by hand, for the next time as well
  std::filesystem::path bundle_;  // to come in
  SamePeople same_;               // what was answered about its people
  int settling_ = 0;              // frames still to be drawn for a sheet that opened by itself
};

}  // namespace gladi
