// One unit for all times in Gladi: integer nanoseconds. libav's timebases stay inside encoder's .cpp files.
#pragma once

#include <compare>
#include <cstdint>

namespace gladi {

namespace media_time_detail {
__extension__ typedef __int128 Wide;  // nanoseconds × frames × rate don't fit 64 bits
}

// A point on a timeline (a clock's, a take's or a file's: the name of the variable says which) or a distance on it.
struct MediaTime {
  int64_t ns = 0;

  static constexpr MediaTime from_seconds(double s) { return {static_cast<int64_t>(s * 1e9 + (s < 0 ? -0.5 : 0.5))}; }
  static constexpr MediaTime from_ms(int64_t ms) { return {ms * 1'000'000}; }
  // The time of `count` units of den/num seconds (frames at num/den fps, samples at num Hz), exact, rounded down.
  static constexpr MediaTime from_count(int64_t count, int64_t num, int64_t den = 1) {
    return {static_cast<int64_t>(static_cast<media_time_detail::Wide>(count) * 1'000'000'000 * den / num)};
  }
  // How many whole units of den/num seconds fit: from_count's inverse for t >= 0, rounded to the nearest unit.
  constexpr int64_t to_count(int64_t num, int64_t den = 1) const {
    const media_time_detail::Wide unit = static_cast<media_time_detail::Wide>(1'000'000'000) * den;
    const media_time_detail::Wide doubled = static_cast<media_time_detail::Wide>(ns) * num * 2;
    return static_cast<int64_t>((doubled + (doubled < 0 ? -unit : unit)) / (2 * unit));
  }
  constexpr double seconds() const { return static_cast<double>(ns) / 1e9; }
  constexpr int64_t ms() const { return ns / 1'000'000; }

  friend constexpr auto operator<=>(MediaTime, MediaTime) = default;
  friend constexpr MediaTime operator+(MediaTime a, MediaTime b) { return {a.ns + b.ns}; }
  friend constexpr MediaTime operator-(MediaTime a, MediaTime b) { return {a.ns - b.ns}; }
  friend constexpr MediaTime operator-(MediaTime a) { return {-a.ns}; }
  friend constexpr MediaTime operator*(MediaTime a, int64_t k) { return {a.ns * k}; }
  friend constexpr MediaTime operator/(MediaTime a, int64_t k) { return {a.ns / k}; }
  MediaTime& operator+=(MediaTime b) { ns += b.ns; return *this; }
  MediaTime& operator-=(MediaTime b) { ns -= b.ns; return *this; }
};

constexpr MediaTime abs(MediaTime t) { return t.ns < 0 ? -t : t; }

}  // namespace gladi
