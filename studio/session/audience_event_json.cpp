#include "studio/session/audience_event_json.h"

namespace gladi {

using json_file::int_of;
using json_file::Json;
using json_file::text_of;
using json_file::time_of;

Json to_json(const ChatShown& e) {
  return {{"type", "chat_shown"}, {"chat", e.chat},       {"author", e.author},        {"text", e.text},
          {"intent", e.intent},   {"expects", e.expects}, {"product_id", e.product_id}};
}
Json to_json(const ChatAnswered& e) {
  return {{"type", "chat_answered"}, {"chat", e.chat}, {"after_ns", e.after.ns}};
}
Json to_json(const ChatMissed& e) {
  return {{"type", "chat_missed"}, {"chat", e.chat}};
}
Json to_json(const ChatPinned& e) {
  return {{"type", "chat_pinned"}, {"chat", e.chat}};
}
Json to_json(const ChatMuted& e) {
  return {{"type", "chat_muted"}, {"chat", e.chat}, {"after_ns", e.after.ns}};
}
Json to_json(const OrderPlaced& e) {
  return {{"type", "order_placed"},
          {"author", e.author},
          {"product_id", e.product_id},
          {"quantity", e.quantity},
          {"price_rupiah", e.price_rupiah}};
}
Json to_json(const StockChanged& e) {
  return {{"type", "stock_changed"}, {"product_id", e.product_id}, {"stock", e.stock}};
}
Json to_json(const SoldOut& e) {
  return {{"type", "sold_out"}, {"product_id", e.product_id}};
}
Json to_json(const FlashSaleStarted& e) {
  return {{"type", "flash_sale_started"},
          {"product_id", e.product_id},
          {"price_rupiah", e.price_rupiah},
          {"length_ns", e.length.ns}};
}
Json to_json(const FlashSaleEnded& e) {
  return {{"type", "flash_sale_ended"}, {"product_id", e.product_id}, {"reason", e.reason}};
}
Json to_json(const AudienceSampled& e) {
  return {{"type", "audience_sampled"}, {"viewers", e.viewers}, {"hearts", e.hearts}};
}
Json to_json(const SilenceStarted&) {
  return {{"type", "silence_started"}};
}
Json to_json(const SilenceEnded&) {
  return {{"type", "silence_ended"}};
}
Json to_json(const CueShown& e) {
  return {{"type", "cue_shown"}, {"cue", e.cue}};
}

std::optional<decltype(TakeEvent::what)> audience_event_of(const std::string& type, const Json& line) {
  const int64_t chat = int_of(line, "chat");
  const std::string product = text_of(line, "product_id");
  if (type == "chat_shown") {
    return ChatShown{chat,
                     text_of(line, "author"),
                     text_of(line, "text"),
                     text_of(line, "intent"),
                     text_of(line, "expects"),
                     product};
  }
  if (type == "chat_answered") return ChatAnswered{chat, time_of(line, "after_ns")};
  if (type == "chat_missed") return ChatMissed{chat};
  if (type == "chat_pinned") return ChatPinned{chat};
  if (type == "chat_muted") return ChatMuted{chat, time_of(line, "after_ns")};
  if (type == "order_placed") {
    return OrderPlaced{text_of(line, "author"), product, static_cast<int>(int_of(line, "quantity")),
                       int_of(line, "price_rupiah")};
  }
  if (type == "stock_changed") return StockChanged{product, static_cast<int>(int_of(line, "stock"))};
  if (type == "sold_out") return SoldOut{product};
  if (type == "flash_sale_started") {
    return FlashSaleStarted{product, int_of(line, "price_rupiah"), time_of(line, "length_ns")};
  }
  if (type == "flash_sale_ended") return FlashSaleEnded{product, text_of(line, "reason")};
  if (type == "audience_sampled") {
    return AudienceSampled{static_cast<int>(int_of(line, "viewers")), int_of(line, "hearts")};
  }
  if (type == "silence_started") return SilenceStarted{};
  if (type == "silence_ended") return SilenceEnded{};
  if (type == "cue_shown") return CueShown{text_of(line, "cue")};
  return std::nullopt;
}

}  // namespace gladi
