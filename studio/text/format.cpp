#include "studio/text/format.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <string_view>

#include "studio/base/platform.h"
#include "studio/text/utf8.h"

namespace gladi {
namespace {

constexpr std::array<const char*, 12> kMonthsIndonesian = {"Jan", "Feb", "Mar", "Apr", "Mei", "Jun",
                                                           "Jul", "Agu", "Sep", "Okt", "Nov", "Des"};
constexpr std::array<const char*, 12> kMonthsEnglish = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr size_t kSlugMax = 40;  // keeps the path of a whole session folder far below 255 bytes

std::string group_by_three(std::string_view digits, char separator) {
  std::string grouped;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) grouped += separator;
    grouped += digits[i];
  }
  return grouped;
}

std::tm local(WallTime t) {
  return platform::local_time(std::chrono::system_clock::to_time_t(t));
}

// Takes up to `max_digits` digits off the front of `text`; nullopt when there is none.
std::optional<int64_t> take_number(std::string_view& text, size_t max_digits) {
  int64_t value = 0;
  size_t count = 0;
  while (count < text.size() && text[count] >= '0' && text[count] <= '9') {
    if (count == max_digits) return std::nullopt;
    value = value * 10 + (text[count++] - '0');
  }
  if (count == 0) return std::nullopt;
  text.remove_prefix(count);
  return value;
}

// A number of exactly `digits` digits; more may follow.
std::optional<int> take_exactly(std::string_view& text, size_t digits) {
  std::string_view front = text.substr(0, digits);
  const auto value = take_number(front, digits);
  if (!value || !front.empty() || text.size() < digits) return std::nullopt;
  text.remove_prefix(digits);
  return static_cast<int>(*value);
}

bool take_char(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

// ".480" or ",48" → nanoseconds; what is finer than a nanosecond is cut off.
std::optional<int64_t> take_fraction_ns(std::string_view& text) {
  if (!take_char(text, '.') && !take_char(text, ',')) return 0;
  int64_t ns = 0;
  int64_t unit = 100'000'000;
  size_t count = 0;
  for (; count < text.size() && text[count] >= '0' && text[count] <= '9'; ++count, unit /= 10) {
    ns += (text[count] - '0') * unit;
  }
  if (count == 0) return std::nullopt;
  text.remove_prefix(count);
  return ns;
}

// "Z", "+07:00" or "-0330" → minutes east of Greenwich.
std::optional<int> take_zone_minutes(std::string_view& text) {
  if (take_char(text, 'Z')) return 0;
  const bool west = take_char(text, '-');
  if (!west && !take_char(text, '+')) return std::nullopt;
  const auto hours = take_exactly(text, 2);
  take_char(text, ':');
  const auto minutes = take_exactly(text, 2);
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  const int total = *hours * 60 + *minutes;
  return west ? -total : total;
}

}  // namespace

std::string format_rupiah(int64_t rupiah) {
  const uint64_t magnitude = rupiah < 0 ? 0 - static_cast<uint64_t>(rupiah) : static_cast<uint64_t>(rupiah);
  return (rupiah < 0 ? "-Rp " : "Rp ") + group_by_three(std::to_string(magnitude), '.');
}

