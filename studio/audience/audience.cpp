#include "studio/audience/audience.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace gladi {

namespace m = audience_model;

namespace {

const AudienceLines& nothing_to_say() {
  static const AudienceLines none;
  return none;
}

size_t level_index(const std::string& level) {
  const auto& names = audience_levels();
  const auto found = std::find(names.begin(), names.end(), level);
  return found == names.end() ? 0 : static_cast<size_t>(found - names.begin());
}

}  // namespace

Audience::Audience(const AudienceSetup& setup)
    : catalogue_(*setup.catalogue),
      lines_(setup.lines ? setup.lines : &nothing_to_say()),
      model_(m::model_of(setup.level)),
      level_(level_index(setup.level)),
      picker_(*lines_),
      viewers_random_(setup.seed, Stream::kViewers),
      chat_random_(setup.seed, Stream::kChat),
      orders_random_(setup.seed, Stream::kOrders),
      hearts_random_(setup.seed, Stream::kHearts) {
  state_.on = model_.viewers > 0;
  for (const Product& product : catalogue_.products) state_.stock.push_back(product.stock);
  state_.had_flash_sale.resize(catalogue_.products.size());
  shown_before_.resize(catalogue_.products.size());
  next_chat_at_ = MediaTime::from_ms(model_.chat_every_ms / 2);
}

std::vector<TakeEvent> Audience::advance(MediaTime to) {
  while ((steps_ + 1) * m::kStep.ns <= to.ns) {
    ++steps_;
    step({steps_ * m::kStep.ns});
  }
  if (state_.flash_sale && state_.flash_sale->ends_at <= to)
    end_flash_sale(state_.flash_sale->ends_at, "time");
  return std::exchange(out_, {});
}

std::vector<TakeEvent> Audience::apply(const TakeEvent& host) {
  std::vector<TakeEvent> before = advance(host.at);
  if (const auto* segment = std::get_if<SegmentStarted>(&host.what)) show(*segment, host.at);
  if (const auto* answer = std::get_if<ChatAnswered>(&host.what)) answered(*answer);
  if (const auto* pin = std::get_if<ChatPinned>(&host.what)) state_.pinned = line(pin->chat) ? pin->chat : 0;
  if (const auto* mute = std::get_if<ChatMuted>(&host.what)) {
    ChatLine* const muted = line(mute->chat);
    if (muted && !muted->muted) {
      muted->muted = true;
      if (muted->expects == "mute") feel(m::kMutedRude);
      stop_waiting(muted->id);
      if (state_.pinned == muted->id) state_.pinned = 0;
    }
  }
  if (const auto* sale = std::get_if<FlashSaleStarted>(&host.what)) start_flash_sale(*sale, host.at);
  if (std::holds_alternative<SilenceStarted>(host.what)) silent_ = true;
  if (std::holds_alternative<SilenceEnded>(host.what)) silent_ = false;
  return before;
}

bool Audience::is_hosts(const TakeEvent& event) {
  return std::holds_alternative<SegmentStarted>(event.what) ||
         std::holds_alternative<ChatAnswered>(event.what) || std::holds_alternative<ChatPinned>(event.what) ||
         std::holds_alternative<ChatMuted>(event.what) ||
         std::holds_alternative<FlashSaleStarted>(event.what) ||
         std::holds_alternative<SilenceStarted>(event.what) ||
         std::holds_alternative<SilenceEnded>(event.what);
}

void Audience::step(MediaTime at) {
  if (state_.flash_sale && state_.flash_sale->ends_at <= at)
    end_flash_sale(state_.flash_sale->ends_at, "time");
  if (!state_.on) return;
  if (steps_ % m::kStepsPerSecond == 0) second(at);
  maybe_chat(at);
  if (steps_ % (10 * m::kStepsPerSecond) == 0) {
    emit(at, AudienceSampled{state_.viewers, state_.hearts});
    viewers_a_minute_.push_back(state_.viewers);
    if (viewers_a_minute_.size() > 7) viewers_a_minute_.pop_front();
    state_.viewers_change = state_.viewers - viewers_a_minute_.front();
  }
}

void Audience::second(MediaTime at) {
  const int64_t away = m::kMoodUsual - mood_;
  mood_ += away / m::kMoodReturnsIn + (away > 0) - (away < 0);
  if (silent_) feel(m::kSilentSecond);
  come_and_go();
  state_.hearts +=
      hearts_random_.about(state_.viewers * m::kHeartsPerThousand * 1000 * mood_ / m::kMoodUsual);
  expire_chats(at);
  maybe_order(at);
}

