// Reads all takes of a person for the pictures of her progress.
#pragma once

#include <atomic>
#include <memory>
#include <vector>

#include "ui/app/background_value.h"
#include "ui/app/services.h"
#include "ui/screens/progress/progress_model.h"

namespace gladi {

class ProgressController final : public Screen {
 public:
  ProgressController(Services& services, std::string person_id);
  ~ProgressController() override { cancel_ = true; }

  ScreenName name() const override { return ScreenName::kProgress; }
  bool may_show_others() const override { return true; }
  bool tick(MediaTime now) override;
  std::optional<Navigation> draw(Ui& ui) override;

 private:
  struct Read {
    std::string person_name;
    std::vector<ProgressPoint> points;
    std::vector<Error> problems;
  };

  Services& services_;
  const std::string person_id_;
  ProgressModel model_;
  Language told_in_;                 // the language of the charts' words
  std::atomic<bool> cancel_{false};  // before reading_, whose destructor waits
  std::unique_ptr<BackgroundValue<Read>> reading_;
};

}  // namespace gladi
