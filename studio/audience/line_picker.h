// Chooses what a viewer writes: a line that fits the product on show and hasn't been read for ten minutes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "encoder/base/media_time.h"
#include "studio/audience/audience_lines.h"
#include "studio/audience/seeded_random.h"
#include "studio/catalogue/product.h"

namespace gladi {

// What is true at the moment of choosing.
struct ChatScene {
  size_t level = 0;                  // index in audience_levels()
  const Product* product = nullptr;  // on show
  int number = 0;                    // of the product in the basket
  int stock = 0;
  std::optional<int64_t> flash_price;  // of the product on show
};

// What viewers call a product: the head of its name without amounts, in small letters.
std::string spoken_name(const Product& product, Language language);
// "150 ribu": a bargainer's offer, about `percent` of the price.
std::string spoken_offer(int64_t price_rupiah, int64_t percent, Language language);

// One thread. Draws the same number of random numbers for each pick, whatever there is to choose from.
class LinePicker {
 public:
  static constexpr MediaTime kNotTwiceWithin = MediaTime::from_ms(600'000);

  // `lines` must outlive the picker.
  explicit LinePicker(const AudienceLines& lines)
      : lines_(lines), used_at_(lines.lines.size()), name_used_at_(lines.names.size()) {}

  struct Picked {
    size_t intent = 0;
    std::string author;
    std::string text;
  };
  // `weights` by intent; nullopt when no line of an intent with a weight fits.
  std::optional<Picked> pick(const ChatScene& scene, const std::vector<int64_t>& weights, MediaTime now,
                             SeededRandom& random);
  std::string pick_name(MediaTime now, SeededRandom& random);

 private:
  bool fits(const ChatTemplate& line, const ChatScene& scene) const;
  std::string fill(const ChatTemplate& line, const ChatScene& scene, int64_t offer_percent) const;

  const AudienceLines& lines_;
  std::vector<std::optional<MediaTime>> used_at_;       // by line
  std::vector<std::optional<MediaTime>> name_used_at_;  // by name
};

}  // namespace gladi