// As many leave as stay on average kComeAndGoSeconds; as many come as the usual number needs, and the mood
// pulls the number up or down.
void Audience::come_and_go() {
  const int64_t now = state_.viewers, million = 1'000'000;
  int64_t wanted = model_.viewers * (m::kMoodUsual + (mood_ - m::kMoodUsual) * 3 / 2) / m::kMoodUsual;
  if (state_.flash_sale) wanted += wanted / 4;
  const int64_t come =
      viewers_random_.about(std::max<int64_t>(0, wanted - now) * million / m::kCatchUpSeconds +
                            model_.viewers * million / m::kComeAndGoSeconds);
  const int64_t go = viewers_random_.about(std::max<int64_t>(0, now - wanted) * million / m::kCatchUpSeconds +
                                           now * million / m::kComeAndGoSeconds);
  state_.viewers = static_cast<int>(std::max<int64_t>(0, now + come - go));
}

void Audience::expire_chats(MediaTime at) {
  for (ChatLine& line : state_.lines) {
    const MediaTime age = at - line.at;
    if (line.expects == "answer" && !line.answered_after && !line.muted && !line.missed &&
        age >= m::kMissedAfter) {
      line.missed = true;
      ++state_.missed;
      emit(at, ChatMissed{line.id});
      feel(m::kMissed);
      leave(static_cast<int>(state_.viewers * m::kLeavePercentAtMiss / 100) + 1);
    }
    // Once, in the second in which the time is over.
    if (line.expects == "mute" && !line.muted && age >= m::kRudeStaysFor &&
        age - MediaTime::from_ms(1000) < m::kRudeStaysFor) {
      feel(m::kRudeStays);
    }
  }
  std::erase_if(state_.waiting, [&](int64_t chat) {
    const ChatLine* const waiting = line(chat);
    return waiting == nullptr || at - waiting->at >= m::kForgottenAfter;
  });
}

