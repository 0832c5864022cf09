// What the host sees of the simulated audience.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "encoder/base/media_time.h"

namespace gladi {

struct ChatLine {
  int64_t id = 0;  // from 1; 0 for an order
  MediaTime at;
  std::string author;
  std::string text;  // empty for an order
  std::string intent;
  std::string expects;     // "answer", "thank", "steer", "mute"; "order" for an order
  std::string product_id;  // on show then, or ordered
  int quantity = 0;        // of an order
  std::optional<MediaTime> answered_after;
  bool missed = false;  // no answer in time; it can still be given
  bool muted = false;
};

struct FlashSale {
  std::string product_id;
  int64_t price_rupiah = 0;
  MediaTime ends_at;  // take time
};

struct AudienceState {
  static constexpr size_t kMostLines = 60;

  bool on = false;  // false: nobody watches; stock and flash sale are true all the same
  int viewers = 0;
  int viewers_change = 0;  // within the last minute
  int64_t hearts = 0;
  std::deque<ChatLine> lines;    // oldest first
  std::vector<int64_t> waiting;  // chats that wait for an answer, oldest first; all are in `lines`
  int64_t pinned = 0;            // chat; 0: none
  std::optional<FlashSale> flash_sale;
  std::vector<int> stock;            // by product of the catalogue
  std::vector<bool> had_flash_sale;  // by product: one a take, so that it stays worth believing
  int sold = 0;                      // pieces
  int64_t revenue_rupiah = 0;
  int asked = 0, answered = 0, missed = 0;

  const ChatLine* find(int64_t chat) const {
    for (const ChatLine& line : lines) {
      if (chat != 0 && line.id == chat) return &line;
    }
    return nullptr;
  }
};

}  // namespace gladi
