// What may lie over the picture, each with its name and its words: the settings file, the settings' page, the
// panel while rehearsing and the journal all go by this list.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "studio/overlay/feed_content.h"

namespace gladi {

struct FeedPartChoice {
  const char* name;   // in the settings file, in the journal and of the widget
  const char* words;  // English id
  bool FeedParts::*part;
};

std::span<const FeedPartChoice> feed_part_choices();
// The names of those that are not shown.
std::vector<std::string> hidden_parts(const FeedParts& parts);

}  // namespace gladi
