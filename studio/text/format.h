// Numbers, money, dates and times as people here write them.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "encoder/base/media_time.h"
#include "studio/text/language.h"

namespace gladi {

using WallTime = std::chrono::system_clock::time_point;

std::string format_rupiah(int64_t rupiah);  // "Rp 125.000" in both languages; negative: "-Rp 500"
std::string format_clock(MediaTime t);  // "04:12", from an hour on "1:04:12"; rounded down; negative as 00:00
std::string format_timecode(MediaTime t);                                  // "00:02:31.480"
std::string format_number(double value, int decimals, Language language);  // "5,1" / "5.1"; groups of three
std::string format_percent(double share);                                  // 0.874: "87 %" in both languages
std::string format_date(WallTime t,
                        Language language);  // "21 Nov 2026" in local time; Indonesian month names
std::string format_date_time(WallTime t, Language language);  // "21 Nov 2026 09:30"
std::string format_time_of_day(WallTime t);                   // "09:30" in local time

// "02:31", "1:02:31", "00:02:31.5" or plain seconds; nullopt for anything else.
std::optional<MediaTime> parse_timecode(const std::string& text);

std::string to_iso8601(WallTime t);  // UTC, milliseconds: "2026-11-21T02:30:00.000Z"
std::optional<WallTime> parse_iso8601(const std::string& text);

// A part of a file name that works on ext4, vfat and exfat: lower case ASCII letters, digits and '-'; never
// empty.
std::string slug(const std::string& text);

}  // namespace gladi
