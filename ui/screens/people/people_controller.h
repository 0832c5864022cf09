// Fills the people screen from the library and carries out what it asks for.
#pragma once

#include <atomic>
#include <memory>

#include "ui/app/errands.h"
#include "ui/app/services.h"
#include "ui/screens/people/people_model.h"

namespace gladi {

class PeopleController final : public Screen {
 public:
  explicit PeopleController(Services& services);

  ScreenName name() const override { return ScreenName::kPeople; }
  bool tick(MediaTime now) override;
  std::optional<Navigation> draw(Ui& ui) override;
  void drop_file(const std::filesystem::path& file) override;

 private:
  std::optional<Navigation> carry_out(const PeopleIntent& intent);
  void load();
  void add_names();
  void remove(const std::string& id);  // counts her takes first, in the background
  void remove(const std::string& id, int64_t takes);
  void undo();
  void save(const Group& group);
  void begin_withdrawal(const std::string& id);
  void withdraw_person(const people::Withdraw& wish);
  void show_proof(const Result<WithdrawalProof>& proof);
  void list_folder(const std::filesystem::path& folder);
  void use_file(const std::filesystem::path& file);
  void tell(const Error& error) { services_.toasts.add(error); }

  Services& services_;
  PeopleModel model_;
  PeopleView view_;
  std::vector<std::string> removed_;            // UUIDs, the last one last
  std::shared_ptr<std::atomic<double>> share_;  // of a withdrawal that is being carried out
  Errands errands_;                             // last: its work uses what is above
};

}  // namespace gladi
