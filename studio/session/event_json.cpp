#include "studio/session/event_json.h"

#include "studio/base/json_file.h"
#include "studio/coaching/picture_sample_json.h"
#include "studio/session/audience_event_json.h"

namespace gladi {
namespace {

using json_file::int_of;
using json_file::Json;
using json_file::text_of;

// The event's own fields; "type" is the name in docs/session-folder.md.
struct ToJson {
  Json operator()(const TakeStarted& e) const {
    return {{"type", "take_started"}, {"session_id", e.session_id}};
  }
  Json operator()(const SegmentStarted& e) const {
    return {{"type", "segment_started"}, {"segment", e.segment}, {"product_id", e.product_id}};
  }
  Json operator()(const MarkerSet& e) const { return {{"type", "marker_set"}, {"label", e.label}}; }
  Json operator()(const LiveComment& e) const {
    return {{"type", "live_comment"},
            {"comment_id", e.comment_id},
            {"reviewer_id", e.reviewer_id},
            {"reviewer_name", e.reviewer_name},
            {"text", e.text}};
  }
  Json operator()(const PointTicked& e) const {
    return {{"type", "point_ticked"},
            {"segment", e.segment},
            {"point", e.point},
            {"said", e.said},
            {"price", e.price}};
  }
  Json operator()(const LayoutChanged& e) const { return {{"type", "layout_changed"}, {"layout", e.layout}}; }
  Json operator()(const OverlaysChanged& e) const {
    return {{"type", "overlays_changed"}, {"hidden", e.hidden}};
  }
  Json operator()(const Gap& e) const {
    return {{"type", "gap"}, {"track", e.track}, {"length_ns", e.length.ns}, {"reason", e.reason}};
  }
  Json operator()(const CountersNoted& e) const {
    return {{"type", "counters"}, {"frames", e.frames}, {"repeated", e.repeated}};
  }
  Json operator()(const Overloaded& e) const { return {{"type", "overload"}, {"step", e.step}}; }
  Json operator()(const EncoderReplaced& e) const {
    return {{"type", "encoder_replaced"}, {"failed", e.failed}, {"encoder", e.encoder}};
  }
  Json operator()(const TakeEnded& e) const { return {{"type", "take_ended"}, {"reason", e.reason}}; }
  Json operator()(const SelfRated& e) const {
    return {{"type", "self_rated"}, {"level", e.level}, {"wish", e.wish}};
  }
  Json operator()(const PictureSeen& e) const {
    Json json = gladi::to_json(e.sample);
    json["type"] = "picture_seen";
    return json;
  }
  template <class AudienceEvent>
  Json operator()(const AudienceEvent& e) const {
    return to_json(e);
  }
};

}  // namespace

std::string event_to_line(const TakeEvent& event) {
  Json json = std::visit(ToJson{}, event.what);
  json["at_ns"] = event.at.ns;
  return json_file::to_line(json);
}

EventLine event_of_line(const std::string& line) {
  const auto json = json_file::parse(line);
  if (!json || !json->is_object()) return {};
  const auto at = json->find("at_ns");
  const std::string type = text_of(*json, "type");
  if (at == json->end() || !at->is_number_integer() || type.empty()) return {};
  TakeEvent event{json_file::time_of(*json, "at_ns"), {}};
  if (type == "take_started") {
    event.what = TakeStarted{text_of(*json, "session_id")};
  } else if (type == "segment_started") {
    event.what = SegmentStarted{static_cast<int>(int_of(*json, "segment")), text_of(*json, "product_id")};
  } else if (type == "marker_set") {
    event.what = MarkerSet{text_of(*json, "label")};
  } else if (type == "live_comment") {
    event.what = LiveComment{text_of(*json, "comment_id"), text_of(*json, "reviewer_id"),
                             text_of(*json, "reviewer_name"), text_of(*json, "text")};
  } else if (type == "point_ticked") {
    event.what =
        PointTicked{static_cast<int>(int_of(*json, "segment")), static_cast<int>(int_of(*json, "point")),
                    json_file::bool_of(*json, "said"), json_file::bool_of(*json, "price")};
  } else if (type == "layout_changed") {
    event.what = LayoutChanged{text_of(*json, "layout")};
  } else if (type == "overlays_changed") {
    event.what = OverlaysChanged{json_file::texts_of(*json, "hidden")};
  } else if (type == "gap") {
    event.what =
        Gap{text_of(*json, "track"), json_file::time_of(*json, "length_ns"), text_of(*json, "reason")};
  } else if (type == "counters") {
    event.what = CountersNoted{int_of(*json, "frames"), int_of(*json, "repeated")};
  } else if (type == "overload") {
    event.what = Overloaded{text_of(*json, "step")};
  } else if (type == "encoder_replaced") {
    event.what = EncoderReplaced{text_of(*json, "failed"), text_of(*json, "encoder")};
  } else if (type == "take_ended") {
    event.what = TakeEnded{text_of(*json, "reason")};
  } else if (type == "self_rated") {
    const int64_t level = int_of(*json, "level");
    event.what = SelfRated{level >= 1 && level <= SelfRated::kLevels ? static_cast<int>(level) : 0,
                           text_of(*json, "wish")};
  } else if (type == "picture_seen") {
    event.what = PictureSeen{picture_sample_of(*json)};
    std::get<PictureSeen>(event.what).sample.at = event.at;
  } else if (auto audience = audience_event_of(type, *json)) {
    event.what = std::move(*audience);
  } else {
    return {std::nullopt, true};
  }
  return {std::move(event), false};
}

}  // namespace gladi
