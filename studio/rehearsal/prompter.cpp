#include "studio/rehearsal/prompter.h"

#include <algorithm>
#include <cctype>

#include "studio/text/format.h"
#include "studio/text/utf8.h"

namespace gladi {
namespace {

bool is_letter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

// "Rp 199.000", "Rp199rb", "harga", "price": as a word, so that "berharga" is none.
bool names_price(const std::string& text) {
  const std::string folded = fold_case(text);
  for (size_t at = 0; at < folded.size();) {
    if (!is_letter(folded[at])) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < folded.size() && is_letter(folded[end])) ++end;
    const std::string word = folded.substr(at, end - at);
    if (word == "harga" || word == "harganya" || word == "price" || word == "rp") return true;
    if (word.size() > 2 && word.starts_with("rp") && std::isdigit(static_cast<unsigned char>(word[2])) != 0)
      return true;
    at = end;
  }
  return false;
}

PromptPoint price_point(const Product& product) {
  const std::string price = format_rupiah(product.price_rupiah);
  PromptPoint point;
  point.price = true;
  point.usual = product.normal_price_rupiah ? Message(GLADI_TEXT("Live price {0} (usually {1})"),
                                                      {price, format_rupiah(*product.normal_price_rupiah)})
                                            : Message(GLADI_TEXT("Live price {0}"), {price});
  return point;
}

// What helps whoever has written no key points of her own, as after a table of names and prices.
std::vector<Message> usual_words(SegmentKind kind, size_t product_number) {
  switch (kind) {
    case SegmentKind::kOpening:
      return {Message(GLADI_TEXT("Greet, say your name and where you are from")),
              Message(GLADI_TEXT("Say what there is today")),
              Message(GLADI_TEXT("Greet new viewers by name"))};
    case SegmentKind::kProduct:
      return {Message(GLADI_TEXT("Show it close to the camera")),
              Message(GLADI_TEXT("Say what is special about it")),
              Message(GLADI_TEXT("Ask them to press number {0} in the basket"),
                      {std::to_string(product_number)})};
    case SegmentKind::kQuestions:
      return {Message(GLADI_TEXT("Read a question aloud, with the name")),
              Message(GLADI_TEXT("Answer it, and show the product"))};
    case SegmentKind::kClosing:
      break;
  }
  return {Message(GLADI_TEXT("Say the offers once more")), Message(GLADI_TEXT("Thank those who watched")),
          Message(GLADI_TEXT("Say when you are live again"))};
}

std::vector<PromptPoint> usual_points(const Segment& segment, const Product* product, size_t number) {
  std::vector<PromptPoint> points;
  if (product != nullptr) points.push_back(price_point(*product));
  for (Message& words : usual_words(segment.kind, number)) {
    points.emplace_back();
    points.back().usual = std::move(words);
  }
  return points;
}

std::vector<PromptPoint> points_of(const Segment& segment, const Product* product) {
  std::vector<PromptPoint> points;
  bool priced = product == nullptr;
  for (const LocalText& text :
       segment.key_points.empty() && product != nullptr ? product->key_points : segment.key_points) {
    PromptPoint point;
    point.text = text;
    point.price = product != nullptr && (names_price(text.indonesian) || names_price(text.english));
    priced = priced || point.price;
    points.push_back(std::move(point));
  }
  if (!priced) points.push_back(price_point(*product));
  return points;
}

}  // namespace

Prompter::Prompter(const Rundown& rundown, const Catalogue& catalogue, Language language, int words_a_minute)
    : language_(language), roll_(0, words_a_minute) {
  for (const Segment& segment : rundown.segments) {
    const Product* product = segment.product_id.empty() ? nullptr : catalogue.find(segment.product_id);
    const bool scripted = !segment.script.in(language).empty();
    const bool own = !segment.key_points.empty() || (product != nullptr && !product->key_points.empty());
    const size_t number =
        product == nullptr ? 0 : static_cast<size_t>(product - catalogue.products.data()) + 1;
    parts_.push_back({own ? points_of(segment, product) : usual_points(segment, product, number),
                      {},
                      segment.script,
                      scripted && product == nullptr,
                      product != nullptr});
  }
  show({});
}

