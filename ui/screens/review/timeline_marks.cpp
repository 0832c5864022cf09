#include "ui/screens/review/timeline_marks.h"

#include <algorithm>
#include <map>

#include "studio/text/format.h"

namespace gladi {
namespace {

// What the host did with a line, and how long that took.
struct Reply {
  bool missed = false;
  MediaTime after;
};

// Less is neither seen nor heard.
constexpr MediaTime kNoticed = MediaTime::from_ms(200);

std::map<int64_t, Reply> replies_in(const std::vector<TakeEvent>& events) {
  std::map<int64_t, Reply> replies;
  for (const TakeEvent& event : events) {
    // Who answers late answers all the same.
    if (const auto* answered = std::get_if<ChatAnswered>(&event.what))
      replies[answered->chat] = {false, answered->after};
    if (const auto* missed = std::get_if<ChatMissed>(&event.what))
      replies.try_emplace(missed->chat, Reply{true, {}});
  }
  return replies;
}

std::string product_of(const Session& session, const std::string& id, Language language) {
  const auto is_it = [&id](const Product& product) { return product.id == id; };
  const auto product = std::find_if(session.products.begin(), session.products.end(), is_it);
  return product == session.products.end() ? id : product->name.in(language);
}

}  // namespace

std::vector<TimelineMark> talk_marks(const Session& session, const std::vector<TakeEvent>& events,
                                     const Translator& translator) {
  using Kind = TimelineMark::Kind;
  const std::map<int64_t, Reply> replies = replies_in(events);
  std::vector<TimelineMark> marks;
  for (const TakeEvent& event : events) {
    if (const auto* chat = std::get_if<ChatShown>(&event.what)) {
      TimelineMark mark{Kind::kChat, event.at, chat->author + ": " + chat->text};
      const auto reply = replies.find(chat->chat);
      if (reply != replies.end() && reply->second.missed) {
        mark.kind = Kind::kMissed;
        mark.words += " · " + std::string(translator.tr("not answered"));
      } else if (reply != replies.end()) {
        mark.words += " · " + translator.tr("answered after {0} s",
                                            {std::to_string((reply->second.after.ms() + 500) / 1000)});
      }
      marks.push_back(std::move(mark));
    }
    if (const auto* order = std::get_if<OrderPlaced>(&event.what)) {
      marks.push_back({Kind::kOrder, event.at,
                       translator.tr("{0} buys {1} × {2}",
                                     {order->author, std::to_string(order->quantity),
                                      product_of(session, order->product_id, translator.language())})});
    }
  }
  std::stable_sort(marks.begin(), marks.end(),
                   [](const TimelineMark& a, const TimelineMark& b) { return a.at < b.at; });
  return marks;
}

std::vector<MissingStretch> missing_stretches(const std::vector<TakeEvent>& events,
                                              const Translator& translator) {
  std::vector<MissingStretch> missing;
  for (const TakeEvent& event : events) {
    const auto* gap = std::get_if<Gap>(&event.what);
    // Of an overlap nothing is missing: more sound came than time passed.
    if (gap == nullptr || gap->length < kNoticed || gap->reason == "overlap") continue;
    const char* words = gap->track == "camera"       ? GLADI_TEXT("The camera gave no picture for {0} s")
                        : gap->track == "microphone" ? GLADI_TEXT("No sound came for {0} s")
                                                     : GLADI_TEXT("Nothing was recorded for {0} s");
    const std::string seconds = format_number(gap->length.seconds(), 1, translator.language());
    missing.push_back({{event.at, event.at + gap->length}, translator.tr(words, {seconds})});
  }
  std::stable_sort(missing.begin(), missing.end(), [](const MissingStretch& a, const MissingStretch& b) {
    return a.where.from < b.where.from;
  });
  return missing;
}

}  // namespace gladi
