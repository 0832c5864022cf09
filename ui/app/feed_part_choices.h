// What may lie over the picture, each with its name and its words: the settings file, the settings' page and
// the panel while rehearsing all go by this list.
#pragma once

#include <span>

#include "studio/overlay/feed_content.h"

namespace gladi {

struct FeedPartChoice {
  const char* name;   // in the settings file and of the widget
  const char* words;  // English id
  bool FeedParts::*part;
};

std::span<const FeedPartChoice> feed_part_choices();

}  // namespace gladi
