// How a list of keys is divided: where they are used.
#pragma once

namespace gladi {

enum class KeyPlace {
  kAnywhere,
  kMoving,
  kHome,
  kLight,
  kStudio,
  kPrompter,
  kFeedback,
  kReview,
  kTimeline,
  kRubric,
  kCompare,
  kEditor,
  kPeople,
  kLibrary,
  kTour
};

}  // namespace gladi
