#include "studio/rehearsal/show.h"

#include <algorithm>

#include "studio/overlay/feed_part_choices.h"
#include "studio/rehearsal/rehearsal.h"
#include "studio/text/format.h"

namespace gladi {
namespace {

// On the feed a line is read and then gone; the host's panel keeps it.
constexpr MediaTime kBubbleShown = MediaTime::from_ms(20'000);
constexpr size_t kMostBubbles = 6;
constexpr size_t kMostPhotosToCome = 24;
// Viewers come and go each second.
constexpr MediaTime kStateEvery = MediaTime::from_ms(1'000);

AudienceSetup setup_of(const TakePlan& plan) {
  return {plan.audience, static_cast<uint64_t>(plan.seed), &plan.catalogue, plan.audience_lines.get()};
}

}  // namespace

int64_t flash_sale_price(int64_t price_rupiah) {
  const int64_t step = price_rupiah >= 5'000 ? 500 : 100;
  return price_rupiah * 9 / 10 / step * step;
}

Show::Show(const TakePlan& plan, Note note)
    : plan_(plan),
      note_(std::move(note)),
      run_(plan.rundown, plan.catalogue),
      audience_(setup_of(plan)),
      cues_(plan.cues),
      prompter_(plan.rundown, plan.catalogue, plan.language, plan.words_a_minute),
      parts_(plan.feed_parts) {
  renew_state();
}

void Show::begin() {
  prompter_.start({});
  act({}, SegmentStarted{run_.segment(), run_.product_id()});
  if (parts_ != FeedParts{}) note_({{}, OverlaysChanged{hidden_parts(parts_)}});
}

void Show::use_parts(const FeedParts& parts, MediaTime now) {
  if (parts == parts_) return;
  parts_ = parts;
  note_({now, OverlaysChanged{hidden_parts(parts_)}});
}

void Show::tick(MediaTime now, const SoundLevel& level) {
  const std::vector<TakeEvent> events = audience_.advance(now);
  note_all(events);
  if (plan_.follow_rundown && run_.segment_planned().ns > 0 &&
      run_.segment_elapsed(now) >= run_.segment_planned()) {
    go_to_segment(run_.segment() + 1, now);
  }
  listen(level, now);
  const bool had_cue = cue_.has_value();
  coach(now);
  if (!events.empty() || had_cue != cue_.has_value() || cues_.is_new() ||
      now - audience_seen_at_ >= kStateEvery) {
    audience_seen_at_ = now;
    renew_state();
  }
}

void Show::see(const PictureSample& sample) {
  picture_.add(sample);
}

bool Show::go_to_segment(int index, MediaTime now) {
  if (!run_.go_to(index, now)) return false;
  prompter_.go_to(index, now);
  price_reminded_ = false;
  act(now, SegmentStarted{run_.segment(), run_.product_id()});
  return true;
}

void Show::answer(int64_t chat, MediaTime now) {
  const std::vector<int64_t>& waiting = audience_.state().waiting;
  if (chat == 0 && !waiting.empty()) chat = waiting.front();
  const ChatLine* line = audience_.state().find(chat);
  if (line && !line->answered_after && !line->muted) act(now, ChatAnswered{chat, now - line->at});
}

void Show::pin(int64_t chat, MediaTime now) {
  const AudienceState& seen = audience_.state();
  if (chat == 0) chat = seen.pinned != 0 ? seen.pinned : seen.waiting.empty() ? 0 : seen.waiting.front();
  const ChatLine* line = seen.find(chat);
  if (line && !line->muted) act(now, ChatPinned{seen.pinned == chat ? 0 : chat});
}

void Show::mute(int64_t chat, MediaTime now) {
  const auto& lines = audience_.state().lines;
  if (chat == 0) {
    const auto rude = std::find_if(lines.rbegin(), lines.rend(), [](const ChatLine& line) {
      return line.expects == "mute" && !line.muted;
    });
    if (rude != lines.rend()) chat = rude->id;
  }
  const ChatLine* line = audience_.state().find(chat);
  if (line && !line->muted) act(now, ChatMuted{chat, now - line->at});
}

void Show::start_flash_sale(MediaTime now) {
  if (!state_->can_start_flash_sale) return;
  const Product& product = *run_.product();
  act(now, FlashSaleStarted{product.id, flash_sale_price(product.price_rupiah), plan_.flash_sale_length});
}

void Show::prompt(const PrompterAct& wish, MediaTime now) {
  if (const std::optional<PointTicked> ticked = prompter_.act(wish, now)) {
    act(now, *ticked);
  } else {
    renew_state();
  }
}

void Show::act(MediaTime now, decltype(TakeEvent::what) what) {
  const TakeEvent event{now, std::move(what)};
  note_all(audience_.apply(event));
  note_(event);
  renew_state();
}

void Show::note_all(const std::vector<TakeEvent>& events) {
  for (const TakeEvent& event : events) note_(event);
}

void Show::listen(const SoundLevel& level, MediaTime now) {
  switch (silence_.add(level, now)) {
    case SilenceWatch::Change::kFellSilent:
      act(now, SilenceStarted{});
      break;
    case SilenceWatch::Change::kSpokeAgain:
      act(now, SilenceEnded{});
      break;
    case SilenceWatch::Change::kNone:
      break;
  }
  quiet_.add(level.rms_dbfs, silence_.speaking(), now);
}

void Show::coach(MediaTime now) {
  const AudienceState& seen = audience_.state();
  CueInput input;
  input.now = now;
  input.silent_for = silence_.silent_for(now);
  input.waiting = static_cast<int>(seen.waiting.size());
  if (const ChatLine* oldest = seen.waiting.empty() ? nullptr : seen.find(seen.waiting.front())) {
    input.oldest_waiting_for = now - oldest->at;
  }
  if (run_.product() && run_.segment_planned().ns > 0) {
    input.segment_share = run_.segment_elapsed(now).seconds() / run_.segment_planned().seconds();
  }
  if (!price_reminded_) input.price_said = prompter_.price_said();
  input.too_quiet_for = quiet_.quiet_for(now);
  input.face_away_for = picture_.face_away_for(now);
  input.still_for = picture_.still_for(now);
  cue_ = cues_.update(input);
  if (!cues_.is_new()) return;
  price_reminded_ = price_reminded_ || cue_->kind == "price";
  note_({now, CueShown{cue_->kind}});
}

void Show::renew_state() {
  auto state = std::make_shared<ShowState>();
  state->audience = audience_.state();
  state->cue = cue_;
  state->prompter = prompter_.state();
  const int number = run_.product_number();
  if (number > 0 && !state->audience.flash_sale) {
    const auto index = static_cast<size_t>(number - 1);
    state->can_start_flash_sale = state->audience.stock[index] > 0 && !state->audience.had_flash_sale[index];
  }
  state_ = std::move(state);
}

std::string Show::words(const Message& message) const {
  return plan_.translate ? plan_.translate(message) : message.english();
}

CardContent Show::card_of(const Product& product, int number) const {
  const AudienceState& seen = audience_.state();
  const int stock = seen.stock[static_cast<size_t>(number - 1)];
  CardContent card;
  card.hidden = !parts_.card;
  card.number = parts_.number ? number : 0;
  card.name = product.name.in(plan_.language);
  card.price = format_rupiah(product.price_rupiah);
  if (product.normal_price_rupiah) card.old_price = format_rupiah(*product.normal_price_rupiah);
  card.percent_off = product.percent_off();
  if (seen.flash_sale && seen.flash_sale->product_id == product.id) {
    Product reduced = product;
    reduced.price_rupiah = seen.flash_sale->price_rupiah;
    reduced.normal_price_rupiah = product.price_rupiah;  // what it cost a moment ago
    card.price = format_rupiah(reduced.price_rupiah);
    card.old_price = format_rupiah(product.price_rupiah);
    card.percent_off = reduced.percent_off();
  }
  card.stock_line = words(Message(GLADI_TEXT("Stock {0}"), {std::to_string(stock)}));
  if (const std::string& note = product.note.in(plan_.language); !note.empty())
    card.stock_line += " · " + note;
  if (stock <= 0) card.sold_out = words(Message(GLADI_TEXT("SOLD OUT")));
  card.photo = product.photo;
  return card;
}

std::vector<std::filesystem::path> Show::photos_to_come() const {
  std::vector<std::filesystem::path> photos;
  const auto add = [&](const Segment& segment) {
    const Product* product = segment.product_id.empty() ? nullptr : plan_.catalogue.find(segment.product_id);
    if (product && std::find(photos.begin(), photos.end(), product->photo) == photos.end())
      photos.push_back(product->photo);
  };
  const auto& segments = plan_.rundown.segments;
  const auto now = static_cast<size_t>(std::max(0, run_.segment()));
  for (size_t i = now; i < segments.size() && photos.size() < kMostPhotosToCome; ++i) add(segments[i]);
  for (size_t i = std::min(now, segments.size()); i > 0 && photos.size() < kMostPhotosToCome; --i)
    add(segments[i - 1]);
  return photos;
}

void Show::fill_feed(FeedContent& feed, MediaTime now) {
  const AudienceState& seen = audience_.state();
  const Product* product = run_.product();
  feed.card = product ? std::optional(card_of(*product, run_.product_number())) : std::nullopt;
  feed.timer = parts_.timer ? format_clock(now) : std::string();
  const bool counted = seen.on && parts_.viewers;
  feed.viewers = counted ? format_number(seen.viewers, 0, plan_.language) : std::string();
  feed.hearts = counted ? format_number(static_cast<double>(seen.hearts), 0, plan_.language) : std::string();
  feed.floating =
      parts_.rising_hearts && !still_ ? hearts_.at(now, seen.hearts) : std::vector<FloatingHeart>();
  feed.countdown.clear();
  if (seen.flash_sale && parts_.countdown) {
    // Rounded up, so that 00:00 means over.
    const MediaTime left = seen.flash_sale->ends_at - now + MediaTime::from_ms(999);
    feed.countdown = words(Message(GLADI_TEXT("Flash sale {0}"), {format_clock(left)}));
  }
  fill_chat(feed, now);
}

void Show::fill_chat(FeedContent& feed, MediaTime now) const {
  const AudienceState& seen = audience_.state();
  feed.chat.clear();
  feed.pinned.reset();
  const ChatLine* pinned = parts_.pinned ? seen.find(seen.pinned) : nullptr;
  if (pinned) feed.pinned = bubble_of(*pinned, ChatBubble::Kind::kPinned);
  if (!parts_.chat) return;
  for (auto line = seen.lines.rbegin(); line != seen.lines.rend() && feed.chat.size() < kMostBubbles;
       ++line) {
    if (now - line->at > kBubbleShown) break;
    if (line->muted || &*line == pinned) continue;
    feed.chat.push_back(
        bubble_of(*line, line->expects == "order" ? ChatBubble::Kind::kOrder : ChatBubble::Kind::kChat));
  }
  std::reverse(feed.chat.begin(), feed.chat.end());
}

ChatBubble Show::bubble_of(const ChatLine& line, ChatBubble::Kind kind) const {
  if (kind != ChatBubble::Kind::kOrder) return {kind, line.author, line.text};
  const Product* product = plan_.catalogue.find(line.product_id);
  const std::string name = product ? product->name.in(plan_.language) : line.product_id;
  return {kind, line.author, words(Message(GLADI_TEXT("bought {0}"), {name}))};
}

}  // namespace gladi