// Each moment at which a line may come draws the same random numbers, whatever the host has done: trainees
// with the same seed meet the same audience at the same moments.
void Audience::maybe_chat(MediaTime at) {
  if (at < next_chat_at_) return;
  next_chat_at_ = at + MediaTime::from_ms(model_.chat_every_ms * (50 + chat_random_.below(101)) / 100);
  const bool spoken = chat_random_.below(m::kMoodBest) < mood_ + (state_.flash_sale ? 300 : 150);
  ChatScene scene;
  scene.level = level_;
  std::vector<int64_t> weights(model_.weights.begin(), model_.weights.end());
  if (on_show_) {
    scene.product = &catalogue_.products[*on_show_];
    scene.number = static_cast<int>(*on_show_) + 1;
    scene.stock = state_.stock[*on_show_];
    if (state_.flash_sale && state_.flash_sale->product_id == scene.product->id) {
      scene.flash_price = state_.flash_sale->price_rupiah;
    }
  }
  constexpr MediaTime kArriving = MediaTime::from_ms(60'000);
  if (at < kArriving) weights[0] *= 4;  // greetings
  if (state_.waiting.size() >= model_.most_waiting) {
    for (size_t i = 0; i < weights.size() && i < lines_->intents.size(); ++i) {
      if (lines_->intents[i].expects == "answer") weights[i] = 0;
    }
  }
  if (!spoken) std::fill(weights.begin(), weights.end(), 0);
  const auto picked = picker_.pick(scene, weights, at, chat_random_);
  if (!picked) return;
  ChatLine line;
  line.id = ++last_chat_;
  line.at = at;
  line.author = picked->author;
  line.text = picked->text;
  line.intent = chat_intents()[picked->intent];
  line.expects = lines_->intents[picked->intent].expects;
  if (scene.product) line.product_id = scene.product->id;
  emit(at, ChatShown{line.id, line.author, line.text, line.intent, line.expects, line.product_id});
  if (line.expects == "answer") {
    ++state_.asked;
    state_.waiting.push_back(line.id);
  }
  keep(std::move(line));
}

void Audience::maybe_order(MediaTime at) {
  const int64_t per_second = model_.orders_per_hour * 1'000'000 / 3600 *
                             (state_.flash_sale ? m::kFlashOrders : 1) * mood_ / m::kMoodUsual *
                             state_.viewers / std::max(1, model_.viewers);
  const bool wants = orders_random_.chance(per_second);
  const bool two = orders_random_.below(10) == 0;
  if (!wants || !on_show_ || at - on_show_since_ < m::kLooksFirst) return;
  int& stock = state_.stock[*on_show_];
  if (stock <= 0) return;
  const Product& product = catalogue_.products[*on_show_];
  const bool flash = state_.flash_sale && state_.flash_sale->product_id == product.id;
  ChatLine order;
  order.at = at;
  order.author = picker_.pick_name(at, orders_random_);
  order.expects = "order";
  order.product_id = product.id;
  order.quantity = two && stock >= 2 ? 2 : 1;
  const int64_t price = flash ? state_.flash_sale->price_rupiah : product.price_rupiah;
  stock -= order.quantity;
  state_.sold += order.quantity;
  state_.revenue_rupiah += price * order.quantity;
  emit(at, OrderPlaced{order.author, product.id, order.quantity, price});
  emit(at, StockChanged{product.id, stock});
  keep(std::move(order));
  if (stock > 0) return;
  emit(at, SoldOut{product.id});
  if (flash) end_flash_sale(at, "sold_out");
}

void Audience::end_flash_sale(MediaTime at, const char* reason) {
  emit(at, FlashSaleEnded{state_.flash_sale->product_id, reason});
  state_.flash_sale.reset();
}

void Audience::show(const SegmentStarted& segment, MediaTime at) {
  on_show_ = index_of(segment.product_id);
  on_show_since_ = at;
  if (!on_show_ || shown_before_[*on_show_]) return;
  shown_before_[*on_show_] = true;
  feel(m::kNewProduct);
}

void Audience::answered(const ChatAnswered& answer) {
  ChatLine* const asked = line(answer.chat);
  if (!asked || asked->answered_after || asked->expects == "order") return;
  asked->answered_after = answer.after;
  stop_waiting(answer.chat);
  if (asked->expects != "answer") return;
  ++state_.answered;
  feel(answer.after <= m::kQuickWithin   ? m::kQuickAnswer
       : answer.after <= m::kMissedAfter ? m::kAnswer
                                         : m::kLateAnswer);
}

void Audience::start_flash_sale(const FlashSaleStarted& sale, MediaTime at) {
  const auto product = index_of(sale.product_id);
  if (!product || state_.flash_sale || state_.had_flash_sale[*product] || state_.stock[*product] <= 0) return;
  state_.had_flash_sale[*product] = true;
  state_.flash_sale = FlashSale{sale.product_id, sale.price_rupiah, at + sale.length};
  feel(m::kFlashSale);
}

void Audience::feel(int64_t change) {
  mood_ = std::clamp<int64_t>(mood_ + change, 0, m::kMoodBest);
}

void Audience::leave(int viewers) {
  state_.viewers = std::max(0, state_.viewers - viewers);
}

void Audience::keep(ChatLine line) {
  state_.lines.push_back(std::move(line));
  if (state_.lines.size() <= AudienceState::kMostLines) return;
  if (state_.lines.front().id == state_.pinned) state_.pinned = 0;
  stop_waiting(state_.lines.front().id);
  state_.lines.pop_front();
}

void Audience::stop_waiting(int64_t chat) {
  std::erase(state_.waiting, chat);
}

ChatLine* Audience::line(int64_t chat) {
  const auto found = std::find_if(state_.lines.begin(), state_.lines.end(),
                                  [chat](const ChatLine& line) { return chat != 0 && line.id == chat; });
  return found == state_.lines.end() ? nullptr : &*found;
}

std::optional<size_t> Audience::index_of(const std::string& product_id) const {
  for (size_t i = 0; i < catalogue_.products.size(); ++i) {
    if (catalogue_.products[i].id == product_id) return i;
  }
  return std::nullopt;
}

std::vector<TakeEvent> replay_audience(const AudienceSetup& setup, const std::vector<TakeEvent>& journal,
                                       MediaTime until) {
  Audience audience(setup);
  std::vector<TakeEvent> all;
  const auto add = [&all](std::vector<TakeEvent> events) {
    all.insert(all.end(), std::make_move_iterator(events.begin()), std::make_move_iterator(events.end()));
  };
  for (const TakeEvent& event : journal) {
    if (Audience::is_hosts(event)) add(audience.apply(event));
  }
  add(audience.advance(until));
  return all;
}

}  // namespace gladi
