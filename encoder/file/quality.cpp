#include "encoder/file/quality.h"

#include <algorithm>

namespace gladi {

const std::vector<std::string>& quality_names() {
  static const std::vector<std::string> names{"small", "normal", "best"};  // in the order of Quality
  return names;
}

std::string name_of(Quality quality) {
  return quality_names()[static_cast<size_t>(quality)];
}

std::optional<Quality> parse_quality(const std::string& name) {
  const auto& names = quality_names();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Quality>(found - names.begin());
}

EncoderSettings with_quality(EncoderSettings settings, Quality quality) {
  switch (quality) {
    case Quality::kSmall:
      settings.crf += 5;
      settings.max_bitrate_bps /= 2;
      break;
    case Quality::kBest:
      settings.crf -= 4;
      settings.max_bitrate_bps *= 2;
      break;
    case Quality::kNormal:
      break;
  }
  return settings;
}

int64_t most_bytes_an_hour(const EncoderSettings& settings) {
  return (settings.max_bitrate_bps + settings.audio_bitrate_bps) / 8 * 3600;
}

}  // namespace gladi
