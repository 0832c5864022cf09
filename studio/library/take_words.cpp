#include "studio/library/take_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "studio/base/platform.h"
#include "studio/text/utf8.h"

namespace gladi {
namespace {

// ASCII's own separators: no text that people type has them.
constexpr char kField = '\x1f';
constexpr char kRecord = '\x1e';

struct Month {
  const char* indonesian;
  const char* english;
};
constexpr std::array<Month, 12> kMonths = {{{"januari jan", "january"},
                                            {"februari feb", "february"},
                                            {"maret mar", "march"},
                                            {"april apr", ""},
                                            {"mei", "may"},
                                            {"juni jun", "june"},
                                            {"juli jul", "july"},
                                            {"agustus agu", "august aug"},
                                            {"september sep", ""},
                                            {"oktober okt", "october oct"},
                                            {"november nov", ""},
                                            {"desember des", "december dec"}}};

// Texts from other computers may hold anything: separators become spaces.
std::string plain(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == kField || c == kRecord; }, ' ');
  return text;
}

// Each record's fields in turn, as long as there are as many as there should be.
template <size_t kFields, class Take>
void for_each_record(std::string_view packed, const Take& take) {
  while (!packed.empty()) {
    const size_t end = std::min(packed.find(kRecord), packed.size());
    std::string_view record = packed.substr(0, end);
    packed.remove_prefix(std::min(end + 1, packed.size()));
    std::array<std::string_view, kFields> fields;
    size_t count = 0;
    for (bool more = true; more; ++count) {
      const size_t field_end = record.find(kField);
      more = field_end != std::string_view::npos;
      if (count < kFields) fields[count] = record.substr(0, field_end);
      if (more) record.remove_prefix(field_end + 1);
    }
    if (count == kFields) take(fields);
  }
}

void add_record(std::string& packed, const std::vector<std::string>& fields) {
  if (!packed.empty()) packed += kRecord;
  for (size_t i = 0; i < fields.size(); ++i)
    packed += (i > 0 ? std::string(1, kField) : "") + plain(fields[i]);
}

int number_of(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// Nanoseconds, each with a blank after it.
std::string pack_times(const std::vector<MediaTime>& times) {
  std::string packed;
  for (const MediaTime time : times) packed += std::to_string(time.ns) + ' ';
  return packed;
}

std::vector<MediaTime> unpack_times(std::string_view packed) {
  std::vector<MediaTime> times;
  const char* at = packed.data();
  const char* const end = at + packed.size();
  while (at < end) {
    MediaTime time;
    const auto [after, error] = std::from_chars(at, end, time.ns);
    if (error != std::errc()) break;
    times.push_back(time);
    at = after == end ? end : after + 1;
  }
  return times;
}

}  // namespace

std::string words_of(const Session& session) {
  std::string words = session.person_name + "\n" + session.title + "\n" + session.catalogue_name.indonesian +
                      "\n" + session.catalogue_name.english;
  for (const Product& product : session.products)
    words += "\n" + product.name.indonesian + "\n" + product.name.english;
  return fold_case(words);
}

std::string pack_products(const Session& session) {
  std::string packed;
  for (const Product& product : session.products)
    add_record(packed, {product.name.indonesian, product.name.english});
  return packed;
}

std::vector<LocalText> unpack_products(std::string_view packed) {
  std::vector<LocalText> products;
  for_each_record<2>(packed, [&](const auto& names) {
    products.push_back({std::string(names[0]), std::string(names[1])});
  });
  return products;
}

std::vector<ReviewLine> lines_of(const std::vector<Review>& reviews) {
  std::vector<ReviewLine> lines;
  for (const Review& review : reviews) {
    std::string words;
    std::vector<MediaTime> moments;
    for (const Comment& comment : review.comments) {
      std::string text = comment.text;
      std::replace(text.begin(), text.end(), '\n', ' ');
      words += text + "\n";
      moments.push_back(comment.at);
    }
    lines.push_back({review.reviewer_id, review.finished, static_cast<int>(review.scores.size()),
                     static_cast<int>(review.comments.size()), fold_case(words), std::move(moments)});
  }
  return lines;
}

bool is_reviewed(const std::vector<ReviewLine>& reviews, const TakeSummary& take, bool handed_in) {
  return std::any_of(reviews.begin(), reviews.end(), [&](const ReviewLine& review) {
    return review.reviewer_id != take.person_id && review.reviewer_id != take.session_id &&
           review.scores + review.comments > 0 && (!handed_in || review.finished);
  });
}

std::string pack_reviews(const std::vector<ReviewLine>& reviews) {
  std::string packed;
  for (const ReviewLine& review : reviews) {
    add_record(packed, {review.reviewer_id, review.finished ? "1" : "0", std::to_string(review.scores),
                        std::to_string(review.comments), review.words, pack_times(review.moments)});
  }
  return packed;
}

std::vector<ReviewLine> unpack_reviews(std::string_view packed) {
  std::vector<ReviewLine> lines;
  for_each_record<6>(packed, [&](const auto& fields) {
    lines.push_back({std::string(fields[0]), fields[1] == "1", number_of(fields[2]), number_of(fields[3]),
                     std::string(fields[4]), unpack_times(fields[5])});
  });
  return lines;
}

const std::string& DateWords::of(WallTime at) {
  if (!words_.empty() && begin_ <= at && at < end_) return words_;
  std::tm day = platform::local_time(std::chrono::system_clock::to_time_t(at));
  const int year = day.tm_year + 1900, month = day.tm_mon + 1;
  const Month& name = kMonths.at(static_cast<size_t>(day.tm_mon));
  words_ =
      fmt::format("{} {} {} {:04}-{:02}-{:02} {:02}/{:02}/{:04} {}/{}/{:04}", day.tm_mday, name.indonesian,
                  name.english, year, month, day.tm_mday, day.tm_mday, month, year, day.tm_mday, month, year);
  day.tm_hour = day.tm_min = day.tm_sec = 0;
  begin_ = std::chrono::system_clock::from_time_t(platform::from_local_time(day));
  end_ = begin_ + std::chrono::hours(23);  // the shortest day, where clocks are set forward
  return words_;
}

}  // namespace gladi
