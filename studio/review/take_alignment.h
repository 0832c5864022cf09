// Which moments of two takes of one person belong together: where the same product was shown, or where
// somebody has laid them beside each other.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "encoder/playback/player_pair.h"
#include "studio/session/session.h"
#include "studio/session/take_event.h"

namespace gladi {

// A stretch of a take under the name that the other take knows it by too.
struct AlignedStretch {
  std::string key;  // the product's id, or the kind of a part without one; the second time of it ends in "#2"
  LocalText title;
  bool product = false;
  MediaTime start;
  MediaTime end;
};
// As the rundown really ran; what ran on without another part between is one stretch.
std::vector<AlignedStretch> stretches_of(const Session& session, const std::vector<TakeEvent>& events);

// Plain values.
class TakeAlignment {
 public:
  TakeAlignment() = default;
  TakeAlignment(std::vector<AlignedStretch> first, std::vector<AlignedStretch> second);

  // By product: what both takes have begins in both at the same moment. The shorter one waits at the end of
  // its stretch; in a part that only one has the other one waits where the last common one ended.
  // By hand: the second take's time is the first one's plus `offset`.
  bool by_hand() const { return by_hand_; }
  MediaTime offset() const { return offset_; }
  void align_by_product() { by_hand_ = false; }
  void align_by_hand(MediaTime offset) {
    by_hand_ = true;
    offset_ = offset;
  }
  // Whether there is anything to align by: a part that both takes have.
  bool any_common() const;

  // Where the other take belongs while take `from` (0 or 1) is at `at`.
  PairPlace place(int from, MediaTime at) const;

  const std::vector<AlignedStretch>& stretches(int which) const { return takes_[which == 0 ? 0 : 1]; }
  const AlignedStretch* find(int which, const std::string& key) const;

 private:
  std::array<std::vector<AlignedStretch>, 2> takes_;
  bool by_hand_ = false;
  MediaTime offset_;
};

}  // namespace gladi
