// The simulated audience of a rehearsal: viewers, hearts, chat, orders. The same seed, catalogue and lines
// and the same doings of the host give the same audience, to the last heart (docs/audience-model.md).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "studio/audience/audience_lines.h"
#include "studio/audience/audience_model.h"
#include "studio/audience/audience_state.h"
#include "studio/audience/line_picker.h"
#include "studio/audience/seeded_random.h"
#include "studio/catalogue/catalogue.h"
#include "studio/session/take_event.h"

namespace gladi {

struct AudienceSetup {
  std::string level = "off";  // "calm", "busy", "difficult"; else nobody watches
  uint64_t seed = 0;
  const Catalogue* catalogue = nullptr;  // must outlive the audience
  const AudienceLines* lines = nullptr;  // the same; null: they watch in silence
};

// One thread. Time moves in steps of 100 ms and only forward; nothing is read from a clock.
class Audience {
 public:
  explicit Audience(const AudienceSetup& setup);

  // What happens until `to`, in order: to be written into the journal.
  std::vector<TakeEvent> advance(MediaTime to);
  // Something that the host did: segment, answer, pin, mute, flash sale, silence. Other events change
  // nothing. Returns what happened until then, which stands before it in the journal.
  std::vector<TakeEvent> apply(const TakeEvent& host);

  const AudienceState& state() const { return state_; }

  static bool is_hosts(const TakeEvent& event);

 private:
  struct Stream {
    static constexpr uint64_t kViewers = 1, kChat = 2, kOrders = 3, kHearts = 4;
  };

  void step(MediaTime at);
  void second(MediaTime at);
  void come_and_go();
  void expire_chats(MediaTime at);
  void maybe_chat(MediaTime at);
  void maybe_order(MediaTime at);
  void end_flash_sale(MediaTime at, const char* reason);
  void show(const SegmentStarted& segment, MediaTime at);
  void answered(const ChatAnswered& answer);
  void start_flash_sale(const FlashSaleStarted& sale, MediaTime at);
  void feel(int64_t change);
  void leave(int viewers);
  void keep(ChatLine line);
  void stop_waiting(int64_t chat);
  ChatLine* line(int64_t chat);
  std::optional<size_t> index_of(const std::string& product_id) const;
  void emit(MediaTime at, decltype(TakeEvent::what) what) { out_.push_back({at, std::move(what)}); }

  const Catalogue& catalogue_;
  const AudienceLines* lines_;
  const AudienceModel model_;
  const size_t level_;
  LinePicker picker_;
  SeededRandom viewers_random_, chat_random_, orders_random_, hearts_random_;

  AudienceState state_;
  std::vector<TakeEvent> out_;
  int64_t steps_ = 0;
  int64_t mood_ = audience_model::kMoodUsual;
  bool silent_ = false;
  std::optional<size_t> on_show_;
  MediaTime on_show_since_;
  std::vector<bool> shown_before_;  // by product
  MediaTime next_chat_at_;
  int64_t last_chat_ = 0;
  std::deque<int> viewers_a_minute_;  // one a sample of ten seconds
};

// The audience of a take once more, from the host's events in its journal.
std::vector<TakeEvent> replay_audience(const AudienceSetup& setup, const std::vector<TakeEvent>& journal,
                                       MediaTime until);

}  // namespace gladi
