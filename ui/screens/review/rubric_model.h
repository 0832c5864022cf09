// What the review screen knows of rubrics and of what others have scored.
#pragma once

#include <string>
#include <vector>

#include "studio/review/double_review.h"
#include "studio/review/rubric.h"

namespace gladi {

// The scores of one reviewer who has finished.
struct GivenScores {
  std::string reviewer;
  std::vector<Score> scores;
};

// The rubrics that a trainer may score with, and what is wrong with those that she may not.
struct RubricChoice {
  std::vector<Rubric> rubrics;
  std::vector<Fault> faults;      // what was left out of one of them
  std::vector<Message> problems;  // files of which nothing can be used
  std::string folder;             // where own ones lie
  bool faulty() const { return !faults.empty() || !problems.empty(); }
};

// How far a trainer who has handed in her review agrees with another one who has.
struct ReviewAgreement {
  std::string reviewer;
  Agreement agreement;
};

}  // namespace gladi
