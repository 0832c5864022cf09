// The audience's events as lines of the journal. For studio's .cpp files only.
#pragma once

#include <optional>
#include <string>

#include "studio/base/json_file.h"
#include "studio/session/take_event.h"

namespace gladi {

json_file::Json to_json(const ChatShown& event);
json_file::Json to_json(const ChatAnswered& event);
json_file::Json to_json(const ChatMissed& event);
json_file::Json to_json(const ChatPinned& event);
json_file::Json to_json(const ChatMuted& event);
json_file::Json to_json(const OrderPlaced& event);
json_file::Json to_json(const StockChanged& event);
json_file::Json to_json(const SoldOut& event);
json_file::Json to_json(const FlashSaleStarted& event);
json_file::Json to_json(const FlashSaleEnded& event);
json_file::Json to_json(const AudienceSampled& event);
json_file::Json to_json(const SilenceStarted& event);
json_file::Json to_json(const SilenceEnded& event);
json_file::Json to_json(const CueShown& event);

// nullopt when `type` is none of the audience's.
std::optional<decltype(TakeEvent::what)> audience_event_of(const std::string& type,
                                                           const json_file::Json& line);

}  // namespace gladi
