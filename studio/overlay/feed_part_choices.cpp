#include "studio/overlay/feed_part_choices.h"

#include "encoder/base/message.h"

namespace gladi {
namespace {

constexpr FeedPartChoice kChoices[] = {
    {"card", GLADI_TEXT("Product card"), &FeedParts::card},
    {"number", GLADI_TEXT("Number in the basket"), &FeedParts::number},
    {"timer", GLADI_TEXT("Time of the rehearsal"), &FeedParts::timer},
    {"viewers", GLADI_TEXT("Viewers and hearts"), &FeedParts::viewers},
    {"chat", GLADI_TEXT("Chat"), &FeedParts::chat},
    {"pinned", GLADI_TEXT("Pinned question"), &FeedParts::pinned},
    {"countdown", GLADI_TEXT("Flash sale countdown"), &FeedParts::countdown},
    {"rising_hearts", GLADI_TEXT("Rising hearts"), &FeedParts::rising_hearts},
};

}  // namespace

std::span<const FeedPartChoice> feed_part_choices() {
  return kChoices;
}

std::vector<std::string> hidden_parts(const FeedParts& parts) {
  std::vector<std::string> names;
  for (const FeedPartChoice& choice : kChoices) {
    if (!(parts.*choice.part)) names.emplace_back(choice.name);
  }
  return names;
}

}  // namespace gladi
