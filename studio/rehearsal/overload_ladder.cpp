#include "studio/rehearsal/overload_ladder.h"

namespace gladi {

const char* name_of(OverloadStep step) {
  switch (step) {
    case OverloadStep::kNone:
      return "none";
    case OverloadStep::kPreview:
      return "preview";
    case OverloadStep::kOverlays:
      return "overlays";
    case OverloadStep::kPictures:
      return "pictures";
  }
  return "";
}

Message words_of(OverloadStep step) {
  switch (step) {
    case OverloadStep::kNone:
      return {};
    case OverloadStep::kPreview:
      return Message(GLADI_TEXT(
          "The computer is busy: you see yourself less smoothly here. The recording comes first."));
    case OverloadStep::kOverlays:
      return Message(
          GLADI_TEXT("The computer is busy: moving text stands still. The recording comes first."));
    case OverloadStep::kPictures:
      return Message(GLADI_TEXT(
          "The computer is very busy: the picture is recorded less smoothly. Your sound is complete."));
  }
  return {};
}

std::optional<OverloadStep> OverloadLadder::observe(const Load& load, MediaTime now) {
  if (read_at_ && now - *read_at_ < kReadingEvery) return std::nullopt;
  const bool late = read_at_ && now - *read_at_ >= kLateReading;
  read_at_ = now;
  const bool trouble = late || load.lost_frames > lost_before_ || load.encoder_backlog >= kBacklog;
  lost_before_ = load.lost_frames;
  if (settled_at_ && now < *settled_at_) return std::nullopt;
  while (!troubles_.empty() && now - troubles_.front() > kSpan) troubles_.pop_front();
  if (!trouble) return std::nullopt;
  troubles_.insert(troubles_.end(), late ? 2 : 1, now);
  if (troubles_.size() < kTroubles || step_ == OverloadStep::kPictures) return std::nullopt;
  troubles_.clear();
  const bool forgiven = step_ != OverloadStep::kNone && now - burst_at_ > kCalm;
  burst_at_ = now;
  settled_at_ = now + kSettle;
  if (forgiven) return std::nullopt;
  step_ = static_cast<OverloadStep>(static_cast<int>(step_) + 1);
  if (step_ == OverloadStep::kOverlays) settled_at_ = now + kSettleBeforePictures;
  return step_;
}

}  // namespace gladi