Prompter::Part* Prompter::part() {
  const auto index = static_cast<size_t>(segment_);
  return segment_ >= 0 && index < parts_.size() ? &parts_[index] : nullptr;
}

const Prompter::Part* Prompter::part() const {
  const auto index = static_cast<size_t>(segment_);
  return segment_ >= 0 && index < parts_.size() ? &parts_[index] : nullptr;
}

void Prompter::go_to(int segment, MediaTime now) {
  segment_ = segment;
  show(now);
}

void Prompter::start(MediaTime now) {
  started_ = true;
  show(now);
}

void Prompter::show(MediaTime now) {
  const int speed = roll_.speed();
  state_ = {};
  state_.words_a_minute = speed;
  roll_ = ScriptRoll(0, speed);
  const Part* shown = part();
  if (shown == nullptr) return;
  state_.points = shown->points;
  state_.script = shown->script;
  state_.shows_script = shown->shows_script;
  aim_at_first_left(0);
  roll_ = ScriptRoll(count_words(shown->script.in(language_)), speed);
  roll_.roll(started_ && shown->shows_script, now);
  state_.rolling = roll_.rolling();
}

std::optional<PointTicked> Prompter::act(const PrompterAct& act, MediaTime now) {
  Part* shown = part();
  if (shown == nullptr) return std::nullopt;
  std::optional<PointTicked> ticked;
  if (const auto* wish = std::get_if<prompter::Tick>(&act))
    ticked = tick(wish->point < 0 ? state_.next : wish->point);
  if (std::holds_alternative<prompter::Untick>(act) && !shown->ticked.empty())
    ticked = tick(shown->ticked.back());
  if (const auto* wish = std::get_if<prompter::Aim>(&act)) aim(wish->step);
  if (const auto* wish = std::get_if<prompter::ShowScript>(&act)) {
    shown->shows_script = wish->on && !shown->script.in(language_).empty();
    state_.shows_script = shown->shows_script;
    roll_.roll(started_ && shown->shows_script, now);
  }
  if (const auto* wish = std::get_if<prompter::Roll>(&act)) {
    // From its end a text begins again.
    if (wish->on && roll_.share(now) >= 1) roll_.skip(-count_words(shown->script.in(language_)), now);
    roll_.roll(wish->on && shown->shows_script, now);
  }
  if (const auto* wish = std::get_if<prompter::SetSpeed>(&act)) roll_.set_speed(wish->words_a_minute, now);
  if (const auto* wish = std::get_if<prompter::Skip>(&act)) roll_.skip(wish->words, now);
  state_.rolling = roll_.rolling();
  state_.words_a_minute = roll_.speed();
  return ticked;
}

std::optional<PointTicked> Prompter::tick(int point) {
  Part& shown = *part();
  if (point < 0 || static_cast<size_t>(point) >= shown.points.size()) return std::nullopt;
  PromptPoint& ticked = shown.points[static_cast<size_t>(point)];
  ticked.said = !ticked.said;
  state_.points = shown.points;
  if (ticked.said) {
    shown.ticked.push_back(point);
    if (state_.next == point) aim_at_first_left(point);
  } else {
    std::erase(shown.ticked, point);
    state_.next = point;
  }
  return PointTicked{segment_, point, ticked.said, ticked.price};
}

void Prompter::aim(int direction) {
  const int step = direction < 0 ? -1 : 1;
  const int count = static_cast<int>(state_.points.size());
  for (int at = state_.next + step; at >= 0 && at < count; at += step) {
    if (state_.points[static_cast<size_t>(at)].said) continue;
    state_.next = at;
    return;
  }
}

// The first one from `from` on that isn't said, else the first of all.
void Prompter::aim_at_first_left(int from) {
  const int count = static_cast<int>(state_.points.size());
  state_.next = -1;
  for (int i = 0; i < count && state_.next < 0; ++i) {
    const int at = (from + i) % count;
    if (!state_.points[static_cast<size_t>(at)].said) state_.next = at;
  }
}

std::optional<bool> Prompter::price_said() const {
  const Part* shown = part();
  if (shown == nullptr || !shown->has_product) return std::nullopt;
  return std::any_of(shown->points.begin(), shown->points.end(),
                     [](const PromptPoint& point) { return point.price && point.said; });
}

}  // namespace gladi
