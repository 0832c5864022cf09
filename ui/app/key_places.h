// How lists of keys are divided.
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
  kComments,
  kRubric,
  kCompare,
  kEditor,
  kPeople,
  kLibrary,
  kTour
};

}  // namespace gladi
