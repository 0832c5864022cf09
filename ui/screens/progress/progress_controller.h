// Reads all takes of a person for the pictures of her progress.
#pragma once

#include <atomic>
#include <memory>
#include <set>
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
    int unrated = 0;
    std::string class_name;  // of her class; empty: a trainee looks, or she is in none
    std::vector<std::vector<ProgressPoint>> people;  // of her class; only who has agreed to it
    std::vector<Error> problems;
  };
  static Read read(const std::filesystem::path& library, const ProgressViewer& viewer,
                   const std::atomic<bool>& cancel);
  void show_charts();
  void measure_what_is_missing();
  bool look_at_measures();

  Services& services_;
  const std::string person_id_;
  ProgressModel model_;
  std::vector<std::vector<ProgressPoint>> people_;
  std::set<std::filesystem::path> unmeasured_;  // takes that were handed to the MeasureDesk
  int64_t ended_ = 0;                           // of its measurings, when the takes were read last
  Language told_in_;                            // the language of the charts' words
  std::atomic<bool> cancel_{false};             // before reading_, whose destructor waits
  std::unique_ptr<BackgroundValue<Read>> reading_;
};

}  // namespace gladi
