// What the index keeps of a take so that it can be searched, in the form in which it keeps it. For studio's
// .cpp files only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "studio/library/take_list.h"
#include "studio/review/review.h"
#include "studio/session/session.h"

namespace gladi {

// Person, title, catalogue and products, without regard to letter case.
std::string words_of(const Session& session);

// One text for a column of the index, and back again.
std::string pack_products(const Session& session);
std::vector<LocalText> unpack_products(std::string_view packed);
std::string pack_reviews(const std::vector<ReviewLine>& reviews);
std::vector<ReviewLine> unpack_reviews(std::string_view packed);

// Somebody has reviewed it or begun to: neither the person herself nor who only watched. `handed_in`: and has
// said that this is all.
bool is_reviewed(const std::vector<ReviewLine>& reviews, const TakeSummary& take, bool handed_in = false);
std::vector<ReviewLine> lines_of(const std::vector<Review>& reviews);

// The day on which a take was made, in the ways in which people write dates; without regard to letter case.
// Takes of one day that follow one another are looked up once.
class DateWords {
 public:
  const std::string& of(WallTime at);

 private:
  WallTime begin_, end_;  // of the day that `words_` is
  std::string words_;
};

}  // namespace gladi
