#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "studio/catalogue/catalogue_file.h"
#include "studio/text/utf8.h"

namespace gladi {
namespace {

constexpr size_t kMaxDigits = 15;  // far above every price

struct Unit {
  std::string_view name;
  int64_t rupiah;
};
constexpr std::array<Unit, 6> kUnits = {
    {{"ribu", 1000}, {"rb", 1000}, {"k", 1000}, {"juta", 1'000'000}, {"jt", 1'000'000}, {"", 1}}};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool drop_prefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}
bool drop_suffix(std::string_view& text, std::string_view suffix) {
  if (!text.ends_with(suffix)) return false;
  text.remove_suffix(suffix.size());
  return true;
}
void drop_spaces(std::string_view& text) {
  while (drop_prefix(text, " ")) {
  }
  while (drop_suffix(text, " ")) {
  }
}

// "1.250.000" with the given separator, or plain digits → "1250000"; nullopt when a group isn't three digits.
std::optional<std::string> ungroup(std::string_view text, char separator) {
  std::string digits;
  size_t group = 0;
  bool separated = false;
  for (const char c : text) {
    if (is_digit(c)) {
      digits += c;
      ++group;
    } else if (c == separator) {
      if (group == 0 || group > 3 || (separated && group != 3)) return std::nullopt;
      separated = true;
      group = 0;
    } else {
      return std::nullopt;
    }
  }
  if (digits.empty() || (separated && group != 3)) return std::nullopt;
  return digits;
}

// Spreadsheets and telephones put no-break and narrow spaces between thousands: plain ones from here on.
std::string with_plain_spaces(std::string text) {
  for (const std::string_view space : {"\u00A0", "\u202F", "\u2009", "\t"}) {
    for (size_t at = 0; (at = text.find(space, at)) != std::string::npos;)
      text.replace(at, space.size(), " ");
  }
  return text;
}

// Digits, and digits behind the decimal sign, times `unit`; nullopt when that is no whole rupiah.
std::optional<int64_t> scaled(std::string digits, std::string_view decimals, int64_t unit) {
  while (!decimals.empty() && decimals.back() == '0') decimals.remove_suffix(1);
  if (!std::all_of(decimals.begin(), decimals.end(), is_digit)) return std::nullopt;
  digits += decimals;
  for (size_t i = 0; i < decimals.size(); ++i) {
    if (unit % 10 != 0) return std::nullopt;
    unit /= 10;
  }
  if (digits.size() > kMaxDigits) return std::nullopt;
  const int64_t value = std::stoll(digits);
  if (value > std::numeric_limits<int64_t>::max() / unit) return std::nullopt;
  return value * unit;
}

// "185.000", "1,5" with the worth of what was written behind it.
std::optional<int64_t> amount(std::string_view rest, int64_t unit) {
  if (rest.empty() || !is_digit(rest.front()) || !is_digit(rest.back())) return std::nullopt;
  if (rest.find(' ') != std::string_view::npos) {  // "185 000"
    const auto grouped = ungroup(rest, ' ');
    return grouped ? scaled(*grouped, "", unit) : std::nullopt;
  }
  const size_t comma = rest.find(',');
  if (comma != std::string_view::npos) {
    // "1,5jt" and "185.000,00"; without a unit also "185,000" and "185,000.00", as English speakers write.
    if (unit == 1) {
      const size_t point = rest.find('.');
      if (point != std::string_view::npos && point > comma) {
        const auto grouped = ungroup(rest.substr(0, point), ',');
        return grouped ? scaled(*grouped, rest.substr(point + 1), 1) : std::nullopt;
      }
      if (const auto grouped = ungroup(rest, ',')) return scaled(*grouped, "", 1);
    }
    const auto whole = ungroup(rest.substr(0, comma), '.');
    return whole ? scaled(*whole, rest.substr(comma + 1), unit) : std::nullopt;
  }
  if (const auto whole = ungroup(rest, '.')) return scaled(*whole, "", unit);
  // "1.5jt": a point that groups nothing is taken for the decimal sign, but only before a unit.
  const size_t point = rest.find('.');
  if (unit == 1 || point == std::string_view::npos) return std::nullopt;
  const auto whole = ungroup(rest.substr(0, point), '\0');
  return whole ? scaled(*whole, rest.substr(point + 1), unit) : std::nullopt;
}

struct Worth {
  int64_t rupiah = 0;
  int64_t unit = 1;
};

std::optional<Worth> amount_with_unit(std::string_view rest) {
  const auto* unit =
      std::find_if(kUnits.begin(), kUnits.end(), [&](const Unit& u) { return drop_suffix(rest, u.name); });
  drop_spaces(rest);
  const auto worth = amount(rest, unit->rupiah);
  if (!worth) return std::nullopt;
  return Worth{*worth, unit->rupiah};
}

}  // namespace

std::optional<int64_t> parse_rupiah(const std::string& text) {
  std::string lower = trim(with_plain_spaces(text));
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  std::string_view rest = lower;
  if (drop_prefix(rest, "rp")) {
    drop_prefix(rest, ".");
  } else {
    drop_prefix(rest, "idr");
  }
  if (!drop_suffix(rest, ",-") && !drop_suffix(rest, ".-") && !drop_suffix(rest, "rupiah"))
    drop_suffix(rest, "idr");
  drop_spaces(rest);
  // "1 juta 250 ribu"
  for (const std::string_view million : {"juta", "jt"}) {
    const size_t at = rest.find(million);
    if (at == std::string_view::npos || at + million.size() == rest.size()) continue;
    std::string_view behind = rest.substr(at + million.size());
    drop_spaces(behind);
    const auto high = amount_with_unit(rest.substr(0, at + million.size()));
    const auto low = amount_with_unit(behind);
    if (!high || !low || low->unit != 1000 || low->rupiah >= 1'000'000) return std::nullopt;
    return high->rupiah + low->rupiah;
  }
  const auto worth = amount_with_unit(rest);
  return worth ? std::optional(worth->rupiah) : std::nullopt;
}

}  // namespace gladi
