// What the simulated audience does during a take, and what the host does with it.
#pragma once

#include <cstdint>
#include <string>

#include "encoder/base/media_time.h"

namespace gladi {

// A line of the chat.
struct ChatShown {
  int64_t chat = 0;  // its number in the take, from 1
  std::string author;
  std::string text;
  std::string intent;      // "price", "size" …: what it is about
  std::string expects;     // what the host should do: "answer", "thank", "steer" or "mute"
  std::string product_id;  // on show when it came; may be empty
};
struct ChatAnswered {  // the host's
  int64_t chat = 0;
  MediaTime after;  // since it was shown
};
struct ChatMissed {  // nobody answered in time
  int64_t chat = 0;
};
struct ChatPinned {  // the host's
  int64_t chat = 0;  // 0: nothing is pinned any more
};
struct ChatMuted {  // the host's
  int64_t chat = 0;
  MediaTime after;
};
struct OrderPlaced {
  std::string author;
  std::string product_id;
  int quantity = 1;
  int64_t price_rupiah = 0;  // of one
};
struct StockChanged {
  std::string product_id;
  int stock = 0;  // left
};
struct SoldOut {
  std::string product_id;
};
struct FlashSaleStarted {  // the host's
  std::string product_id;
  int64_t price_rupiah = 0;
  MediaTime length;
};
struct FlashSaleEnded {
  std::string product_id;
  std::string reason;  // "time" or "sold_out"
};
// Noted every ten seconds.
struct AudienceSampled {
  int viewers = 0;
  int64_t hearts = 0;  // since the start
};
// The host has said nothing for a while; until SilenceEnded.
struct SilenceStarted {};
struct SilenceEnded {};
// A line that coached the host.
struct CueShown {
  std::string cue;  // "silence", "question", "price", "quiet" or "face"
};

}  // namespace gladi
