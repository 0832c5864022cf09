// What the review knows of a take's findings, and what is said of them: confirmed, dismissed, undone.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "studio/review/take_facts.h"
#include "ui/app/comment_desk.h"
#include "ui/app/services.h"
#include "ui/screens/review/measure_lanes.h"
#include "ui/screens/review/review_model.h"

namespace gladi {

// Main thread. Works on the screen's model and desk, which must outlive it.
class FindingActs {
 public:
  FindingActs(Services& services, std::filesystem::path session_folder, ReviewModel& model, CommentDesk& desk,
              std::string viewer_id);

  // What is kept of it; what isn't measured yet is.
  void know_take(const Session& session, const TakeFacts& facts);
  bool tick();                                     // true: something is to be drawn anew
  void show_reviews(std::vector<Review> reviews);  // those that who sits here may see
  void carry_out(const ReviewIntent& intent);      // what isn't about findings is left alone

 private:
  void show();
  std::string sound_lack() const;

  Services& services_;
  const std::filesystem::path folder_;
  ReviewModel& model_;
  CommentDesk& desk_;
  const std::string viewer_id_;
  bool final_ = true;  // its files are: else it can't be measured yet
  KnownSound sound_;
  std::optional<PictureMetrics> picture_;
  std::vector<Review> reviews_;
};

}  // namespace gladi
