// Fills the list of takes from the library and opens what is chosen.
#pragma once

#include "ui/app/services.h"
#include "ui/screens/library/library_model.h"

namespace gladi {

class LibraryController final : public Screen {
 public:
  LibraryController(Services& services, const std::string& person_id);

  ScreenName name() const override { return ScreenName::kLibrary; }
  bool tick(MediaTime now) override;
  std::optional<Navigation> draw(Ui& ui) override;

 private:
  void load();

  Services& services_;
  const std::string person_id_;
  LibraryModel model_;
  LibraryView view_;
  size_t jobs_ = 0;
};

}  // namespace gladi