std::string format_clock(MediaTime t) {
  const int64_t seconds = t.ns > 0 ? t.ns / 1'000'000'000 : 0;
  if (seconds < 3600) return fmt::format("{:02}:{:02}", seconds / 60, seconds % 60);
  return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string format_timecode(MediaTime t) {
  const int64_t ms = t.ns > 0 ? t.ms() : 0;
  return fmt::format("{:02}:{:02}:{:02}.{:03}", ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60, ms % 1000);
}

std::string format_number(double value, int decimals, Language language) {
  if (!std::isfinite(value)) return "–";
  const std::string plain = fmt::format("{:.{}f}", std::fabs(value), decimals);
  const size_t point = std::min(plain.find('.'), plain.size());
  const bool indonesian = language == Language::kIndonesian;
  // What rounds to nothing has no sign.
  const bool negative = value < 0 && plain.find_first_of("123456789") != std::string::npos;
  std::string text = negative ? "-" : "";
  text += group_by_three(std::string_view(plain).substr(0, point), indonesian ? '.' : ',');
  if (point < plain.size()) text += (indonesian ? "," : ".") + plain.substr(point + 1);
  return text;
}

std::string format_percent(double share) {
  return fmt::format("{} %", std::lround(share * 100));
}

std::string format_date(WallTime t, Language language) {
  const std::tm calendar = local(t);
  const auto& months = language == Language::kIndonesian ? kMonthsIndonesian : kMonthsEnglish;
  return fmt::format("{} {} {}", calendar.tm_mday, months[static_cast<size_t>(calendar.tm_mon)],
                     calendar.tm_year + 1900);
}

std::string format_date_time(WallTime t, Language language) {
  return format_date(t, language) + " " + format_time_of_day(t);
}

std::string format_time_of_day(WallTime t) {
  const std::tm calendar = local(t);
  return fmt::format("{:02}:{:02}", calendar.tm_hour, calendar.tm_min);
}

std::optional<MediaTime> parse_timecode(const std::string& text) {
  std::string_view rest = text;
  auto total = take_number(rest, 6);  // 999999 hours still fit into 64 bits of nanoseconds
  if (!total) return std::nullopt;
  for (int fields = 1; fields < 3 && take_char(rest, ':'); ++fields) {
    const size_t before = rest.size();
    const auto next = take_number(rest, 2);
    if (!next || *next > 59 || before - rest.size() != 2) return std::nullopt;
    total = *total * 60 + *next;
  }
  const auto fraction = take_fraction_ns(rest);
  if (!fraction || !rest.empty()) return std::nullopt;
  return MediaTime{*total * 1'000'000'000 + *fraction};
}

std::string to_iso8601(WallTime t) {
  using namespace std::chrono;
  const auto day = floor<days>(t);
  const year_month_day date(day);
  const hh_mm_ss time(floor<milliseconds>(t - day));
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     time.hours().count(), time.minutes().count(), time.seconds().count(),
                     time.subseconds().count());
}

std::optional<WallTime> parse_iso8601(const std::string& text) {
  using namespace std::chrono;
  std::string_view rest = text;
  const auto y = take_exactly(rest, 4);
  if (!y || !take_char(rest, '-')) return std::nullopt;
  const auto mo = take_exactly(rest, 2);
  if (!mo || !take_char(rest, '-')) return std::nullopt;
  const auto d = take_exactly(rest, 2);
  if (!d || !take_char(rest, 'T')) return std::nullopt;
  const auto h = take_exactly(rest, 2);
  if (!h || !take_char(rest, ':')) return std::nullopt;
  const auto mi = take_exactly(rest, 2);
  if (!mi || !take_char(rest, ':')) return std::nullopt;
  const auto s = take_exactly(rest, 2);
  if (!s || *h > 23 || *mi > 59 || *s > 60) return std::nullopt;
  const auto fraction = take_fraction_ns(rest);
  const auto zone = fraction ? take_zone_minutes(rest) : std::nullopt;
  if (!zone || !rest.empty()) return std::nullopt;
  const year_month_day date{year(*y), month(static_cast<unsigned>(*mo)), day(static_cast<unsigned>(*d))};
  // Nanoseconds since 1970 reach from 1678 to 2261.
  if (!date.ok() || *y < 1700 || *y > 2200) return std::nullopt;
  return WallTime(duration_cast<system_clock::duration>(sys_days(date).time_since_epoch() + hours(*h) +
                                                        minutes(*mi - *zone) + seconds(*s) +
                                                        nanoseconds(*fraction)));
}

std::string slug(const std::string& text) {
  std::string result;
  for (const char c : to_ascii(text)) {
    if (result.size() == kSlugMax) break;
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      result += c;
    } else if (c >= 'A' && c <= 'Z') {
      result += static_cast<char>(c - 'A' + 'a');
    } else if (c != '\'' && !result.empty() && result.back() != '-') {  // "jum'at" is one word
      result += '-';
    }
  }
  while (!result.empty() && result.back() == '-') result.pop_back();
  return result.empty() ? "tanpa-nama" : result;
}

}  // namespace gladi
