// The rules about what viewers see of her. Estimates, and called so.
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "studio/review/feedback_rules.h"

namespace gladi::feedback_rules {
namespace {

// From which share of the known time on a word is worth it. Who shows a product from near is out of the frame
// for a while, and who reads or picks something up turns away: that is part of the work.
constexpr double kOutOfFrame = 0.25, kTurnedAway = 0.4, kBadLight = 0.3, kBlurred = 0.3, kShaking = 0.2;
constexpr double kMostlyThere = 0.9;

using Trait = std::optional<PictureTrait> PictureMetrics::*;

const PictureTrait* trait_from(const TakeFacts& facts, Trait which, double share) {
  if (!facts.picture || facts.picture->lack != PictureLack::kNone) return nullptr;
  const std::optional<PictureTrait>& trait = (*facts.picture).*which;
  return trait && trait->share >= share ? &*trait : nullptr;
}

std::optional<MediaTime> longest_of(const PictureTrait& trait) {
  const auto longest = std::max_element(
      trait.where.begin(), trait.where.end(),
      [](const TakeStretch& a, const TakeStretch& b) { return a.to - a.from < b.to - b.from; });
  if (longest == trait.where.end()) return std::nullopt;
  return longest->from;
}

// In whole minutes of ten: more would be pretended.
std::string of_ten_minutes(double share) {
  return std::to_string(std::clamp(std::lround(share * 10), 1L, 10L));
}

}  // namespace

std::optional<Insight> out_of_frame(const TakeFacts& facts, Language) {
  const PictureTrait* trait = trait_from(facts, &PictureMetrics::out_of_frame, kOutOfFrame);
  if (trait == nullptr) return std::nullopt;
  return Insight{
      "out-of-frame", Message(GLADI_TEXT("Stay in the middle of the picture.")),
      Message(GLADI_TEXT("In about {0} of every 10 minutes your face wasn't in the picture (an estimate)."),
              {of_ten_minutes(trait->share)}),
      Message(
          GLADI_TEXT("Mark your place with a piece of tape, and bring the product to you instead of going to "
                     "the product.")),
      longest_of(*trait)};
}

std::optional<Insight> backlit(const TakeFacts& facts, Language) {
  const PictureTrait* trait = trait_from(facts, &PictureMetrics::backlit, kBadLight);
  if (trait == nullptr) return std::nullopt;
  return Insight{
      "backlit", Message(GLADI_TEXT("Turn towards the light.")),
      Message(
          GLADI_TEXT("Behind you it is much brighter than in your face (an estimate): buyers see you as a "
                     "shadow.")),
      Message(GLADI_TEXT("Sit so that the window or the lamp is in front of you, behind the camera.")),
      longest_of(*trait)};
}

std::optional<Insight> dark(const TakeFacts& facts, Language) {
  const PictureTrait* trait = trait_from(facts, &PictureMetrics::dark, kBadLight);
  if (trait == nullptr) return std::nullopt;
  return Insight{
      "dark", Message(GLADI_TEXT("Bring more light to your place.")),
      Message(GLADI_TEXT("The picture is dark (an estimate): colours of products are hard to see.")),
      Message(GLADI_TEXT("Sit near a window, or switch on the screen's light on the home screen.")),
      longest_of(*trait)};
}

std::optional<Insight> blurred(const TakeFacts& facts, Language) {
  const PictureTrait* trait = trait_from(facts, &PictureMetrics::blurred, kBlurred);
  if (trait == nullptr) return std::nullopt;
  return Insight{
      "blurred", Message(GLADI_TEXT("Wipe the camera's lens.")),
      Message(GLADI_TEXT("The picture is blurred (an estimate).")),
      Message(GLADI_TEXT("A soft, dry cloth is enough. Then hold a product before the camera: can its "
                         "pattern be seen?")),
      longest_of(*trait)};
}

std::optional<Insight> turned_away(const TakeFacts& facts, Language) {
  const PictureTrait* trait = trait_from(facts, &PictureMetrics::turned_away, kTurnedAway);
  if (trait == nullptr) return std::nullopt;
  return Insight{
      "turned-away", Message(GLADI_TEXT("Turn your face to the buyers more often.")),
      Message(GLADI_TEXT("In about {0} of every 10 minutes your face was turned aside (an estimate)."),
              {of_ten_minutes(trait->share)}),
      Message(GLADI_TEXT("Show the product, then look into the camera and say its price.")),
      longest_of(*trait)};
}

std::optional<Insight> shaking(const TakeFacts& facts, Language) {
  const PictureTrait* trait = trait_from(facts, &PictureMetrics::shaking, kShaking);
  if (trait == nullptr) return std::nullopt;
  return Insight{
      "shaking", Message(GLADI_TEXT("Give the camera a firm place.")),
      Message(GLADI_TEXT("The picture shakes (an estimate); that is tiring to watch.")),
      Message(GLADI_TEXT("Lean it against something heavy, and take products from another table.")),
      longest_of(*trait)};
}

std::optional<Insight> in_frame(const TakeFacts& facts, Language) {
  if (!facts.picture || facts.picture->lack != PictureLack::kNone) return std::nullopt;
  const std::optional<double> there = facts.picture->face_share();
  if (!there || *there < kMostlyThere) return std::nullopt;
  return Insight{"in-frame",
                 Message(GLADI_TEXT("Buyers could see your face nearly all the time (an estimate)")),
                 {},
                 {},
                 {}};
}

}  // namespace gladi::feedback_rules
