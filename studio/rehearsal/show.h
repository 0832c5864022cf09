// The show of a take: where it stands in the rundown, its audience, its cues, and what the program feed says
// of them. It knows take time and nothing of recording.
#pragma once

#include <functional>
#include <memory>

#include "encoder/sound/level_meter.h"
#include "studio/audience/audience.h"
#include "studio/overlay/feed_content.h"
#include "studio/overlay/rising_hearts.h"
#include "studio/rehearsal/picture_watch.h"
#include "studio/rehearsal/prompter.h"
#include "studio/rehearsal/quiet_watch.h"
#include "studio/rehearsal/run_clock.h"
#include "studio/rehearsal/show_state.h"
#include "studio/rehearsal/silence_watch.h"

namespace gladi {

struct TakePlan;

// "Rp 180.000" for Rp 199.000: a tenth off, rounded down to what people pay in coins.
int64_t flash_sale_price(int64_t price_rupiah);

// One thread. Times are take times and never go back. Everything that happens goes to `note` (the journal),
// in order.
class Show {
 public:
  using Note = std::function<void(const TakeEvent&)>;
  // `plan` must outlive the show.
  Show(const TakePlan& plan, Note note);

  void begin();
  // Audience, silence, cues; follows the rundown if the plan wants it.
  void tick(MediaTime now, const SoundLevel& level);
  // What was just seen of the camera; `at` is take time.
  void see(const PictureSample& sample);

  const RunClock& run() const { return run_; }
  bool go_to_segment(int index, MediaTime now);  // false: there is none, or it runs already

  // Of a chat line by its number; 0: the question that waits longest. Nothing happens when there is none.
  void answer(int64_t chat, MediaTime now);
  void pin(int64_t chat, MediaTime now);   // pinned already: not any more
  void mute(int64_t chat, MediaTime now);  // 0: the newest rude line
  void start_flash_sale(MediaTime now);    // of the product on show
  void prompt(const PrompterAct& act, MediaTime now);
  double script_share(MediaTime now) const { return prompter_.script_share(now); }

  // Shared and constant; a new one whenever something changed.
  const std::shared_ptr<const ShowState>& state() const { return state_; }
  // Everything but the layout, which is the caller's.
  void fill_feed(FeedContent& feed, MediaTime now);
  // What lies over the picture from now on; the plan's at first.
  void use_parts(const FeedParts& parts, MediaTime now);
  // No heart rises any more: the computer can't keep up.
  void stand_still() { still_ = true; }
  // Of the product on show, of those in the segments to come and in those before, without repetition; not
  // more than can be of use.
  std::vector<std::filesystem::path> photos_to_come() const;
  CardContent card_of(const Product& product, int number) const;

 private:
  void act(MediaTime now, decltype(TakeEvent::what) what);
  void note_all(const std::vector<TakeEvent>& events);
  void listen(const SoundLevel& level, MediaTime now);
  void coach(MediaTime now);
  void renew_state();
  std::string words(const Message& message) const;
  ChatBubble bubble_of(const ChatLine& line, ChatBubble::Kind kind) const;
  void fill_chat(FeedContent& feed, MediaTime now) const;

  const TakePlan& plan_;
  const Note note_;
  RunClock run_;
  Audience audience_;
  SilenceWatch silence_;
  Cues cues_;
  Prompter prompter_;
  RisingHearts hearts_;
  FeedParts parts_;
  bool still_ = false;
  std::optional<Cue> cue_;
  bool price_reminded_ = false;  // in this segment: once is enough
  QuietWatch quiet_;
  PictureWatch picture_;
  MediaTime audience_seen_at_;  // by the state
  std::shared_ptr<const ShowState> state_;
};

}  // namespace gladi
