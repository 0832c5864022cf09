// Two takes of one person side by side: what the screen shows, what it remembers, what it asks for.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "encoder/playback/player.h"
#include "studio/review/comparison.h"
#include "ui/widgets/texture_ref.h"

namespace gladi {

struct ComparedTake {
  std::filesystem::path folder;
  LocalText title;
  WallTime started_at;
  TextureRef picture;
  PlayerState player;
};

struct OtherTake {
  std::filesystem::path folder;
  std::string title;
  WallTime started_at;
};

// Filled by the CompareController; const for whoever draws.
struct CompareModel {
  bool opening = true;
  std::optional<Message> problem;  // why there is nothing to compare
  std::string person_id;
  std::string person_name;
  std::vector<OtherTake> others;      // that this take may be laid beside, newest first
  int other = 0;                      // the one that is
  std::array<ComparedTake, 2> takes;  // the earlier one, the later one
  TakeAlignment alignment;
  TakeComparison comparison;
  std::optional<Message> results_wait;  // why the comparison is empty: she hasn't rated one of them yet
  int heard = 1;
  double speed = 1;
  std::optional<MediaTime> apart;  // as PlayerPair's

  bool usable() const { return !opening && !problem; }
  const ComparedTake& leader() const { return takes[heard == 0 ? 0 : 1]; }
};

// Remembered between frames by the screen itself.
struct CompareView {
  int held = -1;          // the lane that the mouse holds; -1: none
  bool moved = false;     // and has dragged
  MediaTime held_offset;  // the offset when it began
  MediaTime axis_from;    // what the lanes' left end means; stands still while one is dragged
  MediaTime axis_length;
};

namespace compare {
struct GoBack {};
struct Watch {};        // the take that one came from, alone
struct SeeProgress {};  // over all takes of this person
struct ChooseOther {
  int other = 0;  // which of the model's
};
struct TogglePlay {};
struct Seek {
  int take = 1;
  MediaTime to;
};
struct SeekBy {
  MediaTime by;
};
struct Step {
  int frames = 1;
};
struct SetSpeed {
  double speed = 1;
};
struct Hear {
  int take = 1;
};
struct AlignByProduct {};
struct AlignByHand {
  MediaTime offset;
};
}  // namespace compare

using CompareIntent =
    std::variant<compare::GoBack, compare::Watch, compare::SeeProgress, compare::ChooseOther,
                 compare::TogglePlay, compare::Seek, compare::SeekBy, compare::Step, compare::SetSpeed,
                 compare::Hear, compare::AlignByProduct, compare::AlignByHand>;

}  // namespace gladi
