#include "studio/audience/line_picker.h"

#include <glib.h>

#include <algorithm>
#include <memory>
#include <sstream>

#include "studio/audience/placeholders.h"
#include "studio/text/format.h"

namespace gladi {
namespace {

constexpr int kLowStock = 3;
// A viewer who has just written doesn't write again at once.
constexpr MediaTime kNameRests = MediaTime::from_ms(60'000);

}  // namespace

std::string spoken_name(const Product& product, Language language) {
  const std::string& name = product.name.in(language);
  const bool indonesian = &name == &product.name.indonesian;
  std::istringstream words(name.substr(0, name.find_first_of(",:;(")));
  std::string spoken, word;
  // The head comes first in Indonesian and last in English.
  const int most = indonesian ? 2 : 4;
  for (int i = 0; i < most && words >> word; ++i) {
    if (word[0] >= '0' && word[0] <= '9') break;
    spoken += (spoken.empty() ? "" : " ") + word;
  }
  if (spoken.empty()) spoken = name;
  const std::unique_ptr<char, decltype(&g_free)> lower(
      g_utf8_strdown(spoken.data(), static_cast<gssize>(spoken.size())), &g_free);
  return lower.get();
}

std::string spoken_offer(int64_t price_rupiah, int64_t percent, Language language) {
  const int64_t step = price_rupiah >= 50'000 ? 5'000 : 1'000;
  const int64_t offer = std::max<int64_t>(price_rupiah * percent / 100 / step * step, step);
  if (offer % 1'000 != 0 || offer >= 1'000'000) return format_rupiah(offer);
  return std::to_string(offer / 1'000) + (language == Language::kEnglish ? "k" : " ribu");
}

bool LinePicker::fits(const ChatTemplate& line, const ChatScene& scene) const {
  if (line.level > scene.level) return false;
  if (!line.kinds.empty() && (!scene.product || std::find(line.kinds.begin(), line.kinds.end(),
                                                          scene.product->kind) == line.kinds.end())) {
    return false;
  }
  return std::all_of(line.needs.begin(), line.needs.end(), [&](Fact fact) {
    if (!scene.product) return false;  // each fact is one about it
    switch (fact) {
      case Fact::kProduct:
        return true;
      case Fact::kInStock:
        return scene.stock > 0;
      case Fact::kLowStock:
        return scene.stock > 0 && scene.stock <= kLowStock;
      case Fact::kSoldOut:
        return scene.stock <= 0;
      case Fact::kNormalPrice:
        return scene.product->normal_price_rupiah.has_value();
      case Fact::kFlashSale:
        return scene.flash_price.has_value();
    }
    return false;
  });
}

std::string LinePicker::fill(const ChatTemplate& line, const ChatScene& scene, int64_t offer_percent) const {
  const auto value = [&](const std::string& name) -> std::string {
    const Product& product = *scene.product;  // a line with placeholders needs one
    if (name == "product") return spoken_name(product, lines_.language);
    if (name == "number") return std::to_string(scene.number);
    if (name == "price") return format_rupiah(product.price_rupiah);
    if (name == "normal_price") return format_rupiah(product.normal_price_rupiah.value_or(0));
    if (name == "flash_price") return format_rupiah(scene.flash_price.value_or(0));
    if (name == "stock") return std::to_string(scene.stock);
    return spoken_offer(product.price_rupiah, offer_percent, lines_.language);
  };
  return fill_placeholders(line.text, value).value_or(line.text);
}

std::optional<LinePicker::Picked> LinePicker::pick(const ChatScene& scene,
                                                   const std::vector<int64_t>& weights, MediaTime now,
                                                   SeededRandom& random) {
  std::vector<std::vector<size_t>> fitting(weights.size());
  for (size_t i = 0; i < lines_.lines.size(); ++i) {
    const ChatTemplate& line = lines_.lines[i];
    const bool fresh = !used_at_[i] || now - *used_at_[i] >= kNotTwiceWithin;
    if (fresh && fits(line, scene)) fitting[line.intent].push_back(i);
  }
  int64_t total = 0;
  for (size_t i = 0; i < weights.size(); ++i) total += fitting[i].empty() ? 0 : weights[i];
  int64_t place = random.below(total);
  const uint64_t which = random.next() >> 32;
  const int64_t percent = 65 + random.below(20);
  if (total <= 0) {
    random.next();  // as many draws as a pick
    return std::nullopt;
  }
  size_t intent = 0;
  for (; intent < weights.size(); ++intent) {
    const int64_t weight = fitting[intent].empty() ? 0 : weights[intent];
    if (place < weight) break;
    place -= weight;
  }
  const size_t line = fitting[intent][which * fitting[intent].size() >> 32];
  used_at_[line] = now;
  return Picked{intent, pick_name(now, random), fill(lines_.lines[line], scene, percent)};
}

std::string LinePicker::pick_name(MediaTime now, SeededRandom& random) {
  std::vector<size_t> rested;
  for (size_t i = 0; i < name_used_at_.size(); ++i) {
    if (!name_used_at_[i] || now - *name_used_at_[i] >= kNameRests) rested.push_back(i);
  }
  const int64_t draw =
      random.below(static_cast<int64_t>(rested.empty() ? name_used_at_.size() : rested.size()));
  if (name_used_at_.empty()) return {};
  const size_t name = rested.empty() ? static_cast<size_t>(draw) : rested[static_cast<size_t>(draw)];
  name_used_at_[name] = now;
  return lines_.names[name];
}

}  // namespace gladi
