// Lists takes: of one person, or in trainer mode of everybody who agreed to it.
#pragma once

#include <future>

#include "ui/app/services.h"
#include "ui/screens/library/library_model.h"

namespace gladi {

class LibraryController final : public Screen {
 public:
  LibraryController(Services& services, const std::string& person_id);
  ~LibraryController() override;

  ScreenName name() const override { return ScreenName::kLibrary; }
  bool tick(MediaTime now) override;
  std::optional<Navigation> draw(Ui& ui) override;

 private:
  void load();
  bool look_at_pin();
  void begin_trainer_mode(const library::BeginTrainerMode& as);
  void add_trainer(const library::AddTrainer& add);

  Services& services_;
  const std::string person_id_;
  std::vector<Trainer> trainers_;
  LibraryModel model_;
  LibraryView view_;
  size_t jobs_;
  std::future<Result<Trainer>> checking_;  // a PIN: slow on purpose
};

}  // namespace gladi
